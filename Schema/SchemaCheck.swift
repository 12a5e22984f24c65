import SQLite

/// Tells whether the tables and views of a file are those this program makes.
///
/// A stranger's file may bear a view that never ends or a trigger that takes away what is stored,
/// under our names. None of our objects is a trigger, so every trigger is strange, as is an index
/// on our tables that refuses rows or computes. Tables, views and plain indexes of the user's own
/// are left alone. SQLite itself has made sure that type, name and table of an entry agree with
/// its SQL; it compares them as here, without the case of ASCII letters. Of the SQL it is compared
/// what it says, not how it is spelt, so that a release may word its comments better.
enum SchemaCheck {
  /// The first object of ours that is missing or is something else, or the first of others that
  /// would change what this program does; nil where all is well.
  static func firstStrange(
    in connection: Connection, version: Int
  ) throws(SQLiteError) -> StrangeObject? {
    let found = try SchemaObject.all(in: connection)
    let byName = Dictionary(grouping: found, by: \.key)
    var expected = try SchemaObject.all(ofVersion: version)
    if version > 1, byName[OptionalObjects.trigramIndex] != nil {
      expected += SchemaObject.ofTrigramIndex
    }
    let names = Set(expected.map(\.key))
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

  /// The names of the objects of a version, in lower case.
  static func names(version: Int) throws(SQLiteError) -> Set<String> {
    Set(try SchemaObject.all(ofVersion: version).map(\.key))
  }

  /// The version of a file that does not tell it: the newest whose objects it has, or the newest.
  static func likelyVersion(of connection: Connection) throws(SQLiteError) -> Int {
    let known = Migrations.all.count
    for version in (1...known).reversed()
    where try firstStrange(in: connection, version: version) == nil {
      return version
    }
    return known
  }

  /// What is strange about an object that is none of ours.
  private static func oddity(
    of object: SchemaObject, beside ours: Set<String>, in connection: Connection
  ) throws(SQLiteError) -> StrangeObject.Oddity? {
    if object.type == "trigger" { return .trigger }
    guard ["table", "index", "view"].contains(object.type), !hasNul(object) else {
      return .impossible
    }
    // A table or view named so would answer in the place of SQLite's own functions.
    if object.key.hasPrefix("pragma_") {
      return .reserved(object.type)
    }
    if object.type == "index", ours.contains(object.table) {
      return try isPlain(object, in: connection) ? nil : .index
    }
    if object.type == "table", let table = try referred(by: object, ours, in: connection) {
      return .reference(table)
    }
    let isReserved = object.key.hasPrefix("sqlite_") && object.type != "index"
    return isReserved && !tablesOfSQLite.contains(object.key) ? .impossible : nil
  }

  /// The tables that SQLite makes for itself: by ANALYZE, and for AUTOINCREMENT.
  private static let tablesOfSQLite: Set = [
    "sqlite_stat1", "sqlite_stat2", "sqlite_stat3", "sqlite_stat4", "sqlite_sequence",
  ]

  /// SQLite reads names up to a NUL, so a name with one means something else than it seems.
  private static func hasNul(_ object: SchemaObject) -> Bool {
    (object.key + object.table).unicodeScalars.contains("\0")
  }

  /// Whether an index is on columns alone, for all rows, refusing none, in an order SQLite knows.
  private static func isPlain(
    _ index: SchemaObject, in connection: Connection
  ) throws(SQLiteError) -> Bool {
    let plain = try connection.rows(
      "PRAGMA main.index_list(\(StrangeObject.quoted(index.table)))"
    ) { $0.text(1)?.lowercased() == index.name.lowercased() && $0[2] == 0 && $0[4] == 0 }
    let known = try connection.rows(
      "PRAGMA main.index_xinfo(\(StrangeObject.quoted(index.name)))"
    ) { $0[1] != -2 && orders.contains($0.text(4)?.uppercased() ?? "") }
    return plain.contains(true) && !known.contains(false)
  }

  /// The orders that SQLite itself knows.
  private static let orders: Set = ["BINARY", "NOCASE", "RTRIM"]

  /// The first table of ours that a foreign key of this table refers to: every deletion would look
  /// there, and fail or take rows along.
  private static func referred(
    by table: SchemaObject, _ ours: Set<String>, in connection: Connection
  ) throws(SQLiteError) -> String? {
    try connection.rows(
      "PRAGMA main.foreign_key_list(\(StrangeObject.quoted(table.name)))"
    ) { $0.text(2) ?? "" }.first { ours.contains($0.lowercased()) }
  }
}
