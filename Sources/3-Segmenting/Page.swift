import Matching
import Model

/// A restored page with its lines looked at.
struct Page {
  /// The text of the page.
  let text: SourcedText
  /// The lines, in order.
  let lines: [PageLine]
  /// What the page declares.
  let metadata: PageMetadata
  /// The script as printed.
  let script: Script
  /// What the banner of the page says: the paper, the day of issue.
  let banner: Credits
  /// How many blank lines usually stand between two lines.
  let usualGap: Int
  /// For each line the first from it on that is running text or a numbered heading.
  let nextText: [Int]
  /// Whether markup tells headlines from text.
  let isMarkedUp: Bool
  /// Whether the lines above the text name source and day, as portals stamp a page's one piece, and
  /// no line below does.
  let holdsOnePiece: Bool

  /// The code points of the text.
  var scalars: [Unicode.Scalar] { text.scalars }

  /// Looks at the lines of a restored page.
  init(_ document: RestoredDocument) {
    text = document.text
    metadata = document.metadata
    script = document.script
    let scalars = document.text.scalars
    var lines = document.lines.map { PageLine($0, in: scalars) }
    Self.markRepeats(&lines, scalars)
    if let first = lines.first {
      // 70: a headline right above its stamp may be longer than others.
      let isStamped = lines.dropFirst().first?.credits?.isStamp == true
      if first.isExclaimedHeadline(in: scalars, upTo: isStamped ? 70 : 36) {
        lines[0].form = .short
      }
    }
    Self.readLoneLabels(&lines, scalars)
    for index in lines.indices.prefix(3) where Self.isPageHead(lines[index], scalars) {
      lines[index].form = .short
    }
    self.lines = lines
    banner = Self.banner(lines, scalars)
    nextText = Self.nextText(lines)
    isMarkedUp = lines.contains { $0.markup != nil }
    usualGap = Self.usualGap(lines)
    holdsOnePiece = Self.holdsOnePiece(lines)
  }

  /// The words of a line.
  func string(_ index: Int) -> String { text.string(lines[index].range) }

  private static func nextText(_ lines: [PageLine]) -> [Int] {
    var next = [Int](repeating: lines.count, count: lines.count + 1)
    for index in lines.indices.reversed() {
      let isText = lines[index].form == .paragraph || lines[index].form == .item
      next[index] = isText ? index : next[index + 1]
    }
    return next
  }

  private static func holdsOnePiece(_ lines: [PageLine]) -> Bool {
    let stamps = lines.indices.filter { lines[$0].credits?.isStamp == true }
    guard stamps.count == 1, let stamp = stamps.first,
      let text = lines.firstIndex(where: { $0.form == .paragraph })
    else { return false }
    return stamp < text
  }

