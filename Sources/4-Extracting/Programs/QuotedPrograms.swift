import Matching
import Model

/// Initiatives named by a label in quotation marks, alone or in a list that shares a verb before
/// it and a head noun behind it.
struct QuotedPrograms {
  private let passage: Passage
  /// How often the article puts each label in quotation marks.
  private let repeats: [String: Int]

  /// Prepares the rule for one passage.
  init(_ passage: Passage, repeats: [String: Int]) {
    self.passage = passage
    self.repeats = repeats
  }

  /// The initiatives, in reading order.
  func candidates() -> [ProgramCandidate] {
    lists().flatMap { list in
      let tail = LabelTail(after: list[list.count - 1].range.upperBound, in: passage)
      let lead = LabelLead(before: list[0], in: passage)
      return list.compactMap { candidate($0, lead: lead, tail: tail, inListOf: list.count) }
    }
  }

  private func lists() -> [[Label]] {
    var lists: [[Label]] = []
    for label in Label.all(in: passage) {
      if let last = lists.last?.last, joins(last.range.upperBound..<label.range.lowerBound) {
        lists[lists.count - 1].append(label)
      } else {
        lists.append([label])
      }
    }
    return lists
  }

  private func joins(_ gap: Range<Int>) -> Bool {
    gap.count <= 2 && ["", "、", "和", "与", "及", "以及", "+"].contains(passage.string(gap))
  }

  private func candidate(
    _ label: Label, lead: LabelLead, tail: LabelTail, inListOf count: Int
  ) -> ProgramCandidate? {
    let form = LabelForm(label, in: passage)
    let known = ProgramLexicon.known[label.name(in: passage)]
    guard form.length >= 2, known != nil || !isRefused(label, form: form, tail: tail),
      !isNickname(label), !isTurn(label), !isSimile(label), !tail.isRefused || form.isSum
    else {
      return nil
    }
    let inside = label.range.dropFirst().dropLast()
    let evidence = Evidence(
      lead: lead, tail: tail, own: ownHead(inside.startIndex..<inside.endIndex),
      form: form, repeats: repeats[label.name(in: passage), default: 0], isListed: count > 1)
    let kind = known ?? evidence.kind
    return kind.map { named(label, lead: lead, tail: tail, evidence: evidence, as: $0) }
      ?? knownWithTail(label)
  }

  /// The head noun that a label ends with; a festival's one is 节 alone (“邻居节”).
  private func ownHead(_ inside: Range<Int>) -> (length: Int, value: ProgramLexicon.Head)? {
    let heads = ProgramLexicon.heads
    let whole = heads.longestMatch(
      in: passage.text, endingAt: inside.upperBound, from: inside.lowerBound)
    guard whole?.length == inside.count, passage.text[inside.upperBound - 1] == "节" else {
      return whole
    }
    return heads.longestMatch(
      in: passage.text, endingAt: inside.upperBound, from: inside.upperBound - 1)
  }

  /// “放管服”改革: a name known all over the country of which the marks hold the first part.
  private func knownWithTail(_ label: Label) -> ProgramCandidate? {
    let name = Array(label.name(in: passage).unicodeScalars)
    let end = min(label.range.upperBound + 6, passage.text.count)
    let words = name + passage.text[label.range.upperBound..<end]
    guard let match = ProgramLexicon.known.longestMatch(in: words, at: 0), match.length > name.count
    else { return nil }
    let range = label.range.lowerBound..<label.range.upperBound + match.length - name.count
    return ProgramCandidate(
      range: range, name: ProgramName.plain(passage.text[range]), kind: match.value,
      rule: "known")
  }

  /// Whether a label is another name for what was named before: 这项惠及民生的“焕新工程”.
  private func isNickname(_ label: Label) -> Bool {
    let end = label.range.lowerBound
    guard end > 3, passage.text[end - 1] == "的" else { return false }
    var at = end - 1
    while at > max(1, end - 16), Boundaries.isNameScalar(passage.text[at]) { at -= 1 }
    return (at..<end - 2).contains {
      passage.text[$0] == "这" && "项一个".unicodeScalars.contains(passage.text[$0 + 1])
        || passage.has("本次", at: $0) || passage.has("此次", at: $0)
    }
  }

  /// Whether something is only likened to a label: 仿佛走进一个“…”.
  private func isSimile(_ label: Label) -> Bool {
    let end = label.range.lowerBound
    return (max(0, end - 8)..<end).contains {
      Self.similes.longestMatch(in: passage.text, at: $0) != nil
    }
  }

  private static let similes = WordSet(words: [
    "仿佛", "宛如", "宛若", "如同", "犹如", "好比", "就像", "好像", "恰似", "堪称", "誉为", "称作", "戏称", "俗称", "被称为",
    "称之为",
    "所谓", "亲切地称", "比作", "化身",
  ])

