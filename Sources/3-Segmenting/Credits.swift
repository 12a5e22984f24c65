import Matching
import Model

/// What the lines around an article say of it: source, date, people.
struct Credits: Equatable {
  /// The paper or site.
  var source: String?
  /// How plainly the page names the source.
  var standing = Standing.none
  /// The day of publication.
  var published: CalendarDate?
  /// Everyone named.
  var bylines: [Byline] = []
  /// Whether a label, a role or brackets show that these are credits and nothing else.
  var isCertain = false

  /// How plainly a source is named; the plainer one wins.
  enum Standing: Int {
    /// Not at all.
    case none
    /// As the paper of a reporter: 东河日报记者.
    case employer
    /// With the date, or after 据.
    case mentioned
    /// After a label: 来源.
    case labelled
  }

  /// Whether an editor or corrector is named, as papers and portals do after the last word.
  var namesEditors: Bool {
    bylines.contains { $0.role.map(Self.isEditing) == true }
  }
  /// Whether everyone named is an editor.
  var namesOnlyEditors: Bool { bylines.allSatisfy { $0.role.map(Self.isEditing) == true } }

  private static func isEditing(_ role: String) -> Bool {
    ["编辑", "责编", "校对", "审核", "审校", "监制", "初审", "终审", "一审", "三审", "编审", "主编"]
      .contains { role.hasSuffix($0) }
  }
  /// Whether nothing but names was found.
  var isOnlyNames: Bool { source == nil && published == nil && !bylines.isEmpty }

  static func == (a: Credits, b: Credits) -> Bool {
    a.source == b.source && a.published == b.published && a.bylines == b.bylines
  }

  private init() {}

  /// Adds what other lines say; what is known already stays.
  mutating func merge(_ other: Credits) {
    if source == nil || other.source != nil && other.standing.rawValue > standing.rawValue {
      source = other.source
      standing = other.standing
    }
    published = published ?? other.published
    for byline in other.bylines where !bylines.contains(where: { $0.name == byline.name }) {
      bylines.append(byline)
    }
  }

  /// Nothing known yet.
  static let none = Credits()

  /// Reads a line that is nothing but credits; nil for any other.
  init?(line text: [Unicode.Scalar], _ range: Range<Int>) {
    let inner = Self.withoutBrackets(text, range)
    guard inner.count <= 120, !text[inner].contains("。") else { return nil }
    if let labelled = Self.labelled(text, inner) {
      self = labelled
    } else if let dated = Self.dated(text, inner) ?? Self.quoted(text, inner) {
      self = dated
    } else if inner != range, let paper = Credits(paper: text, inner) {
      self = paper
    } else if inner.count <= 80, let names = Self.names(text, inner, isBracketed: inner != range) {
      guard names.hasRole || inner.count <= 40,
        names.hasRole || inner != range || names.bylines.count <= 4
      else { return nil }
      self.init(names)
      isCertain = names.hasRole || inner != range
    } else {
      return nil
    }
  }

  private init(_ names: NameReading) {
    bylines = names.bylines
    source = names.source
    standing = source == nil ? .none : .employer
  }

  /// Reads the name of a paper that stands in brackets: （东河日报）.
  private init?(paper text: [Unicode.Scalar], _ range: Range<Int>) {
    guard (4...12).contains(range.count), text[range].allSatisfy(\.isHan),
      !Self.isBody(text, range), let name = Self.trimmed(text, range), Self.isSource(name)
    else { return nil }
    source = name
    standing = .mentioned
    isCertain = true
  }

  private static func names(
    _ text: [Unicode.Scalar], _ range: Range<Int>, isBracketed: Bool
  ) -> NameReading? {
    if isBracketed {
      // What stands alone in square brackets is a button or a column: [返回], 【民生】.
      let isRound = range.lowerBound > 0 && "（(".unicodeScalars.contains(text[range.lowerBound - 1])
      return NameReading(text, range, allowsPenNames: true)
        .flatMap { isRound || $0.isPlausible ? $0 : nil }
    }
    return NameReading(crediting: text, range)
  }

