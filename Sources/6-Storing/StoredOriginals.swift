package import Model
package import Schema
import SQLite

/// A document of the archive with its original bytes.
package struct StoredOriginal: Sendable {
  /// Which document it is, and how it was told to be read.
  package struct Identity: Sendable {
    /// Its row.
    package let document: Int
    /// Its name.
    package let name: String
    /// The digest its row tells.
    package let sha256: String
    /// The encoding asked for at import.
    package let charset: String?
    /// How the rules that have read it stand to this program's.
    package let age: RulesAge
  }

  /// Which document.
  package let identity: Identity
  /// Its bytes and name; nil where they are damaged or too many.
  package let file: SourceFile?
  /// Whether it has more bytes than are to be read.
  package let isTooLarge: Bool
}

/// The originals inside an archive, by the order of their rows.
package final class StoredOriginals {
  /// Which documents.
  package enum Choice: Sendable {
    /// Every one.
    case every
    /// Those that a later release has not read.
    case known
    /// Those that older rules have read, or others of this release.
    case older

    /// Whether documents that rules of some age have read are among them.
    package func takes(_ age: RulesAge) -> Bool {
      switch self {
      case .every: true
      case .known: age != .newer
      case .older: age == .older
      }
    }
  }

  private let path: String
  private var find: Statement?
  private let choice: Choice
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
        SELECT document_id, documents.name, sha256, (
            SELECT value FROM given
            WHERE given.document_id = documents.document_id AND key = 'charset'
          ), sz, data, byte_count, rules
        FROM documents JOIN sqlar ON sqlar.name = documents.original
        WHERE document_id >= :start AND (:today IS NULL OR rules <> :today)
        ORDER BY document_id LIMIT 1
        """)
    }
    self.choice = choice
  }

  /// The next document; nil at the end.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be read any further.
  package func next() throws(ArchiveFileError) -> StoredOriginal? {
    let today: Value = choice == .older ? .text(rules) : .null
    while let start {
      var found: StoredOriginal?
      try onFile(path) { () throws(SQLiteError) in
        try find?.forEach(["start": .integer(start), "today": today]) {
          found = Self.original($0, sizeLimit)
        }
      }
      self.start = found.flatMap {
        $0.identity.document == Int.max ? nil : $0.identity.document + 1
      }
      if let found, choice.takes(found.identity.age) { return found }
    }
    return nil
  }

  /// How many there are of each age of rules, and their bytes.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be read.
  package static func counts(
    in path: String
  ) throws(ArchiveFileError) -> [(age: RulesAge, files: Int, bytes: Int)] {
    let connection = try ArchiveFormat.read(path)
    return try onFile(path) { () throws(SQLiteError) in
      try connection.rows(
        """
        SELECT rules, count(*), CAST(total(byte_count) AS INTEGER) FROM documents
        WHERE original IS NOT NULL GROUP BY rules
        """
      ) { (RulesAge(of: $0.text(0) ?? ""), $0.integer(1) ?? 0, $0.integer(2) ?? 0) }
    }
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
      identity: StoredOriginal.Identity(
        document: row.integer(0) ?? 0, name: name, sha256: row.text(2) ?? "", charset: row.text(3),
        age: RulesAge(of: row.text(7) ?? "")),
      file: bytes.map { SourceFile(name: name, bytes: $0) }, isTooLarge: isTooLarge)
  }
}
