import Model

/// Reads figures off a text, from the first sign of one to its last multiplier.
struct NumeralReader: Sendable {
  /// The code points read.
  let text: [Unicode.Scalar]

  /// The numeral that starts at `start`, a range as a whole; nil where there is none.
  ///
  /// - Precondition: the figure before `start` is not part of it.
  func numeral(at start: Int) -> Numeral? {
    guard let first = single(at: start) else { return nil }
    return range(from: first) ?? first
  }

  /// The numeral that starts at `start`, of a range only the lower end; nil also for a row of figures
  /// so long that no number holds it.
  func single(at start: Int) -> Numeral? {
    guard start < text.count, Figures.canStart(text[start]), !isInEndlessRow(start) else {
      return nil
    }
    return figures(at: start).flatMap { $0.value.isFinite ? $0 : nil }
  }

  /// No number of a paper has so many figures: a row of them is a code.
  private static let longestRow = 40

  /// Whether a figure stands in a row too long to be a number; looks no further than it must.
  private func isInEndlessRow(_ index: Int) -> Bool {
    let lower = max(0, index - Self.longestRow)
    let upper = min(text.count, index + Self.longestRow)
    let before = text[lower..<index].reversed().prefix { Figures.arabic($0) != nil }.count
    let after = text[index..<upper].prefix { Figures.arabic($0) != nil }.count
    return before + after >= Self.longestRow
  }

  private func figures(at start: Int) -> Numeral? {
    if text[start] == "半" { return half(at: start) }
    if let fraction = fraction(at: start) { return fraction }
    if Figures.arabic(text[start]) != nil { return arabic(at: start) }
    return chinese(at: start)
  }

  // MARK: Ranges

  /// 3-5, 四到五, 1.8万到2.1万, 3-5万; what is no rising range of two numerals is none.
  private func range(from low: Numeral) -> Numeral? {
    guard let second = secondStart(after: low), let high = single(at: second) else { return nil }
    guard high.script != .bare, high.upper == nil, low.upper == nil,
      !looksLikeCode(low), high.unit == nil || high.unit == low.unit
    else { return nil }
    let bottom = low.isScaled ? low.value : low.value * sharedScale(low, high)
    guard bottom < high.value else { return nil }
    var whole = high
    whole.range = low.range.lowerBound..<high.range.upperBound
    whole.value = bottom
    whole.upper = high.value
    whole.digitCount = max(low.digitCount, high.digitCount)
    whole.approx = low.approx ?? high.approx
    return whole
  }

  private func secondStart(after low: Numeral) -> Int? {
    var at = low.range.upperBound
    if at < text.count, text[at] == " " { at += 1 }
    guard at < text.count, Figures.joinsRange(text[at]) else { return nil }
    at += 1
    if at < text.count, text[at - 1] == "—" || text[at - 1] == "-", text[at] == text[at - 1] {
      at += 1
    }
    if at < text.count, text[at] == " " { at += 1 }
    return at
  }

  /// In 3-5万 the 万 holds for both ends.
  private func sharedScale(_ low: Numeral, _ high: Numeral) -> Double {
    guard high.isScaled, low.script == high.script, let scale = trailingScale(of: high),
      low.value < high.value / scale
    else { return 1 }
    return scale
  }

  private func trailingScale(of numeral: Numeral) -> Double? {
    var scale = 1.0
    var at = numeral.range.upperBound - 1
    while at > numeral.range.lowerBound, let step = Figures.multiplier(text[at]) {
      if step == 10, numeral.script == .chinese { break }
      scale *= step
      at -= 1
    }
    return scale > 1 ? scale : nil
  }

  /// 028-86423129 and 010-100 are numbers of telephones and forms, not ranges.
  private func looksLikeCode(_ low: Numeral) -> Bool {
    low.script == .arabic && low.digitCount > 1
      && Figures.arabic(text[low.range.lowerBound]) == 0
  }

  // MARK: Halves and fractions

  private func half(at start: Int) -> Numeral? {
    Numeral(range: start..<start + 1, value: 0.5, script: .chinese)
  }

  /// 百分之五, 千分之三, 三分之二, told as a percentage.
  private func fraction(at start: Int) -> Numeral? {
    guard let denominator = denominator(at: start) else { return nil }
    let at = denominator.end
    guard at < text.count, text[at] != "半",
      let numerator = Figures.arabic(text[at]) != nil ? arabic(at: at) : chinese(at: at)
    else { return nil }
    var whole = numerator
    whole.range = start..<numerator.range.upperBound
    whole.value = numerator.value * 100 / denominator.value
    whole.upper = numerator.upper.map { $0 * 100 / denominator.value }
    whole.unit = "%"
    return whole
  }

  private func denominator(at start: Int) -> (value: Double, end: Int)? {
    guard start + 2 < text.count else { return nil }
    var end = start
    while end < text.count, end < start + 4,
      Figures.chinese(text[end]) != nil || Figures.tens(text[end]) != nil
    {
      end += 1
    }
    guard end > start, end + 1 < text.count, text[end] == "分", text[end + 1] == "之" else {
      return nil
    }
    if end == start + 1, let round = Figures.tens(text[start]) { return (round, end + 2) }
    guard let value = chinese(at: start)?.value, value > 1 else { return nil }
    return (value, end + 2)
  }
}
