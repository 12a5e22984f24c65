import Matching
import Model

/// How a program's name is written.
enum ProgramName {
  /// Words without quotation and book marks and spaces.
  static func plain(_ words: some Sequence<Unicode.Scalar>) -> String {
    var name = String.UnicodeScalarView()
    for scalar in words where !isMark(scalar) { name.append(scalar) }
    return String(name)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.opensQuotation || scalar.closesQuotation || scalar.isSpace || scalar == "《"
      || scalar == "》"
  }

  static let numerals = ScalarSet("一二三四五六七八九十两百千0123456789")

  /// Whether a label is a numeral with a word or two (五个一, 三社, 41N, 1+5).
  static func isNumeral(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    guard label.count <= 6, let first = label.first else { return false }
    return numerals.contains(first)
  }

  /// Whether a label joins words by a plus sign (党建+物业).
  static func isSum(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    label.dropFirst().dropLast().contains { $0 == "+" || $0 == "＋" }
      && label.contains(where: \.isHan)
  }

  /// Whether a label sets parts of one form side by side (前台受理、后台办理; 甲—乙—丙).
  static func isSeries(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    label.contains { "、—–，,".unicodeScalars.contains($0) } && label.count >= 6
  }

  /// The end of the last edition words (第九届, 首届) of a range.
  static func lastEditionEnd(in text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    range.dropFirst().last { at in
      text[at] == "届" && (text[at - 1] == "首" || numerals.contains(text[at - 1]))
    }.map { $0 + 1 }
  }

  /// The end of the edition words (第九届, 2021年, 首届) that `range` starts with.
  static func editionEnd(in text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    if at < range.upperBound, text[at] == "第" || text[at] == "首" { at += 1 }
    while at < range.upperBound, numerals.contains(text[at]) { at += 1 }
    guard at > range.lowerBound, at < range.upperBound else { return range.lowerBound }
    return "届期年次季".unicodeScalars.contains(text[at]) ? at + 1 : range.lowerBound
  }
}
