extension QuestionReader {
  /// 哪些县, 哪些项目; 在哪 asks where.
  ///
  /// After 多少 it begins a second question.
  mutating func readWhich(_ token: QuestionToken) throws(QueryError) {
    if token.text == "哪", at == tokens.count { return asksWhere = token }
    let before = at
    try readGroups(token, isNeeded: false)
    guard at == before, asksHowMany != nil || asksMoney, at < tokens.count else { return }
    var first = QuestionReader(
      Array(tokens[..<(before - 1)]), isPartOfProgram: isPartOfProgram,
      resemblesPlace: resemblesPlace)
    let alone = (try? first.read()).map { "; the first is: query \(CommandWords.text($0))" }
    throw QueryError(
      .wrongUsage, "“\(token.text)” begins a second question: ask one at a time\(alone ?? "")")
  }

  /// `by city and year`, 各市, 哪些县; 哪些项目 names a kind of row.
  mutating func readGroups(_ token: QuestionToken, isNeeded: Bool) throws(QueryError) {
    if isNeeded, token.text == "by", at < tokens.count, case .name(let name) = tokens[at].word,
      name.canWrite
    {
      return
    }
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
      case .show(.programs) where isNeeded: request.groups.append(.program)
      default:
        guard count > 0 || !isNeeded else { throw notUnderstood(token.text) }
        return
      }
      at += 1
      count += 1
    }
    guard count > 0 || !isNeeded else { throw notUnderstood(token.text) }
  }

  /// A group word by itself: 的县有哪些 asks which, 最多的城市 asks for the first of them; else it
  /// is a noun like any other.
  mutating func readGroup(_ group: Grouping, _ token: QuestionToken) throws(QueryError) {
    if group == .unit, at < tokens.count, case .unit = tokens[at].word {
      return try readUnit(token)
    }
    let rest = tokens[at...]
    let isLast = rest.allSatisfy { $0.word == .filler || $0.word == .run }
    let asksWhich =
      rest.contains { $0.word == .which }
      && rest.allSatisfy { [.filler, .run, .which].contains($0.word) }
    let isHeading = !GroupExpression.isPlace(group) && request.groups.isEmpty
    if asksWhich || isHeading || (isLast && (superlative != nil || top != nil)) {
      request.groups.append(group)
      if asksWhich { at = tokens.count }
    } else if let noun = Self.noun(of: group, token.text) {
      add(noun, .open)
    } else {
      throw notUnderstood(token.text)
    }
  }

  /// The word a text has for a place of this level; nil for groups that are no places.
  private static func noun(of group: Grouping, _ text: String) -> String? {
    guard GroupExpression.isPlace(group) else { return nil }
    if text.utf8.contains(where: { $0 > 127 }) { return text }
    switch group {
    case .estate: return "小区"
    case .community: return text.hasPrefix("village") ? "村" : "社区"
    case .town: return text.hasPrefix("street") ? "街道" : "镇"
    case .county: return text.hasPrefix("district") ? "区" : "县"
    default: return nil
    }
  }

  /// Whether a kind of row is named further on: 多少个平安建设项目.
  private var rowsFollow: Bool {
    tokens[at...].contains { token in
      if case .show(let show) = token.word { return show == .programs || show == .articles }
      return false
    }
  }

  /// `tokens` from here on name a program or a topic, or ask for programs.
  private var programFollows: Bool {
    tokens[at...].contains { token in
      switch token.word {
      case .name(.program), .name(.topic), .show(.programs): true
      default: false
      }
    }
  }

  // MARK: How many

  /// 多少, with what is counted: a unit, a kind of row, a level of places.
  mutating func readMany() throws(QueryError) {
    asksHowMany = at
    var unit: String?
    if at < tokens.count, case .unit(let found) = tokens[at].word {
      at += 1
      unit = found
    }
    var next = at
    while next < tokens.count, tokens[next].word == .filler { next += 1 }
    if next < tokens.count {
      switch tokens[next].word {
      case .show(.people):
        at = next + 1
        return ask(forUnit: unit ?? "人")
      case .show(let show) where show != .facts: return
      case .showOrGroup: return
      case .group(let group) where programFollows:
        at = next + 1
        return request.groups.append(group)
      default: break
      }
    }
    if rowsFollow { return }
    isAboutFacts = true
    guard let unit else { return }
    // 几个人 counts 人.
    if unit == "个", at < tokens.count, tokens[at].word == .unknown("人") {
      at += 1
      return ask(forUnit: "人")
    }
    ask(forUnit: unit)
  }

  mutating func ask(forUnit unit: String) {
    // 万元 and 亿元 are numbers of 元.
    let plain = unit.count > 1 && (unit.hasPrefix("万") || unit.hasPrefix("亿"))
    request.filters.units.append(plain ? String(unit.dropFirst()) : unit)
    isAboutFacts = true
  }

  /// `facts in 亩`.
  mutating func readLoneUnit(_ unit: String, _ token: QuestionToken) throws(QueryError) {
    guard isAboutFacts || request.show == .facts else { throw notUnderstood(token.text) }
    ask(forUnit: unit)
  }

  /// 以亩为单位.
  mutating func readUnit(_ token: QuestionToken) throws(QueryError) {
    guard at < tokens.count, case .unit(let unit) = tokens[at].word else {
      throw notUnderstood(token.text)
    }
    at += 1
    ask(forUnit: unit)
  }
}

extension QuestionName {
  /// Whether it may stand after `by` as the one who wrote.
  fileprivate var canWrite: Bool {
    switch self {
    case .person, .source, .organization: true
    case .place, .program, .topic: false
    }
  }
}
