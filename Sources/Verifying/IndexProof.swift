import SQLite
import Scripts
import Storing

/// Proves that the full-text indexes hold exactly the words of the articles.
///
/// For each article and index the words, each with its column and place, are added up as numbers
/// that only this run can know. An index is then walked once, word by word, and what it holds is
/// taken away again: nothing may remain. To ask it for the words of each article instead would
/// walk a frequent word's list once for every article.
struct IndexProof {
  /// For each article its place in the sums.
  private var slots: [Int: Int] = [:]
  private var sums: [Index: [UInt64]] = [.characters: [], .pairs: []]
  private let key = UInt64.random(in: .min ... .max)
  /// What takes a text apart into three characters each, where the archive has an index of them.
  private let trigrams: TrigramWords?

  private enum Index: String {
    case characters = "articles_fts"
    case pairs = "pairs_fts"
    case trigrams = "articles_trigram"
  }

  /// Begins with no article of an archive.
  init(of archive: Connection) throws(SQLiteError) {
    trigrams = try TrigramIndex(archive).exists() ? try TrigramWords() : nil
    if trigrams != nil { sums[.trigrams] = [] }
  }

  /// Adds what the indexes should hold of an article.
  mutating func expect(_ words: IndexedWords, of article: Int) {
    slots.updateValue(slots.count, forKey: article)
    let characters = sum(of: words.text, .text) &+ sum(of: words.title, .title)
    let pairs = sum(of: words.pairs, .unplaced)
    sums[.characters]?.append(characters)
    sums[.pairs]?.append(pairs)
  }

  /// Adds what the index of three characters each should hold of an article, if there is one.
  mutating func expectTrigrams(title: String?, text: String) throws(SQLiteError) {
    guard let trigrams else { return }
    var sum: UInt64 = 0
    try trigrams.forEach(title: title, text: text) { sum &+= number(of: $0) }
    sums[.trigrams]?.append(sum)
  }

  /// Walks through the indexes; `report` gets each fault.
  func compare(in connection: Connection, _ report: (Fault) -> Void) throws(SQLiteError) {
    for index in [Index.characters, .pairs, .trigrams] where sums[index] != nil {
      let rests = try rests(of: index, in: connection, report) { stranger in
        report(
          Fault(
            invariant: "the full-text index \(index.rawValue) holds words of articles only",
            row: "\(index.rawValue) \(stranger)"))
      }
      let faulty = slots.filter { rests[$0.value] != 0 }.keys.sorted()
      for article in faulty {
        report(
          Fault(
            invariant: "the full-text index \(index.rawValue) holds the words of the text",
            row: "articles \(article)"))
      }
    }
  }

  /// What remains of the sums when all is taken away that an index holds.
  private func rests(
    of index: Index, in connection: Connection, _ report: (Fault) -> Void, stranger: (Int) -> Void
  ) throws(SQLiteError) -> [UInt64] {
    let words = "temp.words_of_\(index.rawValue)"
    try connection.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS \(words) USING fts5vocab (main, \(index.rawValue), instance)"
    )
    var rests = sums[index] ?? []
    var strangers: Set<Int> = []
    var samples = WordSamples()
    try connection.prepare(Self.words(of: words)).forEach { row in
      let article = row.integer(3) ?? 0
      let word = number(of: row)
      row.withText(0) { samples.count($0) }
      if let slot = slots[article] {
        rests[slot] &-= word
      } else if strangers.insert(article).inserted {
        stranger(article)
      }
    }
    try samples.expect(in: words, of: connection) { word in
      report(
        Fault(
          invariant: "the full-text index \(index.rawValue) finds the word where it has it; "
            + "`archive index` makes it anew", row: "\(index.rawValue) “\(word)”"))
    }
    return rests
  }

  /// Selects the words of a table of `fts5vocab`, each with its column, its place and its article.
  static func words(of table: String) -> String {
    "SELECT term, col, \"offset\", doc FROM \(table)"
  }

  /// A number for a word at its place, of a row of such words.
  private func number(of row: borrowing Row) -> UInt64 {
    let column = row.withText(1) { Column($0) }
    let place = row.integer(2) ?? 0
    return row.withText(0) { number(of: $0, column, place) }
  }

  /// Where in an article a word is; the index of pairs keeps no places.
  private enum Column: UInt64 {
    case unplaced
    case text
    case title

    init(_ name: UnsafeBufferPointer<UInt8>) {
      self = name.isEmpty ? .unplaced : name.elementsEqual("title".utf8) ? .title : .text
    }
  }

  /// The sum of the words of a text with a space between.
  private func sum(of words: String, _ column: Column) -> UInt64 {
    var words = words
    return words.withUTF8 { bytes in
      var sum: UInt64 = 0
      var place = 0
      for word in bytes.split(separator: UInt8(ascii: " ")) {
        let number = number(of: UnsafeBufferPointer(rebasing: word), column, place)
        sum &+= number
        if column != .unplaced { place += 1 }
      }
      return sum
    }
  }

  /// A number for a word at its place.
  private func number(
    of word: UnsafeBufferPointer<UInt8>, _ column: Column, _ place: Int
  ) -> UInt64 {
    var hash = RowHash(key)
    hash.add(word)
    hash.add(UInt64(truncatingIfNeeded: place) << 2 | column.rawValue)
    return hash.value
  }
}