  /// Reads credits at the end of a paragraph: `…制度。(张牧)`, `…跟进。袁弘`, `…（记者 张三）`.
  static func closing(
    _ text: [Unicode.Scalar], _ range: Range<Int>
  ) -> (start: Int, credits: Credits)? {
    guard let last = range.last(where: { !text[$0].isSpace }) else { return nil }
    if text[last] == ")" || text[last] == "）" || text[last] == "】" || text[last] == "]" {
      return closingBracket(text, range, at: last)
    }
    let shape = LineShape(text, range)
    guard let start = shape.afterLastStop, start < last, last - start < 40,
      let names = NameReading(crediting: text, start..<last + 1),
      names.hasRole || names.bylines.count <= 3
    else { return nil }
    return (start, Credits(names))
  }

  private static func closingBracket(
    _ text: [Unicode.Scalar], _ range: Range<Int>, at last: Int
  ) -> (start: Int, credits: Credits)? {
    guard
      let open = text[range.lowerBound..<last].lastIndex(where: {
        "(（【[".unicodeScalars.contains($0)
      }),
      open > range.lowerBound, last - open <= 60
    else { return nil }
    let before = text[range.lowerBound..<open].last { !$0.isSpace }
    let inner = open + 1..<last
    guard let before else { return nil }
    guard before.endsSentence || before.closesPair || before == "；" else {
      guard let names = NameReading(text, inner), names.hasRole else { return nil }
      return (agencyStart(text, range.lowerBound..<open), Credits(names))
    }
    if let credits = Credits(line: text, inner) { return (open, credits) }
    if let credits = Credits(paper: text, inner) { return (open, credits) }
    guard inner.count <= 16, isBody(text, inner) else { return nil }
    var credits = Credits()
    credits.bylines = [Byline(name: String(String.UnicodeScalarView(text[inner])))]
    return (open, credits)
  }

  /// Where the words before a photographer's bracket start that only name the agency:
  /// ….新华社发（王强 摄）.
  private static func agencyStart(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    guard let stop = LineShape(text, range).afterLastStop, range.upperBound - stop <= 8,
      let last = text[stop..<range.upperBound].lastIndex(where: { !$0.isSpace }), text[last] == "发",
      Words.mediaEndings.longestEnding(in: text, at: last, notBefore: stop) != nil
    else { return range.upperBound }
    return stop
  }

  /// Whether a run names an office or another body.
  static func isBody(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    text[range].allSatisfy(\.isHan) && range.count >= 3
      && Words.bodyEndings.longestEnding(
        in: text, at: range.upperBound, notBefore: range.lowerBound)
        != nil
  }

  private static func withoutBrackets(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last(where: { !text[$0].isSpace }),
      first < last,
      text[first].opensPair, text[last].closesPair, text[first] != "“", text[first] != "《",
      !text[first + 1..<last].contains(where: { $0 == "【" || $0 == "[" })
    else { return range }
    return first + 1..<last
  }
}

// MARK: Labels and dates

