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
    do {
      connection = try Connection(path, .readOnly)
      // Reads the header, so a file that is no database is found out here.
      let application = try connection.value("PRAGMA application_id")
      let version = try connection.value("PRAGMA user_version")
      try Self.check(application: application, version: version, path)
    } catch let error as QueryError {
      throw error
    } catch let error as SQLiteError {
      throw error.reason == .cannotOpen
        ? QueryError(
          .cannotRead,
          "\(path) cannot be opened: \(error.message); name the archive with -d FILE, or make one "
            + "with `archive import`")
        : QueryError(error, reading: path)
    } catch {
      throw QueryError(.cannotRead, "\(path) cannot be read: \(error)")
    }
  }

  private static func check(
    application: Value, version: Value, _ path: String
  ) throws(QueryError) {
    guard application == .integer(Migrations.applicationID) else {
      throw QueryError(
        .damaged, "\(path) is not an archive: it is an SQLite file of another program")
    }
    guard case .integer(let version) = version, version <= Migrations.all.count else {
      throw QueryError(
        .damaged, "\(path) was written by a newer version of archive; use that version to read it")
    }
    guard version > 0 else {
      throw QueryError(.damaged, "\(path) is not finished: it has no tables; import into it again")
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
