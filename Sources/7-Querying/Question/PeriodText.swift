import Matching
import Model

/// Periods that have names of their own: 2021年上半年, 2021年第三季度, 十四五期间, 90年代.
enum PeriodText {
  /// The days of the period that `text` begins with, and how many code points it takes.
  static func prefix(
    of text: ArraySlice<Unicode.Scalar>
  ) -> (days: ClosedRange<CalendarDate>, length: Int)? {
    plan(text) ?? decade(text) ?? partOfYear(text)
  }

  /// 十四五期间: the plan of five years, the tenth of which began in 2001.
  private static func plan(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (days: ClosedRange<CalendarDate>, length: Int)? {
    for (index, digit) in ["", "一", "二", "三", "四", "五"].enumerated() {
      let name = "十\(digit)五"
      for ending in ["规划期间", "期间", "时期", "以来"] where starts(text, with: name + ending) {
        let kept = ending == "以来" ? name : name + ending
        return years(2001 + 5 * index, 5, kept)
      }
    }
    return nil
  }

  /// 2010年代, 2010s, 90年代, 九十年代.
  private static func decade(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (days: ClosedRange<CalendarDate>, length: Int)? {
    let tens = ["五", "六", "七", "八", "九"]
    for (index, ten) in tens.enumerated() {
      let first = 1950 + 10 * index
      for century in ["上世纪", "20世纪", ""] {
        for name in ["\(century)\(first % 100)年代", "\(century)\(ten)十年代"]
        where starts(text, with: name) { return years(first, 10, name) }
      }
    }
    for first in stride(from: 1950, through: 2040, by: 10) {
      for name in ["\(first)年代", "\(first)s"] where starts(text, with: name) {
        return years(first, 10, name)
      }
    }
    return nil
  }

  private static func partOfYear(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> (days: ClosedRange<CalendarDate>, length: Int)? {
    let digits = text.prefix { $0.isASCIIDigit }
    guard digits.count == 4, let year = Int(String(String.UnicodeScalarView(digits))) else {
      return nil
    }
    for (name, first, last) in parts where starts(text.dropFirst(4), with: name) {
      guard let start = CalendarDate(year: year, month: first, day: 1),
        let end = CalendarDate(
          year: year, month: last, day: CalendarDate.days(inMonth: last, of: year))
      else { return nil }
      return (start...end, 4 + name.unicodeScalars.count)
    }
    return nil
  }

  /// Names of parts of a year after its digits, with the first month and the last.
  private static let parts: [(name: String, first: Int, last: Int)] = {
    var parts = [("年上半年", 1, 6), ("上半年", 1, 6), ("年下半年", 7, 12), ("下半年", 7, 12)]
    parts += [("年底", 12, 12), ("年末", 12, 12)]
    for (index, quarter) in ["一", "二", "三", "四"].enumerated() {
      let (first, last) = (3 * index + 1, 3 * index + 3)
      for name in ["年第\(quarter)季度", "年\(quarter)季度", "年第\(index + 1)季度", "年\(index + 1)季度"] {
        parts.append((name, first, last))
      }
      parts += [("Q\(index + 1)", first, last), (" Q\(index + 1)", first, last)]
    }
    return parts
  }()

  private static func starts(_ text: ArraySlice<Unicode.Scalar>, with word: String) -> Bool {
    text.starts(with: word.unicodeScalars)
  }

  private static func years(
    _ first: Int, _ count: Int, _ name: String
  ) -> (days: ClosedRange<CalendarDate>, length: Int)? {
    guard let start = CalendarDate(year: first, month: 1, day: 1),
      let end = CalendarDate(year: first + count - 1, month: 12, day: 31)
    else { return nil }
    return (start...end, name.unicodeScalars.count)
  }
}
