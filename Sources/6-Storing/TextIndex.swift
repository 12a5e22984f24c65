import Model
import SQLite
import Scripts

/// The full-text indexes of articles: of their characters, and of pairs of them.
final class TextIndex {
  /// The words of one article as the indexes take them.
  struct Words {
    let title: String
    let text: String
    let pairs: String

    /// Takes the sentences of the facts in any order; repeats do not count.
    init(title: String?, subtitle: String?, text: String, sentences: some Sequence<String>) {
      let titles = [title, subtitle].compactMap { $0 }.map { FoldedText.fold($0.unicodeScalars) }
      let text = FoldedText.fold(text.unicodeScalars)
      // A token that no text has keeps the two from making a phrase together.
      self.title = titles.map(FoldedText.tokens(ofFolded:)).joined(separator: " z0 ")
      self.text = FoldedText.tokens(ofFolded: text)
      var pairs = CharacterPairs()
      for part in titles + [text] { pairs.add(part) }
      var inSentences = CharacterPairs()
      for sentence in Set(sentences) {
        inSentences.add(FoldedText.fold(sentence.unicodeScalars))
      }
      self.pairs =
        pairs.tokens() + " " + inSentences.tokens(marked: CharacterPairs.inSentences)
    }
  }

  private let addText: Statement
  private let addPairs: Statement
  private let removeText: Statement
  private let removePairs: Statement

  init(_ connection: Connection) throws(SQLiteError) {
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
  }

  /// Adds an article.
  func add(_ words: Words, article: Int) throws(SQLiteError) {
    try run(addText, addPairs, words, article)
  }

  /// Removes an article, whose words must be those that were added.
  func remove(_ words: Words, article: Int) throws(SQLiteError) {
    try run(removeText, removePairs, words, article)
  }

  private func run(
    _ texts: Statement, _ pairs: Statement, _ words: Words, _ article: Int
  ) throws(SQLiteError) {
    try texts.run([
      "article_id": .integer(article), "title": .text(words.title), "text": .text(words.text),
    ])
    try pairs.run(["article_id": .integer(article), "pairs": .text(words.pairs)])
  }
}
