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

  /// Takes the pairs of texts, which must be folded; none of two texts.
  package init(_ folded: [[Unicode.Scalar]]) {
    for text in folded {
      for (first, second) in zip(text, text.dropFirst()) {
        keys.append(UInt64(first.value) << 32 | UInt64(second.value))
      }
    }
  }

  /// The pairs, each once, in the order of their code points, with a space between.
  ///
  /// - Parameter mark: what stands before each pair, to tell the pairs of a part from those of all.
  /// - Returns: the tokens, empty where there is no pair.
  package func tokens(marked mark: String = "") -> String { text(mark, " ", "") }

  /// The same as a query of FTS5 for what has all of them; nil where there is none.
  package func query(marked mark: String = "") -> String? {
    keys.isEmpty ? nil : text("\"" + mark, " ", "\"")
  }

  private func text(_ before: String, _ between: String, _ after: String) -> String {
    let (start, end) = (Array(before.utf8), Array(after.utf8))
    let next = end + Array(between.utf8) + start
    var text = start
    text.reserveCapacity(keys.count * (6 + next.count) + start.count + end.count)
    var last: UInt64 = 0
    for key in keys.sorted() where key != last {
      if last != 0 { text.append(contentsOf: next) }
      FoldedText.append(key >> 32, to: &text)
      FoldedText.append(key & 0xFFFF_FFFF, to: &text)
      last = key
    }
    return last == 0 ? "" : String(decoding: text + end, as: UTF8.self)
  }

  /// Marks the pairs that stand in the sentence of a fact: no character is written so.
  package static var inSentences: String { "·" }
}
