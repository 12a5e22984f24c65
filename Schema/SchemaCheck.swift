import SQLite

/// Tells whether the tables and views of a file are those this program makes.
///
/// A stranger's file may bear a view that never ends or a trigger that takes away what is stored,
/// under our names. None of our objects is a trigger, so every trigger is strange, as is an index
/// on our tables that refuses rows or computes. Tables, views and plain indexes of the user's own
/// are left alone. SQLite itself has made sure that type, name and table of an entry agree with
/// its SQL; it compares them as here, without the case of ASCII letters.
enum SchemaCheck {
  /// The first object of ours that is missing or is something else, or the first of others that
  /// would change what this program does; nil where all is well.
  static func firstStrange(
    in connection: Connection, version: Int
  ) throws(SQLiteError) -> StrangeObject? {
    let expected = try objects(of: reference(version))
    let found = try objects(of: connection)
    let names = Set(expected.map(\.key))
    let byName = Dictionary(grouping: found, by: \.key)
    for object in expected where byName[object.key] != [object] {
      return StrangeObject(name: object.name, oddity: .changed)
    }
    for object in found where !names.contains(object.key) {
      if let oddity = try oddity(of: object, beside: names, in: connection) {
        return StrangeObject(name: object.name, oddity: oddity)
      }
    }
    return nil
  }

  private struct Object: Equatable {
    /// The name in lower case.
    let key: String
    let type: String
    let table: String
    let sql: String
    /// The name as it is written.
    let name: String

    static func == (a: Object, b: Object) -> Bool {
      (a.key, a.type, a.table, a.sql) == (b.key, b.type, b.table, b.sql)
    }
  }

  /// What is strange about an object that is none of ours.
  private static func oddity(
    of object: Object, beside ours: Set<String>, in connection: Connection
  ) throws(SQLiteError) -> StrangeObject.Oddity? {
    if object.type == "trigger" { return .trigger }
    guard ["table", "index", "view"].contains(object.type), !hasNul(object) else {
      return .impossible
    }
    if object.type == "index", ours.contains(object.table) {
      return try isPlain(object, in: connection) ? nil : .index
    }
    let isReserved = object.key.hasPrefix("sqlite_") && object.type != "index"
    return isReserved && !tablesOfSQLite.contains(object.key) ? .impossible : nil
  }

  /// The tables that SQLite makes for itself: by ANALYZE, and for AUTOINCREMENT.
  private static let tablesOfSQLite: Set = [
    "sqlite_stat1", "sqlite_stat2", "sqlite_stat3", "sqlite_stat4", "sqlite_sequence",
  ]

  /// SQLite reads names up to a NUL, so a name with one means something else than it seems.
  private static func hasNul(_ object: Object) -> Bool {
    (object.key + object.table).unicodeScalars.contains("\0")
  }

  /// Whether an index is on columns alone, for all rows, refusing none, in an order SQLite knows.
  private static func isPlain(
    _ index: Object, in connection: Connection
  ) throws(SQLiteError) -> Bool {
    let plain = try connection.value(
      """
      SELECT count(*) FROM pragma_index_list(:table)
      WHERE lower(name) = :index AND "unique" = 0 AND partial = 0
      """, ["table": .text(index.table), "index": .text(index.key)])
    let computed = try connection.value(
      """
      SELECT count(*) FROM pragma_index_xinfo(:index)
      WHERE cid = -2 OR upper(coll) NOT IN ('BINARY', 'NOCASE', 'RTRIM')
      """, ["index": .text(index.key)])
    return plain == 1 && computed == 0
  }

  /// A file of this version as the program makes it.
  private static func reference(_ version: Int) throws(SQLiteError) -> Connection {
    let connection = try Connection(":memory:", .create)
    for script in Migrations.all.prefix(version) { try connection.execute(script) }
    return connection
  }

  /// The entries of the schema in the order of their names.
  private static func objects(of connection: Connection) throws(SQLiteError) -> [Object] {
    try connection.rows(
      """
      SELECT lower(CAST(name AS TEXT)), lower(CAST(type AS TEXT)), lower(CAST(tbl_name AS TEXT)),
        CAST(sql AS TEXT), CAST(name AS TEXT)
      FROM sqlite_master ORDER BY name, rowid
      """
    ) { row in
      Object(
        key: row.text(0) ?? "", type: row.text(1) ?? "", table: row.text(2) ?? "",
        sql: row.text(3) ?? "", name: row.text(4) ?? "")
    }
  }
}
