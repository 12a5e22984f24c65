import SQLite

/// Tells whether the tables and views of a file are those this program makes.
///
/// A stranger's file may bear a view that never ends or a trigger that takes away what is stored,
/// under our names. Tables, views and indexes of the user's own are left alone.
enum SchemaCheck {
  /// The name of the first object of ours that is missing or is something else, or of the first
  /// trigger on a table of ours; nil where all is well.
  static func firstStrange(in connection: Connection, version: Int) throws(SQLiteError) -> String? {
    let expected = try objects(of: reference(version))
    let found = try objects(of: connection)
    for (name, object) in expected where found[name] != object { return name }
    return found.first { $1.type == "trigger" && expected[$1.table] != nil }?.key
  }

  private struct Object: Equatable {
    let type: String
    let table: String
    let sql: String
  }

  /// A file of this version as the program makes it.
  private static func reference(_ version: Int) throws(SQLiteError) -> Connection {
    let connection = try Connection(":memory:", .create)
    for script in Migrations.all.prefix(version) { try connection.execute(script) }
    return connection
  }

  private static func objects(of connection: Connection) throws(SQLiteError) -> [String: Object] {
    var objects: [String: Object] = [:]
    let rows = try connection.rows(
      "SELECT name, type, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat_'"
    ) { ($0.text(0) ?? "", $0.text(1) ?? "", $0.text(2) ?? "", $0.text(3) ?? "") }
    for (name, type, table, sql) in rows {
      objects[name] = Object(type: type, table: table, sql: sql)
    }
    return objects
  }
}
