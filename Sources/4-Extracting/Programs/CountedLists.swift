import Matching
import Model

/// Initiatives that a list names before the count that sums them up, with its head noun for each:
/// 县道升级、乡道改造和通村公路“三大工程”.
struct CountedLists {
  private let passage: Passage
  private var text: [Unicode.Scalar] { passage.text }

  /// Prepares the rule for one passage.
  init(_ passage: Passage) { self.passage = passage }

  /// The initiatives, in reading order.
  func candidates() -> [ProgramCandidate] {
    text.indices.dropFirst(8).flatMap { index -> [ProgramCandidate] in
      guard index + 2 < text.count, Self.counters.contains(text[index + 1]),
        let count = Self.numerals.firstIndex(of: text[index] == "两" ? "二" : text[index]),
        let head = ProgramLexicon.heads.longestMatch(in: text, at: index + 2),
        head.value.headClass == .strong || passage.has("活动", at: index + 2)
      else { return [] }
      return list(of: count, before: index, head: index + 2..<index + 2 + head.length, head.value)
    }
  }

  private static let numerals = Array("〇一二三四五六七八九十".unicodeScalars)
  private static let counters = ScalarSet("大项个")
  /// The code points that one item may have.
  private static let lengths = 3...16

  private func list(
    of count: Int, before numeral: Int, head: Range<Int>, _ value: ProgramLexicon.Head
  ) -> [ProgramCandidate] {
    let isMarked = text[numeral - 1].opensQuotation
    let least = value.kind == .campaign ? 2 : Self.lengths.lowerBound
    guard count > 1,
      let items = items(count, least: least, before: isMarked ? numeral - 1 : numeral)
    else { return [] }
    let isClosed = isMarked && head.upperBound < text.count && text[head.upperBound].closesQuotation
    return items.enumerated().map { index, item in
      let end = index < count - 1 ? item.upperBound : head.upperBound + (isClosed ? 1 : 0)
      let ending = text[item].ends(with: text[head]) ? "" : ProgramName.plain(text[head])
      return ProgramCandidate(
        range: item.lowerBound..<end, name: ProgramName.plain(text[item]) + ending,
        kind: value.kind, rule: "counted-list")
    }
  }

  /// As many items as are counted, nil where the list has more or fewer.
  private func items(_ count: Int, least: Int, before end: Int) -> [Range<Int>]? {
    var start = end
    while start > 0, !Self.stops.contains(text[start - 1]), end - start < 120 { start -= 1 }
    var items = text[start..<end].split(separator: "、").map { $0.startIndex..<$0.endIndex }
    guard let first = items.first, let last = items.last else { return nil }
    items[0] = listStart(in: first)..<first.upperBound
    if items.count < count, let joint = joint(in: items.count > 1 ? last : items[0]) {
      items[items.count - 1] = items[items.count - 1].lowerBound..<joint.lowerBound
      items.append(joint.upperBound..<last.upperBound)
    }
    if let end = items.last?.upperBound, text[end - 1] == "等" {
      items[items.count - 1] = items[items.count - 1].lowerBound..<end - 1
    }
    guard items.count == count,
      items.allSatisfy({ least <= $0.count && $0.count <= Self.lengths.upperBound })
    else { return nil }
    let isLong = items.reduce(0) { $0 + $1.count } >= 4 * count
    let isEven = least == 2 && items.allSatisfy { $0.count == 2 && !passage.isGeneric($0) }
    return isLong && items.allSatisfy { Self.lengths.contains($0.count) } || isEven ? items : nil
  }

  private static let stops = ScalarSet("，,。；;：:！？\n“”‘’「」『』《》()（）")

  /// Where a list starts: behind the first verb that introduces it.
  private func listStart(in range: Range<Int>) -> Int {
    for at in range {
      var start = at
      while start < range.upperBound,
        let verb = ProgramLexicon.cues.longestMatch(in: text, at: start, end: range.upperBound)
      {
        start += verb.length
      }
      if start > at { return start < range.upperBound && text[start] == "了" ? start + 1 : start }
    }
    return range.lowerBound
  }

  /// The 和, 与 or 以及 that joins the last two items.
  private func joint(in range: Range<Int>) -> Range<Int>? {
    let at = range.first { "和与及".unicodeScalars.contains(text[$0]) && passage.runStart[$0] > $0 }
    return at.map { at in (at > 0 && text[at - 1] == "以" ? at - 1 : at)..<at + 1 }
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func ends(with other: Self) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
