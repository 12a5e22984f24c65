import Model
import Reading
import Scripts
import SQLite
package import Schema
import Storing

/// Proves the invariants of the contract over every row of an archive, in time and reading that
/// grow as the archive does.
package struct Verification {
  private let path: String
  private let sizeLimit: Int
  private let connection: Connection

  /// How much was looked at.
  package struct Extent: Sendable {
    /// Documents.
    package var documents = 0
    /// Articles.
    package var articles = 0
    /// Facts.
    package var facts = 0
    /// Mentions.
    package var mentions = 0
    /// Documents that other rules than this program's have read.
    package var ofOtherRules = 0
  }

  /// Opens an archive for reading; originals of more than `sizeLimit` bytes are faults.
  ///
  /// - Throws: `ArchiveFileError` when it is none.
  package init(path: String, sizeLimit: Int = PackedOriginal.usuallyLargest)
    throws(ArchiveFileError)
  {
    self.path = path
    self.sizeLimit = sizeLimit
    Connection.boundMemory()
    connection = try ArchiveFormat.read(path)
  }

  /// Looks at every row; `report` gets each fault.
  ///
  /// - Returns: how much was looked at.
  /// - Throws: `ArchiveFileError` when the file cannot be read to its end.
  package func run(_ report: (Fault) -> Void) throws(ArchiveFileError) -> Extent {
    try onFile(path) { () throws(SQLiteError) in
      try checkFile(report)
      for invariant in RowInvariant.all { try check(invariant, report) }
      try checkColumns(report)
      try checkArticles(report)
    }
    try checkSources(report)
    return try onFile(path) { () throws(SQLiteError) in try extent() }
  }

  private func checkFile(_ report: (Fault) -> Void) throws(SQLiteError) {
    let lines = try connection.rows("PRAGMA integrity_check") { $0.text(0) ?? "" }
    for line in lines where line != "ok" {
      report(Fault(invariant: line, row: "file"))
    }
    let orphans = try connection.rows("PRAGMA foreign_key_check") { row in
      Fault(
        invariant: "no link points to a missing row of \(row.text(2) ?? "?")",
        row: "\(row.text(0) ?? "?") \(row.integer(1).map(String.init) ?? "?")")
    }
    orphans.forEach(report)
  }

  private func check(_ invariant: RowInvariant, _ report: (Fault) -> Void) throws(SQLiteError) {
    let rows = try connection.rows(invariant.sql) { $0.text(0) ?? "?" }
    for row in rows {
      report(Fault(invariant: invariant.sentence, row: "\(invariant.table) \(row)"))
    }
  }

  /// Each column holds what the schema declares; SQLite itself does not mind.
  private func checkColumns(_ report: (Fault) -> Void) throws(SQLiteError) {
    for table in RowInvariant.tables {
      let columns = try connection.rows(
        "PRAGMA main.table_info(\"\(table)\")"
      ) {
        (
          name: $0.text(1) ?? "", type: $0.text(2) ?? "", isNeeded: $0[3] != 0 || $0[5] != 0,
          key: $0[5] == 1
        )
      }
      let wrong = columns.map { column in
        "typeof(\"\(column.name)\") NOT IN ('\(column.type.lowercased())'\(column.isNeeded ? "" : ", 'null'"))"
      }
      let key = columns.first { $0.key }?.name ?? "rowid"
      let invariant = RowInvariant(
        sentence: "every column holds what it is declared to hold", table: table,
        sql: "SELECT \"\(key)\" FROM \(table) WHERE \(wrong.joined(separator: " OR "))")
      try check(invariant, report)
    }
  }

  /// The text of an article, unless it has more code points than its original has bytes, which no
  /// reading makes: it would cost more than the archive seems to hold.
  private static let text = "CASE WHEN length(text) <= byte_count THEN text ELSE '' END"

  /// Compares every article with its facts, and with the full-text indexes.
  private func checkArticles(_ report: (Fault) -> Void) throws(SQLiteError) {
    let facts = try connection.prepare(
      "SELECT fact_id, start, length, quote, sentence FROM facts WHERE article_id = :article")
    let articles = try connection.prepare(
      "SELECT article_id, title, subtitle, \(Self.text) FROM articles LEFT JOIN documents USING (document_id)"
    )
    var indexes = IndexProof()
    try articles.forEach { (row) throws(SQLiteError) in
      let (article, text) = (row.integer(0) ?? 0, row.text(3) ?? "")
      let claims = try Self.claims(of: article, facts)
      Self.check(claims, in: text, report)
      let words = IndexedWords(
        titles: [row.text(1), row.text(2)].compactMap { $0 }, text: text,
        sentences: claims.lazy.map(\.sentence))
      indexes.expect(words, of: article)
    }
    try indexes.compare(in: connection, report)
  }

  private static func check(
    _ claims: [FactProof.Claim], in text: String, _ report: (Fault) -> Void
  ) {
    guard !claims.isEmpty else { return }
    let proof = FactProof(text)
    for claim in claims {
      for fault in proof.faults(in: claim) {
        report(Fault(invariant: fault, row: "facts \(claim.id)"))
      }
    }
  }

  private static func claims(
    of article: Int, _ find: Statement
  ) throws(SQLiteError) -> [FactProof.Claim] {
    var claims: [FactProof.Claim] = []
    try find.forEach(["article": .integer(article)]) { row in
      claims.append(
        FactProof.Claim(
          id: row.integer(0) ?? 0, start: row.integer(1) ?? -1, length: row.integer(2) ?? -1,
          quote: row.text(3) ?? "", sentence: row.text(4) ?? ""))
    }
    return claims
  }

  /// Decodes every original again and compares it with the texts made from it.
  private func checkSources(_ report: (Fault) -> Void) throws(ArchiveFileError) {
    let originals = try StoredOriginals(path: path, .all, sizeLimit: sizeLimit)
    let (texts, spans) = try onFile(path) { () throws(SQLiteError) in
      (
        try connection.prepare(
          """
          SELECT article_id, \(Self.text) FROM articles JOIN documents USING (document_id)
          WHERE document_id = :document
          """),
        try connection.prepare(
          """
          SELECT start, length, byte_offset, byte_length FROM source_spans
          WHERE article_id = :article ORDER BY start
          """)
      )
    }
    while let original = try originals.next() {
      if original.isTooLarge {
        report(
          Fault(
            invariant: "the original has more than \(sizeLimit >> 20) MiB and was not read; "
              + "--max-size allows more",
            row: "documents \(original.document)"))
        continue
      }
      guard let file = original.file, sha256(of: file.bytes) == original.sha256 else {
        report(
          Fault(
            invariant: "the original has the size and the digest of its document",
            row: "documents \(original.document)"))
        continue
      }
      let proof = SourceProof(file, charset: original.charsetGiven)
      try onFile(path) { () throws(SQLiteError) in
        for (article, text) in try Self.texts(of: original.document, texts) {
          let fault = proof.fault(
            in: Array(text.unicodeScalars), try Self.spans(of: article, spans))
          if let fault { report(Fault(invariant: fault, row: "articles \(article)")) }
        }
      }
    }
  }

  private static func texts(
    of document: Int, _ find: Statement
  ) throws(SQLiteError) -> [(article: Int, text: String)] {
    var texts: [(article: Int, text: String)] = []
    try find.forEach(["document": .integer(document)]) { row in
      texts.append((row.integer(0) ?? 0, row.text(1) ?? ""))
    }
    return texts
  }

  private static func spans(
    of article: Int, _ find: Statement
  ) throws(SQLiteError) -> [StoredSpan] {
    var spans: [StoredSpan] = []
    try find.forEach(["article": .integer(article)]) { row in
      spans.append(
        StoredSpan(
          start: row.integer(0) ?? -1, length: row.integer(1) ?? -1,
          byteOffset: row.integer(2) ?? -1, byteLength: row.integer(3) ?? -1))
    }
    return spans
  }

  private func extent() throws(SQLiteError) -> Extent {
    func count(_ rows: String) throws(SQLiteError) -> Int {
      guard case .integer(let count) = try connection.value("SELECT count(*) FROM \(rows)") else {
        return 0
      }
      return Int(count)
    }
    return Extent(
      documents: try count("documents"), articles: try count("articles"),
      facts: try count("facts"), mentions: try count("stored_mentions"),
      ofOtherRules: try count(
        "documents WHERE rules_version IS NOT \(rulesVersion) AND original IS NOT NULL"))
  }
}
