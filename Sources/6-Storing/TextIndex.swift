import Model
import SQLite
import Scripts

/// The full-text indexes of articles: of their characters, and of pairs of them.
final class TextIndex {
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
  func add(_ words: IndexedWords, article: Int) throws(SQLiteError) {
    try run(addText, addPairs, words, article)
  }

  /// Removes an article, whose words must be those that were added.
  func remove(_ words: IndexedWords, article: Int) throws(SQLiteError) {
    try run(removeText, removePairs, words, article)
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
