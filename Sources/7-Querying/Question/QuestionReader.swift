import Model

/// Makes a request of the words of a question: each word finds its use, or the question is refused.
struct QuestionReader {
  private let tokens: [QuestionToken]
  private var at = 0
  private var request = Request()
  /// Words that are no names: what facts are about, or words of a text.
  private var contents: [(text: String, use: Use)] = []
  private var isAboutFacts = false
  private var asksHowMany = false
  private var asksMoney = false
  private var spends = false
  /// The words without a use that are no words of questions.
  private(set) var unknownWords: String?

  private enum Use { case open, about, mention, quoted, adjoining }

  init(_ tokens: [QuestionToken]) { self.tokens = tokens }

  /// The request.
  ///
  /// - Throws: `QueryError` that names the first word without a use.
  mutating func read() throws(QueryError) -> Request {
    while at < tokens.count { try readWord() }
    if spends, request.filters.units.isEmpty { ask(forUnit: "元") }
    if request.show == nil, isAboutFacts { request.show = .facts }
    try useContents()
    if asksHowMany, request.show == .facts, request.filters.subjects.isEmpty { countNamed() }
    try chooseShow()
    return request
  }

  /// Whether the word just read is glued to a name: 日报 in 四川日报 is no word of its own.
  private var adjoinsName: Bool {
    guard at > 1, case .name = tokens[at - 2].word else { return false }
    return tokens[at - 1].isGlued
  }

  /// The words not understood to which the word just read is glued.
  private var glued: String? {
    guard at > 1, case .unknown(let words) = tokens[at - 2].word, tokens[at - 1].isGlued else {
      return nil
    }
    return words
  }

  // MARK: Words

  private mutating func readWord() throws(QueryError) {
    let token = tokens[at]
    at += 1
    switch token.word {
    case .filler, .run: break
    case .show(let show), .showOrGroup(let show, _): try take(show, token)
    case .group: throw notUnderstood((glued ?? "") + token.text)
    case .relative:
      throw QueryError(
        .wrongUsage, "“\(token.text)” depends on the day it is said; name the year or month")
    case .each: try readGroups(token, isNeeded: true)
    case .which: try readGroups(token, isNeeded: false)
    case .many: try readMany()
    case .money: (asksMoney, isAboutFacts) = (true, true); ask(forUnit: "元")
    case .spend: (spends, asksMoney) = (true, true)
    case .compare(let comparison): try readBound(comparison, token)
    case .number(let value): try readNumber(value, token)
    case .compareAfter, .unit: throw notUnderstood(token.text)
    case .time(let time): try readTime(time, token)
    case .days(let days): try readDays(days)
    case .about: readContent(.about)
    case .mention: readContent(.mention)
    case .kind(let kind): request.filters.kinds.append(kind); try take(.articles, token)
    case .order(let order): try readOrder(order, token)
    case .subject(let subject): request.filters.subjects.append(subject); isAboutFacts = true
    case .name(let name): take(name)
    case .quoted(let words): contents.append((words, .quoted))
    case .unknown(let words): contents.append((words, adjoinsName ? .adjoining : .open))
    }
  }

  private mutating func take(_ show: Show, _ token: QuestionToken) throws(QueryError) {
    guard request.show == nil || request.show == show else { throw notUnderstood(token.text) }
    request.show = show
  }

  private mutating func take(_ name: QuestionName) {
    switch name {
    case .place(let roots, let word): request.filters.places.append(Self.filter(roots, word))
    case .program(let name): request.filters.programs.append(name)
    case .topic(let name): request.filters.topics.append(name)
    case .source(let name): request.filters.sources.append(name)
    case .organization(let name): request.filters.organizations.append(name)
    case .person(let name): request.filters.people.append(name)
    }
  }

  private static func filter(_ roots: [PlaceRoot], _ word: String) -> Filters.Place {
    let levels = Set(roots.map(\.level))
    let names = Set(roots.map(\.name))
    let level = levels.count == 1 ? levels.first.flatMap { PlaceLevel(rawValue: $0) } : nil
    let isOption = level != .zone
    return Filters.Place(
      names.count == 1 ? names.first ?? word : word, isOption ? level : nil)
  }

