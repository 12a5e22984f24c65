extension QuestionReader {
  mutating func add(_ text: String, _ use: Content.Use, _ kind: Content.Kind = .noun) {
    contents.append(Content(text: text, use: use, kind: kind, at: at))
  }

  /// What stands after 关于 or 提到: a run of words without a space between.
  mutating func readContent(_ use: Content.Use) {
    if at < tokens.count, tokens[at].asks { return }
    var words = ""
    while at < tokens.count, words.isEmpty || tokens[at].isGlued,
      let word = Self.word(tokens[at], use, isFirst: words.isEmpty)
    {
      words += word
      at += 1
    }
    if !words.isEmpty { add(words, use) }
  }

  private static func word(
    _ token: QuestionToken, _ use: Content.Use, isFirst: Bool
  ) -> String? {
    switch token.word {
    case .unknown, .quoted, .action, .group, .role: token.text
    case .name, .subject: use == .mention ? token.text : nil
    case .show, .showOrGroup: use == .mention && isFirst ? token.text : nil
    default: nil
    }
  }

  /// Gives each word that is no name its use.
  mutating func useContents() throws(QueryError) {
    for content in contents where content.use == .mention {
      request.filters.texts.append(content.text)
    }
    contents.removeAll { $0.use == .mention }
    if isFactual { return try useAsFacts() }
    for content in contents { try use(content) }
  }

  /// Whether the words say what facts count.
  private var isFactual: Bool {
    if isAboutFacts || request.show == .facts || asksWhatCame { return true }
    // 遂宁新增停车位.
    let kinds = contents.map(\.kind)
    return request.show == nil && kinds.contains(.action)
      && contents.contains { $0.kind == .noun && $0.use == .open && !isPartOfProgram($0.text) }
  }

  /// 合作社引进了什么: who did it comes first, what it was is asked.
  private var asksWhatCame: Bool {
    guard request.show == nil, tokens.last?.text == "什么" else { return false }
    return contents.last?.kind == .action
  }

  /// The last noun is the subject; one before 多少 says what happened; others stand in the
  /// sentence.
  private mutating func useAsFacts() throws(QueryError) {
    let asksWhat = asksWhatCame
    if request.show == nil { request.show = .facts }
    isAboutFacts = true
    var nouns: [Content] = []
    for content in contents {
      if resemblesPlace(content.text) { throw unknown(content) }
      if content.kind == .action {
        request.filters.actions.append(content.text)
      } else {
        nouns.append(content)
      }
    }
    if let many = asksHowMany, let first = nouns.first, nouns.count == 2, first.at < many,
      nouns[1].at > many
    {
      request.filters.actions.append(first.text)
      nouns.removeFirst()
    }
    if request.filters.subjects.isEmpty, !asksWhat, let last = nouns.popLast() {
      try refuseShort(last)
      request.filters.subjects.append(last.text)
    }
    for noun in nouns {
      try refuseShort(noun)
      guard noun.use != .adjoining else { throw unknown(noun) }
      request.filters.texts.append(noun.text)
    }
  }

  private mutating func use(_ content: Content) throws(QueryError) {
    try refuseShort(content)
    let isPlain = content.use != .adjoining
    switch (content.kind, request.show) {
    case (.role, nil), (.role, .people):
      request.show = .people
      request.filters.roles.append(content.text)
    case (.action, nil) where saysThatItRuns(content),
      (.action, .programs) where saysThatItRuns(content):
      break
    case (.action, nil) where request.groups.count == 1 && request.groups[0].level != nil:
      // 哪些小区改造了.
      request.filters.actions.append(content.text)
    case (_, .articles) where isPlain: request.filters.texts.append(content.text)
    case (.noun, nil) where content.use == .about || content.use == .quoted:
      request.filters.texts.append(content.text)
    case (.noun, .some) where content.use == .quoted:
      request.filters.texts.append(content.text)
    case (.noun, .programs), (.action, .programs), (.noun, nil), (.noun, .places):
      guard content.use != .about, isPartOfProgram(content.text) else { throw unknown(content) }
      request.filters.programs.append(content.text)
      if tokens.contains(where: { $0.word == .which }) { request.show = .programs }
    default: throw unknown(content)
    }
  }

  /// A single character is a piece of a word that was not understood; English words, unless they
  /// are quoted or asked for with `about`, are of the question and not of a text.
  private mutating func refuseShort(_ content: Content) throws(QueryError) {
    let isForeign = content.text.utf8.allSatisfy { $0 < 128 }
    guard content.use == .open, !followsUnit(content) else { return }
    if isForeign || content.text.unicodeScalars.count == 1 { throw unknown(content) }
  }

  /// 建成 before a program says that it runs.
  private func saysThatItRuns(_ content: Content) -> Bool {
    ["新建", "建成", "成立", "增设", "新增", "引进", "开放"].contains(content.text)
      && contents.contains { $0.kind == .noun && isPartOfProgram($0.text) }
  }

  /// 多少栋楼.
  private func followsUnit(_ content: Content) -> Bool {
    guard content.at > 1, case .unit = tokens[content.at - 2].word else { return false }
    return true
  }

  private mutating func unknown(_ content: Content) -> QueryError {
    // 日报 in 四川日报.
    let before = content.use == .adjoining ? tokens[content.at - 2].text : ""
    unknownWords = before + content.text
    return notUnderstood(content.text)
  }
}
