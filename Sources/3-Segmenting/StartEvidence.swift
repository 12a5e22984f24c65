import Matching
import Model

/// Weighs whether a stack of short lines is the headline of a new article.
///
/// Weights were set on pages of five papers; an article's own headings have a negative sum.
struct StartEvidence {
  let page: Page
  /// The lines of the stack.
  let stack: Range<Int>
  /// Where the article before starts, nil for none.
  let articleStart: Int?

  /// The sum of all evidence; 2.5 is enough in plain text.
  var score: Double {
    guard hasTextAfter else { return 0 }
    guard let articleStart else { return 5 }
    guard hasTextBefore(articleStart) else { return 0 }
    return closure + following + form + table + continuity(since: articleStart) + gap
      + secondByline(since: articleStart) + banner + photo(since: articleStart)
      - sections(since: articleStart) + brief(since: articleStart)
  }

  /// The head of another newspaper page among the lines.
  private var banner: Double { stack.contains(where: page.isPageBanner) ? 2 : 0 }

  /// Reporters named at the end of what follows, where the article before has named others.
  private func secondByline(since start: Int) -> Double {
    guard !page.isMarkedUp else { return 0 }
    let before = reporters(recent(since: start))
    let after = reporters(stack.upperBound..<nextStack)
    return !before.isEmpty && !after.isEmpty && before.isDisjoint(with: after) ? 6 : 0
  }

  /// The last lines of the article before: 200 are more than nearly all have, and a bound on the
  /// search.
  private func recent(since start: Int) -> Range<Int> {
    max(start, stack.lowerBound - 200)..<stack.lowerBound
  }

  /// The next short line, or a few lines on.
  private var nextStack: Int {
    let lines = page.lines[stack.upperBound...].prefix(7)
    return lines.firstIndex { $0.form == .short || $0.form == .dash } ?? lines.endIndex
  }

  /// The reporters named before or after a text, not under a picture of it.
  private func reporters(_ range: Range<Int>) -> Set<String> {
    var names: Set<String> = []
    for line in page.lines[range] {
      line.dateline?.bylines.forEach { names.insert($0.name) }
      let credits = line.credits ?? line.closing?.credits
      guard let credits, !credits.namesOnlyEditors, !isPictureCredit(credits) else { continue }
      credits.bylines.forEach { names.insert($0.name) }
    }
    return names
  }

  /// What speaks for a section of the article before: its title is a long piece's, and an earlier
  /// heading has the same form.
  private func sections(since start: Int) -> Double {
    var score = 0.0
    var at = start
    while at < min(start + 8, stack.lowerBound), page.lines[at].form != .paragraph {
      if endsAsFeature(page.lines[at].range) { score = 1.5 }
      at += 1
    }
    let headings = recent(since: at).filter { isShort($0) && $0 > 0 && !isShort($0 - 1) }
    return headings.contains(where: isParallel) ? score + 3 : score
  }

  private func isShort(_ index: Int) -> Bool { page.lines[index].form == .short }

  private func endsAsFeature(_ range: Range<Int>) -> Bool {
    Words.features.longestEnding(
      in: page.scalars, at: range.upperBound, notBefore: range.lowerBound) != nil
  }

  /// Whether a heading has as many lines as the stack, and is divided in the same way.
  private func isParallel(_ heading: Int) -> Bool {
    let count = page.lines[heading...].prefix { $0.form == .short }.count
    guard count == stack.count else { return false }
    if count > 1 { return true }
    let divided = divider(heading)
    return divided != nil && divided == divider(stack.lowerBound)
  }

  /// Where a colon or space divides a heading.
  private func divider(_ index: Int) -> Int? {
    let range = page.lines[index].range
    return page.scalars[range].firstIndex { $0 == "：" || $0 == ":" || $0.isSpace }
      .map { $0 - range.lowerBound }
  }

  /// A picture's caption before the stack and another after it.
  private func photo(since start: Int) -> Double {
    guard !page.isMarkedUp, page.nextText[start] == stack.lowerBound - 1,
      isCaption(stack.lowerBound - 1), stack.count == 1
    else { return 0 }
    let next = stack.upperBound
    let follower = page.lines[next...].dropFirst().first
    let isShot = follower?.credits.map(isPictureCredit) == true
    return isCaption(next) || isShot && startsWithDay(page.lines[next].range) ? 3 : 0
  }

  /// Whether a paragraph closes with its photographer or opens with a mark that points to a picture.
  private func isCaption(_ index: Int) -> Bool {
    let line = page.lines[index]
    return line.closing.map { isPictureCredit($0.credits) } == true
      || "▲△▼▽◀▶".unicodeScalars.contains(page.scalars[line.range.lowerBound])
  }