  private static func usualGap(_ lines: [PageLine]) -> Int {
    var counts: [Int: Int] = [:]
    for line in lines.dropFirst() { counts[line.blankBefore, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// Reads the words under a label that stands alone on its line as what it introduces.
  private static func readLoneLabels(_ lines: inout [PageLine], _ text: [Unicode.Scalar]) {
    for index in lines.indices.dropFirst() where lines[index].form == .short {
      let label = lines[index - 1].range
      guard lines[index].shape.length <= 16, label.count <= 6, lines[index - 1].form == .credits,
        let last = text[label].last, last == ":" || last == "："
      else { continue }
      let words = Array(text[label] + text[lines[index].range])
      guard let credits = Credits(line: words, 0..<words.count),
        credits.source.map(Credits.isSource) ?? !credits.bylines.isEmpty
      else { continue }
      lines[index].credits = credits
      lines[index].form = .credits
    }
  }

  /// Notes for every line of some length the first earlier line with the same words.
  private static func markRepeats(_ lines: inout [PageLine], _ text: [Unicode.Scalar]) {
    var first: [[Unicode.Scalar]: Int] = [:]
    for index in lines.indices where lines[index].shape.length >= 4 {
      let words = text[lines[index].range].filter { !$0.isSpace }
      if let earlier = first[words] {
        lines[index].repeats = earlier
      } else {
        first[words] = index
      }
    }
  }
}

extension Page {
  /// Whether a line is the head of a newspaper page: its name, a date or a page number.
  func isPageBanner(_ index: Int) -> Bool { Self.isPageBanner(lines[index], scalars) }

  private static func isPageBanner(_ line: PageLine, _ text: [Unicode.Scalar]) -> Bool {
    guard line.form == .short && line.shape.length <= 40 || isLongBanner(line, text) else {
      return false
    }
    if isPageHead(line, text) { return true }
    return line.shape.digits > 0 && Words.banners.first(in: text, line.range) != nil
      || namesPageNumber(text, line.range) || isColumnWithPinyin(text, line)
  }

  /// Whether a line names a column and those who edited its page, whom one may call or write to:
  /// 图片新闻 责编：王强 电话：….
  private static func isPageHead(_ line: PageLine, _ text: [Unicode.Scalar]) -> Bool {
    guard let credits = line.credits, credits.namesEditors, credits.source == nil else {
      return false
    }
    let start = line.range.lowerBound
    if Words.pictureColumns.longestMatch(in: text, at: start) != nil { return true }
    guard text[line.range].prefix(3).allSatisfy(\.isHan),
      Words.labels.longestMatch(in: text, at: start) == nil,
      Words.roles.longestMatch(in: text, at: start) == nil
    else { return false }
    return Words.contacts.first(in: text, line.range) != nil
      || Words.banners.first(in: text, line.range) != nil
  }

  /// Whether a long line is a page's head: a date among words with wide gaps between.
  private static func isLongBanner(_ line: PageLine, _ text: [Unicode.Scalar]) -> Bool {
    guard line.shape.length <= 80, line.shape.stops == 0, line.shape.commas == 0,
      CalendarReading.first(in: text, line.range) != nil
    else { return false }
    let gaps = line.range.dropFirst().count { text[$0].isSpace && text[$0 - 1].isSpace }
    return gaps >= 2 && line.dateline == nil
  }

  /// Whether a line tells the number of a newspaper page: 05版, A3版, 第六版.
  static func namesPageNumber(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.dropFirst().contains { index in
      guard text[index] == "版",
        index + 1 == range.upperBound || !"权本面图".unicodeScalars.contains(text[index + 1])
      else { return false }
      if text[index - 1].isASCIIDigit { return true }
      return index >= range.lowerBound + 2 && text[index - 2] == "第"
        && "一二三四五六七八九十".unicodeScalars.contains(text[index - 1])
    }
  }

  /// Whether a line is a column's name with its letters beside it: 民生 MINSHENG.
  private static func isColumnWithPinyin(_ text: [Unicode.Scalar], _ line: PageLine) -> Bool {
    let han = line.shape.han
    let letters = line.shape.letters
    guard (2...8).contains(han), letters >= han * 2,
      han + letters + line.shape.digits
        == line.shape.length
    else { return false }
    return text[line.range].contains { $0.isASCIILetter }
  }

  /// Reads the banner among the first lines.
  private static func banner(_ lines: [PageLine], _ text: [Unicode.Scalar]) -> Credits {
    var banner = Credits.none
    for line in lines.prefix(4) where isPageBanner(line, text) {
      guard let found = CalendarReading.first(in: text, line.range) else { continue }
      banner.published = found.date
      let end = line.range.first { text[$0].isSpace } ?? line.range.upperBound
      let name = line.range.lowerBound..<end
      if !namesPageNumber(text, name),
        Words.mediaEndings.longestEnding(in: text, at: end, notBefore: line.range.lowerBound)
          != nil
      {
        banner.source = String(scalars: text[name])
      }
    }
    return banner
  }

  /// The first of the headings that print the declared title together with one of them.
  func headlineStart(_ index: Int) -> Int {
    var start = index
    while start > 0, continuesHeadline(start) { start -= 1 }
    return start
  }

  /// Whether a heading goes on with the declared title where the heading before it stops.
  func continuesHeadline(_ index: Int) -> Bool {
    guard index > 0, lines[index].markup?.headingLevel == 1,
      lines[index - 1].markup?.headingLevel == 1, let title = metadata.title?.scalars
    else { return false }
    let words = scalars[lines[index].range].filter { !$0.isSpace }
    let before = scalars[lines[index - 1].range].filter { !$0.isSpace }
    return title.filter { !$0.isSpace }[...].containsRun((before + words)[...])
  }

  /// Whether a line is the name of a column in brackets: 【民生】.
  func isColumnName(_ index: Int) -> Bool {
    let range = lines[index].range
    return range.count <= 12 && scalars[range.lowerBound] == "【"
      && scalars[range.upperBound - 1] == "】"
  }

  /// Whether a line sums up the piece, above or below its headline: 核心提示：….
  func isSummary(_ index: Int) -> Bool {
    let range = lines[index].range
    let open = range.first { !scalars[$0].opensPair } ?? range.lowerBound
    return Words.summaries.longestMatch(in: scalars, at: open, end: range.upperBound) != nil
  }

  /// Whether a line is the number of a document and nothing else: 东政发〔2020〕27号.
  func isDocumentNumber(_ index: Int) -> Bool {
    let range = lines[index].range
    guard range.count <= 24, scalars[range.upperBound - 1] == "号",
      let open = range.first(where: { "〔[（(【".unicodeScalars.contains(scalars[$0]) }),
      range.upperBound - open >= 8
    else { return false }
    return scalars[open + 1..<open + 5].allSatisfy(\.isASCIIDigit)
      && scalars[range.lowerBound..<open].allSatisfy(\.isHan)
  }

  /// Whether a line is the body that issued a notice, above or below its date.
  func isSignature(_ index: Int) -> Bool {
    guard isBody(index), index > 0 else { return false }
    let next = lines[(index + 1)...].prefix(4).firstIndex { $0.form == .credits }
    if let next, isDate(next), (index + 1..<next).allSatisfy(isBody) { return true }
    let before = lines[..<index].suffix(4).lastIndex { $0.form == .credits }
    guard let before, isDate(before) else { return false }
    return (before + 1..<index).allSatisfy(isBody)
      && lines[..<before].last?.form == .paragraph
  }

  /// Whether a line names an office or company and nothing else.
  func isBody(_ index: Int) -> Bool {
    lines[index].form == .short && lines[index].shape.length <= 30
      && Credits.isBody(scalars, lines[index].range)
  }

  /// Whether a line is a date and nothing else.
  private func isDate(_ index: Int) -> Bool {
    guard let credits = lines[index].credits else { return false }
    return credits.published != nil && credits.source == nil && credits.bylines.isEmpty
  }

  /// Whether a line ends with the last words of an earlier line: a scrap of a passage scanned twice.
  func isScrap(_ index: Int) -> Bool {
    let line = lines[index]
    if line.repeats != nil { return true }
    guard line.shape.length >= 4, line.shape.length <= 40 else { return false }
    let words = scalars[line.range]
    return lines[..<index].contains { earlier in
      earlier.range.count > words.count && scalars[earlier.range].suffix(words.count) == words
    }
  }
}
