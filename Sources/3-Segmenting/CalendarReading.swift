import Matching
import Model

/// Dates as papers and portals print them: 2020-09-08, 2020年9月8日, 2020/9/8, 二〇二一年十二月二日.
enum CalendarReading {
  /// A date found in a text, with the clock time after it.
  struct Found {
    var range: Range<Int>
    var date: CalendarDate
  }

  /// The first full date in a run.
  static func first(in text: [Unicode.Scalar], _ range: Range<Int>) -> Found? {
    for index in range {
      if let found = date(in: text, at: index, end: range.upperBound) { return found }
    }
    return nil
  }

  /// The full date that starts at a position.
  static func date(in text: [Unicode.Scalar], at start: Int, end: Int) -> Found? {
    if start > 0, text[start - 1].isASCIIDigit { return nil }
    if let found = dayFirst(in: text, at: start, end: end) { return found }
    if let found = shortYear(in: text, at: start, end: end) { return found }
    guard let year = number(in: text, at: start, end: end, digits: 4), 1949...2100 ~= year.value,
      year.end < end, isDivider(text[year.end], "年") || isSpacedDate(text, year.end, end),
      let month = number(in: text, at: skipped(text, year.end + 1, end), end: end, digits: 2),
      month.end < end, isDivider(text[month.end], "月"),
      let day = number(in: text, at: skipped(text, month.end + 1, end), end: end, digits: 2),
      let date = CalendarDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    var at = day.end
    if at < end, text[at] == "日" { at += 1 }
    return Found(range: start..<clockEnd(in: text, from: at, end: end), date: date)
  }

  /// A date with the day first, in figures with the clock time behind it: 16.11.2015 12:35.
  private static func dayFirst(in text: [Unicode.Scalar], at start: Int, end: Int) -> Found? {
    guard let day = number(in: text, at: start, end: end, digits: 2), day.end - start == 2,
      day.end < end, text[day.end] == ".",
      let month = number(in: text, at: day.end + 1, end: end, digits: 2),
      month.end == start + 5, month.end < end, text[month.end] == ".",
      let year = number(in: text, at: month.end + 1, end: end, digits: 4), year.end == start + 10,
      1949...2100 ~= year.value,
      let date = CalendarDate(year: year.value, month: month.value, day: day.value)
    else { return nil }
    let clock = clockEnd(in: text, from: year.end, end: end)
    return clock > year.end ? Found(range: start..<clock, date: date) : nil
  }

  /// A date whose year has two figures, with the clock time behind it: 17-05-25 08:22.
  private static func shortYear(in text: [Unicode.Scalar], at start: Int, end: Int) -> Found? {
    guard start + 8 < end, text[start].isASCIIDigit, text[start + 2] == "-",
      text[start + 5] == "-",
      let year = number(in: text, at: start, end: end, digits: 2), year.end == start + 2,
      let month = number(in: text, at: start + 3, end: end, digits: 2), month.end == start + 5,
      let day = number(in: text, at: start + 6, end: end, digits: 2), day.end == start + 8,
      let date = CalendarDate(year: 2000 + year.value, month: month.value, day: day.value)
    else { return nil }
    let clock = clockEnd(in: text, from: day.end, end: end)
    return clock > day.end ? Found(range: start..<clock, date: date) : nil
  }

  /// Whether `10/ 05` follows a year, as on the pages of 新华网.
  private static func isSpacedDate(_ text: [Unicode.Scalar], _ index: Int, _ end: Int) -> Bool {
    text[index] == " " && text[index..<min(end, index + 5)].contains("/")
  }

  private static func skipped(_ text: [Unicode.Scalar], _ index: Int, _ end: Int) -> Int {
    index < end && text[index] == " " ? index + 1 : index
  }

  private static func isDivider(_ scalar: Unicode.Scalar, _ word: Unicode.Scalar) -> Bool {
    scalar == word || scalar == "-" || scalar == "/" || scalar == "."
  }

  /// The end of a clock time that follows, such as ` 09:40:31`, else `index`.
  private static func clockEnd(in text: [Unicode.Scalar], from index: Int, end: Int) -> Int {
    var at = index
    while at < end, text[at].isSpace || text[at] == "T" { at += 1 }
    guard let hour = number(in: text, at: at, end: end, digits: 2), hour.end + 2 < end + 1,
      hour.end < end, text[hour.end] == ":" || text[hour.end] == "："
    else { return index }
    at = hour.end
    while at < end, text[at].isASCIIDigit || text[at] == ":" || text[at] == "：" { at += 1 }
    return at
  }

  /// A number of Arabic digits or Chinese numerals.
  private static func number(
    in text: [Unicode.Scalar], at start: Int, end: Int, digits: Int
  ) -> (value: Int, end: Int)? {
    var at = start
    var value = 0
    while at < end, at - start < digits, text[at].isASCIIDigit {
      value = value * 10 + Int(text[at].value - 48)
      at += 1
    }
    if at > start { return digits == 4 && at - start != 4 ? nil : (value, at) }
    return chinese(in: text, at: start, end: end, digits: digits)
  }

  private static func chinese(
    in text: [Unicode.Scalar], at start: Int, end: Int, digits: Int
  ) -> (value: Int, end: Int)? {
    var at = start
    var value = 0
    while at < end, at - start < (digits == 4 ? 4 : 3) {
      if text[at] == "十", digits == 2 {
        value = max(value, 1) * 10
      } else if let digit = numerals[text[at]] {
        value = digits == 4 || value % 10 != 0 ? value * 10 + digit : value + digit
      } else {
        break
      }
      at += 1
    }
    return at > start && (digits == 2 || at - start == 4) ? (value, at) : nil
  }

  private static let numerals: [Unicode.Scalar: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9,
  ]
}
