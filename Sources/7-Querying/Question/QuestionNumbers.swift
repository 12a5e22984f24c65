extension QuestionReader {
  mutating func readBound(
    _ comparison: Comparison, _ token: QuestionToken
  ) throws(QueryError) {
    guard at < tokens.count, case .number(let value) = tokens[at].word else {
      // 最多 without a number is no bound.
      if token.text == "最多" { return try readOrder(.largest, token) }
      throw notUnderstood(token.text)
    }
    at += 1
    try bound(comparison, value, token)
    if let unit = unitHere() { ask(forUnit: unit) }
  }

  /// 10亿元以上, 100至200亩, the five in 前五个 or 5个最大的.
  mutating func readNumber(_ value: Double, _ token: QuestionToken) throws(QueryError) {
    let first = at - 1
    let unit = unitHere()
    if at < tokens.count, case .compareAfter(let comparison) = tokens[at].word {
      at += 1
      try bound(comparison, value, token)
    } else if try readUpperEnd(from: value, token) {
      between = nil
    } else if isCountOfRows(first), let limit = Int(exactly: value), limit > 0 {
      guard request.limit == nil else { throw notUnderstood(token.text) }
      return request.limit = limit
    } else {
      throw notUnderstood(token.text + (unit ?? ""))
    }
    if let unit, request.filters.units.isEmpty { ask(forUnit: unit) }
  }

  private mutating func unitHere() -> String? {
    guard at < tokens.count, case .unit(let unit) = tokens[at].word else { return nil }
    at += 1
    return unit
  }

  /// A second number ends a range: 100至200, between 100 and 200.
  private mutating func readUpperEnd(
    from value: Double, _ token: QuestionToken
  ) throws(QueryError) -> Bool {
    guard at + 1 < tokens.count, joinsEnds(tokens[at]), case .number(let end) = tokens[at + 1].word
    else { return false }
    at += 2
    try bound(.least, value, token)
    try bound(.most, end, token)
    if let unit = unitHere() { ask(forUnit: unit) }
    if at < tokens.count, tokens[at].word == .between { at += 1 }
    return true
  }

  /// Whether a word stands between the ends of a range.
  func joinsEnds(_ token: QuestionToken) -> Bool {
    if case .time(.to) = token.word { return true }
    return between != nil && token.word == .filler
  }

  /// Whether the number at `index` says how many rows: beside a word of order.
  private func isCountOfRows(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, tokens[before].word == .filler { before -= 1 }
    if before >= 0, case .order = tokens[before].word { return true }
    if before >= 0, case .relative = tokens[before].word { return true }
    if at < tokens.count, case .order(let order) = tokens[at].word { return order != .top }
    return false
  }

  private mutating func bound(
    _ comparison: Comparison, _ value: Double, _ token: QuestionToken
  ) throws(QueryError) {
    let isLower = comparison == .over || comparison == .least
    let isStrict = comparison == .over || comparison == .under
    guard (isLower ? request.filters.minimum : request.filters.maximum) == nil else {
      throw notUnderstood(token.text)
    }
    let bound = Filters.Bound(value, isStrict: isStrict)
    if isLower { request.filters.minimum = bound } else { request.filters.maximum = bound }
    isAboutFacts = true
  }

  // MARK: Order

  mutating func readOrder(_ order: Order, _ token: QuestionToken) throws(QueryError) {
    switch order {
    case .largest, .smallest:
      guard superlative == nil else { throw notUnderstood(token.text) }
      superlative = (order, token)
    case .latest, .earliest:
      request.sort = "published"
      request.isDescending = order == .latest
      if request.show == nil { request.show = .articles }
    case .top:
      guard at < tokens.count, case .number(let count) = tokens[at].word,
        let limit = Int(exactly: count), limit > 0
      else { throw notUnderstood(token.text) }
      at += 1
      _ = unitHere()
      request.limit = limit
      top = token
    }
  }

  /// 最近的5篇 are the latest; 最近 alone depends on the day.
  mutating func readRelative(_ token: QuestionToken) throws(QueryError) {
    let rest = tokens[at...].drop { $0.word == .filler }
    if ["最近", "recent"].contains(token.text), case .number = rest.first?.word {
      return try readOrder(.latest, token)
    }
    throw QueryError(
      .wrongUsage, "“\(token.text)” depends on the day it is said; name the year or month")
  }
}
