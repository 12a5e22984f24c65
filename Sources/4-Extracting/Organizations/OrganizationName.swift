import Matching
import Model

/// The name of an organisation, read leftwards from its ending.
struct OrganizationName {
  /// Where it stands.
  let range: Range<Int>
  /// The name; longer than its range where a list says the place once for all.
  let text: String
  /// The place it starts with.
  let place: Range<Int>?

  /// Reads the name that ends with a suffix; nil where the words are no name.
  init?(
    _ passage: Passage, suffixAt index: Int, end: Int, _ kind: OrganizationLexicon.Suffix,
    listPlace: Range<Int>?
  ) {
    let runStart = passage.runStart[index]
    guard runStart <= index else { return nil }
    let words = passage.text
    if let start = Self.placeStart(passage, from: runStart, before: index) {
      guard end - start.first <= 30 else { return nil }
      range = start.first..<end
      text = ProgramName.plain(words[range])
      place = start.first..<start.last
      return
    }
    place = nil
    let start = Self.stateStart(words, from: runStart, before: index) ?? runStart
    range = start..<end
    let isState = Self.stateStart(words, from: runStart, before: index) != nil
    if let listPlace, kind != .named, index > runStart || end - index > 2,
      !"省市县区镇州".unicodeScalars.contains(words[runStart])
    {
      text = ProgramName.plain(words[listPlace]) + ProgramName.plain(words[range])
      return
    }
    text = ProgramName.plain(words[range])
    guard range.count <= 20 else { return nil }
    switch kind {
    case .office: guard isState || Self.holdsPlaceForm(words, start..<index) else { return nil }
    case .party, .named:
      guard index - start >= 2, !Self.isGeneric(words, start..<index) else { return nil }
      guard end - index > 2 || passage.runEnd(from: index) == end else { return nil }
    }
  }

  /// The chain of places in the run: where it starts, and where its last place ends.
  private static func placeStart(
    _ passage: Passage, from start: Int, before index: Int
  ) -> (first: Int, last: Int)? {
    let inside = passage.places.filter { $0.span.end > start && $0.span.end <= index }
    guard let first = inside.first, let last = inside.last else { return nil }
    guard first.span.start >= start || first.span.end - first.span.start > 1 else { return nil }
    return (first.span.start, last.span.end)
  }

  private static let stateWords = ["国家", "全国", "中央", "中国", "中共", "中华"]

  private static func stateStart(_ text: [Unicode.Scalar], from start: Int, before end: Int) -> Int?
  {
    for at in start..<max(start, end - 1) {
      for word in stateWords where text[at...].starts(with: word.unicodeScalars) { return at }
    }
    return nil
  }

  /// Whether words look like a place with a name of its own: two code points and 市, 县, 镇 …
  private static func holdsPlaceForm(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    for at in range.lowerBound + 2..<range.upperBound
    where "省市县区镇乡州旗村".unicodeScalars.contains(text[at]) {
      return !isGeneric(text, range.lowerBound..<at) && at - range.lowerBound <= 6
    }
    return false
  }

  /// Whether words only say what sort of thing it is.
  private static func isGeneric(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
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
