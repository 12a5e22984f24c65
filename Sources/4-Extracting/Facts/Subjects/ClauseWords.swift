import Matching

/// The verbs and adverbs of a run of words, found by the longest word at each position.
///
/// What lies between is taken for nouns; names and labels are nouns whole.
struct ClauseWords {
  /// A verb or adverb; nil class for an adverb.
  struct Word {
    let range: Range<Int>
    let verb: FactLexicons.VerbClass?
  }

  let range: Range<Int>
  private(set) var found: [Word] = []

  /// Reads the words of `from..<to`.
  init(_ passage: FencedText, from: Int, to: Int) {
    range = from..<max(from, to)
    let lexicons = FactLexicons.standard
    var at = from
    while at < to {
      guard !passage.isNamed[at], let word = Self.word(passage, at, to, lexicons) else {
        at += 1
        continue
      }
      found.append(word)
      at = word.range.upperBound
    }
  }

  private static func word(
    _ passage: FencedText, _ at: Int, _ end: Int, _ lexicons: FactLexicons
  ) -> Word? {
    let verb = lexicons.verbs.longestMatch(in: passage.scalars, at: at, end: end)
    let adverb = lexicons.adverbs.longestMatch(in: passage.scalars, at: at, end: end)
    if let verb, verb.length >= (adverb?.length ?? 0), verb.length > 1 || at + 1 == end {
      return Word(range: at..<at + verb.length, verb: verb.value)
    }
    guard let adverb, adverb.length > 1 else { return nil }
    return Word(range: at..<at + adverb.length, verb: nil)
  }

  /// Whether a verb of action is among them.
  var holdsAction: Bool { found.contains { $0.verb == .action || $0.verb == .nominal } }
}
