/// How often a text prints each of its words, each counted once: a text without end may print one
/// name thousands of times.
final class WordCounts {
  private let text: [Unicode.Scalar]
  /// The starting places of words by their first two code points.
  private let starts: [Pair: [Int]]
  private var known: [ArraySlice<Unicode.Scalar>: Int] = [:]

  private struct Pair: Hashable {
    let first: Unicode.Scalar
    let second: Unicode.Scalar
  }

  /// Takes a text and the places where its words start.
  init(_ text: [Unicode.Scalar], starts: [Int]) {
    self.text = text
    self.starts = Dictionary(grouping: starts.filter { $0 + 1 < text.count }) {
      Pair(first: text[$0], second: text[$0 + 1])
    }
  }

  /// How often the words of a range, two code points or more, are printed.
  func count(of range: Range<Int>) -> Int {
    let word = text[range]
    if let count = known[word] { return count }
    let pair = Pair(first: text[range.lowerBound], second: text[range.lowerBound + 1])
    let count = starts[pair, default: []].count { at in
      at + range.count <= text.count && text[at..<at + range.count].elementsEqual(word)
    }
    known[word] = count
    return count
  }
}
