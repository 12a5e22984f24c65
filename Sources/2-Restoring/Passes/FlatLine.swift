import Matching
import Model

/// Divides a page that was flattened to one line: at wide gaps, before the labels of source and
/// editors, and behind the time of publication.
///
/// Only layout: no word goes. Pages of more lines, and lines without any such sign, stay.
func divideFlatLine(_ draft: inout Draft) {
  let total = draft.lines.reduce(0) { $0 + $1.text.count }
  guard draft.lines.count <= 4,
    let index = draft.lines.firstIndex(where: {
      $0.text.count >= 120 && $0.text.count * 5 > total * 3
    }),
    draft.lines[index].markup == nil
  else { return }
  let line = draft.lines[index]
  let cuts = FlatLine(line.text.scalars).cuts
  guard !cuts.isEmpty else { return }
  draft.lines.replaceSubrange(index...index, with: parts(of: line, at: cuts))
}

/// The parts of a line before, between and after the runs of spaces at which it is cut.
private func parts(of line: DraftLine, at cuts: [Range<Int>]) -> [DraftLine] {
  let starts = [0] + cuts.map(\.upperBound)
  let ends = cuts.map(\.lowerBound) + [line.text.count]
  return zip(starts, ends).filter { $0 < $1 }.map { start, end in
    var part = line
    part.text = line.text.slice(start..<end)
    if start > 0 { part.blankBefore = 0 }
    if end < line.text.count {
      part.lineEnd = Origin(
        byteOffset: Int(line.text.origins[end - 1].byteEnd), byteLength: 0)
    }
    return part
  }
}

/// Finds where a line that holds a whole page was divided.
private struct FlatLine {
  private let text: [Unicode.Scalar]

  init(_ text: [Unicode.Scalar]) { self.text = text }

  /// The spaces that stand where lines ended, in order.
  var cuts: [Range<Int>] {
    let spaces = runs(of: text, where: \.isSpace)
    let head = spaces.first { $0.upperBound <= 120 && opensLabel($0.upperBound) }
    let tail = spaces.last { $0.lowerBound * 2 > text.count && opensEditors($0.upperBound) }
    return spaces.filter { space in
      space == head || space == tail || isWide(space) || followsClock(space)
    }
  }

  private func isWide(_ space: Range<Int>) -> Bool {
    space.count > 1 || text[space.lowerBound] == "\u{3000}"
  }

  private func opensLabel(_ at: Int) -> Bool {
    ["来源", "作者", "时间", "日期", "发布", "编辑", "来稿", "稿源", "責任", "來源", "時間", "發布"].contains {
      text[at...].starts(with: $0.unicodeScalars)
    } && text[at...].prefix(8).contains { ":：".unicodeScalars.contains($0) }
  }

  private func opensEditors(_ at: Int) -> Bool {
    ["责任编辑", "责编", "编辑：", "编辑:", "審核", "责任編輯", "責任編輯", "責編", "【责任编辑", "【責任編輯", "(责任编辑", "（责任编辑"]
      .contains { text[at...].starts(with: $0.unicodeScalars) }
  }

  /// Whether the time of publication stands before a space, and running text behind it.
  private func followsClock(_ space: Range<Int>) -> Bool {
    let before = text[..<space.lowerBound].suffix(3)
    guard space.lowerBound >= 8, space.upperBound < 200, before.count == 3,
      before.first == ":" || before.first == "：", before.dropFirst().allSatisfy(\.isASCIIDigit)
    else { return false }
    let next = text[space.upperBound...].prefix(40)
    return next.count == 40 && !opensLabel(space.upperBound)
      && next.contains { "，。,".unicodeScalars.contains($0) }
  }
}
