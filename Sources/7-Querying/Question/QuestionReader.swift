import Model

/// Makes a request of the words of a question: each word finds its use, or the question is refused.
struct QuestionReader {
  let tokens: [QuestionToken]
  var at = 0
  var request = Request()
  /// Words that are no names: what facts are about, or words of a text.
  var contents: [Content] = []
  var isAboutFacts = false
  /// Where a word asked how many, by its place among the tokens.
  var asksHowMany: Int?
  var asksAmount = false
  var asksMoney = false
  var spends = false
  var asksWhere: QuestionToken?
  var superlative: (order: Order, token: QuestionToken)?
  /// The word that asked for the first few.
  var top: QuestionToken?
  /// The unit in which the subject of a superlative is told.
  var naturalUnit: String?
  /// A range was announced: between.
  var between: QuestionToken?
  /// What no row tells.
  var untold: (kind: Untold, token: QuestionToken)?
  /// The words without a use that are no words of questions.
  var unknownWords: String?
  /// Whether words stand in the name of a program.
  let isPartOfProgram: (String) -> Bool

  /// Words that no lexicon and no name explains, and words that are names only in some questions.
  struct Content {
    enum Use { case open, about, mention, quoted, adjoining }
    enum Kind { case noun, action, role }
    let text: String
    let use: Use
    var kind = Kind.noun
    /// Its place among the tokens.
    let at: Int
  }

  /// Whether a word is nearly the name of a place.
  let resemblesPlace: (String) -> Bool

  init(
    _ tokens: [QuestionToken], isPartOfProgram: @escaping (String) -> Bool,
    resemblesPlace: @escaping (String) -> Bool
  ) {
    self.tokens = tokens
    self.isPartOfProgram = isPartOfProgram
    self.resemblesPlace = resemblesPlace
  }

  /// The request.
  ///
  /// - Throws: `QueryError` that names the first word without a use.
  mutating func read() throws(QueryError) -> Request {
    while at < tokens.count { try readWord() }
    if let between { throw notUnderstood(between.text) }
    try conclude()
    if let untold { throw unanswerable(untold.kind, untold.token) }
    return request
  }

  /// Whether the word just read is glued to a name: 日报 in 四川日报 is no word of its own.
  private var adjoinsName: Bool {
    guard at > 1, case .name = tokens[at - 2].word else { return false }
    return tokens[at - 1].isGlued
  }

  private mutating func readWord() throws(QueryError) {
    let token = tokens[at]
    at += 1
    switch token.word {
    case .filler, .run: break
    case .show(let show), .showOrGroup(let show, _): try take(show, token)
    case .group(let group): try readGroup(group, token)
    case .relative: try readRelative(token)
    case .each: try readGroups(token, isNeeded: true)
    case .which: try readWhich(token)
    case .many: try readMany()
    case .money: (asksMoney, isAboutFacts) = (true, true); ask(forUnit: "元")
    case .spend: (spends, asksMoney) = (true, true)
    case .total: request.isCount = true
    case .place: asksWhere = token
    case .compare(let comparison): try readBound(comparison, token)
    case .between: between = token
    case .number(let value): try readNumber(value, token)
    case .compareAfter: throw notUnderstood(token.text)
    case .unit(let unit): try readLoneUnit(unit, token)
    case .askedUnit(let unit): ask(forUnit: unit)
    case .amount: asksAmount = true
    case .unitOf: try readUnit(token)
    case .time(let time): try readTime(time, token)
    case .days(let days): try readDays(days, token)
    case .about: readContent(.about)
    case .mention: readContent(.mention)
    case .kind(let kind): try take(kind, token)
    case .order(let order): try readOrder(order, token)
    case .subject(let subject, let unit): readSubject(subject, unit)
    case .action(let action): add(action, .open, .action)
    case .role(let role): add(role, .open, .role)
    case .name(let name): take(name)
    case .quoted(let words): add(words, .quoted)
    case .unknown(let words): add(words, adjoinsName ? .adjoining : .open)
    case .either: try readEither(token)
    case .without: throw cannotLeaveOut(token)
    case .untold(let kind): untold = (kind, token)
    }
  }

  private mutating func readSubject(_ subject: String, _ unit: String?) {
    request.filters.subjects.append(subject)
    naturalUnit = naturalUnit ?? unit
    isAboutFacts = true
  }

  mutating func take(_ show: Show, _ token: QuestionToken) throws(QueryError) {
    guard request.show == nil || request.show == show else { throw notUnderstood(token.text) }
    request.show = show
  }

  private mutating func take(_ kind: ArticleKind, _ token: QuestionToken) throws(QueryError) {
    if !request.filters.kinds.contains(kind) { request.filters.kinds.append(kind) }
    try take(.articles, token)
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

  /// 或者 between two names of one kind, values of one filter, which mean any of them.
  private func readEither(_ token: QuestionToken) throws(QueryError) {
    if at > 1, at < tokens.count, case .name(let before) = tokens[at - 2].word,
      case .name(let after) = tokens[at].word, before.isOfOneKind(with: after)
    {
      return
    }
    throw notUnderstood(token.text)
  }
}

extension QuestionName {
  fileprivate func isOfOneKind(with other: QuestionName) -> Bool {
    switch (self, other) {
    case (.place(let a, _), .place(let b, _)): Set(a.map(\.level)) == Set(b.map(\.level))
    case (.program, .program), (.topic, .topic), (.source, .source),
      (.organization, .organization), (.person, .person):
      true
    default: false
    }
  }
}
