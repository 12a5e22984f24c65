/// One end of a phrase of time: a year, months and days, as far as the words say.
struct TimePart: Equatable {
  /// How the year is told.
  enum Year: Equatable {
    case stated(Int)
    /// 今年 is 0, 去年 -1.
    case relative(Int)
    /// 当年, 同年: the one stated before.
    case same
    case unsaid
  }

  var year = Year.unsaid
  /// A run of whole years: 十三五, 2016-2020.
  var years: ClosedRange<Int>?
  var months: ClosedRange<Int>?
  var days: ClosedRange<Int>?

  /// Whether it is 全年 or the end of a year that is not named: the year under report.
  var isWholeYear: Bool { months == 1...12 || months == 12...12 && days == nil }
  /// Whether nothing was read.
  var isEmpty: Bool { self == TimePart() }
}

/// Reads a phrase of time from left to right into its ends.
struct TimeWordsParser {
  private let text: [Unicode.Scalar]
  private var at = 0

  /// Parses a phrase.
  init(_ words: String) { text = Array(words.unicodeScalars) }

  /// The one or two ends of the phrase; empty where the words tell no date.
  mutating func parts() -> [TimePart] {
    var parts: [TimePart] = []
    var part = TimePart()
    while at < text.count {
      if read(into: &part) { continue }
      if joins(text[at]), !part.isEmpty {
        parts.append(part)
        part = TimePart()
      }
      at += 1
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  private func joins(_ scalar: Unicode.Scalar) -> Bool {
    ["-", "－", "—", "–", "~", "～", "至", "到"].contains(scalar)
  }

  private mutating func read(into part: inout TimePart) -> Bool {
    readWord(into: &part) || readNumber(into: &part)
  }

  // MARK: Words

  private static let relativeYears: [(String, TimePart.Year)] = [
    ("今年", .relative(0)), ("本年", .relative(0)), ("去年", .relative(-1)), ("前年", .relative(-2)),
    ("明年", .relative(1)), ("后年", .relative(2)), ("当年", .same), ("同年", .same),
  ]

  private static let monthWords: [(String, ClosedRange<Int>)] = [
    ("前三季度", 1...9), ("前三个季度", 1...9), ("前两季度", 1...6), ("前两个季度", 1...6), ("第一季度", 1...3),
    ("第二季度", 4...6), ("第三季度", 7...9), ("第四季度", 10...12), ("一季度", 1...3), ("二季度", 4...6),
    ("三季度", 7...9), ("四季度", 10...12), ("首季", 1...3), ("上半年", 1...6), ("下半年", 7...12), ("年初", 1...1),
    ("年底", 12...12), ("年末", 12...12), ("岁末", 12...12), ("全年", 1...12), ("年内", 1...12),
  ]

  private static let dayWords: [(String, ClosedRange<Int>)] = [
    ("上旬", 1...10), ("中旬", 11...20), ("下旬", 21...31),
  ]

  private mutating func readWord(into part: inout TimePart) -> Bool {
    for (word, months) in Self.monthWords where takes(word) {
      part.months = months
      return true
    }
    for (word, year) in Self.relativeYears where takes(word) {
      part.year = year
      return true
    }
    for (word, days) in Self.dayWords where part.months != nil && takes(word) {
      part.days = days
      return true
    }
    return readPlan(into: &part) || readEdge(into: &part)
  }

  /// 十三五: the five years from 2016; each plan starts five years after the last.
  private mutating func readPlan(into part: inout TimePart) -> Bool {
    let plans = ["一", "二", "三", "四", "五", "六"]
    for (index, number) in plans.enumerated() where takes("十\(number)五") {
      let start = 2006 + 5 * index
      part.years = start...start + 4
      return true
    }
    return false
  }

  /// 初, 底 and 末 narrow the month or year before them.
  private mutating func readEdge(into part: inout TimePart) -> Bool {
    guard !part.isEmpty, text[at] == "初" || text[at] == "底" || text[at] == "末" else {
      return false
    }
    let isStart = text[at] == "初"
    at += 1
    guard let months = part.months else {
      part.months = isStart ? 1...1 : 12...12
      return true
    }
    if part.days == nil, months.count == 1 { part.days = isStart ? 1...10 : 21...31 }
    if months.count > 1 {
      let edge = isStart ? months.lowerBound : months.upperBound
      part.months = edge...edge
    }
    return true
  }

  private mutating func takes(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard at + scalars.count <= text.count, zip(scalars, text[at...]).allSatisfy({ $0 == $1 })
    else { return false }
    at += scalars.count
    return true
  }

  // MARK: Numbers

  /// 2024年, 1-11月, 6日-7日 as far as one unit; hours are left out.
  private mutating func readNumber(into part: inout TimePart) -> Bool {
    let start = at
    guard let first = number() else { return false }
    var last = first
    if at < text.count, joins(text[at]) || text[at] == "和" || text[at] == "、" {
      let back = at
      at += 1
      if let second = number() { last = second } else { at = back }
    }
    guard at < text.count, first <= last else { return restart(start) }
    switch text[at] {
    case "年": setYears(first, last, &part)
    case "月" where last <= 12 && first > 0: part.months = first...last
    case "日" where last <= 31 && first > 0, "号" where last <= 31 && first > 0:
      part.days = first...last
    default: break
    }
    at += 1
    return true
  }

  private mutating func restart(_ start: Int) -> Bool {
    at = start
    return false
  }

  private func setYears(_ first: Int, _ last: Int, _ part: inout TimePart) {
    let from = first < 100 ? first + 2000 : first
    let to = last < 100 ? from / 100 * 100 + last : last
    guard (1000...2999).contains(from), from <= to else { return }
    part.year = .stated(to)
    if from < to { part.years = from...to }
  }

  private mutating func number() -> Int? {
    let start = at
    var value = 0
    while at < text.count, let digit = Self.digit(text[at]), value < 100_000 {
      if text[at] == "十" {
        value = max(value, 1) * 10
      } else {
        value = at > start && text[at - 1] == "十" ? value + digit : value * 10 + digit
      }
      at += 1
    }
    return at > start ? value : nil
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: return Int(scalar.value) - 0xFF10
    default: break
    }
    let digits: [Unicode.Scalar] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    if scalar == "十" { return 10 }
    return digits.firstIndex(of: scalar)
  }
}
