/// Proves for one article that its facts' quotes are the text at their places and stand in their
/// sentences, and the sentences in the text.
struct FactProof {
  private let text: [UInt8]
  /// Where each code point of the text begins, and where the last one ends.
  private let starts: [Int]

  /// A fact as the archive tells it, true or not.
  struct Claim {
    let id: Int
    let start: Int
    let length: Int
    let quote: String
    let sentence: String
  }

  init(_ text: String) {
    self.text = Array(text.utf8)
    // The bytes of a code point but the first are 10xxxxxx (RFC 3629).
    starts =
      self.text.indices.filter { [text = self.text] in text[$0] & 0xC0 != 0x80 }
      + [self.text.count]
  }

  /// The invariants that a fact breaks.
  func faults(in fact: Claim) -> [String] {
    let quote = Array(fact.quote.utf8)
    guard let start = place(fact.start), fact.length >= 0, fact.length < starts.count - fact.start,
      text[start..<starts[fact.start + fact.length]] == quote[...]
    else { return ["the quote of a fact is the text at its place"] }
    return isAround(quote, at: start, Array(fact.sentence.utf8))
      ? [] : ["a fact stands in its sentence, and the sentence in the text"]
  }

  private func place(_ start: Int) -> Int? { starts.indices.contains(start) ? starts[start] : nil }

  /// Whether a sentence stands in the text round a quote, which it holds.
  private func isAround(_ quote: [UInt8], at start: Int, _ sentence: [UInt8]) -> Bool {
    guard quote.count <= sentence.count else { return false }
    return (0...(sentence.count - quote.count)).contains { before in
      let first = start - before
      return first >= 0 && first + sentence.count <= text.count
        && text[first..<first + sentence.count] == sentence[...]
    }
  }
}