  /// Whether a label is a metaphor or a slogan, or ends with one that fills half of it.
  ///
  /// A head noun right behind it makes a name of a label that only ends like one (“多证合一”机制).
  private func isRefused(_ label: Label, form: LabelForm, tail: LabelTail) -> Bool {
    if LabelForm.isEmpty(passage.text[label.quotations[0].inside]), label.quotations.count == 1 {
      return true
    }
    if form.isSlogan || form.isSeries && passage.isGeneric(label.range.dropFirst().dropLast()) {
      return true
    }
    if !form.isNumeral, isOnlyDocument(label, tail) { return true }
    return label.quotations.contains { quotation in
      let inside = quotation.inside
      if isOnlyClass(inside), !tail.isHeadBeside { return true }
      let match = ProgramLexicon.refusedLabels.longestMatch(
        in: passage.text, endingAt: inside.upperBound, from: inside.lowerBound)
      guard let match else { return false }
      if match.length == inside.count { return !isOutweighed(label, by: tail) }
      return match.length > 1 && match.length * 2 >= inside.count && !tail.isHeadBeside
    }
  }

  /// Whether a label is nothing but a head noun (“公众号”), or one that makes a name of labels only
  /// and words for a sort (“宣传阵地”).
  private func isOnlyClass(_ inside: Range<Int>) -> Bool {
    guard let head = ownHead(inside) else { return false }
    let words = inside.dropLast(head.length)
    return words.isEmpty || head.value.headClass == .label && passage.isGeneric(words)
  }

  /// Whether a document's kind, in the marks or behind them, fills half of the name: “土办法”,
  /// “柳林”方案.
  private func isOnlyDocument(_ label: Label, _ tail: LabelTail) -> Bool {
    let inside = label.range.dropFirst().dropLast()
    if let own = ownHead(inside) {
      return own.value.headClass == .document && own.length * 2 >= inside.count
        && !tail.isHeadBeside
    }
    guard tail.head?.headClass == .document, let end = tail.nameEnd else { return false }
    return end - tail.start >= inside.count
  }

  /// Whether the words behind a label that says little make a project or a platform of it:
  /// “一老一小”居家环境提升项目, not “十四五”重点项目.
  private func isOutweighed(_ label: Label, by tail: LabelTail) -> Bool {
    if passage.text[label.range.upperBound - 2] == "+" { return tail.isHeadBeside }
    guard tail.isHeadBeside, let head = tail.head, let end = tail.nameEnd,
      head.kind == .project && head.headClass == .strong || head.kind == .platform,
      let length = ProgramLexicon.heads.longestMatch(
        in: passage.text, endingAt: end, from: tail.start)?.length
    else { return false }
    return !passage.isGeneric(tail.start..<end - length)
  }

  /// Whether a label is what something was or has become: 从“治乱”到“治本”.
  private func isTurn(_ label: Label) -> Bool {
    let text = passage.text
    let (start, end) = (label.range.lowerBound, label.range.upperBound)
    if start > 0, "从由".unicodeScalars.contains(text[start - 1]) {
      if label.quotations.count > 1 { return true }
      let next = (end..<min(end + 5, text.count)).first { text[$0].opensQuotation }
      return next.map { Self.turns.longestMatch(in: text, endingAt: $0, from: end) != nil } ?? false
    }
    let turn = Self.turns.longestMatch(in: text, endingAt: start, from: max(0, start - 4))
    guard let turn, let last = passage.quotations.last(where: { $0.close < start }),
      start - turn.length - last.close <= 3, last.open > 0
    else { return false }
    return "从由".unicodeScalars.contains(text[last.open - 1])
  }

  private static let turns = WordSet(words: [
    "到", "向", "变", "变为", "变成", "转为", "转向", "变身", "升级为", "转变为", "迈向", "走向", "蝶变", "升级到", "转变成",
    "成为", "蝶变为", "跃升为",
  ])

  private func named(
    _ label: Label, lead: LabelLead, tail: LabelTail, evidence: Evidence, as kind: ProgramKind
  ) -> ProgramCandidate {
    var range = label.range
    if evidence.form.takesModifier, let start = lead.modifier,
      passage.isGeneric(start..<range.lowerBound),
      lead.end == range.lowerBound
    {
      range = start..<range.upperBound
    }
    let isKnown = ProgramLexicon.known[label.name(in: passage)] != nil
    if evidence.takesTail, !(isKnown && (tail.head?.headClass == .weak || tail.isActivity)),
      let end = tail.nameEnd
    {
      let own = range
      if tail.start == range.upperBound { range = range.lowerBound..<end }
      let words = passage.text[own] + passage.text[tail.start + (tail.dropsParticle ? 1 : 0)..<end]
      return ProgramCandidate(
        range: range, name: ProgramName.plain(words), kind: kind, rule: "label-with-head")
    }
    return ProgramCandidate(
      range: range, name: ProgramName.plain(passage.text[range]), kind: kind, rule: "label")
  }
}
