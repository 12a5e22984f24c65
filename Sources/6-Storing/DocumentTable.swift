import Model
import SQLite
import Schema

/// Rows of documents, with their originals, names, edits and diagnostics.
final class DocumentTable {
  let articles: ArticleTable
  private let connection: Connection
  private let told: ToldDigest
  private let orphans: Orphans
  private let find: Statement
  private let insert: Statement
  private let insertOriginal: Statement
  private let insertName: Statement
  private let insertEdit: Statement
  private let reasons: NameTable
  private let insertDiagnostic: Statement
  private let give: Statement

  /// Prepares to store in a file whose digests `told` renews; beside another archive rows have the
  /// ids of its rows, and the file has no full-text indexes.
  init(
    _ connection: Connection, _ told: ToldDigest, beside twin: TwinRows? = nil
  ) throws(SQLiteError) {
    self.connection = connection
    self.told = told
    orphans = Orphans(connection)
    articles = try ArticleTable(connection, twin)
    find = try connection.prepare(
      "SELECT document_id, name, collection FROM documents WHERE sha256 = :sha256")
    insert = try connection.prepare(
      """
      INSERT INTO documents (document_id, name, url, sha256, media_type, charset, byte_count,
        saved_at, imported_at, status, error, original, rules)
      VALUES (:document_id, :name, :url, :sha256, :media_type, :charset, :byte_count, :saved_at,
        :imported_at, :status, :error, :original, :rules)
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
    reasons = try NameTable("edit_reasons", key: "reason_id", connection, twin)
    insertDiagnostic = try connection.prepare(
      """
      INSERT INTO diagnostics (document_id, byte_offset, message)
      VALUES (:document_id, :byte_offset, :message)
      """)
    give = try connection.prepare(
      """
      INSERT INTO given (document_id, key, value) VALUES (:document_id, :key, :value)
      ON CONFLICT DO UPDATE SET value = excluded.value
      """)
  }

  /// Forgets the row ids seen so far, since the rows may be undone.
  func forgetRows() {
    articles.forgetRows()
    reasons.forgetRows()
    orphans.forget()
  }

  /// Drops what the documents read again in this batch were the last to name.
  func dropOrphans() throws(SQLiteError) {
    if try orphans.drop() { articles.forgetRows() }
  }

  func store(
    _ record: DocumentRecord, _ file: SourceFile, _ visit: Visit
  ) throws(SQLiteError) -> ArchiveWriter.Outcome {
    if try remember(name: record.name, sha256: record.sha256, visit.given) { return .unchanged }
    try dropFailures(name: record.name)
    let original = try storeOriginal(file, sha256: record.sha256, modified: visit.modified)
    let id = try insertRow(record, at: visit.time, original: original)
    try insertName.run(["name": .text(record.name), "document_id": .integer(id)])
    try give(visit.given, to: id)
    try told.add(id)
    try storeContents(record, document: id, name: record.name)
    return .stored
  }

  /// Stores what was read under ids that are given, the articles' by their ordinals, with no
  /// original and nothing that was told.
  func mirror(
    _ record: DocumentRecord, id: Int, articles ids: [Int: Int]
  ) throws(SQLiteError) {
    _ = try insertRow(record, id: id, at: "", original: nil)
    try storeContents(record, document: id, name: record.name, reusing: ids)
  }

  private func insertRow(
    _ record: DocumentRecord, id: Int? = nil, at time: String, original: String?
  ) throws(SQLiteError) -> Int {
    try insert.run([
      "document_id": .integer(id), "name": .text(record.name), "url": .text(record.url),
      "sha256": .text(record.sha256.isEmpty ? nil : record.sha256),
      "media_type": .text(record.mediaType),
      "charset": .text(record.charset), "byte_count": .integer(record.byteCount),
      "saved_at": .text(record.savedAt), "imported_at": .text(time),
      "status": .text(record.status.rawValue), "error": .text(record.error),
      "original": .text(original), "rules": .text(record.rules),
    ])
    return Int(connection.lastInsertedRow)
  }

  /// Keeps what was said of a document at import.
  private func give(_ given: Given, to id: Int) throws(SQLiteError) {
    for (key, value) in given.rows {
      try give.run(["document_id": .integer(id), "key": .text(key), "value": .text(value)])
    }
    guard let collection = given.collection else { return }
    try connection.prepare("UPDATE documents SET collection = :collection WHERE document_id = :id")
      .run(["collection": .text(collection), "id": .integer(id)])
  }

  /// Adds a name to the document with these bytes, and the collection it is said to belong to;
  /// false when there is none.
  ///
  /// A document is called by the first of its names in the order of their bytes, so that the order
  /// of imports does not matter.
  func remember(
    name: String, sha256: String, _ given: Given
  ) throws(SQLiteError) -> Bool {
    var known: (id: Int, name: String, collection: String?)?
    try find.forEach(["sha256": .text(sha256)]) {
      known = ($0.integer(0) ?? 0, $0.text(1) ?? "", $0.text(2))
    }
    guard let known else { return false }
    let isMoved = given.collection != nil && given.collection != known.collection
    guard known.name != name || isMoved else { return true }
    try told.changing(known.id) { () throws(SQLiteError) in
      try insertName.run(["name": .text(name), "document_id": .integer(known.id)])
      if name.utf8.lexicographicallyPrecedes(known.name.utf8) { try rename(known.id, to: name) }
      // It was read as it was told to be when it was new.
      if isMoved { try give(Given(collection: given.collection), to: known.id) }
    }
    return true
  }

  func storeFailure(name: String, reason: String, at time: String) throws(SQLiteError) {
    try dropFailures(name: name)
    let record = DocumentRecord(
      name: name, sha256: "", mediaType: nil, charset: nil, byteCount: 0, status: .failed,
      error: reason)
    let id = try insertRow(record, at: time, original: nil)
    try insertName.run(["name": .text(name), "document_id": .integer(id)])
    try told.add(id)
  }

  func replace(_ record: DocumentRecord, id: Int) throws(SQLiteError) {
    try orphans.note(document: id)
    let kept = try articles.remove(document: id)
    for table in ["stored_edits", "diagnostics", "parts"] {
      try connection.prepare("DELETE FROM \(table) WHERE document_id = :id")
        .run(["id": .integer(id)])
    }
    try told.changing(id) { () throws(SQLiteError) in
      try connection.prepare(
        """
        UPDATE documents SET url = :url, media_type = :media_type, charset = :charset,
          saved_at = :saved_at, status = :status, error = :error, rules = :rules
        WHERE document_id = :id
        """
      ).run([
        "url": .text(record.url), "media_type": .text(record.mediaType),
        "charset": .text(record.charset), "saved_at": .text(record.savedAt),
        "status": .text(record.status.rawValue), "error": .text(record.error),
        "rules": .text(record.rules), "id": .integer(id),
      ])
    }
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
    try articles.store(record.articles, document: id, name: name, reusing: ids)
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
    let failures = try connection.rows(
      "SELECT document_id FROM documents WHERE name = :name AND sha256 IS NULL",
      ["name": .text(name)]
    ) { $0.integer(0) ?? 0 }
    for failure in failures {
      try told.changing(failure) { () throws(SQLiteError) in
        try connection.prepare("DELETE FROM documents WHERE document_id = :id")
          .run(["id": .integer(failure)])
      }
    }
  }

  /// The original has the whole; what a menu prints need not be stored twice.
  private static func cut(_ printed: String) -> String {
    printed.unicodeScalars.count <= 200
      ? printed : String(String.UnicodeScalarView(printed.unicodeScalars.prefix(200))) + "…"
  }
}
