import Model
import SQLite
import Scripts
import Topics

/// Rows of articles, with everything that belongs to one.
final class ArticleTable {
  private let connection: Connection
  private let entities: EntityTables
  private let facts: FactTable
  private let insert: Statement
  private let insertByline: Statement
  private let insertSpan: Statement
  private let insertMention: Statement
  /// The full-text indexes; nil in a file that is only compared.
  private let index: TextIndex?
  /// Gives initiatives the user's own topics; nil where there are none.
  private(set) var topics: TopicTable?
  private let kindIDs: [String: Int]

  init(_ connection: Connection, _ twin: TwinRows?) throws(SQLiteError) {
    self.connection = connection
    entities = try EntityTables(connection, twin)
    facts = try FactTable(connection)
    insert = try connection.prepare(
      """
      INSERT INTO articles (article_id, document_id, document, ordinal, url, title, subtitle, kind,
        source, published, published_from, dateline, script, text, duplicate_of, title_byte_offset,
        title_byte_length)
      VALUES (:article_id, :document_id, :document, :ordinal, :url, :title, :subtitle, :kind,
        :source, :published, :published_from, :dateline, :script, :text, :duplicate_of, :title_byte_offset,
        :title_byte_length)
      """)
    insertByline = try connection.prepare(
      """
      INSERT INTO bylines (article_id, ordinal, name, role)
      VALUES (:article_id, :ordinal, :name, :role)
      """)
    insertSpan = try connection.prepare(
      """
      INSERT INTO stored_spans (article_id, start, length, byte_offset, byte_length)
      VALUES (:article_id, :start, :length, :byte_offset, :byte_length)
      """)
    insertMention = try connection.prepare(
      """
      INSERT INTO stored_mentions (article_id, start, length, kind_id, entity_id)
      VALUES (:article_id, :start, :length, :kind_id, :entity_id)
      ON CONFLICT DO NOTHING
      """)
    index = twin == nil ? try TextIndex(connection) : nil
    kindIDs = Dictionary(
      uniqueKeysWithValues: try connection.rows("SELECT name, kind_id FROM entity_kinds") {
        ($0.text(0) ?? "", $0.integer(1) ?? 0)
      })
  }

  func forgetRows() { entities.forgetRows() }

  /// Gives the initiatives of what is stored from now on the topics of a vocabulary, if any.
  func use(_ vocabulary: TopicVocabulary?) {
    topics = vocabulary.map {
      TopicTable(connection, ProgramTopics(vocabulary: $0), entities.programs)
    }
  }

  /// Stores the articles of one document; `ids` has for an ordinal the article id it had before,
  /// which it keeps.
  func store(
    _ records: [ArticleRecord], document: Int, name: String, reusing ids: [Int: Int]
  ) throws(SQLiteError) {
    var idOfOrdinal: [Int: Int] = [:]
    for record in records {
      try insertRow(
        record, id: ids[record.ordinal], document: document, name: name,
        duplicateOf: record.duplicateOf.flatMap { idOfOrdinal[$0] })
      let id = Int(connection.lastInsertedRow)
      idOfOrdinal[record.ordinal] = id
      try storeParts(record, article: id)
    }
  }

  /// Removes the articles of a document.
  ///
  /// - Returns: for each ordinal the article id it had.
  func remove(document: Int) throws(SQLiteError) -> [Int: Int] {
    let rows = try connection.rows(
      "SELECT article_id, ordinal FROM articles WHERE document_id = :document",
      ["document": .integer(document)]
    ) { (id: $0.integer(0) ?? 0, ordinal: $0.integer(1) ?? 0) }
    var ids: [Int: Int] = [:]
    for row in rows {
      ids[row.ordinal] = row.id
      try index?.remove(article: row.id)
    }
    try connection.prepare("DELETE FROM articles WHERE document_id = :document")
      .run(["document": .integer(document)])
    return ids
  }

  private func insertRow(
    _ record: ArticleRecord, id: Int?, document: Int, name: String, duplicateOf: Int?
  ) throws(SQLiteError) {
    try insert.run([
      "article_id": .integer(id), "document_id": .integer(document), "document": .text(name),
      "ordinal": .integer(record.ordinal), "url": .text(record.url), "title": .text(record.title),
      "subtitle": .text(record.subtitle), "kind": .text(record.kind.rawValue),
      "source": .text(record.source), "published": .text(record.published?.description),
      "published_from": .text(record.publishedFrom?.rawValue),
      "dateline": .text(record.dateline), "script": .text(record.script.rawValue),
      "text": .text(record.text), "duplicate_of": .integer(duplicateOf),
      "title_byte_offset": .integer(record.titleBytes?.byteOffset),
      "title_byte_length": .integer(record.titleBytes?.byteLength),
    ])
  }

  private func storeParts(_ record: ArticleRecord, article: Int) throws(SQLiteError) {
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
    let rows = try entities.store(record, article: article)
    for mention in record.mentions {
      try insertMention.run([
        "article_id": .integer(article), "start": .integer(mention.span.start),
        "length": .integer(mention.span.length),
        "kind_id": .integer(kindIDs[mention.kind.rawValue]),
        "entity_id": .integer(rows.id(of: mention)),
      ])
    }
    for (ordinal, fact) in record.facts.enumerated() {
      try facts.store(fact, ordinal, of: record, article: article, rows)
    }
    let words = IndexedWords(
      titles: [record.title, record.subtitle].compactMap { $0 }, text: record.text,
      sentences: record.facts.lazy.map(\.sentenceText))
    try index?.add(words, article: article)
    try topics?.apply(to: article)
  }
}
