import Matching
import Model

/// A name in quotation marks, or two that a word of change joins (“三无”变“三有”).
struct Label {
  /// The quotations it is made of.
  let quotations: [Quotation]

  /// From the first opening to the last closing mark.
  var range: Range<Int> { quotations[0].open..<quotations[quotations.count - 1].close + 1 }

  /// How many code points stand between its marks.
  var length: Int { quotations.reduce(0) { $0 + $1.inside.count } }

  /// The labels of a passage: quotations that are no speech, and those inside speech.
  static func all(in passage: Passage) -> [Label] {
    var labels: [Label] = []
    var outerEnd = 0
    for quotation in passage.quotations where quotation.open >= outerEnd {
      if passage.isSpeech(quotation) { continue }
      outerEnd = quotation.close + 1
      if let last = labels.last, last.isChanged(into: quotation, in: passage) {
        labels[labels.count - 1] = Label(quotations: last.quotations + [quotation])
      } else {
        labels.append(Label(quotations: [quotation]))
      }
    }
    return labels
  }

  private func isChanged(into next: Quotation, in passage: Passage) -> Bool {
    guard length <= 6, next.inside.count <= 6 else { return false }
    let gap = passage.string(range.upperBound..<next.open)
    return ["变", "换", "转", "变成", "到", "促"].contains(gap)
  }

  /// The name without its marks.
  func name(in passage: Passage) -> String {
    ProgramName.plain(passage.text[range])
  }
}

extension Passage {
  /// Whether a quotation holds what somebody says.
  func isSpeech(_ quotation: Quotation) -> Bool {
    let inside = text[quotation.inside]
    guard let last = inside.last else { return true }
    if inside.contains(where: \.endsSentence) || inside.count > 70 { return true }
    if last == "，" || last == "," { return true }
    let before = quotation.open > 0 ? text[quotation.open - 1] : "\n"
    return inside.count > 8 && (before == "：" || before == ":")
  }
}
