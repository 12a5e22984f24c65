package import SQLite
import Schema

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
