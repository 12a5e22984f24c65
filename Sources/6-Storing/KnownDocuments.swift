import Glibc
package import Schema
import SQLite

/// A reader beside the writer that tells which originals the archive holds already; it sees what was
/// committed so far.
///
/// `@unchecked Sendable`: the connection is used with `mutex` held only.
package final class KnownDocuments: @unchecked Sendable {
  private var find: Statement?
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  /// Opens the archive for reading.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be read.
  package init(path: String) throws(ArchiveFileError) {
    let connection = try ArchiveFormat.read(path)
    do {
      find = try connection.prepare("SELECT 1 FROM documents WHERE sha256 = :sha256")
    } catch {
      throw ArchiveFileError(error, path: path)
    }
    mutex = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Whether a document has these bytes; a file that cannot be read just now has none.
  package func contains(sha256: String) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    var found = false
    do {
      try find?.forEach(["sha256": .text(sha256)]) { _ in found = true }
    } catch {
      return false  // The writer looks again before it stores.
    }
    return found
  }

  /// Lets go of the file, so that the writer can leave it in one piece.
  package func close() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    find = nil
  }
}
