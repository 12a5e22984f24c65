package import Model
package import Schema
import SQLite

/// A document of the archive with its original bytes.
package struct StoredOriginal: Sendable {
  /// Its row.
  package let document: Int
  /// Its bytes and name; nil where they are damaged.
  package let file: SourceFile?
  /// Its name.
  package let name: String
  /// The digest its row tells.
  package let sha256: String
  /// The encoding asked for at import.
  package let charsetGiven: String?
}

/// The originals inside an archive, by the order of their rows.
package final class StoredOriginals: Sequence, IteratorProtocol {
  private let find: Statement
  private var last = 0

  /// Opens the originals that rules older than `rulesVersion` have read; of all, if it is nil.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be read.
  package init(path: String, olderThan rulesVersion: Int?) throws(ArchiveFileError) {
    do {
      find = try ArchiveFormat.read(path).prepare(
        """
        SELECT document_id, documents.name, sha256, charset_given, sz, data,
          byte_count
        FROM documents JOIN sqlar ON sqlar.name = documents.original
        WHERE document_id > :last AND rules_version < :version
        ORDER BY document_id LIMIT 1
        """)
    } catch let error as SQLiteError {
      throw ArchiveFileError(error, path: path)
    } catch let error as ArchiveFileError {
      throw error
    } catch {
      preconditionFailure("opening throws errors of the file only")
    }
    version = rulesVersion ?? Int.max
  }

  private let version: Int

  /// The next document; nil at the end, or where the file cannot be read any further.
  package func next() -> StoredOriginal? {
    var found: StoredOriginal?
    try? find.forEach(["last": .integer(last), "version": .integer(version)]) { row in
      let name = row.text(1) ?? ""
      found = StoredOriginal(
        document: row.integer(0) ?? 0,
        file: PackedOriginal.unpack(
          row.blob(5), size: row.integer(4) ?? -1, promised: row.integer(6) ?? -1
        ).map { SourceFile(name: name, bytes: $0) },
        name: name, sha256: row.text(2) ?? "", charsetGiven: row.text(3))
    }
    if let found { last = found.document }
    return found
  }
}
