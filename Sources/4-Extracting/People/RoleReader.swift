import Matching
import Model

/// Reads the role beside a name.
struct RoleReader {
  private let passage: Passage
  /// Those of the passage, in reading order, none overlapping another.
  private let organizations: [OrganizationMention]
  /// No phrase of a role is longer: a text without any mark is one run without end.
  private static let longest = 60

  /// Prepares a reader.
  init(_ passage: Passage, organizations: [OrganizationMention]) {
    self.passage = passage
    self.organizations = organizations.filter { $0.field == passage.field }
  }

  /// The role printed right before a name that starts at `end`; several joined by 、 are one.
  func role(before end: Int) -> (text: String, kind: PersonLexicon.Role)? {
    guard let last = roleWord(endingAt: end) else { return nil }
    var start = self.start(of: last.range)
    while start > 1, end - start < Self.longest, passage.text[start - 1] == "、",
      let before = roleWord(endingAt: start - 1)
    {
      start = self.start(of: before.range)
    }
    start = trimmed(start, before: last.range.lowerBound, kind: last.kind)
    return (ProgramName.plain(passage.text[start..<end]), last.kind)
  }

  /// The role word that ends at `end`.
  func roleWord(endingAt end: Int) -> (range: Range<Int>, kind: PersonLexicon.Role)? {
    PersonLexicon.roles.longestMatch(in: passage.text, endingAt: end, from: max(0, end - 7))
      .map { (end - $0.length..<end, $0.value) }
  }

  /// Where the phrase starts that a role word ends: its run, with the organisation it goes on from.
  private func start(of word: Range<Int>) -> Int {
    var start = min(passage.runStart[word.lowerBound], word.lowerBound)
    start = max(start, word.upperBound - Self.longest)
    // 内科主任, 大外科主任: no word of place.
    if start > 0, passage.text[start] == "科", "内外".unicodeScalars.contains(passage.text[start - 1])
    {
      start -= 1
      if start > 0, passage.runStart[start - 1] < start { start = passage.runStart[start - 1] }
    }
    for place in passage.places(in: start..<start + 1)
    where place.span.start < start && place.span.end <= word.upperBound {
      start = place.span.start
    }
    var index = firstOrganization(from: start) - 1
    while index >= 0, organizations[index].span.end >= start {
      let span = organizations[index].span
      if span.start < start, span.end <= word.upperBound { start = span.start }
      index -= 1
    }
    return start
  }

  /// The index of the first organisation that starts at a position or behind it.
  private func firstOrganization(from index: Int) -> Int {
    var low = 0
    var high = organizations.count
    while low < high {
      let middle = (low + high) / 2
      if organizations[middle].span.start < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Leaves the place out of a calling (康乐社区居民 → 居民), but a villager keeps the village.
  private func trimmed(_ start: Int, before word: Int, kind: PersonLexicon.Role) -> Int {
    guard kind == .calling, !isMember(start, before: word) else { return start }
    let keepsVillage = passage.text[word] == "村"
    var at = start
    for place in passage.places(in: start..<max(start, word))
    where place.span.start >= start && place.span.end <= word {
      at = keepsVillage && place.level == .community ? place.span.start : place.span.end
    }
    return keepsVillage ? at : skipAddress(at, before: word)
  }

  /// 杭州市公安局民警: the place is the body's, not the person's home.
  private func isMember(_ start: Int, before word: Int) -> Bool {
    let index = firstOrganization(from: start)
    return index < organizations.count && organizations[index].span.start == start
      && organizations[index].span.end == word
  }

  /// Passes over 8号楼, 二单元, 6组.
  private func skipAddress(_ start: Int, before end: Int) -> Int {
    var at = start
    for index in start..<max(start, end) where "楼元组栋号".unicodeScalars.contains(passage.text[index])
    {
      if index > start { at = index + 1 }
    }
    return at
  }

  /// The role that follows a name: up to the end of its run, or the end of its clause.
  func role(after start: Int, wholeClause: Bool = false) -> String? {
    var end = start
    while end < passage.text.count,
      wholeClause
        ? !"，,。；;、：:".unicodeScalars.contains(passage.text[end]) : passage.runStart[end] <= start
    { end += 1 }
    guard end > start, end - start <= 30, holdsRole(start..<end) else { return nil }
    return ProgramName.plain(passage.text[start..<end])
  }

  private func holdsRole(_ range: Range<Int>) -> Bool {
    range.contains { PersonLexicon.roles.longestMatch(in: passage.text, at: $0)?.value == .office }
  }
}
