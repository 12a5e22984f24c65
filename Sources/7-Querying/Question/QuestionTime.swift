import Model

extension QuestionReader {
  mutating func readTime(_ word: TimeWord, _ token: QuestionToken) throws(QueryError) {
    while at + 1 < tokens.count, tokens[at].word == .filler { at += 1 }
    guard at < tokens.count, case .days(let days) = tokens[at].word else {
      // 到 and `from` mean nothing by themselves before a name.
      if word == .since || word == .to, at < tokens.count, case .name = tokens[at].word { return }
      throw notUnderstood(token.text)
    }
    at += 1
    switch word {
    case .since:
      request.filters.since = days.lowerBound
      if try !readEnd(), !skip(.time(.sinceAfter)), token.text == "from" {
        // News from 2024 is news of 2024.
        request.filters.until = days.upperBound
      }
    case .until:
      request.filters.until = days.upperBound
      _ = skip(.time(.untilAfter))
    case .before: request.filters.until = days.lowerBound.dayBefore
    case .to, .sinceAfter, .untilAfter, .beforeAfter: throw notUnderstood(token.text)
    }
  }

  mutating func readDays(
    _ days: ClosedRange<CalendarDate>, _ token: QuestionToken
  ) throws(QueryError) {
    guard request.filters.since == nil, request.filters.until == nil else {
      throw notUnderstood(token.text)
    }
    if try readBoundary(days) { return }
    request.filters.since = days.lowerBound
    if try readEnd() { return }
    request.filters.until = days.upperBound
  }

  /// 以来, 为止, 以前 after days; 前 where no number follows.
  private mutating func readBoundary(
    _ days: ClosedRange<CalendarDate>
  ) throws(QueryError) -> Bool {
    guard at < tokens.count else { return false }
    var word = tokens[at].word
    if word == .order(.top) {
      if at + 1 < tokens.count, case .number = tokens[at + 1].word { return false }
      word = .time(.beforeAfter)
    }
    switch word {
    case .time(.sinceAfter): request.filters.since = days.lowerBound
    case .time(.untilAfter): request.filters.until = days.upperBound
    case .time(.beforeAfter): request.filters.until = days.lowerBound.dayBefore
    default: return false
    }
    at += 1
    return true
  }

  /// 至2023年 after a first day.
  private mutating func readEnd() throws(QueryError) -> Bool {
    guard at + 1 < tokens.count, joinsEnds(tokens[at]) || tokens[at].word == .time(.until),
      case .days(let days) = tokens[at + 1].word
    else { return false }
    at += 2
    request.filters.until = days.upperBound
    between = nil
    _ = skip(.between)
    return true
  }

  private mutating func skip(_ word: QuestionWord) -> Bool {
    guard at < tokens.count, tokens[at].word == word else { return false }
    at += 1
    return true
  }
}

extension CalendarDate {
  /// The day before.
  fileprivate var dayBefore: CalendarDate? {
    if day > 1 { return CalendarDate(year: year, month: month, day: day - 1) }
    if month > 1 {
      return CalendarDate(
        year: year, month: month - 1, day: CalendarDate.days(inMonth: month - 1, of: year))
    }
    return CalendarDate(year: year - 1, month: 12, day: 31)
  }
}
