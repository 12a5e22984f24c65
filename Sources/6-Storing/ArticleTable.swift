import Model
import SQLite
import Scripts

/// Rows of articles, with everything that belongs to one.
final class ArticleTable {
  private let connection: Connection
  private let entities: EntityTables
  private let facts: FactTable
  private let insert: Statement
  private let insertByline: Statement
  private let insertSpan: Statement
  private let insertMention: Statement
  private let index: TextIndex
  private let kindIDs: [String: Int]

  init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    entities = try EntityTables(connection)
    facts = try FactTable(connection)
    insert = try connection.prepare(
      """
      INSERT INTO articles (article_id, document_id, document, ordinal, title, subtitle, kind,
        source, published, dateline, script, text, duplicate_of, title_byte_offset,
        title_byte_length, rules_version)
      VALUES (:article_id, :document_id, :document, :ordinal, :title, :subtitle, :kind,
        :source, :published, :dateline, :script, :text, :duplicate_of, :title_byte_offset,
        :title_byte_length, :rules_version)
      """)
    insertByline = try connection.prepare(
      """
      INSERT INTO bylines (article_id, ordinal, name, role)
      VALUES (:article_id, :ordinal, :name, :role)
      """)
    insertSpan = try connection.prepare(
      """
      INSERT INTO source_spans (article_id, start, length, byte_offset, byte_length)
      VALUES (:article_id, :start, :length, :byte_offset, :byte_length)
      """)
    insertMention = try connection.prepare(
      """
      INSERT INTO stored_mentions (article_id, start, length, kind_id, entity_id)
      VALUES (:article_id, :start, :length, :kind_id, :entity_id)
      ON CONFLICT DO NOTHING
      """)
    index = try TextIndex(connection)
    kindIDs = Dictionary(
      uniqueKeysWithValues: try connection.rows("SELECT name, kind_id FROM entity_kinds") {
        ($0.text(0) ?? "", $0.integer(1) ?? 0)
      })
  }

  func forgetRows() { entities.forgetRows() }

  /// Stores the articles of one document; `ids` has for an ordinal the article id it had before,
  /// which it keeps.
  func store(
    _ records: [ArticleRecord], document: Int, name: String, rulesVersion: Int,
    reusing ids: [Int: Int]
  ) throws(SQLiteError) {
    var idOfOrdinal: [Int: Int] = [:]
    for record in records {
      try insertRow(
        record, id: ids[record.ordinal], document: document, name: name,
        duplicateOf: record.duplicateOf.flatMap { idOfOrdinal[$0] }, rulesVersion: rulesVersion)
      let id = Int(connection.lastInsertedRow)
      idOfOrdinal[record.ordinal] = id
      try storeParts(record, article: id, rulesVersion: rulesVersion)
    }
  }

  /// Removes the articles of a document.
  ///
  /// - Returns: for each ordinal the article id it had.
  func remove(document: Int) throws(SQLiteError) -> [Int: Int] {
    let sql = """
      SELECT article_id, ordinal, title, subtitle, text FROM articles
      WHERE document_id = :document
      """
    var ids: [Int: Int] = [:]
    let rows = try connection.rows(sql, ["document": .integer(document)]) { row in
      (
        id: row.integer(0) ?? 0, ordinal: row.integer(1) ?? 0, title: row.text(2),
        subtitle: row.text(3), text: row.text(4) ?? ""
      )
    }
    for row in rows {
      ids[row.ordinal] = row.id
      let words = IndexedWords(
        titles: [row.title, row.subtitle].compactMap { $0 }, text: row.text,
        sentences: try sentences(ofArticle: row.id))
      try index.remove(words, article: row.id)
    }
    try connection.prepare("DELETE FROM articles WHERE document_id = :document")
      .run(["document": .integer(document)])
    return ids
  }

  private func sentences(ofArticle id: Int) throws(SQLiteError) -> [String] {
    try connection.rows(
      "SELECT DISTINCT sentence FROM facts WHERE article_id = :article", ["article": .integer(id)]
    ) { $0.text(0) ?? "" }
  }

  private func insertRow(
    _ record: ArticleRecord, id: Int?, document: Int, name: String, duplicateOf: Int?,
    rulesVersion: Int
  ) throws(SQLiteError) {
    try insert.run([
      "article_id": .integer(id), "document_id": .integer(document), "document": .text(name),
      "ordinal": .integer(record.ordinal), "title": .text(record.title),
      "subtitle": .text(record.subtitle), "kind": .text(record.kind.rawValue),
      "source": .text(record.source), "published": .text(record.published?.description),
      "dateline": .text(record.dateline), "script": .text(record.script.rawValue),
      "text": .text(record.text), "duplicate_of": .integer(duplicateOf),
      "title_byte_offset": .integer(record.titleBytes?.byteOffset),
      "title_byte_length": .integer(record.titleBytes?.byteLength),
      "rules_version": .integer(rulesVersion),
    ])
  }

  private func storeParts(
    _ record: ArticleRecord, article: Int, rulesVersion: Int
  ) throws(SQLiteError) {
    for (ordinal, byline) in record.bylines.enumerated() {
      try insertByline.run([
        "article_id": .integer(article), "ordinal": .integer(ordinal),
        "name": .text(byline.name), "role": .text(byline.role),
      ])
    }
    for span in record.sourceSpans {
      try insertSpan.run([
        "article_id": .integer(article), "start": .integer(span.span.start),
        "length": .integer(span.span.length), "byte_offset": .integer(span.byteOffset),
        "byte_length": .integer(span.byteLength),
      ])
    }
    let words = IndexedWords(
      titles: [record.title, record.subtitle].compactMap { $0 }, text: record.text,
      sentences: record.facts.lazy.map(\.sentenceText))
    try index.add(words, article: article)
    let rows = try entities.store(record, article: article, rulesVersion: rulesVersion)
    for mention in record.mentions {
      try insertMention.run([
        "article_id": .integer(article), "start": .integer(mention.span.start),
        "length": .integer(mention.span.length),
        "kind_id": .integer(kindIDs[mention.kind.rawValue]),
        "entity_id": .integer(rows.id(of: mention)),
      ])
    }
    for fact in record.facts {
      try facts.store(fact, of: record, article: article, rows, rulesVersion: rulesVersion)
    }
  }
}
