import Model
import SQLite
import Schema

/// Rows of documents, with their originals, names, edits and diagnostics.
final class DocumentTable {
  private let articles: ArticleTable
  private let connection: Connection
  private let find: Statement
  private let insert: Statement
  private let insertOriginal: Statement
  private let insertName: Statement
  private let insertEdit: Statement
  private let reasons: NameTable
  private let insertDiagnostic: Statement
  private let deleteFailures: Statement

  init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    articles = try ArticleTable(connection)
    find = try connection.prepare("SELECT document_id, name FROM documents WHERE sha256 = :sha256")
    insert = try connection.prepare(
      """
      INSERT INTO documents (name, sha256, media_type, charset, byte_count, imported_at, status,
        error, original, charset_given, rules_version)
      VALUES (:name, :sha256, :media_type, :charset, :byte_count, :imported_at, :status,
        :error, :original, :charset_given, :rules_version)
      """)
    insertOriginal = try connection.prepare(
      """
      INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (:name, 33188, :mtime, :sz, :data)
      ON CONFLICT DO NOTHING
      """)
    insertName = try connection.prepare(
      """
      INSERT INTO document_names (name, document_id) VALUES (:name, :document_id)
      ON CONFLICT DO NOTHING
      """)
    insertEdit = try connection.prepare(
      """
      INSERT INTO stored_edits (document_id, ordinal, byte_offset, byte_length, printed,
        replacement, reason_id)
      VALUES (:document_id, :ordinal, :byte_offset, :byte_length, :printed, :replacement,
        :reason_id)
      """)
    reasons = try NameTable("edit_reasons", key: "reason_id", connection)
    insertDiagnostic = try connection.prepare(
      """
      INSERT INTO diagnostics (document_id, byte_offset, message)
      VALUES (:document_id, :byte_offset, :message)
      """)
    deleteFailures = try connection.prepare(
      "DELETE FROM documents WHERE name = :name AND sha256 IS NULL")
  }

  /// Forgets the row ids seen so far, since the rows may be undone.
  func forgetRows() {
    articles.forgetRows()
    reasons.forgetRows()
  }

  func store(
    _ record: DocumentRecord, _ file: SourceFile, _ visit: Visit
  ) throws(SQLiteError) -> ArchiveWriter.Outcome {
    if try remember(name: record.name, sha256: record.sha256) { return .unchanged }
    let original = try storeOriginal(file, sha256: record.sha256, modified: visit.modified)
    try insert.run([
      "name": .text(record.name), "sha256": .text(record.sha256),
      "media_type": .text(record.mediaType), "charset": .text(record.charset),
      "byte_count": .integer(record.byteCount), "imported_at": .text(visit.time),
      "status": .text(record.status.rawValue), "error": .text(record.error),
      "original": .text(original), "charset_given": .text(visit.charset),
      "rules_version": .integer(record.rulesVersion),
    ])
    let id = Int(connection.lastInsertedRow)
    try insertName.run(["name": .text(record.name), "document_id": .integer(id)])
    try dropFailures(name: record.name)
    try storeContents(record, document: id, name: record.name)
    return .stored
  }

  /// Adds a name to the document with these bytes; false when there is none.
  ///
  /// A document is called by the first of its names in the order of their bytes, so that the order
  /// of imports does not matter.
  func remember(name: String, sha256: String) throws(SQLiteError) -> Bool {
    var known: (id: Int, name: String)?
    try find.forEach(["sha256": .text(sha256)]) {
      known = ($0.integer(0) ?? 0, $0.text(1) ?? "")
    }
    guard let known else { return false }
    if known.name != name {
      try insertName.run(["name": .text(name), "document_id": .integer(known.id)])
      if name.utf8.lexicographicallyPrecedes(known.name.utf8) { try rename(known.id, to: name) }
    }
    return true
  }

  func storeFailure(
    name: String, reason: String, at time: String, rulesVersion: Int
  ) throws(SQLiteError) {
    try dropFailures(name: name)
    try insert.run([
      "name": .text(name), "sha256": nil, "media_type": nil, "charset": nil, "byte_count": 0,
      "imported_at": .text(time), "status": "failed", "error": .text(reason), "original": nil,
      "charset_given": nil, "rules_version": .integer(rulesVersion),
    ])
    let id = Int(connection.lastInsertedRow)
    try insertName.run(["name": .text(name), "document_id": .integer(id)])
  }

  func replace(_ record: DocumentRecord, id: Int) throws(SQLiteError) {
    let kept = try articles.remove(document: id)
    for table in ["stored_edits", "diagnostics"] {
      try connection.prepare("DELETE FROM \(table) WHERE document_id = :id")
        .run(["id": .integer(id)])
    }
    try connection.prepare(
      """
      UPDATE documents SET media_type = :media_type, charset = :charset, status = :status,
        error = :error, rules_version = :rules_version
      WHERE document_id = :id
      """
    ).run([
      "media_type": .text(record.mediaType), "charset": .text(record.charset),
      "status": .text(record.status.rawValue), "error": .text(record.error),
      "rules_version": .integer(record.rulesVersion), "id": .integer(id),
    ])
    try storeContents(record, document: id, name: record.name, reusing: kept)
  }

  private func storeContents(
    _ record: DocumentRecord, document id: Int, name: String, reusing ids: [Int: Int] = [:]
  ) throws(SQLiteError) {
    for (ordinal, edit) in record.edits.enumerated() {
      try insertEdit.run([
        "document_id": .integer(id), "ordinal": .integer(ordinal),
        "byte_offset": .integer(edit.byteOffset), "byte_length": .integer(edit.byteLength),
        "printed": .text(Self.cut(edit.printed)), "replacement": .text(edit.replacement),
        "reason_id": .integer(try reasons.id(of: edit.reason.rawValue)),
      ])
    }
    for diagnostic in record.diagnostics {
      try insertDiagnostic.run([
        "document_id": .integer(id), "byte_offset": .integer(diagnostic.byteOffset),
        "message": .text(diagnostic.message),
      ])
    }
    try articles.store(
      record.articles, document: id, name: name, rulesVersion: record.rulesVersion, reusing: ids)
  }

  /// Stores the bytes under the document's name, or beside another document of that name.
  private func storeOriginal(
    _ file: SourceFile, sha256: String, modified: Int
  ) throws(SQLiteError) -> String {
    let packed = PackedOriginal.pack(file.bytes)
    for name in [file.name, "\(file.name)@\(sha256.prefix(12))", sha256] {
      try insertOriginal.run([
        "name": .text(name), "mtime": .integer(modified), "sz": .integer(file.bytes.count),
        "data": .blob(packed),
      ])
      if connection.changes == 1 { return name }
    }
    // No writer of ours stores an original twice, or another under a digest.
    throw .contradiction("sqlar holds another original under the name \(sha256)")
  }

  private func rename(_ id: Int, to name: String) throws(SQLiteError) {
    for sql in [
      "UPDATE documents SET name = :name WHERE document_id = :id",
      "UPDATE articles SET document = :name WHERE document_id = :id",
    ] {
      try connection.prepare(sql).run(["name": .text(name), "id": .integer(id)])
    }
  }

  private func dropFailures(name: String) throws(SQLiteError) {
    try deleteFailures.run(["name": .text(name)])
  }

  /// The original has the whole; what a menu prints need not be stored twice.
  private static func cut(_ printed: String) -> String {
    printed.unicodeScalars.count <= 200
      ? printed : String(String.UnicodeScalarView(printed.unicodeScalars.prefix(200))) + "…"
  }
}
