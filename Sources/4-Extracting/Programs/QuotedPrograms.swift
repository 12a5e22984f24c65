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
    guard form.length >= 2, known != nil || !isRefused(label, form: form), !isNickname(label),
      !tail.isRefused || form.isSum
    else {
      return nil
    }
    let inside = label.range.dropFirst().dropLast()
    let evidence = Evidence(
      lead: lead, tail: tail,
      own: ProgramLexicon.heads.longestMatch(
        in: passage.text, endingAt: inside.endIndex, from: inside.startIndex),
      form: form, repeats: repeats[label.name(in: passage), default: 0], isListed: count > 1)
    let kind = known ?? evidence.kind
    return kind.map { named(label, lead: lead, tail: tail, evidence: evidence, as: $0) }
      ?? knownWithTail(label)
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
    }
  }

  /// Whether a label is a metaphor or a slogan, or ends with one that fills half of it.
  private func isRefused(_ label: Label, form: LabelForm) -> Bool {
    if LabelForm.isEmpty(passage.text[label.quotations[0].inside]), label.quotations.count == 1 {
      return true
    }
    if form.isSlogan || form.isSeries && passage.isGeneric(label.range.dropFirst().dropLast()) {
      return true
    }
    return label.quotations.contains { quotation in
      let inside = quotation.inside
      let match = ProgramLexicon.refusedLabels.longestMatch(
        in: passage.text, endingAt: inside.upperBound, from: inside.lowerBound)
      guard let match else { return false }
      return match.length == inside.count || match.length > 1 && match.length * 2 >= inside.count
    }
  }

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
    if evidence.takesTail, !(isKnown && tail.head?.headClass == .weak), let end = tail.nameEnd {
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
