import Model

/// When a page was saved, read from a stamp as browsers and savers write it:
/// `Tue Mar 05 2024 10:00:00 GMT+0800 (…)`, `Tue, 05 Mar 2024 02:00:00 GMT`,
/// `2024-03-05T10:00:00+08:00`, `2024-03-05 10:00`, `20240305020000123`.
///
/// - SeeAlso: ECMAScript, `Date.prototype.toString`; RFC 5322, section 3.3; ISO 8601.
struct SavingTime {
  /// By ISO 8601: in UTC with `Z`, without it where no zone is told, the day alone where no clock
  /// time is.
  let text: String

  /// A run of digits or of letters, and the sign before it.
  private struct Word {
    let scalars: ArraySlice<Unicode.Scalar>
    let before: Unicode.Scalar?
    var isNumber: Bool { scalars.first.map { ("0"..."9").contains($0) } ?? false }
    var number: Int { scalars.reduce(0) { $0 * 10 + Int($1.value) - 48 } }
    func isNumber(of lengths: ClosedRange<Int>) -> Bool {
      isNumber && lengths.contains(scalars.count)
    }
  }

  /// Reads a stamp; nil for what is no time.
  init?(_ stamp: some Sequence<Unicode.Scalar>) {
    let words = Self.words(of: Array(stamp.prefix(120)))
    guard let (day, rest) = Self.packed(words) ?? Self.named(words) ?? Self.numbered(words),
      day.year >= Self.firstYear
    else { return nil }
    guard let (seconds, zone) = Self.clock(rest) else {
      text = day.description
      return
    }
    guard let seconds else { return nil }
    guard let offset = Self.offset(zone) else {
      text = Self.iso(day, seconds)
      return
    }
    guard abs(offset) <= 14 * 3600 else { return nil }
    let world = seconds - offset
    switch world {
    case ..<0: text = Self.iso(day.previous, world + 86_400) + "Z"
    case 86_400...: text = Self.iso(day.next, world - 86_400) + "Z"
    default: text = Self.iso(day, world) + "Z"
    }
  }

  /// The web has no older pages.
  private static let firstYear = 1990

  private static func iso(_ day: CalendarDate, _ seconds: Int) -> String {
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return "\(day)T" + clock.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  private static func words(of stamp: [Unicode.Scalar]) -> [Word] {
    var words: [Word] = []
    var start = 0
    while start < stamp.count {
      let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
      let isLetter = { (scalar: Unicode.Scalar) in
        scalar.isASCII && scalar.properties.isAlphabetic
      }
      let kind = isDigit(stamp[start]) ? isDigit : isLetter
      let run = stamp[start...].prefix(while: kind)
      if !run.isEmpty {
        words.append(Word(scalars: run, before: start > 0 ? stamp[start - 1] : nil))
      }
      start = max(run.endIndex, start + 1)
    }
    return words
  }

  // MARK: Day

  /// A day, and the words behind it, which may tell the clock time.
  private typealias Reading = (day: CalendarDate, rest: ArraySlice<Word>)

  /// Reads `20240305`, and `20240305020000123`, which is in UTC.
  private static func packed(_ words: [Word]) -> Reading? {
    guard let first = words.first, first.isNumber(of: 8...8) || first.isNumber(of: 17...17),
      let day = CalendarDate(
        year: Word(scalars: first.scalars.prefix(4), before: nil).number,
        month: Word(scalars: first.scalars.dropFirst(4).prefix(2), before: nil).number,
        day: Word(scalars: first.scalars.dropFirst(6).prefix(2), before: nil).number)
    else { return nil }
    guard first.scalars.count == 17 else { return (day, words.dropFirst()) }
    let clock = [8, 10, 12].map { first.scalars.dropFirst($0).prefix(2) }
    let rest = zip(clock, "T::".unicodeScalars).map { Word(scalars: $0, before: $1) }
    return (day, (rest + [Word(scalars: ["Z"], before: nil)])[...])
  }

  /// Reads `Mar 05 2024` and `05 Mar 2024`.
  private static func named(_ words: [Word]) -> Reading? {
    for (index, word) in words.enumerated() where word.scalars.count == 3 {
      guard let month = months.firstIndex(of: String(scalars: word.scalars)) else { continue }
      let after = words[(index + 1)...]
      guard let next = after.first else { return nil }
      if next.isNumber(of: 4...4), index > 0, words[index - 1].isNumber(of: 1...2) {
        let day = words[index - 1].number
        return CalendarDate(year: next.number, month: month + 1, day: day)
          .map { ($0, after.dropFirst()) }
      }
      guard next.isNumber(of: 1...2), let year = after.dropFirst().first, year.isNumber(of: 4...4)
      else { return nil }
      return CalendarDate(year: year.number, month: month + 1, day: next.number)
        .map { ($0, after.dropFirst(2)) }
    }
    return nil
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `2024-03-05` and `2024年3月5日`.
  private static func numbered(_ words: [Word]) -> Reading? {
    guard words.count >= 3, words[0].isNumber(of: 4...4), words[1].isNumber(of: 1...2),
      words[2].isNumber(of: 1...2)
    else { return nil }
    return CalendarDate(year: words[0].number, month: words[1].number, day: words[2].number)
      .map { ($0, words[3...]) }
  }

  // MARK: Clock and zone

  /// Reads `10:00` or `10:00:00.123`: the seconds of the day, nil where no day has them, and what
  /// comes after; nil where no clock time stands.
  private static func clock(_ words: ArraySlice<Word>) -> (Int?, ArraySlice<Word>)? {
    var words = words
    if words.first.map({ String(scalars: $0.scalars) }) == "T" { words.removeFirst() }
    guard let hour = words.popFirst(), hour.isNumber(of: 1...2), let minute = words.popFirst(),
      minute.isNumber(of: 2...2), minute.before == ":"
    else { return nil }
    var seconds = hour.number * 3600 + minute.number * 60
    var isTime = hour.number < 24 && minute.number < 60
    if let second = words.first, second.isNumber(of: 2...2), second.before == ":" {
      words.removeFirst()
      seconds += second.number
      isTime = isTime && second.number < 60
    }
    if let fraction = words.first, fraction.isNumber, fraction.before == "." { words.removeFirst() }
    return (isTime ? seconds : nil, words)
  }

  /// Reads `Z`, `GMT`, `+0800`, `GMT+0800`, `+08:00`, `(UTC +08:00)`: the seconds before UTC; nil
  /// where no zone stands.
  private static func offset(_ words: ArraySlice<Word>) -> Int? {
    var words = words
    var isWorld = false
    if let name = words.first, ["Z", "UTC", "GMT"].contains(String(scalars: name.scalars)) {
      isWorld = true
      words.removeFirst()
    }
    guard let hours = words.first, let sign = hours.before, sign == "+" || sign == "-" else {
      return isWorld ? 0 : nil
    }
    let direction = sign == "-" ? -1 : 1
    if hours.isNumber(of: 4...4) {
      return direction * (hours.number / 100 * 3600 + hours.number % 100 * 60)
    }
    guard hours.isNumber(of: 1...2) else { return isWorld ? 0 : nil }
    let minutes = words.dropFirst().first.map { $0.before == ":" && $0.isNumber(of: 2...2) }
    let rest = minutes == true ? words[words.startIndex + 1].number * 60 : 0
    return direction * (hours.number * 3600 + rest)
  }
}
