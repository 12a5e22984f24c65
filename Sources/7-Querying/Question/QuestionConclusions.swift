extension QuestionReader {
  /// What the words together ask.
  mutating func conclude() throws(QueryError) {
    if spends, request.filters.units.isEmpty { ask(forUnit: "元") }
    if request.show == nil, isAboutFacts { request.show = .facts }
    try useContents()
    if asksHowMany != nil, request.show == .facts, request.filters.subjects.isEmpty { countNamed() }
    try chooseShow()
    try chooseOrder()
    if CommandWords.text(request).isEmpty { throw doesNotSay }
    if asksAmount, request.show == nil { throw doesNotSay }
    let asksCount = asksHowMany != nil || asksAmount
    if asksCount, request.show != .facts, request.show != nil {
      request.isCount = true
      // 几篇文章: a unit that counts the rows themselves.
      request.filters.units = []
    }
    if !request.groups.isEmpty { request.isCount = false }
  }

  /// 有多少个三无小区 asks for a number of them, not for numbers of programs that serve them.
  private mutating func countNamed() {
    guard !asksMoney, request.filters.actions.isEmpty else { return }
    if let topic = request.filters.topics.popLast() {
      request.filters.subjects.append(topic)
    } else if let program = request.filters.programs.popLast() {
      request.filters.subjects.append(program)
    }
  }

  private var namesProgram: Bool {
    !request.filters.topics.isEmpty || !request.filters.programs.isEmpty
  }

  private mutating func chooseShow() throws(QueryError) {
    if let asksWhere {
      guard namesProgram || request.show == .facts || request.show == .programs else {
        throw notUnderstood(asksWhere.text)
      }
      request.show = request.show ?? .places
    }
    guard request.show == nil else { return }
    if namesProgram, !request.groups.isEmpty || superlative != nil {
      request.show = .programs
    } else if request.groups == [.source] {
      request.show = .articles
    } else if request.groups == [.topic] {
      request.show = .programs
    } else if !request.groups.isEmpty {
      try listPlaces()
    } else if !request.filters.texts.isEmpty {
      request.show = .articles
    } else if request.isCount {
      throw doesNotSay
    }
  }

  /// 遂宁有哪些小区: the places of that level.
  private mutating func listPlaces() throws(QueryError) {
    guard request.groups.count == 1, let level = request.groups.first?.level,
      tokens.contains(where: { $0.word == .which }), superlative == nil
    else { throw doesNotSay }
    request.show = .places
    request.groups = []
    request.filters.levels = [level]
  }

  private var doesNotSay: QueryError {
    QueryError(
      .wrongUsage,
      "the question does not say what to count; add a word such as programs, articles or "
        + "facts (项目、报道、数据)")
  }

  /// The order of a superlative: of values, or of counts where rows are counted.
  private mutating func chooseOrder() throws(QueryError) {
    let isBounded = request.filters.minimum != nil || request.filters.maximum != nil
    if superlative != nil || top != nil || isBounded, isAboutFacts, request.filters.units.isEmpty,
      let naturalUnit
    {
      request.filters.units = [naturalUnit]
    }
    if let top, superlative == nil, request.sort == nil, isAboutFacts {
      superlative = (.largest, top)
    }
    guard let (order, token) = superlative else { return }
    if isAboutFacts { request.show = .facts }
    switch request.show {
    case .facts where request.groups.isEmpty: request.sort = "value"
    case .facts: request.sort = order == .largest ? "highest" : "lowest"
    case .some(let show) where !request.groups.isEmpty: request.sort = show.rawValue
    default: throw notUnderstood(token.text)
    }
    request.isDescending = order == .largest
  }

  // MARK: Refusals

  func notUnderstood(_ words: String) -> QueryError {
    var message = "“\(words)” is not understood"
    let near = Nearest.names(to: words, in: QuestionLexicon.spellings).filter { $0 != words }
    message += Nearest.suggestion(near)
    return QueryError(.wrongUsage, message + withoutIt)
  }

  /// What the rest of the question asks.
  var withoutIt: String {
    let known = CommandWords.text(request)
    return known.isEmpty ? "" : "; without it the question is: query \(known)"
  }

  /// A question says what is wanted.
  func cannotLeaveOut(_ token: QuestionToken) -> QueryError {
    QueryError(
      .wrongUsage,
      "“\(token.text)” is not understood: a question says what is wanted, not what is left out"
        + withoutIt)
  }

  /// Names what no row tells, and the nearest question that rows answer.
  func unanswerable(_ kind: Untold, _ token: QuestionToken) -> QueryError {
    var nearest = request
    nearest.isCount = false
    nearest.groups = []
    switch kind {
    case .when:
      if nearest.show != .facts { nearest.show = .articles }
      if nearest.show == .articles { nearest.sort = "published" }
    case .why: nearest.show = .articles
    case .average: nearest.show = .facts
    case .trend:
      nearest.show = nearest.show ?? .articles
      nearest.groups = [.year]
    }
    let what =
      switch kind {
      case .when: "when something began or happened"
      case .why: "why or how"
      case .trend: "how things compare or develop"
      case .average: "an average"
      }
    return QueryError(
      .wrongUsage,
      "“\(token.text)” is not understood: no row tells \(what); the nearest question is: query "
        + CommandWords.text(nearest))
  }
}
