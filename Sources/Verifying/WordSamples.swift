import SQLite

/// Some words of a full-text index, each to be looked up as a query does.
///
/// To walk through an index is not to look a word up: that goes by a table of the first words of
/// its pages. A page of 4 kB has more than a hundred words but where one has many rows, so that one
/// word of sixteen, and each with many rows, comes across any page that is not found.
struct WordSamples {
  private var word: [UInt8] = []
  private var rows = 0
  private var words = 0
  private var samples: [(word: String, rows: Int)] = []

  /// Takes the word of the next row; the rows of a word follow each other.
  mutating func count(_ next: UnsafeBufferPointer<UInt8>) {
    if rows > 0, !next.elementsEqual(word) { end() }
    if rows == 0 { word = Array(next) }
    rows += 1
  }

  private mutating func end() {
    if words % 16 == 0 || rows > Self.many {
      samples.append((String(decoding: word, as: UTF8.self), min(rows, Self.many)))
    }
    words += 1
    rows = 0
  }

  /// The rows that are looked for at most: what follows them stands on the pages that follow.
  private static let many = 64

  /// Looks the words up in a table of `fts5vocab`; `miss` gets each that has other rows.
  mutating func expect(
    in table: String, of connection: Connection, miss: (String) -> Void
  ) throws(SQLiteError) {
    if rows > 0 { end() }
    let find = try connection.prepare(
      "SELECT count(*) FROM (SELECT 1 FROM \(table) WHERE term = :word LIMIT \(Self.many))")
    for sample in samples {
      var found = 0
      try find.forEach(["word": .text(sample.word)]) { found = $0.integer(0) ?? 0 }
      if found != sample.rows { miss(sample.word) }
    }
  }
}
