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
  /// The day as one that printed words tell.
  var publication: PublicationDay? { published.map { PublicationDay($0, from: .text) } }
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
  /// Whether a label or a clock time shows the day to be that of the posting.
  var isTimed = false
  /// Whether the day stands beside a label, a clock time or a source, as portals stamp a piece.
  var isStamp: Bool {
    published != nil
      && (isTimed || source != nil && standing.rawValue >= Standing.mentioned.rawValue)
  }
  /// Whether neither source, day nor name was found.
  var isEmpty: Bool { source == nil && published == nil && bylines.isEmpty }
  /// Whether nothing but names was found.
  var isOnlyNames: Bool { source == nil && published == nil && !bylines.isEmpty }

  static func == (a: Credits, b: Credits) -> Bool {
    a.source == b.source && a.published == b.published && a.bylines == b.bylines
  }

  init() {}

  /// Adds what other lines say; what is known already stays.
  mutating func merge(_ other: Credits) {
    if source == nil || other.source != nil && other.standing.rawValue > standing.rawValue {
      source = other.source
      standing = other.standing
    }
    published = published ?? other.published
    for byline in other.bylines where bylines.count < Self.mostBylines {
      if let known = bylines.firstIndex(where: { $0.name == byline.name }) {
        bylines[known].role = bylines[known].role ?? byline.role
      } else {
        bylines.append(byline)
      }
    }
  }

  /// No piece credits as many; lines of more names are a list of something else.
  private static let mostBylines = 500

  /// Nothing known yet.
  static let none = Credits()

  /// Reads a line that is nothing but credits; nil for any other.
  init?(line text: [Unicode.Scalar], _ range: Range<Int>) {
    let inner = Self.withoutTelephone(text, Self.withoutBrackets(text, range))
    guard inner.count <= 120, !text[inner].contains("。") else { return nil }
    if range.count <= 60, let stamp = PaperStamp(text, range), stamp.start <= range.lowerBound {
      self = stamp.credits
      return
    }
    if let pair = Self.pair(text, inner) {
      self = pair
    } else if let labelled = Self.labelled(text, inner) {
      self = labelled
    } else if let dated = Self.dated(text, inner) ?? Self.quoted(text, inner)
      ?? Self.posted(text, inner) ?? Self.disclosed(text, inner)
    {
      self = dated
    } else if inner != range, let paper = Credits(paper: text, inner) {
      self = paper
    } else if let writers = Self.marked(text, inner) {
      self.init(writers)
      isCertain = true
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

  /// Reads a writer and a paper with a bar between: 王强/东河日报.
  private static func pair(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Credits? {
    guard range.count <= 20 else { return nil }
    let parts = text[range].split { "/｜|丨".unicodeScalars.contains($0) }
    guard parts.count == 2, Words.labels.value(of: text, in: parts[0].indices) == nil,
      let name = parts.first(where: NameReading.isName),
      let paper = parts.first(where: { $0 != name }), paper.count >= 3,
      Words.mediaEndings.longestEnding(in: text, at: paper.endIndex, notBefore: paper.startIndex)
        != nil
    else { return nil }
    var credits = Credits()
    credits.bylines = [Byline(name: String(scalars: name))]
    credits.source = String(scalars: paper)
    credits.standing = .employer
    credits.isCertain = true
    return credits
  }

  /// Reads writers behind the mark that papers set before them: □王强 赵小兰.
  private static func marked(_ text: [Unicode.Scalar], _ range: Range<Int>) -> NameReading? {
    guard range.count <= 30, let first = range.first,
      "□■◎○●◇☐▋▌▍▎█◆".unicodeScalars.contains(text[first])
    else { return nil }
    return NameReading(text, range.dropFirst(), allowsPenNames: true)
      .flatMap { $0.isPlausible && $0.bylines.count <= 4 ? $0 : nil }
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
    guard let names = NameReading(crediting: text, range) else { return nil }
    // A place and a colon open a headline: 河口镇：….
    let hasColon = text[range].contains { ":：".unicodeScalars.contains($0) }
    return names.hasRole || !hasColon ? names : nil
  }

  /// Reads credits at the end of a paragraph: `…制度。(张牧)`, `…跟进。袁弘`, `…（记者 张三）`.
  static func closing(
    _ text: [Unicode.Scalar], _ range: Range<Int>
  ) -> (start: Int, credits: Credits)? {
    guard let last = range.last(where: { !text[$0].isSpace }) else { return nil }
    if let stamp = PaperStamp(text, range), stamp.start > range.lowerBound {
      return (stamp.start, stamp.credits)
    }
    if text[last] == ")" || text[last] == "）" || text[last] == "】" || text[last] == "]" {
      return closingBracket(text, range, at: last)
    }
    let shape = LineShape(text, range)
    guard let start = shape.afterLastStop, start < last, last - start < 40 else { return nil }
    if let label = text[start...last].firstIndex(where: { !$0.isSpace }),
      LabelledField(text, label, last + 1) != nil, let credits = labelled(text, label..<last + 1)
    {
      return (start, credits)
    }
    guard
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
    credits.bylines = [Byline(name: String(scalars: text[inner]))]
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

  /// A line without the telephone number or address that a paper prints behind its editors' names.
  private static func withoutTelephone(
    _ text: [Unicode.Scalar], _ range: Range<Int>
  ) -> Range<Int> {
    guard let contact = Words.contacts.first(in: text, range), contact.at > range.lowerBound,
      !text[(contact.at + contact.match.length)..<range.upperBound].contains(where: \.isHan)
    else { return range }
    return range.lowerBound..<contact.at
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
