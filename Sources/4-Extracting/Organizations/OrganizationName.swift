import Matching
import Model

/// The name of an organisation, read leftwards from its ending.
struct OrganizationName {
  /// Where it stands.
  let range: Range<Int>
  /// The name; longer than its range where a list says the place once for all.
  let text: String
  /// The places it starts with.
  let place: Range<Int>?

  /// Reads the name that ends with a suffix; nil where the words are no name.
  ///
  /// `listPlace` is the place of the list that the name may go on.
  init?(
    _ passage: Passage, suffix: Range<Int>, _ kind: OrganizationLexicon.Suffix,
    listPlace: Range<Int>?
  ) {
    guard passage.runStart[suffix.lowerBound] <= suffix.lowerBound else { return nil }
    let words = NameWords(passage, suffix: suffix, kind: kind)
    if let place = words.places {
      guard words.isNameOfPlace(place) else { return nil }
      range = place.lowerBound..<suffix.upperBound
      text = ProgramName.plain(passage.text[range])
      self.place = place
      return
    }
    place = nil
    range = words.start..<suffix.upperBound
    let own = ProgramName.plain(passage.text[range])
    if let listPlace, words.goesOnList {
      text = ProgramName.plain(passage.text[listPlace]) + own
    } else {
      guard words.isOwnName else { return nil }
      text = own
    }
  }
}

/// The words before the ending of an organisation's name.
private struct NameWords {
  let passage: Passage
  let suffix: Range<Int>
  let kind: OrganizationLexicon.Suffix
  /// Where the name starts if no place does.
  let start: Int

  init(_ passage: Passage, suffix: Range<Int>, kind: OrganizationLexicon.Suffix) {
    self.passage = passage
    self.suffix = suffix
    self.kind = kind
    let floor = Self.floor(passage, before: suffix.lowerBound)
    start = Self.stateStart(passage.text, floor..<suffix.lowerBound) ?? floor
  }

  private var text: [Unicode.Scalar] { passage.text }
  private var modifier: Range<Int> { start..<max(start, suffix.lowerBound) }

  /// The start of the run, dashes and counts (三家) left behind.
  private static func floor(_ passage: Passage, before index: Int) -> Int {
    var floor = passage.runStart[index]
    for at in floor..<index {
      let scalar = passage.text[at]
      let isCount =
        at > 0 && "家所个名位支间届".unicodeScalars.contains(scalar)
        && "一二两三四五六七八九十几多余首".unicodeScalars.contains(passage.text[at - 1])
      if isCount || "—–+-＋".unicodeScalars.contains(scalar) { floor = at + 1 }
    }
    return floor
  }

  private static let stateWords = ["国家", "全国", "中央", "中国", "中共", "中华"]

  private static func stateStart(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    range.first { at in
      stateWords.contains { text[at..<range.upperBound].starts(with: $0.unicodeScalars) }
    }
  }

  /// The chain of places that the name starts with.
  ///
  /// A short form (佛山 before 顺德区) only says where; what follows a finished name is another
  /// name; a village's body needs no town.
  var places: Range<Int>? {
    var chain: [PlaceMention] = []
    for place in passage.places
    where place.span.start >= start && place.span.start < suffix.lowerBound
      && place.span.end <= suffix.upperBound
    {
      if let last = chain.last, holdsSuffix(last.span.end..<place.span.start) { chain = [] }
      if let last = chain.last, chain.count == 1, !hasLevelWord(last),
        last.span.end == place.span.start
      {
        chain = []
      }
      chain.append(place)
    }
    if kind == .party,
      let own = chain.last(where: { $0.level == .community || $0.level == .estate })
    {
      chain = [own]
    }
    guard let first = chain.first, let last = chain.last else { return nil }
    return first.span.start..<last.span.end
  }

  private func hasLevelWord(_ place: PlaceMention) -> Bool {
    "省市县区镇乡道州盟旗村".unicodeScalars.contains(text[place.span.end - 1])
  }

  private func holdsSuffix(_ range: Range<Int>) -> Bool {
    range.contains {
      OrganizationLexicon.suffixes.longestMatch(in: text, at: $0, end: range.upperBound) != nil
    }
  }

  /// Whether a name may start with these places.
  func isNameOfPlace(_ place: Range<Int>) -> Bool {
    guard suffix.upperBound - place.lowerBound <= 30 else { return false }
    let gap = suffix.lowerBound - place.upperBound
    switch kind {
    case .direct: return gap <= 0
    case .named: return gap > 0 || suffix.count > 2
    case .office, .party: return true
    }
  }

  /// Whether the words go on a list whose first name said the place (青川县文明办、综治办).
  var goesOnList: Bool {
    kind == .office && suffix.upperBound - start > 2 && !startsWithLevel
  }

  private var startsWithLevel: Bool { "省市县区镇州乡村".unicodeScalars.contains(text[start]) }

  /// Whether the words are a name without any known place.
  var isOwnName: Bool {
    guard suffix.upperBound - start <= 20, !startsWithLevel else { return false }
    let isState = Self.stateStart(text, modifier) != nil
    switch kind {
    case .direct: return levelEnd == suffix.lowerBound
    case .office: return isState || levelEnd != nil
    case .party, .named:
      guard modifier.count >= 2, !isGeneric(modifier) else { return false }
      return suffix.count > 2 || passage.runEnd(from: suffix.lowerBound) == suffix.upperBound
    }
  }

  /// Where a place ends that only its form shows: two code points or more and 市, 县 or 镇.
  private var levelEnd: Int? {
    guard modifier.count >= 3 else { return nil }
    let end = modifier.dropFirst(2).first { "省市县区镇乡州旗村".unicodeScalars.contains(text[$0]) }
    guard let end, end - start <= 6, !isGeneric(start..<end) else { return nil }
    return end + 1
  }

  /// Whether words only say what sort of thing it is.
  private func isGeneric(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      guard
        let match = OrganizationLexicon.generic.longestMatch(
          in: text, at: at, end: range.upperBound)
      else { return false }
      at += match.length
    }
    return true
  }
}
