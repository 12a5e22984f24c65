import Matching
import Model

/// The words before a report: 四川经济日报德阳讯 (卢雄义 记者 钟正), 新华社北京3月5日电（记者 …）.
struct Dateline {
  /// The paper or agency, nil for 本报.
  var source: String?
  /// The place.
  var place: String?
  /// The people credited.
  var bylines: [Byline] = []
  /// Where the report itself starts.
  var bodyStart: Int

  /// Reads the dateline of a paragraph; nil where none stands.
  init?(_ text: [Unicode.Scalar], _ range: Range<Int>) {
    let start = range.first { !text[$0].isSpace && text[$0] != "【" } ?? range.lowerBound
    guard let ending = Self.ending(text, start, range.upperBound) else { return nil }
    let words = start..<ending.start
    guard let media = Self.media(text, words) else { return nil }
    let rest = media.upperBound..<words.upperBound
    let place = Self.placeRange(text, rest)
    guard Self.isPlace(text, place) else { return nil }
    if media.isEmpty || Self.isOwn(text, media) {
      guard ending.isStrong else { return nil }
    } else {
      source = Self.string(text, media)
    }
    self.place = place.isEmpty ? nil : Self.string(text, place)
    bodyStart = ending.end
    readCredits(text, range.upperBound)
  }

  /// The word that closes a dateline: 讯 or 电, or 报道 after a date.
  private static func ending(
    _ text: [Unicode.Scalar], _ start: Int, _ end: Int
  ) -> (start: Int, end: Int, isStrong: Bool)? {
    let limit = min(end, start + 32)
    for index in start..<max(start, limit) {
      let scalar = text[index]
      if scalar == "讯" {
        guard index > start + 1, index + 1 < end, text[index] != text[index - 1] else { return nil }
        if "通资短喜音简".unicodeScalars.contains(text[index - 1]) { return nil }
        return (index, index + 1, true)
      }
      if scalar == "电", index > start + 2, text[index - 1] == "日" {
        return (index, index + 1, true)
      }
      if index + 1 < end, scalar == "报", text[index + 1] == "道", index > start,
        text[index - 1] == "日"
      {
        return (index, index + 2, true)
      }
      if index + 1 < end, scalar == "消", text[index + 1] == "息", index + 2 < end,
        "（(：: 　".unicodeScalars.contains(text[index + 2])
      {
        return (index, index + 2, true)
      }
      if !scalar.isHan, !scalar.isASCIIDigit, !scalar.isASCIILetter, scalar != "·", scalar != " " {
        return nil
      }
    }
    return nil
  }

  /// The run that names the paper: up to the last media ending, or 本报.
  private static func media(_ text: [Unicode.Scalar], _ words: Range<Int>) -> Range<Int>? {
    if isOwn(text, words.lowerBound..<min(words.lowerBound + 2, words.upperBound)) {
      return words.lowerBound..<words.lowerBound + 2
    }
    for end in stride(
      from: min(words.upperBound, words.lowerBound + 18), to: words.lowerBound + 1, by: -1)
    where Words.mediaEndings.longestEnding(in: text, at: end, notBefore: words.lowerBound) != nil {
      return words.lowerBound..<end
    }
    return nil
  }

  private static func isOwn(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count == 2, text[range.lowerBound] == "本" else { return false }
    return "报网台刊社".unicodeScalars.contains(text[range.lowerBound + 1])
  }

  /// The words after the paper, without a day of the month at their end.
  private static func placeRange(_ text: [Unicode.Scalar], _ rest: Range<Int>) -> Range<Int> {
    let end = rest.first { text[$0].isASCIIDigit } ?? rest.upperBound
    let from = rest.first { $0 < end && !text[$0].isSpace && text[$0] != "·" } ?? end
    let to = (from..<end).last { !text[$0].isSpace }.map { $0 + 1 } ?? from
    return from..<to
  }

  private static func isPlace(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.count <= 8 && text[range].allSatisfy(\.isHan) && !text[range].contains("获")
      && !text[range].contains("从")
  }

  private mutating func readCredits(_ text: [Unicode.Scalar], _ end: Int) {
    var at = bodyStart
    while at < end, text[at].isSpace || text[at] == "】" { at += 1 }
    if at < end, text[at] == "(" || text[at] == "（",
      let close = text[at..<min(end, at + 80)].firstIndex(where: { $0 == ")" || $0 == "）" })
    {
      if let names = NameReading(text, at + 1..<close) {
        bylines = names.bylines
        source = source ?? names.source
        at = close + 1
      } else if Words.roles.first(in: text, at + 1..<close) != nil {
        at = close + 1
      }
    } else if let names = Self.openNames(text, at, end) {
      bylines = names.names.bylines
      at = names.end
    }
    while at < end, text[at].isSpace || text[at] == "：" || text[at] == ":" { at += 1 }
    bodyStart = at
  }

  /// Names without brackets: `本报讯 记者张三报道：`, `本报讯 记者 张三 李四 3月5日…`.
  private static func openNames(
    _ text: [Unicode.Scalar], _ start: Int, _ end: Int
  ) -> (names: NameReading, end: Int)? {
    guard start < end, let role = Words.roles.longestMatch(in: text, at: start, end: end),
      role.length >= 2
    else { return nil }
    let stop = min(end, start + 40)
    for index in (start + role.length..<max(stop, start + role.length + 1)).reversed()
    where index < end && (text[index].isSpace || text[index] == "：" || text[index] == ":") {
      if let names = NameReading(text, start..<index) { return (names, index) }
    }
    return nil
  }

  private static func string(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text[range]))
  }
}
