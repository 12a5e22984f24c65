import Matching
import Model

/// Projects that a list sets on lines of their own, as a year's list of works for the people does:
/// 三、县城供水管网改造工程.
struct ListedLines {
  private let passage: Passage
  private var text: [Unicode.Scalar] { passage.text }

  /// Prepares the rule for one passage.
  init(_ passage: Passage) { self.passage = passage }

  /// As few lines as make a list.
  private static let least = 3
  private static let lengths = 6...30

  /// The initiatives, in reading order; none where too few lines name one.
  func candidates() -> [ProgramCandidate] {
    guard passage.field == .body else { return [] }
    let found = text.indices.split { text[$0] == "\n" }
      .compactMap { candidate($0.startIndex..<$0.endIndex) }
    return found.count >= Self.least ? found : []
  }

  private func candidate(_ line: Range<Int>) -> ProgramCandidate? {
    let start = verbEnd(dateEnd(enumeratorEnd(line)), in: line)
    var end = line.upperBound
    while end > start, "；;。".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    end = bracketStart(before: end)
    for closing in ["建设", ""] {
      let own = end - (closing.isEmpty || !passage.has(closing, at: end - 2) ? 0 : 2)
      guard Self.lengths.contains(own - start),
        passage.has("工程", at: own - 2) || passage.has("项目", at: own - 2)
      else { continue }
      return isName(start..<own - 2)
        ? ProgramCandidate(
          range: start..<own, name: ProgramName.plain(text[start..<own]), kind: .project,
          rule: "listed-line") : nil
    }
    return nil
  }

  /// Words of a heading over projects rather than of one.
  private static let headings = WordSet(words: [
    "重点", "重大", "民生", "实事", "在建", "续建", "拟建", "一批", "各类", "谋划", "推进", "加快", "抓好", "做好", "实施", "完成",
    "着力",
    "持续", "深入", "大力", "全面", "开展", "启动", "加强", "强化", "聚焦", "坚持", "的",
  ])

  private func isName(_ words: Range<Int>) -> Bool {
    words.allSatisfy {
      !"，,、：:！!？?“”《》".unicodeScalars.contains(text[$0])
        && Self.headings.longestMatch(in: text, at: $0) == nil
    }
  }

  /// Where the numeral that numbers a line ends (三、; （三）).
  private func enumeratorEnd(_ line: Range<Int>) -> Int {
    var at = line.lowerBound
    while at < line.upperBound,
      ProgramName.numerals.contains(text[at]) || "（(".unicodeScalars.contains(text[at])
    {
      at += 1
    }
    var end = at
    while end < line.upperBound, "、.．）)".unicodeScalars.contains(text[end]) { end += 1 }
    return end > at ? end : line.lowerBound
  }

  /// The end of a year that a line starts with.
  private func dateEnd(_ start: Int) -> Int {
    var at = start
    while at < text.count, text[at].isASCIIDigit { at += 1 }
    return at > start && at < text.count && text[at] == "年" ? at + 1 : start
  }

  private static let verbs = WordSet(words: ["完成", "启动", "实施", "推进", "建设", "启动实施", "加快推进", "继续实施"])

  /// The end of the verb that a line starts with, if it ends as the item of a list does.
  private func verbEnd(_ start: Int, in line: Range<Int>) -> Int {
    guard start < line.upperBound, "；;。".unicodeScalars.contains(text[line.upperBound - 1]) else {
      return start
    }
    return start + (Self.verbs.longestMatch(in: text, at: start, end: line.upperBound)?.length ?? 0)
  }

  /// Where a phase in brackets that ends at `end` starts.
  private func bracketStart(before end: Int) -> Int {
    guard end > 0, "）)".unicodeScalars.contains(text[end - 1]) else { return end }
    return text[..<end].suffix(8).lastIndex { "（(".unicodeScalars.contains($0) } ?? end
  }
}
