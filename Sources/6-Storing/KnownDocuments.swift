package import Schema
import SQLite

/// A reader beside the writer that tells which originals the archive holds already.
///
/// It belongs to one thread, and sees what was committed so far.
package final class KnownDocuments {
  private let connection: Connection
  private let find: Statement

  /// Opens the archive for reading.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be read.
  package init(path: String) throws(ArchiveFileError) {
    connection = try ArchiveFormat.read(path)
    do {
      find = try connection.prepare("SELECT 1 FROM documents WHERE sha256 = :sha256")
    } catch {
      throw ArchiveFileError(error, path: path)
    }
  }

  /// Whether a document has these bytes; a file that cannot be read just now has none.
  package func contains(sha256: String) -> Bool {
    var found = false
    do {
      try find.forEach(["sha256": .text(sha256)]) { _ in found = true }
    } catch {
      return false  // The writer looks again before it stores.
    }
    return found
  }
}
