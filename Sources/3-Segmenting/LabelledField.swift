import Matching
import Model

/// A label with a colon and what stands after it: 责任编辑：龙慧.
struct LabelledField {
  /// Where the label starts.
  var start: Int
  /// The label as printed.
  var label: String
  /// What the label introduces.
  var kind: Words.Label
  /// Where the value stands, without the next label.
  var value: Range<Int>

  /// Reads the field that starts at a position.
  init?(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) {
    guard let match = Self.label(text, start, end) else { return nil }
    self.start = start
    label = String(scalars: text[start..<start + match.length])
    kind = match.value
    var at = match.colon + 1
    while at < end, text[at].isSpace { at += 1 }
    let from = at
    let namesPeople =
      match.value == .person || Words.roles.longestMatch(in: text, at: from, end: end) != nil
    while at < end {
      if Self.endsValue(text, at, from, end) {
        guard namesPeople, let next = Self.nextName(text, at, from: from, end) else { break }
        at = next
      } else {
        at += 1
      }
    }
    value = from..<at
  }

  /// The end of a name, or of the rest of one, that follows a wide gap: 王强  李晓, 张  松.
  private static func nextName(
    _ text: [Unicode.Scalar], _ at: Int, from: Int, _ end: Int
  ) -> Int? {
    guard text[at].isSpace, let start = text[at..<end].firstIndex(where: { !$0.isSpace }),
      label(text, start, end) == nil
    else { return nil }
    let stop = text[start..<end].firstIndex(where: \.isSpace) ?? end
    let isGiven = stop - start == 1 && text[start].isHan && at - from == 1
    return isGiven || NameReading.isName(text[start..<stop]) ? stop : nil
  }

  /// A label of the lexicon with a colon behind it, spaces between allowed; two words may share
  /// the colon's place: 责任编辑 or 上观号作者.
  private static func label(
    _ text: [Unicode.Scalar], _ start: Int, _ end: Int
  ) -> (length: Int, value: Words.Label, colon: Int)? {
    var found: (length: Int, value: Words.Label, colon: Int)?
    Words.labels.forEachMatch(in: text, at: start, end: end) { match in
      var at = start + match.length
      while at < end, text[at] == " " || text[at] == "　" { at += 1 }
      guard at < end, ":：丨｜|".unicodeScalars.contains(text[at]) else { return }
      found = (match.length, match.value, at)
    }
    return found
  }

  /// Whether a value ends at a position: before the next label, at a bar, a bracket or a wide gap.
  private static func endsValue(
    _ text: [Unicode.Scalar], _ at: Int, _ from: Int, _ end: Int
  ) -> Bool {
    if label(text, at, end) != nil { return true }
    let scalar = text[at]
    if scalar == "|" || scalar == "】" || scalar == "]" || scalar == "丨" { return true }
    // 来源：东河日报2022-05-18: the day behind a name.
    if scalar.isASCIIDigit, at > from, !text[at - 1].isASCIIDigit,
      CalendarReading.date(in: text, at: at, end: end) != nil
    {
      return true
    }
    guard scalar.isSpace else { return false }
    if at > from, let next = text[at..<end].firstIndex(where: { !$0.isSpace }),
      CalendarReading.date(in: text, at: next, end: end) != nil
    {
      return true
    }
    return scalar == "　" || at + 1 < end && text[at + 1].isSpace
  }
}