  /// `by city and year`, 各市, 哪些县; 哪些项目 names a kind of row.
  private mutating func readGroups(_ token: QuestionToken, isNeeded: Bool) throws(QueryError) {
    var count = 0
    while at < tokens.count {
      if count > 0, tokens[at].word == .filler, at + 1 < tokens.count,
        case .group = tokens[at + 1].word
      {
        at += 1
      }
      switch tokens[at].word {
      case .group(let group): request.groups.append(group)
      case .showOrGroup(_, let group) where isNeeded: request.groups.append(group)
      default:
        guard count > 0 || !isNeeded else { throw notUnderstood(token.text) }
        return
      }
      at += 1
      count += 1
    }
    guard count > 0 || !isNeeded else { throw notUnderstood(token.text) }
  }

  private mutating func readMany() throws(QueryError) {
    asksHowMany = true
    if at < tokens.count, case .unit(let unit) = tokens[at].word {
      at += 1
      ask(forUnit: unit)
    }
    var next = at
    while next < tokens.count, tokens[next].word == .filler { next += 1 }
    if next < tokens.count, case .show(let show) = tokens[next].word, show != .facts { return }
    if next < tokens.count, case .showOrGroup = tokens[next].word { return }
    isAboutFacts = true
  }

  private mutating func ask(forUnit unit: String) {
    // 万元 and 亿元 are numbers of 元.
    let plain = unit.count > 1 && (unit.hasPrefix("万") || unit.hasPrefix("亿"))
    request.filters.units.append(plain ? String(unit.dropFirst()) : unit)
    isAboutFacts = true
  }

  private mutating func readBound(
    _ comparison: Comparison, _ token: QuestionToken
  ) throws(QueryError) {
    guard at < tokens.count, case .number(let value) = tokens[at].word else {
      throw notUnderstood(token.text)
    }
    at += 1
    try bound(comparison, value, token)
  }

  /// 10亿元以上.
  private mutating func readNumber(
    _ value: Double, _ token: QuestionToken
  ) throws(QueryError) {
    var unit: String?
    if at < tokens.count, case .unit(let found) = tokens[at].word {
      unit = found
      at += 1
    }
    guard at < tokens.count, case .compareAfter(let comparison) = tokens[at].word else {
      throw notUnderstood(token.text + (unit ?? ""))
    }
    at += 1
    try bound(comparison, value, token)
    if let unit { ask(forUnit: unit) }
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
    if at < tokens.count, case .unit(let unit) = tokens[at].word {
      at += 1
      ask(forUnit: unit)
    }
  }

  private mutating func readContent(_ use: Use) {
    guard at < tokens.count else { return }
    switch tokens[at].word {
    case .unknown(let words), .quoted(let words): contents.append((words, use))
    case .name(let name) where use == .mention: contents.append((Self.text(name), use))
    case .subject(let subject) where use == .mention: contents.append((subject, use))
    default: return
    }
    at += 1
  }

  private static func text(_ name: QuestionName) -> String {
    switch name {
    case .place(_, let name), .program(let name), .topic(let name), .source(let name),
      .organization(let name), .person(let name):
      name
    }
  }

  // MARK: Time

  private mutating func readTime(_ word: TimeWord, _ token: QuestionToken) throws(QueryError) {
    guard at < tokens.count, case .days(let days) = tokens[at].word else {
      // 到 and `from` mean nothing by themselves before a name.
      if word == .since || word == .to, at < tokens.count, case .name = tokens[at].word { return }
      throw notUnderstood(token.text)
    }
    at += 1
    switch word {
    case .since:
      request.filters.since = days.lowerBound
      if try !readEnd() { skip(.time(.sinceAfter)) }
    case .until:
      request.filters.until = days.upperBound
      skip(.time(.untilAfter))
    case .before: request.filters.until = days.lowerBound.dayBefore
    case .to, .sinceAfter, .untilAfter, .beforeAfter: throw notUnderstood(token.text)
    }
  }