  private func isPictureCredit(_ credits: Credits) -> Bool {
    credits.bylines.contains {
      $0.role?.contains("摄") == true || $0.role?.contains("图") == true
    }
  }

  private func hasTextBefore(_ start: Int) -> Bool { page.nextText[start] < stack.lowerBound }

  private var hasTextAfter: Bool { page.nextText[stack.upperBound] < page.lines.count }

  /// Whether the article before was closed by a credit, a signature or a cut.
  private var closure: Double {
    var last = stack.lowerBound - 1
    while last > 0, page.isSignature(last) { last -= 1 }
    let before = page.lines[last]
    if before.form == .credits {
      guard let credits = before.credits, !credits.isEmpty else { return 1 }
      return credits.isCertain ? 3 : 2
    }
    if let closing = before.closing, !isCaptionCredit(before, closing.credits) { return 3 }
    return before.form == .paragraph && before.shape.ending == .open ? 1 : 0
  }

  private func isCaptionCredit(_ line: PageLine, _ credits: Credits) -> Bool {
    // 90: captions of two or three sentences; a picture's own piece has a headline besides.
    line.shape.length < 90
      && credits.bylines.contains { $0.role?.contains("摄") == true || $0.role == "供图" }
  }

  /// What comes after a headline and hardly after a heading: a date, names, a dateline, a report's
  /// first words, a passage printed before.
  private var following: Double {
    let next = page.lines[stack.upperBound]
    if next.form == .paragraph, next.repeats != nil, next.shape.length >= 20 {
      return page.lines[stack.lowerBound].repeats == nil ? 4 : 6
    }
    if next.form == .credits { return next.credits?.published != nil ? 4 : 3 }
    if next.dateline != nil || next.isSalutation { return 3 }
    let opening = Words.openings.longestMatch(in: page.scalars, at: next.range.lowerBound) != nil
    return opening || startsWithDay(next.range) ? 1 : 0
  }

  private func startsWithDay(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound, page.scalars[at].isASCIIDigit { at += 1 }
    return at > range.lowerBound && at < range.upperBound && page.scalars[at] == "月"
  }

  /// What the lines of the stack look like.
  private var form: Double {
    var score = 0.0
    let length = stack.reduce(0) { $0 + page.lines[$1].shape.length }
    if stack.contains(where: { isDashed(page.lines[$0]) }) { score += 2 }
    if stack.contains(where: { endsAsNotice(page.lines[$0].range) }) { score += 3 }
    if page.lines[stack.lowerBound].markup?.startsSection == true { score += 2 }
    if length <= 12, !isAmongNotices { score -= 1.5 }
    if length >= 14 { score += 0.5 }
    if length >= 20 { score += 0.5 }
    if length > 80 { score -= 2 }
    return score + subject
  }

  /// Whether the article before is a notice and this headline is one's too.
  private var isAmongNotices: Bool {
    guard let articleStart else { return false }
    return endsAsNotice(page.lines[articleStart].range)
      && stack.contains { endsAsNotice(page.lines[$0].range) }
  }

  /// Tables are short lines too: a caption with its number, cells divided by bars, many in a row.
  private var table: Double {
    var score = stack.count > 5 ? -2.0 : 0
    for line in stack.map({ page.lines[$0].range }) {
      let words = page.scalars[line]
      if words.count >= 3, words.first == "表" || words.first == "图",
        words.dropFirst().first?.isASCIIDigit == true
      {
        score -= 4
      }
      if words.contains("|") && words.contains(where: \.isASCIIDigit) { score -= 2 }
    }
    return score
  }

  private func isDashed(_ line: PageLine) -> Bool {
    line.form == .dash || page.scalars[line.range].contains("—") && line.shape.length > 16
  }

  private func endsAsNotice(_ range: Range<Int>) -> Bool {
    let ending = Words.noticeEndings.longestEnding(
      in: page.scalars, at: range.upperBound, notBefore: range.lowerBound)
    return ending.map { range.count >= 6 || range.count <= 5 && $0.length * 2 >= range.count }
      ?? false
  }

  /// News in brief: a short report with a dateline has no headings, and a few paragraphs that a
  /// byline closes are a report of their own.
  private func brief(since start: Int) -> Double {
    var score = 0.0
    let before = page.nextText[start]
    if page.lines[before].dateline != nil, stack.lowerBound - before <= 4 { score += 1 }
    let closing = page.lines[stack.upperBound...].prefix(4).prefix { $0.form == .paragraph }
      .first { $0.closing != nil }
    if let closing, let credits = closing.closing?.credits, !isCaptionCredit(closing, credits) {
      score += 1.5
    }
    return score
  }

  /// A headline often opens with the place or body it is about, and a new one is not the old one.
  private var subject: Double {
    var best = 0.0
    for index in stack {
      guard let name = placeAtStart(page.lines[index].range) else { continue }
      if name.upperBound == page.lines[index].range.upperBound { continue }
      best = max(best, isNewName(name) ? 3 : 0.5)
    }
    return best
  }

