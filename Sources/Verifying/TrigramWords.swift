import SQLite

/// Takes texts apart into three characters each, as FTS5 itself does, in an index in memory.
struct TrigramWords {
  private let connection: Connection
  private let add: Statement
  private let words: Statement

  init() throws(SQLiteError) {
    connection = try Connection(":memory:", .create)
    try connection.execute(
      """
      CREATE VIRTUAL TABLE one USING fts5 (title, text, content='', tokenize="trigram");
      CREATE VIRTUAL TABLE words USING fts5vocab (one, instance); BEGIN
      """)
    add = try connection.prepare("INSERT INTO one (rowid, title, text) VALUES (1, :title, :text)")
    words = try connection.prepare(IndexProof.words(of: "words"))
  }

  /// Passes each word of an article to `body`.
  func forEach(
    title: String?, text: String, _ body: (borrowing Row) -> Void
  ) throws(SQLiteError) {
    try add.run(["title": .text(title), "text": .text(text)])
    try words.forEach { body($0) }
    try connection.execute("INSERT INTO one (one) VALUES ('delete-all')")
  }
}
