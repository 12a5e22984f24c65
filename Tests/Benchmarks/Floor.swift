import Scripts
import SQLite
import Schema

/// The least any import can cost: the rows of a finished archive, inserted into a fresh file of the
/// same schema with prepared statements and nothing else, in batches as the importer commits them.
enum Floor {
  /// Copies an archive; what that costs this process.
  ///
  /// The words of the full-text index, which cannot be read back, are put beside the archive
  /// before the clock starts.
  static func measure(
    archive: String, words: String, copy: String
  ) throws -> (wall: Double, processor: Double) {
    try spellWords(of: archive, into: words)
    _ = try ArchiveFormat.write(copy)
    let source = try RawDatabase(archive)
    try source.execute("ATTACH '\(words)' AS words")
    let target = try RawDatabase(copy)
    try target.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
    let last = try source.number("SELECT max(document_id) FROM documents")
    let tables = try tables(source, target)
    let start = (wall: wallClock(), processor: processorClock())
    for first in stride(from: 1, through: last, by: 256) {
      try target.execute("BEGIN IMMEDIATE")
      for table in tables { try table.copy(first...(first + 255)) }
      try target.execute("COMMIT")
    }
    try target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (wallClock() - start.wall, processorClock() - start.processor)
  }

  private static func spellWords(of archive: String, into path: String) throws {
    let words = try Connection(path, .create)
    try words.execute(
      """
      CREATE TABLE words (rowid INTEGER PRIMARY KEY, title, text, pairs, document_id); BEGIN
      """)
    let insert = try words.prepare(
      "INSERT INTO words VALUES (:id, :title, :text, :pairs, :document)")
    let articles = try Connection(archive, .readOnly)
    let rows = try articles.rows(
      """
      SELECT article_id, document_id, title, subtitle, text, (
        SELECT group_concat(sentence, char(1)) FROM (
          SELECT DISTINCT sentence FROM facts JOIN fact_sentences USING (fact_id)
          WHERE facts.article_id = articles.article_id))
      FROM articles
      """
    ) { row in (row.integer(0), row.integer(1), (2...5).map { row.text($0) }) }
    for (id, document, parts) in rows {
      let words = IndexedWords(
        titles: parts[..<2].compactMap { $0 }, text: parts[2] ?? "",
        sentences: (parts[3] ?? "").split(separator: "\u{1}").map(String.init))
      try insert.run([
        "id": .integer(id), "title": .text(words.title), "text": .text(words.text),
        "pairs": .text(words.pairs), "document": .integer(document),
      ])
    }
    try words.execute("COMMIT; CREATE INDEX words_document ON words (document_id)")
  }

  /// Every table, in an order that foreign keys allow.
  private static func tables(
    _ source: RawDatabase, _ target: RawDatabase
  ) throws -> [CopiedTable] {
    let inDocuments = "document_id BETWEEN ?1 AND ?2"
    let inArticles = "article_id IN (SELECT article_id FROM articles WHERE \(inDocuments))"
    var tables = [
      try CopiedTable(
        "sqlar", where: "name IN (SELECT original FROM documents WHERE \(inDocuments))", source,
        target)
    ]
    for name in ["documents", "document_names", "given", "diagnostics", "articles"] {
      tables.append(try CopiedTable(name, where: inDocuments, source, target))
    }
    for name in ["places", "programs", "organizations", "people", "edit_reasons"] {
      tables.append(try CopiedTable(name, where: "?1 = 1 AND ?2 > 1", source, target))
    }
    for name in [
      "bylines", "stored_spans", "program_topics", "place_links", "place_candidates",
      "program_links",
      "organization_links", "person_links", "facts", "stored_mentions",
    ] {
      tables.append(try CopiedTable(name, where: inArticles, source, target))
    }
    tables.append(try CopiedTable("stored_edits", where: inDocuments, source, target))
    for (index, columns) in [("articles_fts", "title, text"), ("pairs_fts", "pairs")] {
      tables.append(
        try CopiedTable(
          index, where: inDocuments, columns: "rowid, \(columns)", from: "words.words", source,
          target))
    }
    return tables
  }
}
