import Model

/// Turns words of time into the days they mean.
///
/// A year left out is that of the article's date or of the last year the text stated; where
/// neither is known, the words keep no days.
struct PeriodReader {
  private let published: CalendarDate?
  private var statedYear: Int?

  /// A reader for an article published on `published`.
  init(published: CalendarDate?) { self.published = published }

  /// The days a phrase means, nil where they cannot be known.
  mutating func period(of words: String) -> Period? {
    var phrase = TimeWordsParser(words)
    let parts = phrase.parts()
    guard !parts.isEmpty else { return nil }
    var known: [Period] = []
    var year: Int?
    var months: ClosedRange<Int>?
    for var part in parts {
      year = self.year(of: part) ?? year
      if part.days != nil { part.months = part.months ?? months }
      months = part.months
      if let period = days(of: part, year: year) { known.append(period) }
    }
    guard known.count == parts.count, let first = known.first, let last = known.last else {
      return nil
    }
    return open(Period(start: first.start, end: last.end), words)
  }

  /// 截至 leaves the start open, 以来 the end.
  private func open(_ period: Period, _ words: String) -> Period? {
    if words.hasPrefix("截") || words.hasSuffix("前") { return Period(start: nil, end: period.end) }
    let opens = ["以来", "起", "至今", "开始", "以后", "之后"].contains { words.hasSuffix($0) }
    guard opens else { return valid(period) }
    return Period(start: period.start, end: nil)
  }

  private func valid(_ period: Period) -> Period? {
    guard let start = period.start, let end = period.end else { return period }
    return start <= end ? period : nil
  }

  // MARK: Years

  private mutating func year(of part: TimePart) -> Int? {
    switch part.year {
    case .stated(let year):
      statedYear = year
      return year
    case .relative(let offset): return published.map { $0.year + offset }
    case .same: return statedYear
    case .unsaid: return inferred(part)
    }
  }

  /// A month without its year is the last such month before the article's date.
  private func inferred(_ part: TimePart) -> Int? {
    if part.isWholeYear { return statedYear ?? published.flatMap { $0.month > 3 ? $0.year : nil } }
    guard let published else { return statedYear }
    if let statedYear, statedYear <= published.year, statedYear >= published.year - 1 {
      return statedYear
    }
    guard let month = part.months?.lowerBound else { return published.year }
    return month > published.month ? published.year - 1 : published.year
  }

  // MARK: Days

  private func days(of part: TimePart, year: Int?) -> Period? {
    if let years = part.years { return span(years.lowerBound, 1, years.upperBound, 12) }
    guard let year else { return nil }
    guard let months = part.months else { return span(year, 1, year, 12) }
    guard let days = part.days else {
      return span(year, months.lowerBound, year, months.upperBound)
    }
    let last = min(days.upperBound, CalendarDate.days(inMonth: months.upperBound, of: year))
    guard let start = CalendarDate(year: year, month: months.lowerBound, day: days.lowerBound),
      let end = CalendarDate(year: year, month: months.upperBound, day: last)
    else { return nil }
    return Period(start: start, end: end)
  }

  private func span(_ from: Int, _ first: Int, _ to: Int, _ last: Int) -> Period? {
    guard let start = CalendarDate(year: from, month: first, day: 1),
      let end = CalendarDate(
        year: to, month: last, day: CalendarDate.days(inMonth: last, of: to))
    else { return nil }
    return Period(start: start, end: end)
  }
}
