import SQLite

/// A table, index or view as the schema of a file tells it.
struct SchemaObject: Equatable {
  /// The name in lower case.
  let key: String
  /// `table`, `index` or `view`.
  let type: String
  /// The name of its table in lower case, for a table or view its own.
  let table: String
  /// The statement that makes it; empty for an index that a constraint makes.
  let sql: String
  /// The name as it is written.
  let name: String

  /// Whether both are the same and their statements say the same, however they are spelt.
  static func == (a: SchemaObject, b: SchemaObject) -> Bool {
    (a.key, a.type, a.table) == (b.key, b.type, b.table)
      && (a.sql == b.sql || SQLMeaning(a.sql) == SQLMeaning(b.sql))
  }

  /// The entries of a file's schema in the order of their names, but for the indexes of constraints,
  /// which SQLite itself makes and holds to the statement of their table.
  static func all(in connection: Connection) throws(SQLiteError) -> [SchemaObject] {
    try connection.rows(
      """
      SELECT lower(CAST(name AS TEXT)), lower(CAST(type AS TEXT)), lower(CAST(tbl_name AS TEXT)),
        CAST(sql AS TEXT), CAST(name AS TEXT)
      FROM sqlite_master ORDER BY name, rowid
      """
    ) { row in
      SchemaObject(
        key: row.text(0) ?? "", type: row.text(1) ?? "", table: row.text(2) ?? "",
        sql: row.text(3) ?? "", name: row.text(4) ?? "")
    }.filter { $0.type != "index" || !$0.sql.isEmpty || !$0.key.hasPrefix("sqlite_autoindex_") }
  }

  /// The objects of a version.
  ///
  /// Those of today's stand in `schema.sql`, since to run all scripts takes 24 ms at each opening.
  static func all(ofVersion version: Int) throws(SQLiteError) -> [SchemaObject] {
    guard version != Migrations.all.count else { return today }
    let connection = try Connection(":memory:", .create)
    try Migrations.transaction(on: connection) { () throws(SQLiteError) in
      try Migrations.run(on: connection, from: 0, to: version)
    }
    return try all(in: connection)
  }

  /// What `schema.sql` tells.
  private static let today = String(decoding: PackageResources.schema_sql, as: UTF8.self)
    .split(separator: ";\n\n").map { SchemaObject(String($0)) }

  /// The objects of an index that only some files have.
  static let ofTrigramIndex =
    [SchemaObject(OptionalObjects.trigramIndexSQL)]
    + today.filter { $0.key.hasPrefix("articles_fts_") }.map { shadow in
      // FTS5 makes the same tables for each of its indexes.
      SchemaObject(
        shadow.sql.split(separator: "articles_fts", maxSplits: 1, omittingEmptySubsequences: false)
          .joined(separator: OptionalObjects.trigramIndex))
    }

  /// Reads a statement of this program's: `CREATE [UNIQUE | VIRTUAL] TYPE name [ON table] …`.
  private init(_ statement: String) {
    let lines = statement.split(separator: "\n").drop { $0.hasPrefix("--") }
    let text = lines.joined(separator: "\n")
    sql = text.last == ";" ? String(text.dropLast()) : text
    let words = sql.split(maxSplits: 8) { " (\n'".contains($0) }.map { $0.lowercased() }
      .filter { $0 != "unique" && $0 != "virtual" }
    (type, key) = (words[1], words[2])
    name = key
    table = type == "index" ? words[4] : key
  }

  private init(key: String, type: String, table: String, sql: String, name: String) {
    (self.key, self.type, self.table, self.sql, self.name) = (key, type, table, sql, name)
  }
}
