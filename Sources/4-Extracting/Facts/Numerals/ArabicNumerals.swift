import Model

// Figures 0 to 9 with separators, points and Chinese multipliers: 10829.59万, 1.5万余, 25万6千.
extension NumeralReader {
  /// The numeral of Arabic figures at `start`.
  func arabic(at start: Int) -> Numeral? {
    guard var numeral = digits(at: start) else { return nil }
    multiply(&numeral)
    continueDownward(&numeral)
    takeMore(&numeral)
    return numeral
  }

  /// Figures with thousands separators and a point, which a scan may set apart by a space.
  private func digits(at start: Int) -> Numeral? {
    var at = start
    var value = 0.0
    while at < text.count {
      if let figure = Figures.arabic(text[at]) {
        value = value * 10 + figure
        at += 1
      } else if isThousandsSeparator(at, from: start) {
        at += 1
      } else {
        break
      }
    }
    guard at > start else { return nil }
    let whole = at - start
    if let point = pointEnd(after: at) {
      (value, at) = decimals(of: value, from: point)
    }
    return Numeral(range: start..<at, value: value, script: .arabic, digitCount: whole)
  }

  /// The figures after a point; scaled once at the end, so that 0.1 stays 0.1.
  private func decimals(of whole: Double, from start: Int) -> (Double, Int) {
    var at = start
    var value = whole
    var scale = 1.0
    while at < text.count, let figure = Figures.arabic(text[at]) {
      value = value * 10 + figure
      scale *= 10
      at += 1
    }
    return (value / scale, at)
  }

  /// Where the figures behind a point start: `1.8`, `1 .8`, `1. 8`, `1．8`.
  private func pointEnd(after index: Int) -> Int? {
    var at = index
    if at < text.count, text[at] == " " { at += 1 }
    guard at < text.count, text[at] == "." || text[at] == "．" else { return nil }
    at += 1
    if at < text.count, text[at] == " ", at == index + 1 { at += 1 }
    return at < text.count && Figures.arabic(text[at]) != nil ? at : nil
  }

  private func isThousandsSeparator(_ index: Int, from start: Int) -> Bool {
    guard text[index] == "," || text[index] == "’", index > start, index + 3 < text.count else {
      return false
    }
    let leading = index - start
    let isFirst = !text[start..<index].contains(",")
    guard !isFirst || leading <= 3 else { return false }
    let group = text[index + 1...index + 3].allSatisfy { Figures.arabic($0) != nil }
    return group && (index + 4 >= text.count || Figures.arabic(text[index + 4]) == nil)
  }

  /// 万, 亿, 百万, 千亿 behind the figures, and 余 between them (15余万).
  private func multiply(_ numeral: inout Numeral) {
    var at = numeral.range.upperBound
    if at + 1 < text.count, Figures.saysMore(text[at]), Figures.myriads(text[at + 1]) != nil {
      numeral.approx = .over
      at += 1
    }
    while at < text.count, let scale = Figures.multiplier(text[at]),
      !Figures.opensUnit(text, at: at)
    {
      numeral.value *= scale
      numeral.isScaled = true
      at += 1
    }
    numeral.value = Self.whole(numeral.value)
    if numeral.isScaled { numeral.range = numeral.range.lowerBound..<at }
    if !numeral.isScaled { numeral.approx = nil }
  }

  /// 142.3 × 10⁸ is a whole number, which binary fractions miss by a hair.
  private static func whole(_ value: Double) -> Double {
    let rounded = value.rounded()
    return abs(value - rounded) <= 1e-12 * value ? rounded : value
  }

  /// The smaller part after 万 or 亿: 3万4000, 25万6千, 3亿5000万.
  private func continueDownward(_ numeral: inout Numeral) {
    let end = numeral.range.upperBound
    guard numeral.isScaled, numeral.approx == nil, end < text.count,
      Figures.arabic(text[end]) != nil, let scale = Figures.multiplier(text[end - 1]),
      var rest = digits(at: end)
    else { return }
    multiply(&rest)
    guard rest.value < scale else { return }
    numeral.value += rest.value
    numeral.approx = rest.approx
    numeral.range = numeral.range.lowerBound..<rest.range.upperBound
  }

  /// 余, 多 and 几 at the end.
  func takeMore(_ numeral: inout Numeral) {
    let end = numeral.range.upperBound
    guard end < text.count, Figures.saysMore(text[end]), numeral.value >= 10 else { return }
    guard text[end] != "几" || numeral.isScaled || numeral.value == 10 else { return }
    numeral.approx = .over
    numeral.range = numeral.range.lowerBound..<end + 1
    guard end + 1 < text.count, let scale = Figures.myriads(text[end + 1]), numeral.value < 10000
    else { return }
    numeral.value *= scale
    numeral.isScaled = true
    numeral.range = numeral.range.lowerBound..<end + 2
  }
}
