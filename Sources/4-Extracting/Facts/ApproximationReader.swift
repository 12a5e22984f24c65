import Matching
import Model

/// Reads how exact a number is from the words on either side.
struct ApproximationReader {
  private let passage: FencedText
  private var text: [Unicode.Scalar] { passage.scalars }
  private let words = FactLexicons.standard

  /// Reads a passage.
  init(_ passage: FencedText) { self.passage = passage }

  /// The approximation, and where the quote ends when 以上 or 左右 belongs to it.
  func approximation(of candidate: NumberCandidate) -> (approx: Approximation?, end: Int) {
    let end = candidate.range.upperBound
    if let word = words.approximators.longestMatch(in: text, at: end), word.value.stands == "after"
    {
      return (word.value.approx, end + word.length)
    }
    let inside = candidate.numeral.approx ?? candidate.measure?.approx
    return (inside ?? before(candidate.range.lowerBound, candidate), end)
  }

  private func before(_ start: Int, _ candidate: NumberCandidate) -> Approximation? {
    for length in stride(from: min(3, start), through: 1, by: -1) {
      let range = start - length..<start
      guard let word = words.approximators.value(of: text, in: range), word.stands == "before",
        isWord(range, candidate)
      else { continue }
      return word.approx
    }
    return ahead(of: start)
  }

  /// 近 is no approximation in 附近, nor 上 in 会上.
  private func isWord(_ range: Range<Int>, _ candidate: NumberCandidate) -> Bool {
    guard range.count == 1 else { return true }
    if text[range.lowerBound] == "上" {
      return candidate.numeral.script == .bare
        || candidate.numeral.value >= 1e4
          && candidate.numeral.script == .chinese
    }
    guard range.lowerBound > 0 else { return true }
    let before = text[range.lowerBound - 1]
    return !["附", "最", "临", "靠", "邻", "节", "制", "条", "违", "大"].contains(before)
      || text[range.lowerBound] == "约" && before == "大"
  }

  /// 约占户籍人口的46%, 大概需要四个月: the word stands before the verb.
  private func ahead(of start: Int) -> Approximation? {
    let limit = max(0, start - 12)
    var at = start
    while at > limit, passage.fences[at - 1] == .none, Figures.arabic(text[at - 1]) == nil {
      at -= 1
      guard text[at] == "约" || text[at] == "概", at > 0 || text[at] == "约" else { continue }
      if text[at] == "概" { return text[at - 1] == "大" ? .about : nil }
      let next = at + 1 < start ? text[at + 1] : "\n"
      return ["占", "有", "为", "需", "合"].contains(next) ? .about : nil
    }
    return nil
  }
}