  /// The place name that opens a line: 松潘县, 达州市, or a word before a colon.
  private func placeAtStart(_ range: Range<Int>) -> Range<Int>? {
    let limit = min(range.upperBound, range.lowerBound + 8)
    for index in range.lowerBound + 2..<max(range.lowerBound + 2, limit) {
      let scalar = page.scalars[index]
      if scalar == ":" || scalar == "：" { return subjectBeforeColon(range.lowerBound..<index) }
      guard scalar.isHan, !"的了在着".unicodeScalars.contains(scalar) else { return nil }
      if let ending = Words.placeEndings.longestMatch(
        in: page.scalars, at: index, end: range.upperBound)
      {
        let end = index + ending.length
        return end < range.upperBound && !isPeople(end) && !isKind(index)
          ? range.lowerBound..<index : nil
      }
    }
    return nil
  }

  /// 外出村|民, 走进村|里: the ending belongs to a word for people or for where they live.
  private func isPeople(_ index: Int) -> Bool {
    "民里子口级务貌容庄干".unicodeScalars.contains(page.scalars[index])
  }

  /// 小|区, 城|市, 农|村: the ending belongs to a word for a kind of place.
  private func isKind(_ index: Int) -> Bool {
    let pairs = [
      "小区", "园区", "景区", "片区", "辖区", "校区", "山区", "灾区", "城区", "农村", "乡村", "山村", "城市", "超市", "城镇",
      "乡镇", "村镇",
    ]
    return pairs.contains { page.scalars[(index - 1)...index].elementsEqual($0.unicodeScalars) }
  }

  /// 绵竹：, 青山县民政局：: short enough for a place, or a place or body by its end; 交通不便：is none.
  private func subjectBeforeColon(_ words: Range<Int>) -> Range<Int>? {
    let isNamed = [Words.placeEndings, Words.bodyEndings].contains {
      $0.longestEnding(in: page.scalars, at: words.upperBound, notBefore: words.lowerBound) != nil
    }
    return words.count <= 3 || isNamed ? words : nil
  }

  private func isNewName(_ name: Range<Int>) -> Bool {
    guard let articleStart else { return true }
    let words = page.scalars[name].prefix(2)
    let end = page.lines[stack.lowerBound].range.lowerBound
    // 8000: longer than nearly all articles, and a bound on the search.
    let start = max(page.lines[articleStart].range.lowerBound, end - 8000)
    let before = page.scalars[start..<end]
    return !before.containsRun(words)
  }

  /// How far the text goes on with what the article before is about.
  private func continuity(since start: Int) -> Double {
    let subject = pairs(of: titleRange(from: start))
    guard subject.count >= 4 else { return 0 }
    let next = pairs(of: textAfter())
    let shared = Double(subject.count { next.contains($0) }) / Double(subject.count)
    if shared >= 0.3 { return -2 }
    if shared >= 0.2 { return -1 }
    return shared < 0.1 ? 1 : 0
  }

  private func titleRange(from start: Int) -> Range<Int> {
    var end = start
    while end < stack.lowerBound, page.lines[end].form == .short || page.lines[end].form == .dash {
      end += 1
    }
    guard end > start else { return page.lines[start].range }
    return page.lines[start].range.lowerBound..<page.lines[end - 1].range.upperBound
  }

  /// About 600 code points from the stack on, not beyond the next dateline.
  private func textAfter() -> Range<Int> {
    let from = page.lines[stack.upperBound].range.lowerBound
    var end = min(page.scalars.count, from + 600)
    for line in page.lines[(stack.upperBound + 1)...] {
      if line.range.lowerBound >= end { break }
      if line.dateline != nil { end = line.range.lowerBound }
    }
    return from..<end
  }

  private func pairs(of range: Range<Int>) -> Set<UInt64> {
    var pairs: Set<UInt64> = []
    for index in range.dropLast() where page.scalars[index].isHan && page.scalars[index + 1].isHan {
      pairs.insert(UInt64(page.scalars[index].value) << 32 | UInt64(page.scalars[index + 1].value))
    }
    return pairs
  }

  /// A wider gap than usual before the stack.
  private var gap: Double {
    let before = page.lines[stack.lowerBound].blankBefore
    guard before > page.usualGap else { return 0 }
    return before == page.usualGap + 1 ? 1.5 : 0.5
  }
}

extension ArraySlice where Element == Unicode.Scalar {
  /// Whether a short run stands anywhere inside.
  func containsRun(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = run.first, count >= run.count else { return run.isEmpty }
    for index in startIndex...endIndex - run.count
    where self[index] == first && self[index..<index + run.count] == run { return true }
    return false
  }
}
