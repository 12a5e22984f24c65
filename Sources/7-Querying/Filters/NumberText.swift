import Matching

/// Numbers written by a person: `3.5`, `1,100万`, `10亿`, `十亿`, `三千五百`.
package enum NumberText {
  /// The value in base scale, nil for no number.
  package static func value(_ text: String) -> Double? {
    let scalars = text.unicodeScalars.map(\.halfWidth)
    guard let (value, length) = prefix(of: scalars[...]), length == scalars.count else {
      return nil
    }
    return value
  }

  /// The number that `text` begins with and how many code points it takes.
  static func prefix(of text: ArraySlice<Unicode.Scalar>) -> (value: Double, length: Int)? {
    let plain = arabic(text) ?? chinese(text)
    guard let (number, length) = plain else { return nil }
    var value = number
    var end = text.startIndex + length
    while end < text.endIndex, let scale = scales[text[end]] {
      value *= scale
      end += 1
    }
    return (value, end - text.startIndex)
  }

  private static let scales: [Unicode.Scalar: Double] = [
    "百": 100, "千": 1000, "万": 10000, "亿": 100_000_000,
  ]

  private static func arabic(_ text: ArraySlice<Unicode.Scalar>) -> (Double, Int)? {
    var digits = ""
    var length = 0
    for (offset, scalar) in text.enumerated() {
      let next = text.startIndex + offset + 1
      let isInside = offset > 0 && next < text.endIndex && text[next].isASCIIDigit
      if scalar.isASCIIDigit {
        digits.unicodeScalars.append(scalar)
      } else if scalar == ".", isInside, !digits.contains(".") {
        digits += "."
      } else if scalar == "-", offset == 0 {
        digits += "-"
      } else if scalar != "," || !isInside {
        break
      }
      length = offset + 1
    }
    return Double(digits).map { ($0, length) }
  }

  /// 三千五百, 十二, 两: below ten thousand, so that 万 and 亿 follow as scales.
  private static func chinese(_ text: ArraySlice<Unicode.Scalar>) -> (Double, Int)? {
    var sum = 0
    var digit: Int?
    var length = 0
    for scalar in text {
      if let value = digits[scalar] {
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else if let place = places[scalar] {
        sum += (digit ?? (scalar == "十" ? 1 : 0)) * place
        digit = nil
      } else {
        break
      }
      length += 1
    }
    return length == 0 ? nil : (Double(sum + (digit ?? 0)), length)
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
  private static let places: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
}
