import Glibc
import Model
import Scripts
import Querying
import SQLite
import Schema
import Testing

/// A little archive in a folder of its own, gone when the test is over.
final class LittleArchive {
  let path: String
  private let folder: String
  private let writer: Connection

  /// Makes an empty archive.
  init() throws {
    var template = Array("/tmp/archive-querying-XXXXXX".utf8CString)
    folder = try #require(
      template.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
      })
    path = folder + "/archive.db"
    writer = try Connection(path, .create)
    try writer.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
    let writer = writer
    try Migrations.transaction(on: writer) { () throws(SQLiteError) in
      try Migrations.run(on: writer, from: 0)
      for (name, version) in IndexVersions.today {
        try writer.prepare("INSERT INTO properties (name, value) VALUES (:name, :value)")
          .run(["name": .text(name), "value": .text(version)])
      }
    }
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }

  /// The archive as queries open it.
  func open() throws -> ArchiveFile {
    try indexTexts()
    return try ArchiveFile(path)
  }

  /// Makes the full-text indexes anew.
  private func indexTexts() throws {
    for index in ["articles_fts", "pairs_fts"] {
      try run("INSERT INTO \(index) (\(index)) VALUES ('delete-all')")
    }
    let articles = try writer.rows(
      """
      SELECT article_id, title, text, (
        SELECT group_concat(sentence, '\u{1}') FROM facts JOIN fact_sentences USING (fact_id)
        WHERE facts.article_id = articles.article_id)
      FROM articles
      """
    ) { row in (row.integer(0), (1...3).map { row.text($0) ?? "" }) }
    for (article, parts) in articles {
      let words = IndexedWords(
        titles: [parts[0]], text: parts[1],
        sentences: parts[2].split(separator: "\u{1}").map(String.init))
      try run(
        "INSERT INTO articles_fts (rowid, title, text) VALUES (:id, :title, :text)",
        ["id": .integer(article), "title": .text(words.title), "text": .text(words.text)])
      try run(
        "INSERT INTO pairs_fts (rowid, pairs) VALUES (:id, :pairs)",
        ["id": .integer(article), "pairs": .text(words.pairs)])
    }
  }

  /// Runs a statement that changes the archive.
  func run(_ sql: String, _ values: KeyValuePairs<StaticString, Value> = [:]) throws {
    try writer.prepare(sql).run(values)
  }

  /// Adds a document with one original.
  func addDocument(_ id: Int, _ name: String, bytes: [UInt8] = []) throws {
    try run(
      "INSERT INTO sqlar VALUES (:name, 33188, 0, :size, :bytes)",
      ["name": .text(name), "size": .integer(bytes.count), "bytes": .blob(bytes)])
    try run(
      """
      INSERT INTO documents (document_id, name, media_type, charset, byte_count, imported_at, status,
        original, rules)
      VALUES (:id, :name, 'text/plain', 'utf-8', :size, '2024-01-01T00:00:00Z', 'ok', :name, :rules)
      """,
      [
        "id": .integer(id), "name": .text(name), "size": .integer(bytes.count),
        "rules": .text(rules),
      ])
  }

  /// Adds an article and its full text.
  func addArticle(
    _ id: Int, document: Int = 1, _ title: String, _ text: String, source: String? = nil,
    published: String? = nil, kind: String = "news", duplicateOf: Int? = nil
  ) throws {
    try run(
      """
      INSERT INTO articles (article_id, document_id, document, ordinal, title, kind, source,
        published, script, text, duplicate_of)
      VALUES (:id, :document, 'page.txt', :id, :title, :kind, :source, :published, 'Hans', :text,
        :first)
      """,
      [
        "id": .integer(id), "document": .integer(document), "title": .text(title),
        "kind": .text(kind), "source": .text(source), "published": .text(published),
        "text": .text(text), "first": .integer(duplicateOf),
      ])
  }

  /// Adds a place; the levels of its path are told by `levels`.
  func addPlace(_ id: Int, _ path: String, _ level: String, parent: Int? = nil) throws {
    let steps = path.split(separator: "/").map(String.init)
    let isUnderCity = steps.count > 2 || (steps.count == 2 && level == "city")
    let county = level == "county" ? steps.last : steps.count > 3 ? steps[2] : nil
    try run(
      """
      INSERT INTO places
      VALUES (:id, :name, :level, :parent, NULL, :path, :province, :city, :county, NULL, NULL)
      """,
      [
        "id": .integer(id), "name": .text(steps[steps.count - 1]), "level": .text(level),
        "parent": .integer(parent), "path": .text(path),
        "province": .text(steps.count > 1 || level == "province" ? steps[0] : nil),
        "city": .text(isUnderCity ? steps[1] : nil), "county": .text(county),
      ])
  }

  /// Ties a place to an article.
  func link(place: Int, article: Int) throws {
    try run(
      "INSERT INTO place_links (article_id, place_id, mentions) VALUES (:article, :place, 1)",
      ["article": .integer(article), "place": .integer(place)])
  }

  /// Adds a program and ties it to an article and a place.
  func addProgram(
    _ id: Int, _ name: String, kind: String = "target", topics: String, article: Int, place: Int?
  ) throws {
    try run(
      "INSERT INTO programs VALUES (:id, :name, :kind, :topics) ON CONFLICT DO NOTHING",
      ["id": .integer(id), "name": .text(name), "kind": .text(kind), "topics": .text(topics)])
    try run(
      """
      INSERT INTO program_links (article_id, program_id, place_id, printed, mentions)
      VALUES (:article, :id, :place, :name, 1)
      """,
      [
        "article": .integer(article), "id": .integer(id), "place": .integer(place),
        "name": .text(name),
      ])
    for topic in topics.split(separator: ",") {
      try run(
        """
        INSERT INTO program_topics VALUES (:article, :id, :topic, 'built-in') ON CONFLICT DO NOTHING
        """,
        ["article": .integer(article), "id": .integer(id), "topic": .text(String(topic))])
    }
  }

  /// Adds a fact; a sentence that the article does not have is put behind its text.
  func addFact(
    _ article: Int, _ quote: String, _ value: Double, _ unit: String, subject: String,
    kind: String = "count", place: Int? = nil, approx: String? = nil, upTo: Double? = nil,
    from: String? = nil, to: String? = nil, program: Int? = nil, sentence: String = ""
  ) throws {
    try run(
      """
      UPDATE articles SET text = text || char(10) || :sentence
      WHERE article_id = :article AND instr(text, :sentence) = 0
      """, ["article": .integer(article), "sentence": .text(sentence)])
    try run(
      """
      INSERT INTO facts (article_id, start, length, quote, value, value_max, unit, approx, subject,
        kind, place_id, place, path, city, time_start, time_end, program_id, program,
        sentence_start, sentence_length, rule)
      SELECT :article, 0, length(:quote), :quote, :value, :upTo, :unit, :approx, :subject, :kind,
        :place, (SELECT name FROM places WHERE place_id = :place),
        (SELECT path FROM places WHERE place_id = :place),
        (SELECT city FROM places WHERE place_id = :place), :from, :to, :program,
        (SELECT name FROM programs WHERE program_id = :program),
        (SELECT instr(text, :sentence) - 1 FROM articles WHERE article_id = :article),
        length(:sentence), 'test'
      """,
      [
        "article": .integer(article), "quote": .text(quote), "value": .real(value),
        "upTo": .real(upTo), "unit": .text(unit), "approx": .text(approx),
        "subject": .text(subject), "kind": .text(kind), "place": .integer(place),
        "from": .text(from), "to": .text(to), "program": .integer(program),
        "sentence": .text(sentence),
      ])
  }
}
