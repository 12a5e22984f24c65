package import Model
package import Schema
import SQLite

/// A document of the archive with its original bytes.
package struct StoredOriginal: Sendable {
  /// Its row.
  package let document: Int
  /// Its bytes and name; nil where they are damaged or too many.
  package let file: SourceFile?
  /// Whether it has more bytes than are to be read.
  package let isTooLarge: Bool
  /// Its name.
  package let name: String
  /// The digest its row tells.
  package let sha256: String
  /// The encoding asked for at import.
  package let charsetGiven: String?
}

/// The originals inside an archive, by the order of their rows.
package final class StoredOriginals {
  /// Which documents.
  package enum Choice: Sendable {
    /// Every one.
    case all
    /// Those that were read by rules older than a version, or by none that has a number.
    case olderThan(Int)
  }

  private let path: String
  private var find: Statement?
  private let olderThan: Int?
  private let sizeLimit: Int
  /// The first row that may be next; nil when there is none left.
  private var start: Int? = Int.min

  /// Opens the originals of an archive.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - choice: which documents.
  ///   - sizeLimit: the most bytes that an original is unpacked to: half a megabyte of zlib may hold
  ///     512 MiB, and reading takes twenty times as much.
  /// - Throws: `ArchiveFileError` when the file cannot be read.
  package init(path: String, _ choice: Choice, sizeLimit: Int) throws(ArchiveFileError) {
    self.path = path
    self.sizeLimit = sizeLimit
    let connection = try ArchiveFormat.read(path)
    find = try onFile(path) { () throws(SQLiteError) in
      try connection.prepare(
        """
        SELECT document_id, documents.name, sha256, charset_given, sz, data, byte_count
        FROM documents JOIN sqlar ON sqlar.name = documents.original
        WHERE document_id >= :start
          AND (:version IS NULL OR typeof(rules_version) <> 'integer' OR rules_version < :version)
        ORDER BY document_id LIMIT 1
        """)
    }
    if case .olderThan(let version) = choice { olderThan = version } else { olderThan = nil }
  }

  /// The next document; nil at the end.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be read any further.
  package func next() throws(ArchiveFileError) -> StoredOriginal? {
    guard let start else { return nil }
    var found: StoredOriginal?
    try onFile(path) { () throws(SQLiteError) in
      try find?.forEach(["start": .integer(start), "version": .integer(olderThan)]) {
        found = Self.original($0, sizeLimit)
      }
    }
    self.start = found.flatMap { $0.document == Int.max ? nil : $0.document + 1 }
    return found
  }

  /// Lets go of the file, so that a writer can leave it in one piece; there is no next one then.
  package func close() { (find, start) = (nil, nil) }

  /// The original of a row; one whose size is not the document's is not even unpacked.
  private static func original(_ row: borrowing Row, _ sizeLimit: Int) -> StoredOriginal {
    let name = row.text(1) ?? ""
    let size = row.integer(4) ?? -1
    let promised = row.integer(6) ?? -1
    // A size that no original has, or that is not the document's, is damage.
    let isTooLarge = size > sizeLimit && size <= PackedOriginal.largest && size == promised
    let bytes =
      isTooLarge ? nil : PackedOriginal.unpack(row.blob(5), size: size, promised: promised)
    return StoredOriginal(
      document: row.integer(0) ?? 0, file: bytes.map { SourceFile(name: name, bytes: $0) },
      isTooLarge: isTooLarge, name: name, sha256: row.text(2) ?? "", charsetGiven: row.text(3))
  }
}
