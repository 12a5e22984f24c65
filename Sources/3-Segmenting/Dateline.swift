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
    let start = range.first { !text[$0].isSpace && !Self.isMark(text[$0]) } ?? range.lowerBound
    bodyStart = start
    guard let ending = Self.ending(text, start, range.upperBound) else {
      guard readLeadNames(text, start, range.upperBound) else { return nil }
      return
    }
    bodyStart = ending.end
    let words = text[start] == "据" ? start + 1 : start
    guard readOutlet(text, words..<ending.start, ending: ending.end, end: range.upperBound) else {
      return nil
    }
    readCredits(text, range.upperBound)
  }

  /// Reads paper and place from the words before 讯 or 电.
  private mutating func readOutlet(
    _ text: [Unicode.Scalar], _ words: Range<Int>, ending: Int, end: Int
  ) -> Bool {
    if let first = Self.firstOfOutlets(text, words) {
      source = Self.string(text, first)
      return true
    }
    guard let media = Self.media(text, words) else {
      if let place = Self.placeBeforeDay(text, words, ending: ending) {
        self.place = Self.string(text, place)
        return true
      }
      return readUnknownOutlet(text, words, ending: ending, end: end)
    }
    let place = Self.placeRange(text, media.upperBound..<words.upperBound)
    guard Self.isPlace(text, place) else { return false }
    if !media.isEmpty, !Self.isOwn(text, media) { source = Self.string(text, media) }
    self.place = place.isEmpty ? nil : Self.string(text, place)
    return true
  }

  /// A paper or place of a name that no lexicon knows counts where the reporters follow in a
  /// bracket: 北岸讯（记者 …）; a short one before a space is a place: 绥阳讯 3月18日.
  private mutating func readUnknownOutlet(
    _ text: [Unicode.Scalar], _ words: Range<Int>, ending: Int, end: Int
  ) -> Bool {
    guard (2...8).contains(words.count), text[words].allSatisfy(\.isHan) else { return false }
    if Self.isAccount(text, words, end: end) {
      source = Self.string(text, words)
      return true
    }
    if words.count <= 4, ending < end, text[ending - 1] == "讯",
      text[ending].isSpace || text[ending].isASCIIDigit
    {
      if words.count <= 3 { place = Self.string(text, words) }
      return true
    }
    guard let bracket = Self.bracket(text, ending, end), Self.names(text, bracket)?.hasRole == true
    else { return false }
    let isPlace =
      Words.placeEndings.longestEnding(in: text, at: words.upperBound, notBefore: words.lowerBound)
      != nil
    if isPlace { place = Self.string(text, words) } else { source = Self.string(text, words) }
    return true
  }

  /// The place of a report that names no paper: 河口3月5日电.
  private static func placeBeforeDay(
    _ text: [Unicode.Scalar], _ words: Range<Int>, ending: Int
  ) -> Range<Int>? {
    guard let digit = words.first(where: { text[$0].isASCIIDigit }),
      text[digit..<ending].contains("月"), text[ending - 2] == "日"
    else { return nil }
    let place = placeRange(text, words)
    return (2...4).contains(place.count) && place.lowerBound == words.lowerBound
      && text[place].allSatisfy(\.isHan) && place.upperBound == digit ? place : nil
  }

  /// The first of several papers that print one report: A、B（www.…）、C讯.
  private static func firstOfOutlets(
    _ text: [Unicode.Scalar], _ words: Range<Int>
  ) -> Range<Int>? {
    guard let end = text[words].firstIndex(where: { $0 == "、" || $0 == "(" || $0 == "（" }),
      let stop = text[words.lowerBound..<end].lastIndex(where: { !$0.isSpace }),
      Words.mediaEndings.longestEnding(in: text, at: stop + 1, notBefore: words.lowerBound) != nil
    else { return nil }
    return words.lowerBound..<stop + 1
  }

  /// The reporters in a bracket before the first word, or before a colon or wide space:
  /// （记者 … 报道）, 本报记者 …：.
  private mutating func readLeadNames(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    if let bracket = Self.bracket(text, start, end) {
      guard end - bracket.upperBound > 12, let names = Self.names(text, bracket), names.hasRole
      else { return false }
    }
    readCredits(text, end)
    return !bylines.isEmpty && end - bodyStart > 12
  }

  /// The inside of a bracket that opens at a position, spaces before it allowed.
  private static func bracket(
    _ text: [Unicode.Scalar], _ start: Int, _ end: Int
  ) -> Range<Int>? {
    guard let open = text[start..<end].firstIndex(where: { !$0.isSpace }),
      "(（〔".unicodeScalars.contains(text[open]),
      let close = text[open..<min(end, open + 80)].firstIndex(where: {
        ")）〕".unicodeScalars.contains($0)
      })
    else { return nil }
    return open + 1..<close
  }

  private static func names(_ text: [Unicode.Scalar], _ range: Range<Int>) -> NameReading? {
    NameReading(crediting: text, range)
  }

  /// A mark that papers set before a report.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    "【■●◆▲▼◎□▌▍*".unicodeScalars.contains(scalar)
  }

  /// The word that closes a dateline: 讯 or 电, or 报道 after a date.
  private static func ending(
    _ text: [Unicode.Scalar], _ start: Int, _ end: Int
  ) -> (start: Int, end: Int)? {
    let limit = min(end, start + 56)
    var index = start - 1
    while index + 1 < limit {
      index += 1
      let scalar = text[index]
      if let site = webAddress(text, index, limit) {
        index = site
        continue
      }
      if scalar == "讯" {
        guard index > start + 1, index + 1 < end, text[index] != text[index - 1] else { return nil }
        if "通资短喜音简快".unicodeScalars.contains(text[index - 1]) { return nil }
        return (index, index + 1)
      }
      if scalar == "电", index > start + 2,
        text[index - 1] == "日" || isBeforeBracket(text, index, end)
      {
        return (index, index + 1)
      }
      if index + 1 < end, scalar == "报", text[index + 1] == "道", index > start,
        text[index - 1] == "日" || isAccount(text, start..<index, end: end)
      {
        return (index, index + 2)
      }
      if index + 1 < end, scalar == "消", text[index + 1] == "息", index + 2 < end,
        "（(：: 　，,".unicodeScalars.contains(text[index + 2]) || text[index + 2].isASCIIDigit
      {
        return (index, index + 2)
      }
      if !scalar.isHan, !scalar.isASCIIDigit, !scalar.isASCIILetter,
        !"·-、 ".unicodeScalars.contains(scalar)
      {
        return nil
      }
    }
    return nil
  }

  /// Whether a county's account stands before 报道 and a space: 云上东河报道 ….
  private static func isAccount(_ text: [Unicode.Scalar], _ words: Range<Int>, end: Int) -> Bool {
    (4...6).contains(words.count) && words.upperBound + 2 < end
      && text[words.upperBound + 2].isSpace
      && ["云上", "掌上"].contains { text[words].prefix(2).elementsEqual($0.unicodeScalars) }
  }

  private static func isBeforeBracket(_ text: [Unicode.Scalar], _ index: Int, _ end: Int) -> Bool {
    index + 1 < end && (text[index + 1] == "（" || text[index + 1] == "(")
  }

  /// The last position of a bracket that holds letters and dots only: (www.…).
  private static func webAddress(_ text: [Unicode.Scalar], _ open: Int, _ end: Int) -> Int? {
    guard text[open] == "(" || text[open] == "（" else { return nil }
    let close = text[open..<end].firstIndex { $0 == ")" || $0 == "）" }
    guard let close, close > open + 1 else { return nil }
    if text[open..<close].contains(where: \.isHan) {
      // The other name of a site: 东河在线(东河日报网)讯.
      guard close + 1 < end, text[close + 1] == "讯", close - open <= 9,
        Words.mediaEndings.longestEnding(in: text, at: close, notBefore: open) != nil
      else { return nil }
    }
    return close
  }

  /// The run that names the paper: up to the last media ending, or 本报.
  private static func media(_ text: [Unicode.Scalar], _ words: Range<Int>) -> Range<Int>? {
    if isOwn(text, words.lowerBound..<min(words.lowerBound + 2, words.upperBound)) {
      return words.lowerBound..<words.lowerBound + 2
    }
    for end in stride(
      from: min(words.upperBound, words.lowerBound + 18), to: words.lowerBound + 1, by: -1)
    where Words.mediaEndings.longestEnding(in: text, at: end, notBefore: words.lowerBound) != nil {
      return words.lowerBound..<partnerEnd(text, end, words.upperBound)
    }
    return nil
  }

  /// The end of a second name that a dot or dash ties to the first: 东河晚报·东河在线.
  private static func partnerEnd(_ text: [Unicode.Scalar], _ index: Int, _ end: Int) -> Int {
    guard index < end, text[index] == "·" || text[index] == "-" else { return index }
    return text[index + 1..<end].firstIndex { !$0.isHan } ?? end
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
    if let quoted = Self.quotedEnd(text, at, end) { at = quoted }
    if let inner = Self.bracket(text, at, end) {
      if let names = Self.names(text, inner) {
        bylines = names.bylines
        source = source ?? names.source
        at = inner.upperBound + 1
      } else if Words.roles.first(in: text, inner) != nil {
        at = inner.upperBound + 1
      }
    } else if let names = Self.openNames(text, at, end) {
      bylines = names.names.bylines
      source = source ?? names.names.source
      at = names.end
    }
    while at < end, text[at].isSpace || "：:，,?？".unicodeScalars.contains(text[at]) { at += 1 }
    bodyStart = at
  }

  /// The end of the words that name another paper before its reporters: 据东河晨报报道(记者 王强).
  private static func quotedEnd(_ text: [Unicode.Scalar], _ at: Int, _ end: Int) -> Int? {
    guard at < end, text[at] == "据",
      let open = text[at..<min(end, at + 18)].firstIndex(where: { $0 == "(" || $0 == "（" }),
      text[at..<open].suffix(2).elementsEqual(["报", "道"]),
      Words.mediaEndings.longestEnding(in: text, at: open - 2, notBefore: at + 1) != nil
    else { return nil }
    return open
  }

  /// Names without brackets: `本报讯 记者张三报道：`, `本报讯 记者 张三 李四 3月5日…`.
  private static func openNames(
    _ text: [Unicode.Scalar], _ start: Int, _ end: Int
  ) -> (names: NameReading, end: Int)? {
    guard let first = firstName(text, start, end) else { return nil }
    let stop = min(end, start + 48)
    if let report = reportEnd(text, first, stop), let names = NameReading(text, start..<report) {
      return (names, report)
    }
    for index in (first..<max(stop, first + 1)).reversed()
    where index < end && (text[index].isSpace || text[index] == "：" || text[index] == ":") {
      if let names = NameReading(text, start..<index) { return (names, index) }
    }
    return nil
  }

  /// The end of 报道 behind the names, where the report goes on at once: 记者王强报道10月30日….
  private static func reportEnd(_ text: [Unicode.Scalar], _ first: Int, _ end: Int) -> Int? {
    guard first + 3 < end,
      let at = (first + 2..<end - 1).first(where: { text[$0] == "报" && text[$0 + 1] == "道" }),
      !text[first..<at].contains(where: { $0.isClauseMark || $0.endsSentence && $0 != "、" })
    else { return nil }
    return at + 2
  }

  /// Where names may start: after 记者 or the like at the start, or after a paper and 记者.
  private static func firstName(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Int? {
    for index in start..<min(end, start + 18) {
      if let role = Words.roles.longestMatch(in: text, at: index, end: end), role.length >= 2 {
        let isLed =
          index == start
          || Words.mediaEndings.longestEnding(in: text, at: index, notBefore: start) != nil
        return isLed ? index + role.length : nil
      }
      guard text[index].isHan || text[index] == "·" || text[index] == "-" else { return nil }
    }
    return nil
  }

  private static func string(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String {
    String(scalars: text[range])
  }
}
