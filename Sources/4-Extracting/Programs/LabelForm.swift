import Matching
import Model

/// The outward form of a label.
struct LabelForm {
  /// Its length in code points.
  let length: Int
  /// A numeral with a word or two: 五个一, 41N.
  let isNumeral: Bool
  /// Words joined by a plus sign: 党建+物业.
  let isSum: Bool
  /// Parts side by side: 前台受理、后台办理.
  let isSeries: Bool
  /// Parts that each end with 化: aims, not names (管理精细化、服务人性化).
  let isSlogan: Bool
  /// Parts that each start with 一: 一窗受理、一次办结; 一户一策.
  let isRefrain: Bool
  /// A manner (一站式, 保姆式), which names nothing without a head noun.
  let isManner: Bool
  /// A numeral label that turns into another.
  let isChange: Bool

  /// Whether the form is that of a label rather than of a phrase.
  var isDistinctive: Bool { isNumeral || isSum || isSeries }

  /// Whether it says too little without the noun before it (便民服务“三化”建设).
  var takesModifier: Bool { !isChange && (isNumeral || length <= 3) }

  /// Reads the form of a label.
  init(_ label: Label, in passage: Passage) {
    let inside = passage.text[label.quotations[0].open + 1..<label.range.upperBound - 1]
    length = inside.count
    isNumeral = ProgramName.isNumeral(passage.text[label.quotations[0].inside])
    isManner = inside.last == "式" && length <= 4
    isSum = ProgramName.isSum(inside)
    isSeries = ProgramName.isSeries(inside)
    isChange = label.quotations.count > 1 && isNumeral
    let parts = inside.split { "、，,".unicodeScalars.contains($0) }
    isSlogan = parts.count > 1 && parts.allSatisfy { $0.count > 3 && $0.last == "化" }
    isRefrain =
      parts.count > 1 && parts.allSatisfy { $0.first == "一" }
      || inside.count == 4 && inside.first == "一" && inside[inside.startIndex + 2] == "一"
  }

  /// Whether the words only count or stress (一个统筹, 全覆盖, 三个“…”): a slogan's part.
  static func isEmpty(_ inside: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = inside.first, inside.count <= 4 else { return false }
    if "全零".unicodeScalars.contains(first) { return inside.count <= 3 }
    guard inside.count > 1 else { return false }
    let second = inside[inside.startIndex + 1]
    if inside.count == 2 { return "个项大种条批".unicodeScalars.contains(second) }
    return first == "一" && "个支套项条张场种类批本片".unicodeScalars.contains(second)
  }
}
