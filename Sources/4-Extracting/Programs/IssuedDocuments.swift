import Matching
import Model

/// Policy documents that a government issues: 出台《…实施方案》.
struct IssuedDocuments {
  private let passage: Passage

  /// Verbs of issuing.
  private static let verbs = WordSet(words: [
    "出台", "印发", "制定", "实施", "发布", "下发", "颁布", "正式实施", "制定出台", "印发实施", "研究出台", "出台了",
    "印发了", "制定了", "发布了", "实施了", "正式印发", "制定印发", "制发", "推出", "公布", "审议通过", "下发了", "推行", "制订",
    "研究制定", "先后出台", "相继出台", "配套出台", "联合印发", "联合出台", "修订", "编制", "起草", "正式出台", "正式发布", "重新修订",
  ])

  /// Words that put a document to use: 根据《…实施方案》.
  private static let uses = WordSet(words: [
    "根据", "按照", "依据", "依照", "对照", "遵循", "执行", "严格执行", "落实", "贯彻落实", "结合", "按", "发布的", "印发的", "出台的",
    "制定的", "下发的", "围绕", "通过了", "列入", "纳入",
  ])

  /// Words that say what a document sets out: 《…行动计划》提出.
  private static let contents = WordSet(words: [
    "显示", "提出", "明确", "规定", "指出", "要求", "确定", "明确提出", "自", "正式实施", "出台", "印发", "发布", "安排",
  ])

  /// Prepares the rule for one passage.
  init(_ passage: Passage) { self.passage = passage }

  /// The initiatives, in reading order.
  func candidates() -> [ProgramCandidate] {
    var found: [ProgramCandidate] = []
    var open: Int?
    for (index, scalar) in passage.text.enumerated() {
      if scalar == "《" { open = index }
      guard scalar == "》", let start = open else { continue }
      open = nil
      let range = start..<index + 1
      let isNext = found.last.map { joins($0.range.upperBound..<start) } ?? false
      if let kind = kind(of: start + 1..<index), isNext || isIssued(range) {
        found.append(
          ProgramCandidate(
            range: range, name: ProgramName.plain(passage.text[range]), kind: kind,
            rule: "issued-document"))
      }
    }
    return found
  }

  /// Whether nothing but a mark of a list stands between two documents.
  private func joins(_ gap: Range<Int>) -> Bool {
    gap.isEmpty || gap.count == 1 && "、和及与".unicodeScalars.contains(passage.text[gap.lowerBound])
      || passage.string(gap) == "以及"
  }

  private func kind(of title: Range<Int>) -> ProgramKind? {
    var end = title.upperBound
    if end > title.lowerBound, passage.text[end - 1] == ")" || passage.text[end - 1] == "）" {
      while end > title.lowerBound, passage.text[end - 1] != "(", passage.text[end - 1] != "（" {
        end -= 1
      }
      end -= 1
    }
    guard
      let head = ProgramLexicon.heads.longestMatch(
        in: passage.text, endingAt: end, from: title.lowerBound)?.value,
      [.document, .soft, .label].contains(head.headClass)
        || head.kind == .campaign && head.headClass == .strong, title.count > 6
    else { return nil }
    return .mechanism
  }

  private func isIssued(_ title: Range<Int>) -> Bool {
    var end = title.lowerBound
    if end > 0, passage.text[end - 1] == "了" { end -= 1 }
    if Self.verbs.longestMatch(in: passage.text, endingAt: end, from: max(0, end - 5)) != nil {
      return true
    }
    return Self.uses.longestMatch(in: passage.text, endingAt: end, from: max(0, end - 5)) != nil
      || Self.contents.longestMatch(in: passage.text, at: title.upperBound) != nil
  }
}
