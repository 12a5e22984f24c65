import Model

extension CalendarDate {
  /// Reads the day of a time stamp as pages print it: `2016-11-22 09:53`, `2020年9月11日 18:05`,
  /// `20200911`, `2020-09-11T18:05:00+08:00`.
  ///
  /// A stamp in world time late in the day is of the next day in China.
  init?(stamp: [Unicode.Scalar]) {
    let numbers = Self.numbers(in: stamp)
    guard let first = numbers.first else { return nil }
    let day: CalendarDate?
    if first.length == 8 || first.length == 14 {
      let digits = first.length == 14 ? first.value / 1_000_000 : first.value
      day = CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    } else if first.length == 4, numbers.count >= 3 {
      day = CalendarDate(year: first.value, month: numbers[1].value, day: numbers[2].value)
    } else {
      return nil
    }
    guard let day, day.year >= 1900 else { return nil }
    let isLate = numbers.count > 3 && numbers[3].value >= 16
    self = isLate && Self.isWorldTime(stamp) ? day.next : day
  }

  /// The day after.
  var next: CalendarDate {
    CalendarDate(year: year, month: month, day: day + 1)
      ?? CalendarDate(year: year, month: month + 1, day: 1)
      ?? CalendarDate(year: year + 1, month: 1, day: 1) ?? self
  }

  /// The day before.
  var previous: CalendarDate {
    CalendarDate(year: year, month: month, day: day - 1)
      ?? CalendarDate(
        year: year, month: month - 1, day: Self.days(inMonth: month - 1, of: year))
      ?? CalendarDate(year: year - 1, month: 12, day: 31) ?? self
  }

  private static func isWorldTime(_ stamp: [Unicode.Scalar]) -> Bool {
    stamp.last == "Z" || String(scalars: stamp.suffix(6)) == "+00:00"
  }

  private static func numbers(in stamp: [Unicode.Scalar]) -> [(value: Int, length: Int)] {
    stamp.prefix(40).split { !("0"..."9").contains($0) }
      .filter { $0.count <= 17 }
      .map { ($0.reduce(0) { $0 * 10 + Int($1.value) - 48 }, $0.count) }
  }
}
