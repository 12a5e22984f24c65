import Matching
package import Model

/// Days written by a person: `2021`, `2021-03`, `2021-03-05`, `2021年`, `2021年3月`.
package enum DateText {
  /// The days it means, nil for no date.
  package static func days(_ text: String) -> ClosedRange<CalendarDate>? {
    var parts: [Int] = []
    var digits = ""
    for scalar in text.unicodeScalars.map(\.halfWidth) {
      if scalar.isASCIIDigit {
        digits.unicodeScalars.append(scalar)
      } else {
        guard ["-", "/", ".", "年", "月", "日", "号"].contains(scalar), let part = Int(digits) else {
          return nil
        }
        parts.append(part)
        digits = ""
      }
    }
    if !digits.isEmpty {
      guard let part = Int(digits) else { return nil }
      parts.append(part)
    }
    return days(parts)
  }

  private static func days(_ parts: [Int]) -> ClosedRange<CalendarDate>? {
    guard let year = parts.first, (1000...9999).contains(year), parts.count <= 3 else { return nil }
    let month = parts.count > 1 ? parts[1] : nil
    let day = parts.count > 2 ? parts[2] : nil
    let lastMonth = month ?? 12
    guard let first = CalendarDate(year: year, month: month ?? 1, day: day ?? 1),
      let last = CalendarDate(
        year: year, month: lastMonth,
        day: day ?? CalendarDate.days(inMonth: lastMonth, of: year))
    else { return nil }
    return first...last
  }
}
