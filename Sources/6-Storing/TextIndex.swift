import Matching
import Model
import SQLite
import Scripts

/// The full-text indexes of articles: of their characters, of pairs of them, and, where the user
/// wants it, of three characters each for programs that know no other.
final class TextIndex {
  private let connection: Connection
  private let addText: Statement
  private let addPairs: Statement
  private let removeText: Statement
  private let removePairs: Statement
  private let addTrigrams: Statement?
  private let removeTrigrams: Statement?

  init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    addText = try connection.prepare(
      "INSERT INTO articles_fts (rowid, title, text) VALUES (:article_id, :title, :text)")
    addPairs = try connection.prepare(
      "INSERT INTO pairs_fts (rowid, pairs) VALUES (:article_id, :pairs)")
    removeText = try connection.prepare(
      """
      INSERT INTO articles_fts (articles_fts, rowid, title, text)
      VALUES ('delete', :article_id, :title, :text)
      """)
    removePairs = try connection.prepare(
      "INSERT INTO pairs_fts (pairs_fts, rowid, pairs) VALUES ('delete', :article_id, :pairs)")
    let hasTrigrams = try TrigramIndex(connection).exists()
    addTrigrams = hasTrigrams ? try connection.prepare(TrigramIndex.add) : nil
    removeTrigrams = hasTrigrams ? try connection.prepare(TrigramIndex.remove) : nil
  }

  /// Adds an article that is stored.
  func add(_ words: IndexedWords, article: Int) throws(SQLiteError) {
    try run(addText, addPairs, words, article)
    try addTrigrams?.run(["article_id": .integer(article)])
  }

  /// Removes an article that is still stored as it was when it was added.
  func remove(article: Int) throws(SQLiteError) {
    guard let words = try words(of: article) else { return }
    try run(removeText, removePairs, words, article)
    try removeTrigrams?.run(["article_id": .integer(article)])
  }

  /// Makes the indexes anew from the articles.
  func rebuild() throws(SQLiteError) {
    for index in ["articles_fts", "pairs_fts"] {
      try connection.execute("INSERT INTO \(index) (\(index)) VALUES ('delete-all')")
    }
    let articles = try connection.rows("SELECT article_id FROM articles ORDER BY article_id") {
      $0.integer(0) ?? 0
    }
    for article in articles {
      if let words = try words(of: article) { try run(addText, addPairs, words, article) }
    }
    if addTrigrams != nil { try TrigramIndex(connection).rebuild() }
  }

  /// The words of a stored article.
  private func words(of article: Int) throws(SQLiteError) -> IndexedWords? {
    let found = try connection.rows(
      "SELECT title, subtitle, text FROM articles WHERE article_id = :article",
      ["article": .integer(article)]
    ) { (titles: [$0.text(0), $0.text(1)].compactMap { $0 }, text: $0.text(2) ?? "") }
    guard let found = found.first else { return nil }
    let spans = try connection.rows(
      "SELECT DISTINCT sentence_start, sentence_length FROM facts WHERE article_id = :article",
      ["article": .integer(article)]
    ) { (start: $0.integer(0) ?? 0, length: $0.integer(1) ?? 0) }
    return IndexedWords(
      titles: found.titles, text: found.text,
      sentences: Self.words(of: found.text, at: spans))
  }

  /// The words at some spans of a text; none for a span outside of it.
  private static func words(of text: String, at spans: [(start: Int, length: Int)]) -> [String] {
    guard !spans.isEmpty else { return [] }
    let scalars = Array(text.unicodeScalars)
    return spans.map { span in
      guard span.start >= 0, span.length >= 0, span.length <= scalars.count - span.start else {
        return ""
      }
      return String(scalars: scalars[span.start..<span.start + span.length])
    }
  }

  private func run(
    _ texts: Statement, _ pairs: Statement, _ words: IndexedWords, _ article: Int
  ) throws(SQLiteError) {
    try texts.run([
      "article_id": .integer(article), "title": .text(words.title), "text": .text(words.text),
    ])
    try pairs.run(["article_id": .integer(article), "pairs": .text(words.pairs)])
  }
}