extension Credits {
  /// Reads a line of labels with colons: 来源：…, 作者：…, 发布日期：….
  private static func labelled(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Credits? {
    var credits = Credits()
    var at = range.lowerBound
    var found = false
    while at < range.upperBound {
      if let field = LabelledField(text, at, range.upperBound) {
        credits.take(field, text)
        found = true
        at = field.value.upperBound
      } else if let date = CalendarReading.date(in: text, at: at, end: range.upperBound) {
        credits.published = credits.published ?? date.date
        at = date.range.upperBound
      } else if let address = addressEnd(text, at, range.upperBound) {
        at = address
      } else if !found, let next = nextField(text, at, range.upperBound) {
        let lead = at..<(text[at..<next].firstIndex(where: \.isASCIILetter) ?? next)
        guard lead.count <= 12 || text[lead].contains(">"), isLead(text, lead), next - at <= 40
        else { return nil }
        credits.takeLead(text, lead)
        at = next
      } else if text[at].isHan || text[at].isASCIILetter {
        let rest = LineShape(text, at..<range.upperBound)
        if !found || rest.length > 24 || rest.length > 12 && rest.commas + rest.stops > 0 {
          return nil
        }
        at = nextField(text, at, range.upperBound) ?? range.upperBound
      } else {
        at += 1
      }
    }
    credits.isCertain = found
    return found ? credits : nil
  }

  /// Takes the name of the paper before a date or label.
  private mutating func takeLead(_ text: [Unicode.Scalar], _ lead: Range<Int>) {
    guard let name = Self.trimmed(text, lead), Self.isPaper(name) else { return }
    source = name
    standing = .mentioned
  }

  /// Where a web address that starts at a position ends.
  private static func addressEnd(_ text: [Unicode.Scalar], _ at: Int, _ end: Int) -> Int? {
    let start = text[at..<end].prefix(5)
    guard start.starts(with: "http".unicodeScalars) || start.starts(with: "www.".unicodeScalars)
    else { return nil }
    return text[at..<end].firstIndex { $0.isSpace || $0.isHan } ?? end
  }

  private static func nextField(_ text: [Unicode.Scalar], _ at: Int, _ end: Int) -> Int? {
    (at..<end).first {
      LabelledField(text, $0, end) != nil || CalendarReading.date(in: text, at: $0, end: end) != nil
    }
  }

  /// Whether words before the first label may be a site, or the first part of a role.
  private static func isLead(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let shape = LineShape(text, range)
    return shape.stops == 0 && shape.commas == 0
      && Words.pictures.first(in: text, range) == nil
  }

  private mutating func take(_ field: LabelledField, _ text: [Unicode.Scalar]) {
    switch field.kind {
    case .source:
      guard standing != .labelled, let name = Self.sourceName(text, field.value) else { break }
      source = name
      standing = .labelled
    case .date:
      let found = CalendarReading.first(in: text, field.value)
      published = published ?? found?.date
    case .person:
      let people = Self.people(text, field.value, label: field.label)
      if source == nil, people.count == 1, let name = people.first?.name, Self.isPaper(name) {
        source = name
        standing = .mentioned
      } else {
        bylines += people
      }
    case .nothing:
      break
    }
  }

  /// Whether a label of persons is followed by the name of a paper: 作者：东河日报.
  private static func isPaper(_ name: String) -> Bool {
    name.unicodeScalars.count >= 4
      && ["日报", "晚报", "晨报", "时报", "周报", "新闻网", "电视台", "新华社"]
        .contains { name.hasSuffix($0) }
  }

  /// The names after a label, without what brackets add: 周燕萍（南桥镇）.
  private static func people(
    _ text: [Unicode.Scalar], _ range: Range<Int>, label: String
  ) -> [Byline] {
    let bracket = range.first { text[$0] == "（" || text[$0] == "(" } ?? range.upperBound
    let end = bracket > range.lowerBound ? bracket : range.upperBound
    let value = range.lowerBound..<end
    if let names = NameReading(text, value, label: label, allowsPenNames: true) {
      return names.bylines
    }
    guard let name = trimmed(text, value), name.unicodeScalars.count <= 14,
      name.unicodeScalars.allSatisfy({ $0.isHan || $0.isASCIILetter || $0 == "·" })
    else { return [] }
    return [Byline(name: name, role: label)]
  }

  /// The words of a run without spaces and brackets around, nil for none.
  private static func trimmed(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
    let isEdge = { (scalar: Unicode.Scalar) in
      scalar.isSpace || scalar.opensPair || scalar.closesPair || scalar.isClauseMark
        || "|。·丨•-—_*/>".unicodeScalars.contains(scalar)
    }
    guard let first = range.first(where: { !isEdge(text[$0]) }),
      let last = range.last(where: { !isEdge(text[$0]) }), last - first < 40
    else { return nil }
    return String(String.UnicodeScalarView(text[first...last]))
  }

  /// The name of a source, without what sites add: an address, 原创.
  private static func sourceName(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
    let address = range.first { addressEnd(text, $0, range.upperBound) != nil }
    guard let name = trimmed(text, range.lowerBound..<(address ?? range.upperBound)) else {
      return nil
    }
    return name.hasSuffix("原创") && name != "原创" ? String(name.dropLast(2)) : name
  }

  /// Reads a line that names the paper a report was taken from: 据《东河日报》, 据新华社电.
  private static func quoted(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Credits? {
    guard range.count <= 24, let first = range.first, text[first] == "据" || text[first] == "摘",
      let last = range.last(where: { !text[$0].isSpace })
    else { return nil }
    let start = text[range].starts(with: ["摘", "自"]) ? first + 2 : first + 1
    guard start <= last else { return nil }
    var end = last + 1
    for word in ["报道", "消息", "电", "讯"] where text[start..<end].hasSuffix(word) {
      end -= word.unicodeScalars.count
    }
    guard let name = trimmed(text, start..<end), isSource(name), !name.hasPrefix("悉") else {
      return nil
    }
    var credits = Credits()
    credits.source = name
    credits.standing = .mentioned
    credits.isCertain = true
    return credits
  }

  /// Reads a line of a date and perhaps a source: 东河观察 2024-09-20 10:08, and as WeChat heads its
  /// pieces: 原创 王强 东河发布 2024-09-20 10:08 发表于四川.
  private static func dated(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Credits? {
    guard range.count <= 60, let found = CalendarReading.first(in: text, range) else { return nil }
    let before = trimmed(text, range.lowerBound..<found.range.lowerBound)
    let after = trimmed(text, found.range.upperBound..<range.upperBound)
    let isPosted = after?.hasPrefix("发表于") == true
    guard
      before == nil || after == nil || isPosted || before.map(isWeekday) == true
        || after.map(isWeekday) == true
    else { return nil }
    let named = [before, isPosted ? nil : after].compactMap { $0 }.first { !isWeekday($0) }
    var name = named.map { $0.hasPrefix("原创") ? String($0.dropFirst(2)) : $0 }
    if isPosted { name = name?.split(separator: " ").last.map(String.init) }
    if let name, !isPosted {
      guard isSource(name), isSetApart(text, found.range, in: range) else { return nil }
    }
    var credits = Credits()
    credits.published = found.date
    credits.source = name
    credits.standing = name == nil ? .none : .mentioned
    credits.isCertain = true
    return credits
  }

  private static func isWeekday(_ words: String) -> Bool {
    words.hasPrefix("星期") && words.unicodeScalars.count == 3
  }

  private static func isSetApart(
    _ text: [Unicode.Scalar], _ date: Range<Int>, in range: Range<Int>
  ) -> Bool {
    let before = date.lowerBound == range.lowerBound || !text[date.lowerBound - 1].isHan
    return before && (date.upperBound == range.upperBound || !text[date.upperBound].isHan)
  }

  private static func isSource(_ words: String) -> Bool {
    let scalars = Array(words.unicodeScalars)
    return scalars.count <= 14 && scalars.allSatisfy { $0.isHan || $0.isASCIILetter || $0 == "·" }
      && (Words.mediaEndings.longestEnding(in: scalars, at: scalars.count, notBefore: 0) != nil
        || Words.bodyEndings.longestEnding(in: scalars, at: scalars.count, notBefore: 0) != nil)
  }
}

extension ArraySlice where Element == Unicode.Scalar {
  fileprivate func hasSuffix(_ word: String) -> Bool {
    suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars)
  }
}
