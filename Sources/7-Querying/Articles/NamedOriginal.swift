import SQLite
import Schema

/// An original of the archive under one of its names.
package struct NamedOriginal: Sendable {
  /// A name it was imported under.
  package let name: String
  /// The row of its document.
  package let document: Int
  /// Its size in bytes, as the archive tells.
  package let size: Int
  /// The digest its row tells.
  package let sha256: String
  /// Its last change, in seconds since 1970; 0 where none is known.
  package let modified: Int
}

extension ArchiveFile {
  /// The originals with a name, or with a name of a pattern (`*`, `?`, `[…]`), or all of them; in
  /// the order of their names, the newest document first.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func originals(named wanted: String?) throws(QueryError) -> [NamedOriginal] {
    try rows(
      """
      SELECT names.name, document_id, byte_count, sha256, mtime
      FROM (
        SELECT name, document_id FROM document_names
        UNION
        SELECT name, document_id FROM documents
      ) AS names
      JOIN documents USING (document_id)
      LEFT JOIN sqlar ON sqlar.name = documents.original
      WHERE sha256 IS NOT NULL
        AND (:wanted IS NULL OR names.name = :wanted OR names.name GLOB :wanted)
      ORDER BY names.name, document_id DESC
      """, ["wanted": wanted.map { .text($0) } ?? .null]
    ) { row in
      NamedOriginal(
        name: row.text(0) ?? "", document: row.integer(1) ?? 0, size: row.integer(2) ?? 0,
        sha256: row.text(3) ?? "", modified: row.integer(4) ?? 0)
    }
  }

  /// The bytes of an original; nil where they cannot be unpacked.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func bytes(of original: NamedOriginal) throws(QueryError) -> [UInt8]? {
    let found = try rows(
      """
      SELECT data, sz, byte_count FROM documents
      JOIN sqlar ON sqlar.name = documents.original
      WHERE document_id = :document
      """, ["document": .integer(original.document)]
    ) { row in
      PackedOriginal.unpack(
        row.blob(0), size: row.integer(1) ?? -1, promised: row.integer(2) ?? -1)
    }
    return found.first ?? nil
  }
}
