import Model
import Reading
import Scripts
import SQLite
package import Schema
import Storing

/// Proves every invariant of the contract over every row of an archive.
package struct Verification {
  private let path: String
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
  }

  /// Opens an archive for reading.
  ///
  /// - Throws: `ArchiveFileError` when it is none.
  package init(path: String) throws(ArchiveFileError) {
    self.path = path
    connection = try ArchiveFormat.read(path)
  }

  /// Looks at every row; `report` gets each fault.
  ///
  /// - Returns: how much was looked at.
  /// - Throws: `ArchiveFileError` when the file cannot be read to its end.
  package func run(_ report: (Fault) -> Void) throws(ArchiveFileError) -> Extent {
    do {
      try checkFile(report)
      for invariant in RowInvariant.all { try check(invariant, report) }
      try checkSources(report)
      return try extent()
    } catch let error as SQLiteError {
      throw ArchiveFileError(error, path: path)
    } catch let error as ArchiveFileError {
      throw error
    } catch {
      preconditionFailure("reading an archive throws errors of the file only")
    }
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
    let rows = try connection.rows(invariant.sql) { $0.integer(0) ?? 0 }
    for row in rows {
      report(Fault(invariant: invariant.sentence, row: "\(invariant.table) \(row)"))
    }
  }

  private func checkSources(_ report: (Fault) -> Void) throws {
    let texts = try connection.prepare(
      "SELECT article_id, title, subtitle, text FROM articles WHERE document_id = :document")
    let spans = try connection.prepare(
      """
      SELECT start, length, byte_offset, byte_length FROM source_spans
      WHERE article_id = :article ORDER BY start
      """)
    let finders = (characters: try finder("articles_fts"), pairs: try finder("pairs_fts"))
    for original in try StoredOriginals(path: path, olderThan: nil) {
      guard let file = original.file, sha256(of: file.bytes) == original.sha256 else {
        report(
          Fault(
            invariant: "the original has the digest of its document",
            row: "documents \(original.document)"))
        continue
      }
      let proof = SourceProof(file, charset: original.charsetGiven)
      var articles: [(id: Int, text: String)] = []
      try texts.forEach(["document": .integer(original.document)]) { row in
        articles.append((row.integer(0) ?? 0, row.text(3) ?? ""))
      }
      for article in articles {
        let fault = proof.fault(
          in: Array(article.text.unicodeScalars), try sourceSpans(article.id, spans))
        if let fault { report(Fault(invariant: fault, row: "articles \(article.id)")) }
        try checkIndexes(article.id, article.text, finders, report)
      }
    }
  }

  private func sourceSpans(_ article: Int, _ find: Statement) throws(SQLiteError) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    try find.forEach(["article": .integer(article)]) { row in
      let start = max(0, row.integer(0) ?? 0)
      let length = max(0, row.integer(1) ?? 0)
      spans.append(
        SourceSpan(
          span: Span(start: start, end: start + length), byteOffset: row.integer(2) ?? -1,
          byteLength: row.integer(3) ?? -1))
    }
    return spans
  }

  /// Asks the indexes for words from the beginning, the middle and the end of a text.
  private func checkIndexes(
    _ article: Int, _ text: String, _ finders: Finders, _ report: (Fault) -> Void
  ) throws(SQLiteError) {
    let folded = FoldedText.fold(text.unicodeScalars)
    for start in Set([0, max(0, folded.count / 2 - 4), max(0, folded.count - 8)])
    where start < folded.count {
      let words = Array(folded[start..<min(start + 8, folded.count)])
      let characters = "text : \"\(FoldedText.tokens(ofFolded: words))\""
      for (index, find, match) in [
        ("articles_fts", finders.characters, characters),
        ("pairs_fts", finders.pairs, CharacterPairs([words]).query()),
      ] {
        guard let match, try !holds(find, match, article) else { continue }
        report(
          Fault(
            invariant: "the full-text index \(index) holds the words of the text",
            row: "articles \(article)"))
        return
      }
    }
  }

  /// Statements that ask an index whether an article holds words.
  private typealias Finders = (characters: Statement, pairs: Statement)

  private func finder(_ index: String) throws(SQLiteError) -> Statement {
    try connection.prepare(
      "SELECT 1 FROM \(index) WHERE \(index) MATCH :words AND rowid = :article")
  }

  private func holds(
    _ find: Statement, _ match: String, _ article: Int
  ) throws(SQLiteError) -> Bool {
    var isFound = false
    try find.forEach(["words": .text(match), "article": .integer(article)]) { _ in isFound = true }
    return isFound
  }

  private func extent() throws(SQLiteError) -> Extent {
    func count(_ table: String) throws(SQLiteError) -> Int {
      guard case .integer(let count) = try connection.value("SELECT count(*) FROM \(table)") else {
        return 0
      }
      return Int(count)
    }
    return Extent(
      documents: try count("documents"), articles: try count("articles"),
      facts: try count("facts"), mentions: try count("mentions"))
  }
}
