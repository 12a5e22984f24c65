import Schema
package import SQLite

/// The index of three characters each, which Datasette and others find by themselves as the search
/// of `articles`; there only where the user has asked for it, since the file grows by a quarter.
package struct TrigramIndex {
  private let connection: Connection

  /// The index of an open archive, there or not.
  package init(_ connection: Connection) { self.connection = connection }

  private static var name: String { OptionalObjects.trigramIndex }

  /// Adds an article that is stored.
  static var add: String {
    """
    INSERT INTO \(name) (rowid, title, text)
    SELECT article_id, title, text FROM articles WHERE article_id = :article_id
    """
  }

  /// Removes an article that is still stored.
  static var remove: String {
    """
    INSERT INTO \(name) (\(name), rowid, title, text)
    SELECT 'delete', article_id, title, text FROM articles WHERE article_id = :article_id
    """
  }

  /// Whether the file has it.
  ///
  /// - Throws: `SQLiteError` when the file cannot be read.
  package func exists() throws(SQLiteError) -> Bool {
    try connection.value(
      "SELECT count(*) FROM sqlite_master WHERE name = :name", ["name": .text(Self.name)]) != 0
  }

  /// Makes it, with all articles; false when it is there.
  func make() throws(SQLiteError) -> Bool {
    guard try !exists() else { return false }
    try connection.execute(OptionalObjects.trigramIndexSQL)
    try rebuild()
    return true
  }

  /// Makes it anew from the articles.
  func rebuild() throws(SQLiteError) {
    try connection.execute("INSERT INTO \(Self.name) (\(Self.name)) VALUES ('rebuild')")
  }

  /// Takes it away; false when there is none.
  func drop() throws(SQLiteError) -> Bool {
    guard try exists() else { return false }
    try connection.execute("DROP TABLE \(Self.name)")
    return true
  }
}
