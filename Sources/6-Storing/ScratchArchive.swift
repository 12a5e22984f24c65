package import Model
package import SQLite
package import Schema

/// An archive in a file without a name, gone with it, which holds what documents of another archive
/// would give today, so that the two can be compared.
///
/// Rows have the ids that they have in the other archive. It has no originals, nothing that was
/// told, and no indexes but those of constraints.
package final class ScratchArchive {
  /// To read what it holds.
  package let connection: Connection
  private let documents: DocumentTable
  /// An id that no article of the other archive has.
  private var nextArticle: Int

  /// Makes an empty one.
  ///
  /// - Parameter other: the archive whose topics it takes.
  /// - Throws: `ArchiveFileError` when it cannot be made, or the other cannot be read.
  package init(beside other: Connection) throws(ArchiveFileError) {
    let connection = try ArchiveFormat.write("")
    self.connection = connection
    let last = try onFile(other.path) { () throws(SQLiteError) in
      try other.rows("SELECT max(article_id) FROM articles") { $0.integer(0) ?? 0 }.first ?? 0
    }
    nextArticle = last &+ 1
    documents = try onFile(other.path) { () throws(SQLiteError) in
      try connection.execute(
        """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;
        PRAGMA cache_size = -65536; BEGIN
        """)
      try Self.dropIndexes(of: connection)
      return try DocumentTable(
        connection, try ToldDigest(connection), beside: try TwinRows(other))
    }
    documents.articles.use(try StoredTopics(other).vocabulary())
  }

  /// Nothing is looked up in it by other columns than keys.
  private static func dropIndexes(of connection: Connection) throws(SQLiteError) {
    let indexes = try connection.rows(
      """
      SELECT name FROM sqlite_master
      WHERE type = 'index' AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE%'
      """
    ) { $0.text(0) ?? "" }
    for index in indexes { try connection.execute("DROP INDEX \(index)") }
  }

  /// Stores what was read.
  ///
  /// - Parameters:
  ///   - record: a document.
  ///   - id: its row in the other archive.
  ///   - articles: for each ordinal the row that its article has there.
  /// - Throws: `SQLiteError` when the temporary file cannot be written.
  package func store(
    _ record: DocumentRecord, as id: Int, articles: [Int: Int]
  ) throws(SQLiteError) {
    var ids = articles
    for article in record.articles where ids[article.ordinal] == nil {
      ids[article.ordinal] = nextArticle
      nextArticle &+= 1
    }
    try documents.mirror(record, id: id, articles: ids)
  }

  /// Takes out the documents with all that is theirs, and keeps places, programs, organisations and
  /// people.
  ///
  /// - Throws: `SQLiteError` when the temporary file cannot be written.
  package func clear() throws(SQLiteError) {
    for table in Self.ofDocuments { try connection.execute("DELETE FROM \(table)") }
  }

  /// The tables whose rows belong to documents.
  package static let ofDocuments = [
    "documents", "diagnostics", "parts", "boxes", "stored_edits", "articles", "bylines",
    "stored_spans", "place_links", "place_candidates", "program_links", "program_topics",
    "organization_links", "person_links", "facts", "stored_mentions",
  ]
}