  private mutating func readDays(_ days: ClosedRange<CalendarDate>) throws(QueryError) {
    if at < tokens.count, case .time(let word) = tokens[at].word {
      switch word {
      case .sinceAfter:
        at += 1
        request.filters.since = days.lowerBound
        return
      case .untilAfter:
        at += 1
        request.filters.until = days.upperBound
        return
      case .beforeAfter:
        at += 1
        request.filters.until = days.lowerBound.dayBefore
        return
      case .to:
        request.filters.since = days.lowerBound
        if try readEnd() { return }
      case .since, .until, .before: break
      }
    }
    guard request.filters.since == nil, request.filters.until == nil else {
      throw notUnderstood(days.lowerBound.description)
    }
    request.filters.since = days.lowerBound
    request.filters.until = days.upperBound
  }

  /// 至2023年 after a first day.
  private mutating func readEnd() throws(QueryError) -> Bool {
    guard at + 1 < tokens.count, case .time(.to) = tokens[at].word,
      case .days(let days) = tokens[at + 1].word
    else { return false }
    at += 2
    request.filters.until = days.upperBound
    return true
  }

  private mutating func skip(_ word: QuestionWord) {
    if at < tokens.count, tokens[at].word == word { at += 1 }
  }

  // MARK: Order

  private mutating func readOrder(_ order: Order, _ token: QuestionToken) throws(QueryError) {
    switch order {
    case .largest, .smallest:
      request.sort = "value"
      request.isDescending = order == .largest
      isAboutFacts = true
    case .latest:
      request.sort = "published"
      request.isDescending = true
      if request.show == nil { request.show = .articles }
    case .top:
      guard at < tokens.count, case .number(let count) = tokens[at].word,
        let limit = Int(exactly: count), limit > 0
      else { throw notUnderstood(token.text) }
      at += 1
      if at < tokens.count, case .unit("个") = tokens[at].word { at += 1 }
      request.limit = limit
    }
  }

  // MARK: Conclusions

  private mutating func useContents() throws(QueryError) {
    for (text, use) in contents {
      switch use {
      case .mention: request.filters.texts.append(text)
      case .about, .open, .adjoining:
        if isAboutFacts || request.show == .facts, request.filters.subjects.isEmpty {
          request.filters.subjects.append(text)
        } else if use == .about || (use == .open && request.show == .articles),
          request.show == nil || request.show == .articles
        {
          request.filters.texts.append(text)
        } else {
          unknownWords = text
          throw notUnderstood(text)
        }
      case .quoted:
        if isAboutFacts, request.filters.subjects.isEmpty {
          request.filters.subjects.append(text)
        } else {
          request.filters.texts.append(text)
        }
      }
    }
  }

  /// 有多少个三无小区 asks for a number of them, not for numbers of programs that serve them.
  private mutating func countNamed() {
    guard !asksMoney else { return }
    if let topic = request.filters.topics.popLast() {
      request.filters.subjects.append(topic)
    } else if let program = request.filters.programs.popLast() {
      request.filters.subjects.append(program)
    }
  }

  private mutating func chooseShow() throws(QueryError) {
    guard request.show == nil else { return }
    let filters = request.filters
    if !request.groups.isEmpty {
      guard !filters.topics.isEmpty || !filters.programs.isEmpty else {
        throw QueryError(
          .wrongUsage,
          "the question does not say what to count; add a word such as programs, articles or "
            + "facts (项目、报道、数据)")
      }
      request.show = .programs
    } else if !filters.texts.isEmpty {
      request.show = .articles
    }
  }

  private func notUnderstood(_ words: String) -> QueryError {
    var message = "“\(words)” is not understood"
    message += Nearest.suggestion(for: words, in: QuestionLexicon.spellings)
    let known = CommandWords.text(request)
    if !known.isEmpty { message += "; without it the question is: query \(known)" }
    return QueryError(.wrongUsage, message)
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
