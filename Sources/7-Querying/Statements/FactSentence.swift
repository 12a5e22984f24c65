import SQLite

/// The sentences of facts for those who ask.
///
/// The file's view `fact_sentences` cuts each out of its article's text, which takes as long as the
/// text is: a yearbook with 27,000 numbers in one article took 8 s where its sentences are searched.
/// This connection has a view of its own in the place of it that gives the same and takes a twentieth
/// of a second, so that the SQL that is shown runs in any other shell, too.
enum FactSentence {
  /// The words; `f` is the facts table.
  static let sql = "(SELECT sentence FROM fact_sentences WHERE fact_id = f.fact_id)"

  /// Puts the view into a connection.
  static func prepare(_ connection: Connection) throws(SQLiteError) {
    let words = ArticleWords()
    try connection.addFunction("words_of_article", arguments: 3) {
      (connection, values) throws(SQLiteError) in
      guard
        case (.integer(let id), .integer(let start), .integer(let length)) =
          (values[0], values[1], values[2])
      else { return .null }
      return try words.words(of: Int(id), Int(start), Int(length), in: connection)
    }
    try connection.execute(
      """
      CREATE TEMP VIEW fact_sentences AS
      SELECT fact.fact_id, fact.sentence_start AS start, fact.sentence_length AS length,
        CASE WHEN fact.sentence_start < \(near)
          THEN substr(article.text, fact.sentence_start + 1, fact.sentence_length)
          ELSE words_of_article(article_id, fact.sentence_start, fact.sentence_length)
        END AS sentence
      FROM main.facts AS fact JOIN main.articles AS article USING (article_id)
      """)
  }

  /// Up to here, in characters, SQLite is quicker by itself: all of an ordinary article.
  private static let near = 20_000
}

/// Cuts words out of the text of one article after another.
private final class ArticleWords {
  private var article: Int?
  private var text: [UInt8] = []
  /// Where every 64th code point begins.
  private var marks: [Int] = []
  private static let step = 64

  /// The words at a place of an article's text, as `substr` gives them.
  func words(
    of id: Int, _ start: Int, _ length: Int, in connection: Connection
  ) throws(SQLiteError) -> Value {
    if id != article { try load(id, connection) }
    guard start >= 0, length >= 0, start / Self.step < marks.count else { return "" }
    let first = skip(start % Self.step, from: marks[start / Self.step])
    let last = skip(length, from: first)
    return .text(String(decoding: text[first..<last], as: UTF8.self))
  }

  private func load(_ id: Int, _ connection: Connection) throws(SQLiteError) {
    article = nil
    text =
      try connection.rows(
        "SELECT text FROM main.articles WHERE article_id = :id", ["id": .integer(id)]
      ) { $0.withText(0) { Array($0) } }.first ?? []
    marks = []
    var count = 0
    for at in text.indices where Self.begins(text[at]) {
      if count % Self.step == 0 { marks.append(at) }
      count += 1
    }
    article = id
  }

  /// Where so many code points further begin.
  private func skip(_ count: Int, from start: Int) -> Int {
    var (at, left) = (start, count)
    while at < text.count {
      if Self.begins(text[at]) {
        if left == 0 { return at }
        left -= 1
      }
      at += 1
    }
    return at
  }

  /// The bytes of a code point but the first are 10xxxxxx (RFC 3629).
  private static func begins(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
