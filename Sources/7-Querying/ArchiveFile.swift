package import SQLite
import Schema
import Scripts

/// An archive opened for reading, and nothing else.
package final class ArchiveFile {
  /// The path it was opened under.
  package let path: String
  /// The connection, read only.
  package let connection: Connection

  /// Opens an archive.
  ///
  /// - Throws: `QueryError` for a file that is missing, no archive, of a newer program or broken.
  package init(_ path: String) throws(QueryError) {
    self.path = path
    Connection.boundMemory()
    do {
      connection = try ArchiveFormat.read(path)
    } catch {
      throw QueryError(error)
    }
    do {
      try FactSentence.prepare(connection)
    } catch {
      throw QueryError(error, reading: path)
    }
    try expectIndex()
  }

  /// An index of another release would answer with fewer rows, and say nothing.
  private func expectIndex() throws(QueryError) {
    let found = try rows("SELECT name, value FROM properties WHERE name IN ('index', 'folding')") {
      ($0.text(0) ?? "", $0.text(1) ?? "")
    }
    let versions = Dictionary(found) { first, _ in first }
    guard versions == IndexVersions.today else {
      throw QueryError(
        .damaged,
        "\(path): its search index is another release's; run `archive index -d \(path)` once")
    }
  }

  /// Runs one statement and passes each row to `body`.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func forEach(
    _ statement: SelectStatement, _ body: (borrowing Row) -> Void
  ) throws(QueryError) {
    do {
      try connection.prepare(statement.sql).forEach(statement.values, body)
    } catch {
      throw QueryError(error, reading: path)
    }
  }

  /// Runs one statement and collects what `read` makes of each row.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func rows<Result>(
    _ sql: String, _ values: [String: Value] = [:], _ read: (borrowing Row) -> Result
  ) throws(QueryError) -> [Result] {
    var results: [Result] = []
    try forEach(SelectStatement(sql: sql, values: values)) { results.append(read($0)) }
    return results
  }
}
