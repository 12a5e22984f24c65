import SQLite
import Scripts

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

  private enum Index: String, CaseIterable {
    case characters = "articles_fts"
    case pairs = "pairs_fts"
  }

  /// Adds what the indexes should hold of an article.
  mutating func expect(_ words: IndexedWords, of article: Int) {
    slots.updateValue(slots.count, forKey: article)
    let characters = sum(of: words.text, .text) &+ sum(of: words.title, .title)
    let pairs = sum(of: words.pairs, .unplaced)
    sums[.characters]?.append(characters)
    sums[.pairs]?.append(pairs)
  }

  /// Walks through the indexes; `report` gets each fault.
  func compare(in connection: Connection, _ report: (Fault) -> Void) throws(SQLiteError) {
    for index in Index.allCases {
      let rests = try rests(of: index, in: connection) { stranger in
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
    of index: Index, in connection: Connection, stranger: (Int) -> Void
  ) throws(SQLiteError) -> [UInt64] {
    let words = "temp.words_of_\(index.rawValue)"
    try connection.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS \(words) USING fts5vocab (main, \(index.rawValue), instance)"
    )
    var rests = sums[index] ?? []
    var strangers: Set<Int> = []
    try connection.prepare("SELECT doc, term, col, \"offset\" FROM \(words)").forEach { row in
      let article = row.integer(0) ?? 0
      let column = row.withText(2) { Column($0) }
      let place = row.integer(3) ?? 0
      let word = row.withText(1) { number(of: $0, column, place) }
      if let slot = slots[article] {
        rests[slot] &-= word
      } else if strangers.insert(article).inserted {
        stranger(article)
      }
    }
    return rests
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

  /// A number for a word at its place: FNV-1a with a key of its own, mixed as in SplitMix64.
  private func number(
    of word: UnsafeBufferPointer<UInt8>, _ column: Column, _ place: Int
  ) -> UInt64 {
    var number = key
    for byte in word { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
    number ^= (UInt64(truncatingIfNeeded: place) << 2 | column.rawValue) &* 0x9E37_79B9_7F4A_7C15
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }
}
