/// The pairs of adjacent characters in folded texts, each once, as tokens of a full-text index.
///
/// An index of single characters walks through every article that has one of a phrase's
/// characters, and the frequent ones stand in nearly all. Pairs are so much rarer that the
/// articles with all pairs of a phrase are found in a tenth of the time; they are few more than
/// those with the phrase, and are read to tell. Nie, Gao, Zhang & Zhou, “On the use of words and
/// n-grams for Chinese information retrieval” (2000), compare single characters and pairs.
package struct CharacterPairs {
  /// The two characters of a pair, as the halves of a number.
  private var keys: [UInt64] = []

  /// Makes an empty set.
  package init() {}

  /// Adds the pairs of one text, which must be folded.
  package mutating func add(_ folded: [Unicode.Scalar]) {
    for (first, second) in zip(folded, folded.dropFirst()) {
      keys.append(UInt64(first.value) << 32 | UInt64(second.value))
    }
  }

  /// Whether no text had a pair.
  package var isEmpty: Bool { keys.isEmpty }

  /// The pairs, each once, in the order of their code points, with a space between.
  package var tokens: String { tokens(separatedBy: " ") }

  /// The same as a query of FTS5 for what has all of them; no query where there is none.
  package var query: String { "\"" + tokens(separatedBy: "\" \"") + "\"" }

  private func tokens(separatedBy separator: String) -> String {
    var tokens: [UInt8] = []
    tokens.reserveCapacity(keys.count * (6 + separator.utf8.count))
    var last: UInt64 = 0
    for key in keys.sorted() where key != last {
      if last != 0 { tokens.append(contentsOf: separator.utf8) }
      for half in [key >> 32, key & 0xFFFF_FFFF] {
        Unicode.Scalar(UInt32(half)).map { FoldedText.append($0, to: &tokens) }
      }
      last = key
    }
    return String(decoding: tokens, as: UTF8.self)
  }
}
