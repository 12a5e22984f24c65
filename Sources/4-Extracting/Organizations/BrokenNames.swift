import Divisions
import Matching

/// Names that a mark or a word breaks which bounds other names: 华美(中国)食品有限公司,
/// “金太阳”养羊合作社, 柳林县住房保障和房屋管理局.
struct BrokenNames {
  let passage: Passage
  let suffix: Range<Int>
  let kind: OrganizationLexicon.Suffix

  init(_ passage: Passage, suffix: Range<Int>, kind: OrganizationLexicon.Suffix) {
    self.passage = passage
    self.suffix = suffix
    self.kind = kind
  }

  private var text: [Unicode.Scalar] { passage.text }

  /// Where the whole name starts, nil for a name in one piece.
  var start: Int? {
    let index = runStart(endingAt: suffix.lowerBound)
    guard index > 2, suffix.lowerBound - index <= 10 else { return nil }
    switch text[index - 1] {
    case ")", "）": return kind == .named ? beforeBracket(index) : nil
    case "”": return kind == .named ? atQuotation(index) : nil
    case "和": return kind == .office ? beforeAnd(index) : nil
    default: return nil
    }
  }

  /// 华美|(中国)食品有限公司: a place or a word of business in brackets, a name before them.
  private func beforeBracket(_ index: Int) -> Int? {
    guard isBusiness, let open = opening("(（", before: index - 1, within: 8), open > 1,
      isPlaceOrTrade(open + 1..<index - 1)
    else { return nil }
    let start = nameStart(endingAt: open)
    return (2...14).contains(open - start) ? start : nil
  }

  private var isBusiness: Bool {
    ["公司", "集团", "银行", "企业"].contains {
      passage.has($0, at: suffix.upperBound - $0.unicodeScalars.count)
    }
  }

  private func isPlaceOrTrade(_ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    return Self.trades.longestMatch(in: text, at: range.lowerBound, end: range.upperBound) != nil
      || Gazetteer.shared.matches(in: text, at: range.lowerBound, end: range.upperBound)
        .contains { $0.length == range.count }
  }

  private static let trades = WordSet(words: ["中国", "集团", "控股", "香港", "澳门", "台湾", "国际", "亚洲"])

  /// “金太阳”|养羊合作社: a name in quotation marks, then only what sort of body it is.
  private func atQuotation(_ index: Int) -> Int? {
    guard isOwned, let open = opening("“", before: index - 1, within: 10),
      (2...8).contains(index - open - 2),
      text[open + 1..<index - 1].allSatisfy({ $0.isHan || $0.isASCIILetter }),
      !isOnlyGeneric(open + 1..<index - 1),
      isOnlyGeneric(index..<suffix.lowerBound) || isCooperative
    else { return nil }
    return open
  }

  private var isCooperative: Bool {
    passage.has("合作社", at: suffix.upperBound - 3) || passage.has("有限公司", at: suffix.upperBound - 4)
  }

  /// Bodies that people found and name.
  private var isOwned: Bool {
    ["合作社", "公司", "工作室", "救援队", "农场", "艺术团", "剧团", "基金会", "联合社", "酒店", "饭店", "超市"].contains {
      passage.has($0, at: suffix.upperBound - $0.unicodeScalars.count)
    }
  }

  /// 柳林县住房保障|和|房屋管理局: tasks of one office on both sides.
  private func beforeAnd(_ index: Int) -> Int? {
    guard index + 2 <= suffix.lowerBound, isOnlyGeneric(index..<suffix.lowerBound) else {
      return nil
    }
    let start = nameStart(endingAt: index - 1)
    guard start + 4 < index - 1, !holdsSuffix(start..<index - 1) else { return nil }
    let level = (start..<index - 2).last { "省市县区州旗".unicodeScalars.contains(text[$0]) }
    guard let level, level > start, level + 2 < index - 1 else { return nil }
    return isOnlyGeneric(level + 1..<index - 1) ? start : nil
  }

  private func holdsSuffix(_ range: Range<Int>) -> Bool {
    range.contains {
      OrganizationLexicon.suffixes.longestMatch(in: text, at: $0, end: range.upperBound) != nil
    }
  }

  private func isOnlyGeneric(_ range: Range<Int>) -> Bool {
    [OrganizationLexicon.generic, OrganizationLexicon.trades].fill(range, of: text)
  }

  /// Where the run starts that ends at `end`, with the tasks that bound other names: 种植养殖|专业合作社.
  private func runStart(endingAt end: Int) -> Int {
    var start = min(end, passage.runStart[max(0, end - 1)])
    while start > 1, end - start < 20,
      let task = OrganizationLexicon.trades.longestMatch(in: text, endingAt: start, from: start - 2)
        ?? OrganizationLexicon.generic.longestMatch(in: text, endingAt: start, from: start - 2),
      task.length == 2
    {
      start -= 2
      if start > 0, passage.runStart[start - 1] < start { start = passage.runStart[start - 1] }
    }
    return start
  }

  /// The start of the run that ends at `end`, words that introduce names left behind.
  private func nameStart(endingAt end: Int) -> Int {
    var start = max(runStart(endingAt: end), end - 20)
    for at in start..<end {
      if let lead = OrganizationLexicon.leads.longestMatch(in: text, at: at, end: end), at >= start
      {
        start = at + lead.length
      }
    }
    return start
  }

  private func opening(_ marks: String, before index: Int, within length: Int) -> Int? {
    (max(0, index - length)..<index).last { marks.unicodeScalars.contains(text[$0]) }
  }
}
