import Model

// 两, 二十, 三百余, 一千五百万, 一万零一十二, 五六, 二〇二四, 百 in 百名.
extension NumeralReader {
  /// The numeral of Chinese figures at `start`.
  func chinese(at start: Int) -> Numeral? {
    if let year = figureByFigure(at: start) { return year }
    var sum = ChineseSum()
    var at = start
    while at < text.count, !Figures.opensUnit(text, at: at), sum.take(text[at], text, at) {
      at += 1
    }
    // 廿亿两三亿: what goes down where it should go up is no number.
    guard at > start, let value = sum.value, sum.upper.map({ $0 > value }) != false else {
      return nil
    }
    let bare = Figures.multiplier(text[start]) != nil && text[start] != "十"
    var numeral = Numeral(
      range: start..<at, value: value, upper: sum.upper, script: bare ? .bare : .chinese,
      isScaled: sum.isScaled)
    if sum.saysMore { numeral.approx = .over } else if sum.upper == nil { takeMore(&numeral) }
    takeRound(&numeral)
    return numeral
  }

  /// 十来张, 三十来户: 来 between a round figure and its unit.
  private func takeRound(_ numeral: inout Numeral) {
    let end = numeral.range.upperBound
    guard end + 1 < text.count, text[end] == "来", numeral.approx == nil, numeral.upper == nil,
      Figures.multiplier(text[end - 1]) != nil,
      MeasureReader(text: text).measure(at: end + 1) != nil
    else { return }
    numeral.approx = .about
    numeral.range = numeral.range.lowerBound..<end + 1
  }

  /// Three or more figures without a multiplier: 二〇二四, 一九四九.
  private func figureByFigure(at start: Int) -> Numeral? {
    var at = start
    var value = 0.0
    while at < text.count, let figure = Figures.chinese(text[at]) {
      value = value * 10 + figure
      at += 1
    }
    guard at - start >= 3 else { return nil }
    return Numeral(
      range: start..<at, value: value, script: .chinese, digitCount: at - start,
      isFigureByFigure: true)
  }
}

/// Adds up a Chinese numeral sign by sign.
private struct ChineseSum {
  private var total = 0.0
  private var section = 0.0
  private var figure: Double?
  private var lastScale = Double.infinity
  private var lastMyriads = 0.0
  private var range: (low: Double, high: Double)?
  private var afterZero = false
  private(set) var isScaled = false
  private(set) var saysMore = false

  /// The sum of what was taken.
  var value: Double? {
    if let range { return total + section + range.low }
    guard figure != nil || section > 0 || total > 0 else { return nil }
    return total + section + (figure ?? 0) * trailingScale
  }

  /// The upper bound of 五六 and 三四十.
  var upper: Double? { range.map { total + section + $0.high } ?? upperBound }
  private var upperBound: Double?

  /// 三百五 means 350, 两万三 23000; but only the figure itself after 零 or 十.
  private var trailingScale: Double {
    guard !afterZero, lastScale >= 100, lastScale.isFinite else { return 1 }
    return lastScale / 10
  }

  /// Takes one sign; false where it is no part of the numeral.
  mutating func take(_ sign: Unicode.Scalar, _ text: [Unicode.Scalar], _ index: Int) -> Bool {
    if let next = Figures.chinese(sign) { return takeFigure(next, sign) }
    if let fused = Figures.fusedTens(sign), figure == nil { return takeTens(fused, scale: 10) }
    if let scale = Figures.tens(sign) { return takeTens(scale) }
    if let scale = Figures.myriads(sign) { return takeMyriads(scale) }
    return takesMore(sign, text, index)
  }

  private mutating func takeFigure(_ next: Double, _ sign: Unicode.Scalar) -> Bool {
    // Behind 两三万 no figure goes on.
    guard range == nil, upperBound == nil, !saysMore else { return false }
    if sign == "零" || sign == "〇" {
      guard figure == nil, section > 0 || total > 0 else { return takeFirst(next) }
      afterZero = true
      return true
    }
    guard let before = figure else {
      figure = next
      return true
    }
    guard next == before + 1 || (before == 3 && next == 5), next < 10 else { return false }
    range = (before, next)
    figure = nil
    return true
  }

  private mutating func takeFirst(_ next: Double) -> Bool {
    guard figure == nil, section == 0, total == 0 else { return false }
    figure = next
    return true
  }

  private mutating func takeTens(_ scale: Double) -> Bool {
    guard scale < lastScale, upperBound == nil, figure != 0 else { return false }
    if let both = range {
      range = nil
      upperBound = total + section + both.high * scale
      section += both.low * scale
    } else {
      section += (figure ?? 1) * scale
      figure = nil
    }
    lastScale = scale
    afterZero = false
    isScaled = isScaled || scale > 10
    return true
  }

  private mutating func takeTens(_ value: Double, scale: Double) -> Bool {
    guard scale < lastScale else { return false }
    section += value
    lastScale = scale
    return true
  }

  private mutating func takeMyriads(_ scale: Double) -> Bool {
    let part = section + (figure ?? 0)
    if let both = range {
      range = nil
      upperBound = (section + both.high) * scale
      section += both.low
    } else if let bound = upperBound {
      upperBound = bound * scale
    }
    let counted = range == nil && upperBound != nil ? section : part
    // 一万五千亿: the larger multiplier holds for all before it.
    total = scale > lastMyriads ? max(total + counted, 1) * scale : total + counted * scale
    lastMyriads = scale
    section = 0
    figure = nil
    lastScale = scale
    afterZero = false
    isScaled = true
    return true
  }

  /// 余 and 多 before 万: 二百三十余万.
  private mutating func takesMore(
    _ sign: Unicode.Scalar, _ text: [Unicode.Scalar], _ index: Int
  ) -> Bool {
    guard Figures.saysMore(sign), !saysMore, index + 1 < text.count,
      Figures.myriads(text[index + 1]) != nil, section > 0
    else { return false }
    saysMore = true
    return true
  }
}
