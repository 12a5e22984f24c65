package import SQLite

/// What the program itself remembers about a file: a value for each name.
package struct Properties {
  private let connection: Connection

  /// The properties of an open archive.
  package init(_ connection: Connection) { self.connection = connection }

  /// The value of a name; nil where there is none.
  ///
  /// - Throws: `SQLiteError` when the file cannot be read.
  package func value(of name: String) throws(SQLiteError) -> String? {
    try connection.rows(
      "SELECT value FROM properties WHERE name = :name", ["name": .text(name)]
    ) { $0.text(0) ?? "" }.first
  }

  /// Gives a name a value in the place of the one it had.
  func put(_ value: String, as name: String) throws(SQLiteError) {
    try connection.prepare(
      """
      INSERT INTO properties (name, value) VALUES (:name, :value)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """
    ).run(["name": .text(name), "value": .text(value)])
  }
}
