import Matching
import Model

/// Policy documents that a government issues: 出台《…实施方案》.
struct IssuedDocuments {
  private let passage: Passage

  private static let verbs = WordSet(words: [
    "出台", "印发", "制定", "实施", "发布", "下发", "颁布", "正式实施", "制定出台", "印发实施", "研究出台", "出台了",
    "印发了", "制定了", "发布了", "实施了", "正式印发", "制定印发", "制发", "推出", "公布", "审议通过", "下发了", "推行", "制订",
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
      if let kind = kind(of: start + 1..<index), isIssued(at: start) {
        let range = start..<index + 1
        found.append(
          ProgramCandidate(
            range: range, name: ProgramName.plain(passage.text[range]), kind: kind,
            rule: "issued-document"))
      }
    }
    return found
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
      [.document, .soft, .label].contains(head.headClass), title.count > 6
    else { return nil }
    return .mechanism
  }

  private func isIssued(at index: Int) -> Bool {
    var end = index
    if end > 0, passage.text[end - 1] == "了" { end -= 1 }
    return Self.verbs.longestMatch(in: passage.text, endingAt: end, from: max(0, end - 5)) != nil
  }
}
