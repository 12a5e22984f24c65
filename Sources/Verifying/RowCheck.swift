import Model
import SQLite
import Schema
import Scripts
import Storing

/// Proves that an archive is whole and its rows go together, whatever its originals give: the file,
/// the types of columns, links, quotes, what was told, and the full-text indexes.
struct RowCheck {
  private let connection: Connection
  private let report: Report

  /// Looks at every row of an archive.
  ///
  /// - Throws: `ArchiveFileError` when it cannot be read to its end.
  static func run(on path: String, _ report: Report) throws(ArchiveFileError) {
    let check = RowCheck(connection: try ArchiveFormat.read(path), report: report)
    try onFile(path) { () throws(SQLiteError) in
      try check.checkFile()
      for invariant in RowInvariant.all { try check.check(invariant) }
      try check.checkColumns()
      try check.checkArticles()
      try check.checkTold()
      try check.checkDigests()
    }
  }

  /// The text of an article, unless it has more code points than its original has bytes, which no
  /// reading makes: it would cost more than the archive seems to hold.
  static let text = "CASE WHEN length(text) <= byte_count THEN text ELSE '' END"

  private func checkFile() throws(SQLiteError) {
    let lines = try connection.rows("PRAGMA integrity_check") { $0.text(0) ?? "" }
    for line in lines where line != "ok" {
      report.tell(Fault(invariant: line, row: "file"))
    }
    let orphans = try connection.rows("PRAGMA foreign_key_check") { row in
      Fault(
        invariant: "no link points to a missing row of \(row.text(2) ?? "?")",
        row: "\(row.text(0) ?? "?") \(row.integer(1).map(String.init) ?? "?")")
    }
    orphans.forEach(report.tell)
  }

  private func check(_ invariant: RowInvariant) throws(SQLiteError) {
    let rows = try connection.rows(invariant.sql) { $0.text(0) ?? "?" }
    for row in rows {
      report.tell(Fault(invariant: invariant.sentence, row: "\(invariant.table) \(row)"))
    }
  }

  /// Each column holds what the schema declares; SQLite itself does not mind.
  private func checkColumns() throws(SQLiteError) {
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
      try check(invariant)
    }
  }

  /// Compares every article with its facts, and with the full-text indexes.
  private func checkArticles() throws(SQLiteError) {
    let facts = try connection.prepare(
      """
      SELECT fact_id, start, length, quote, sentence_start, sentence_length
      FROM facts WHERE article_id = :article
      """)
    let articles = try connection.prepare(
      "SELECT article_id, title, subtitle, \(Self.text) FROM articles LEFT JOIN documents USING (document_id)"
    )
    var indexes = try IndexProof(of: connection)
    try articles.forEach { (row) throws(SQLiteError) in
      let (article, text) = (row.integer(0) ?? 0, row.text(3) ?? "")
      let claims = try Self.claims(of: article, facts)
      let proof = claims.isEmpty ? nil : FactProof(text)
      for claim in claims {
        for fault in proof?.faults(in: claim) ?? [] {
          report.tell(Fault(invariant: fault, row: "facts \(claim.id)"))
        }
      }
      let words = IndexedWords(
        titles: [row.text(1), row.text(2)].compactMap { $0 }, text: text,
        sentences: claims.compactMap { proof?.sentence(of: $0) })
      indexes.expect(words, of: article)
      try indexes.expectTrigrams(title: row.text(1), text: text)
    }
    try indexes.compare(in: connection, report.tell)
  }

  private static func claims(
    of article: Int, _ find: Statement
  ) throws(SQLiteError) -> [FactProof.Claim] {
    var claims: [FactProof.Claim] = []
    try find.forEach(["article": .integer(article)]) { row in
      claims.append(
        FactProof.Claim(
          id: row.integer(0) ?? 0, start: row.integer(1) ?? -1, length: row.integer(2) ?? -1,
          quote: row.text(3) ?? "", sentenceStart: row.integer(4) ?? -1,
          sentenceLength: row.integer(5) ?? -1))
    }
    return claims
  }

  /// There is a digest of each table that has one, and no other.
  private func checkDigests() throws(SQLiteError) {
    let known = Set((ToldRows.ofDocuments + ToldRows.ofFile).map { ToldRows.property(of: $0.name) })
    let names = try connection.rows(
      "SELECT name FROM properties WHERE name GLOB 'digest: *'"
    ) { $0.text(0) ?? "" }
    for name in names where !known.contains(name) {
      report.tell(Fault(invariant: "no such digest is kept", row: "properties “\(name)”"))
    }
  }

  /// Compares what was told, and cannot be read, with the digests that its writer kept.
  private func checkTold() throws(SQLiteError) {
    for table in ToldRows.ofDocuments + ToldRows.ofFile {
      let sum = try ToldRows.sum(try connection.prepare(table.rows))
      let kept = try Properties(connection).value(of: ToldRows.property(of: table.name))
      guard kept != ToldRows.text(of: sum) else { continue }
      report.tell(
        Fault(
          invariant: "something that no original gives (\(table.columns)) is not as it was stored",
          row: table.name))
    }
  }
}
