/// Proves for one article that its facts' quotes are the text at their places and stand in their
/// sentences.
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
    let sentenceStart: Int
    let sentenceLength: Int
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
    guard let quote = bytes(fact.start, fact.length), Array(text[quote]) == Array(fact.quote.utf8)
    else { return ["the quote of a fact is the text at its place"] }
    guard let sentence = bytes(fact.sentenceStart, fact.sentenceLength),
      sentence.contains(quote.lowerBound) || quote.isEmpty, sentence.upperBound >= quote.upperBound
    else { return ["a fact stands in its sentence, and the sentence in the text"] }
    return []
  }

  /// The words of a fact's sentence; nil where its place is none of the text.
  func sentence(of fact: Claim) -> String? {
    bytes(fact.sentenceStart, fact.sentenceLength).map { String(decoding: text[$0], as: UTF8.self) }
  }

  /// The bytes of a run of code points.
  private func bytes(_ start: Int, _ length: Int) -> Range<Int>? {
    guard start >= 0, length >= 0, start < starts.count, length < starts.count - start else {
      return nil
    }
    return starts[start]..<starts[start + length]
  }
}
