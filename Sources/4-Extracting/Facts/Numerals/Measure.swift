import Matching
import Model
import Units

/// A unit as it stands behind a numeral.
struct Measure: Sendable {
  /// The code points of the unit, 余, 半 and a bracketed second unit included.
  var range: Range<Int>
  /// The unit as the table prints it, such as 个 or 平方米.
  var unit: String
  /// What it measures.
  var dimension: Dimension
  /// What 半 behind the unit adds, in units: 0.5 for 一个半月.
  var extra: Double = 0
  /// 多 and 余 behind the unit make it `over`.
  var approx: Approximation?
  /// 元/小时 is per 小时.
  var per: String?
}

/// Reads the unit behind a numeral.
struct MeasureReader: Sendable {
  /// The code points read.
  let text: [Unicode.Scalar]
  private let words = FactLexicons.standard

  /// Makes a reader of a text.
  init(text: [Unicode.Scalar]) { self.text = text }

  /// The unit that starts at `start`, blanks passed over; nil for none.
  func measure(at start: Int) -> Measure? {
    var at = start
    while at < text.count, at < start + 2, text[at] == " " { at += 1 }
    if let split = splitMonth(at: at) { return split }
    guard let match = UnitTable.standard.longestMatch(in: text, at: at),
      words.lookalikes.longestMatch(in: text, at: at).map({ $0.length <= match.length }) ?? true
    else { return nil }
    var measure = Measure(
      range: at..<at + match.length, unit: match.value.printed, dimension: match.value.dimension)
    guard isWhole(measure) else { return nil }
    takeBracket(&measure)
    takeMore(&measure)
    takePer(&measure)
    return measure
  }

  /// A unit of Latin letters ends where the letters end: 5 m, but not 5 mg or 3D.
  private func isWhole(_ measure: Measure) -> Bool {
    let end = measure.range.upperBound
    guard end < text.count, text[end - 1].isASCIILetter else { return true }
    return !text[end].isASCIILetter && !text[end].isASCIIDigit
  }

  /// 个半月, 个多月, 个半小时: 半 or 多 set into the unit.
  private func splitMonth(at start: Int) -> Measure? {
    guard start + 2 < text.count, text[start] == "个",
      text[start + 1] == "半" || text[start + 1] == "多" || text[start + 1] == "余",
      let length = durationLength(at: start + 2)
    else { return nil }
    let half = text[start + 1] == "半"
    let rest = String(String.UnicodeScalarView(text[start + 2..<start + 2 + length]))
    return Measure(
      range: start..<start + 2 + length, unit: rest == "月" ? "个月" : rest, dimension: .time,
      extra: half ? 0.5 : 0, approx: half ? nil : .over)
  }

  private func durationLength(at index: Int) -> Int? {
    if text[index] == "月" { return 1 }
    guard let unit = UnitTable.standard.longestMatch(in: text, at: index),
      unit.value.dimension == .time
    else { return nil }
    return unit.length
  }

  /// 台（套）: a second unit in brackets, as its alternative.
  private func takeBracket(_ measure: inout Measure) {
    let open = measure.range.upperBound
    guard open + 2 < text.count, text[open] == "（" || text[open] == "(",
      let inner = UnitTable.standard.longestMatch(in: text, at: open + 1)
    else { return }
    let close = open + 1 + inner.length
    guard close < text.count, text[close] == "）" || text[close] == ")" else { return }
    measure.range = measure.range.lowerBound..<close + 1
  }

  /// 两米余, 两年多, 两年半.
  private func takeMore(_ measure: inout Measure) {
    let end = measure.range.upperBound
    guard end < text.count, measure.dimension != .share else { return }
    if text[end] == "余" || (text[end] == "多" && isLooseMore(after: end)) {
      measure.approx = .over
    } else if text[end] == "半", measure.dimension == .time {
      measure.extra = 0.5
    } else {
      return
    }
    measure.range = measure.range.lowerBound..<end + 1
  }

  /// 多 behind a unit, when it opens no word such as 多样 or 多个.
  private func isLooseMore(after end: Int) -> Bool {
    guard end + 1 < text.count else { return true }
    return !["个", "样", "种", "元", "次", "家", "方", "地", "层"].contains(text[end + 1])
  }

  /// 元/小时, 元／平方米.
  private func takePer(_ measure: inout Measure) {
    let slash = measure.range.upperBound
    guard slash + 1 < text.count, text[slash] == "/" || text[slash] == "／" else { return }
    if let unit = UnitTable.standard.longestMatch(in: text, at: slash + 1) {
      setPer(&measure, slash + 1, unit.length)
    } else if text[slash + 1] == "月" || text[slash + 1] == "日" || text[slash + 1] == "季" {
      setPer(&measure, slash + 1, 1)
    }
  }

  private func setPer(_ measure: inout Measure, _ start: Int, _ length: Int) {
    measure.per = String(String.UnicodeScalarView(text[start..<start + length]))
    measure.range = measure.range.lowerBound..<start + length
    var second = measure
    takePer(&second)
    guard let inner = second.per, inner != measure.per, let outer = measure.per else { return }
    second.per = "\(outer)/\(inner)"
    measure = second
  }
}
