package import Model

/// Where the sentences of a text begin and end.
///
/// A sentence ends at 。！？… or a line end. One that goes on and on, as a bulletin's list of figures
/// does, is cut at its softer marks, so that looking through the sentence around a word never costs
/// more than `longest` steps.
package struct Sentences: Sendable {
  /// In code points: ten times what the longest sentences of ordinary news have.
  package static let longest = 1000

  private var starts: [Int] = []
  private var ends: [Int] = []

  /// Divides a text.
  package init(_ text: [Unicode.Scalar]) {
    var start = 0
    for index in text.indices where text[index].endsSentence || text[index] == "\n" {
      add(start..<index, of: text)
      start = index + 1
    }
    add(start..<text.count, of: text)
  }

  private mutating func add(_ range: Range<Int>, of text: [Unicode.Scalar]) {
    for piece in Self.pieces(of: range, in: text) {
      starts.append(piece.lowerBound)
      ends.append(piece.upperBound)
    }
  }

  /// The sentence that holds a position, its closing mark left out.
  package func sentence(around index: Int) -> Range<Int> {
    let following = starts.partitioningIndex { $0 > index }
    let number = max(0, following - 1)
    return starts[number]..<ends[number]
  }

  /// Where the sentence of the code point before `end` begins.
  package func start(before end: Int) -> Int { sentence(around: max(0, end)).lowerBound }

  /// Whether two positions stand in one sentence.
  package func isOne(_ from: Int, _ to: Int) -> Bool {
    sentence(around: from).lowerBound == sentence(around: to).lowerBound
  }

  /// A sentence in pieces of at most `longest` code points; of an ordinary one the whole.
  package static func pieces(
    of range: Range<Int>, in text: [Unicode.Scalar]
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    while range.upperBound - start > longest {
      let cut = softMark(in: start + longest / 2..<start + longest, of: text) ?? start + longest - 1
      pieces.append(start..<cut + 1)
      start = cut + 1
    }
    return pieces + [start..<range.upperBound]
  }

  /// The last ； of a run, else its last 、 or comma, else its last blank.
  private static func softMark(in range: Range<Int>, of text: [Unicode.Scalar]) -> Int? {
    let marks: [(Unicode.Scalar) -> Bool] = [
      { $0 == "；" || $0 == ";" }, { $0 == "、" || $0 == "，" || $0 == "," }, \.isSpace,
    ]
    return marks.lazy.compactMap { isMark in range.last { isMark(text[$0]) } }.first
  }

  /// What is told of a sentence beside a quote: of a long one some words round the quote, cut at
  /// its softer marks.
  ///
  /// - Returns: the sentence itself where it has at most 300 code points, else a part of it of about
  ///   that length that holds the quote.
  package static func part(
    of sentence: Span, around quote: Span, in text: [Unicode.Scalar]
  ) -> Span {
    // A quote that goes on over a cut takes its words with it.
    let sentence = Span(start: min(sentence.start, quote.start), end: max(sentence.end, quote.end))
    guard sentence.length > longestPart else { return sentence }
    let floor = max(sentence.start, quote.start - longestPart / 2)
    let ceiling = min(sentence.end, quote.end + longestPart / 2)
    let opening = (floor..<quote.start).first { isCut(text[$0]) }.map { $0 + 1 }
    let closing = (quote.end..<ceiling).last { isCut(text[$0]) }
    return Span(
      start: floor == sentence.start ? floor : opening ?? floor,
      end: ceiling == sentence.end ? ceiling : closing ?? ceiling)
  }

  /// Facts of one long sentence each kept it whole: 74 kB of a bulletin made a file of 240 MB.
  private static let longestPart = 300

  private static func isCut(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "；" || scalar == ";" || scalar == "、" || scalar == "，" || scalar.isSpace
  }
}
