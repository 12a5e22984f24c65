import Matching
import Model

/// Projects that a list names before its class: 柳林水库、城东大桥等12个重点项目.
struct ListedProjects {
  private let passage: Passage

  /// Prepares the rule for one passage.
  init(_ passage: Passage) { self.passage = passage }

  private var text: [Unicode.Scalar] { passage.text }

  /// The initiatives, in reading order.
  func candidates() -> [ProgramCandidate] {
    text.indices.filter { text[$0] == "等" }.flatMap { list(before: $0) }
  }

  private func list(before end: Int) -> [ProgramCandidate] {
    guard let tail = tail(after: end) else { return [] }
    let items = items(before: end)
    let isNamed = items.contains { hasPlace($0) || tail.isCounted && $0.count >= 5 }
    guard isNamed, items.count(where: isOrganization) * 3 <= items.count else { return [] }
    let isBare = !tail.isCounted && tail.words.count == 2
    return items.compactMap { item in
      guard item.count >= 3, !passage.isGeneric(item), !isBare || tellsItself(item)
      else { return nil }
      let takesTail = !tail.isCounted && !endsWithHead(item) && tail.words.count <= 8
      return ProgramCandidate(
        range: item,
        name: ProgramName.plain(text[item])
          + (takesTail ? ProgramName.plain(text[tail.words]) : ""),
        kind: .project, rule: "listed-project")
    }
  }

  /// The class behind 等, if it is one of projects: 项目, 旅游项目, 12个重点项目.
  private func tail(after index: Int) -> (words: Range<Int>, isCounted: Bool)? {
    var at = index + 1
    while at < text.count, text[at].isASCIIDigit { at += 1 }
    let isCounted = at > index + 1
    if isCounted, at < text.count, "个项大".unicodeScalars.contains(text[at]) { at += 1 }
    for end in at..<min(at + 14, text.count) where !"，。；、,;".unicodeScalars.contains(text[end]) {
      for word in ["项目", "工程"] where passage.has(word, at: end) {
        let words = at..<end + 2
        return words.contains(where: {
          passage.runStart[$0] > $0 && !text[$0].isASCIIDigit && !isMark($0)
        })
          && !isCounted ? nil : (words, isCounted)
      }
      if "，。；、,;".unicodeScalars.contains(text[end]) { return nil }
    }
    return nil
  }

  private func isMark(_ index: Int) -> Bool {
    text[index].opensQuotation || text[index].closesQuotation
  }

  /// The items that 、 joins before `end`; the first starts where its run does.
  private func items(before end: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var end = end
    while true {
      end = Self.phaseStart(text, before: end)
      let stem = end - deed(endingAt: end)
      guard stem > 0, passage.runStart[stem - 1] < stem else { break }
      let start = passage.runStart[stem - 1]
      items.insert(start..<end, at: 0)
      guard start > 1, text[start - 1] == "、" else { break }
      end = start - 1
    }
    return items
  }

  /// Where a phase in brackets that ends at `end` starts: 迁建工程（二期）.
  private static func phaseStart(_ text: [Unicode.Scalar], before end: Int) -> Int {
    guard end > 4, ")）".unicodeScalars.contains(text[end - 1]), text[end - 2] == "期",
      "(（".unicodeScalars.contains(text[end - 4])
    else { return end }
    return end - 4
  }

  /// The length of the words of doing that a project's name ends with: 农田整治, 危桥改造.
  private func deed(endingAt end: Int) -> Int {
    [ProgramLexicon.deeds, Self.trades].compactMap {
      $0.longestMatch(in: text, endingAt: end, from: max(0, end - 4))?.length
    }.max() ?? 0
  }

  /// Words for what a works does that end a project's name: 绿色纤维生产.
  private static let trades = WordSet(words: [
    "生产", "加工", "制造", "研发", "养殖", "种植", "销售", "服务", "运营", "培训", "采购", "安装", "铺设",
  ])

  /// Whether an item tells by itself that it is a project: by its head noun, or by what is built.
  private func tellsItself(_ item: Range<Int>) -> Bool {
    hasPlace(item) || endsWithHead(item)
      || item.dropFirst().contains {
        ProgramLexicon.sites.longestMatch(in: text, at: $0, end: item.upperBound) != nil
      }
  }

  private func hasPlace(_ item: Range<Int>) -> Bool {
    passage.places.contains { $0.span.start >= item.lowerBound && $0.span.end <= item.upperBound }
      || item.dropFirst(2).contains { at in
        ProgramLexicon.heads.longestMatch(in: text, at: at, end: item.upperBound)?.value.headClass
          == .works
      }
  }

  private func endsWithHead(_ item: Range<Int>) -> Bool {
    let head = ProgramLexicon.heads.longestMatch(
      in: text, endingAt: item.upperBound, from: item.lowerBound)
    return head.map { $0.value.kind == .project } ?? false
  }

  private func isOrganization(_ item: Range<Int>) -> Bool {
    OrganizationLexicon.suffixes.longestMatch(
      in: text, endingAt: item.upperBound, from: item.lowerBound)?.value == .named
  }
}
