import Model
import SQLite
import Scripts

/// The full-text indexes: of articles, and of the sentences of their facts.
final class TextIndex {
  /// The words of one article as the indexes take them.
  struct Words {
    let title: String
    let text: String
    /// Empty for an article without facts.
    let sentences: String

    /// Takes the sentences of the facts in the order of their rows; repeats do not count.
    init(title: String?, subtitle: String?, text: String, sentences: [String]) {
      self.title = Self.join([title, subtitle].compactMap { $0 })
      self.text = FoldedText.tokens(of: text.unicodeScalars)
      var known: Set<String> = []
      self.sentences = Self.join(sentences.filter { known.insert($0).inserted })
    }

    /// A token that no text has keeps the parts from making a phrase together.
    private static func join(_ parts: [String]) -> String {
      parts.map { FoldedText.tokens(of: $0.unicodeScalars) }.joined(separator: " z0 ")
    }
  }

  private let addText: Statement
  private let addSentences: Statement
  private let removeText: Statement
  private let removeSentences: Statement

  init(_ connection: Connection) throws(SQLiteError) {
    addText = try connection.prepare(
      "INSERT INTO articles_fts (rowid, title, text) VALUES (:article_id, :title, :text)")
    addSentences = try connection.prepare(
      "INSERT INTO facts_fts (rowid, sentences) VALUES (:article_id, :sentences)")
    removeText = try connection.prepare(
      """
      INSERT INTO articles_fts (articles_fts, rowid, title, text)
      VALUES ('delete', :article_id, :title, :text)
      """)
    removeSentences = try connection.prepare(
      """
      INSERT INTO facts_fts (facts_fts, rowid, sentences)
      VALUES ('delete', :article_id, :sentences)
      """)
  }

  /// Adds an article.
  func add(_ words: Words, article: Int) throws(SQLiteError) {
    try run(addText, addSentences, words, article)
  }

  /// Removes an article, whose words must be those that were added.
  func remove(_ words: Words, article: Int) throws(SQLiteError) {
    try run(removeText, removeSentences, words, article)
  }

  private func run(
    _ texts: Statement, _ sentences: Statement, _ words: Words, _ article: Int
  ) throws(SQLiteError) {
    try texts.run([
      "article_id": .integer(article), "title": .text(words.title), "text": .text(words.text),
    ])
    guard !words.sentences.isEmpty else { return }
    try sentences.run(["article_id": .integer(article), "sentences": .text(words.sentences)])
  }
}
