import SQLite

/// Some words of a full-text index, each to be looked up as a query does.
///
/// To walk through an index is not to look a word up: that goes by a table of the first words of
/// its pages. A page of 4 kB has more than a hundred words, so that one word of sixteen comes across
/// any page that is not found, and words of several pages are all taken.
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
    if words % 16 == 0 || rows > 256 {
      samples.append((String(decoding: word, as: UTF8.self), rows))
    }
    words += 1
    rows = 0
  }

  /// Looks the words up in a table of `fts5vocab`; `miss` gets each that has other rows.
  mutating func expect(
    in table: String, of connection: Connection, miss: (String) -> Void
  ) throws(SQLiteError) {
    if rows > 0 { end() }
    let find = try connection.prepare("SELECT count(*) FROM \(table) WHERE term = :word")
    for sample in samples {
      var found = 0
      try find.forEach(["word": .text(sample.word)]) { found = $0.integer(0) ?? 0 }
      if found != sample.rows { miss(sample.word) }
    }
  }
}
