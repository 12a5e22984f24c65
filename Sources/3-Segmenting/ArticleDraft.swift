import Matching
import Model

/// The lines of one article, sorted into headline, credits and body.
struct ArticleDraft {
  let page: Page
  /// All lines from its headline to the next article.
  let lines: Range<Int>
  /// The headline.
  var title: SourcedText?
  /// The second headline.
  var subtitle: SourcedText?
  /// What the lines around it say.
  var credits = Credits.none
  /// The place of the dateline.
  var dateline: String?
  /// The body, line by line, with the run of each that belongs to it.
  var bodyLines: [BodyLine] = []
  /// What was left out.
  var edits: [Edit] = []
  /// Whether a body that issued it signed it.
  var closesAsNotice = false
  /// The bodies that signed it, as printed.
  var signatories: [String] = []

  /// A line of the body.
  struct BodyLine {
    var index: Int
    var range: Range<Int>
    var isAside: Bool
  }

  init(page: Page, lines: Range<Int>) {
    self.page = page
    self.lines = lines
  }

  /// Sorts the lines.
  mutating func read() {
    let head = headEnd()
    readHead(lines.lowerBound..<head)
    let beforeText = bodyLines
    bodyLines = []
    let end = textEnd(from: head)
    for index in head..<end { takeBodyLine(index) }
    for index in end..<lines.upperBound { leaveOut(index, as: .boilerplate) }
    placeBeforeText(beforeText)
    dropScraps()
    readSignature()
    trimClosing()
    readDateline()
    collectCaptionCredits()
  }

  /// The first line after headline and credits; before a dateline everything is headline.
  private func headEnd() -> Int {
    let text = lines.first { page.lines[$0].form == .paragraph || page.lines[$0].form == .item }
    guard let text else { return headlineEnd(before: lines.upperBound) }
    return page.lines[text].dateline != nil && text - lines.lowerBound <= 8
      ? text : headlineEnd(before: text)
  }

  private func headlineEnd(before limit: Int) -> Int {
    var sawTitle = false
    var sawCredits = false
    for index in lines.lowerBound..<limit {
      if page.lines[index].form == .credits {
        sawCredits = true
      } else {
        if sawTitle && sawCredits { return index }
        sawTitle =
          sawTitle
          || page.lines[index].shape.length > 6 && !page.isPageBanner(index)
            && !page.isBody(index)
      }
    }
    return limit
  }

  /// The line after the editors' names, where little text follows: what comes is the page's.
  private func textEnd(from head: Int) -> Int {
    let closing = (head..<lines.upperBound).first { index in
      page.nextText[head] < index && page.lines[index].credits?.namesEditors == true
    }
    guard var end = closing else { return slogansStart(from: head) }
    while end < lines.upperBound, page.lines[end].form == .credits { end += 1 }
    let before = textLength(head..<end)
    return textLength(end..<lines.upperBound) * 3 < before ? end : lines.upperBound
  }

  /// The line after the last label of the source or the editors, where only a few short lines
  /// follow: what a site asks its readers to do.
  private func slogansStart(from head: Int) -> Int {
    let rest = lines.suffix(6).reversed().prefix { page.lines[$0].form == .short }
    guard let start = rest.last, start > head + 1, let before = page.lines[start - 1].credits,
      before.standing == .labelled || before.namesEditors,
      rest.allSatisfy({ page.lines[$0].shape.length <= 24 && !isCaptionLike($0) })
    else { return lines.upperBound }
    return start
  }

  private func textLength(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (page.lines[$1].form == .paragraph ? page.lines[$1].shape.length : 0) }
  }

  /// Puts back the short lines between headline and text; captions, and all before a dateline,
  /// come behind the first paragraph.
  private mutating func placeBeforeText(_ shorts: [BodyLine]) {
    if bodyLines.allSatisfy({ isCaptionLike($0.index) || opensWithArrow($0.index) }) {
      bodyLines.insert(contentsOf: shorts, at: 0)
      return
    }
    let isDatelined = bodyLines.first.map { page.lines[$0.index].dateline != nil } ?? false
    let leading = bodyLines.prefix { isCaptionLike($0.index) }.count
    let captions = bodyLines[..<leading]
    bodyLines.removeFirst(leading)
    let first = shorts.filter { !isDatelined && !isCaptionLike($0.index) }
    let later = shorts.filter { isDatelined || isCaptionLike($0.index) } + captions
    bodyLines.insert(contentsOf: later, at: min(1, bodyLines.count))
    bodyLines.insert(contentsOf: first, at: 0)
  }

  /// Whether a line is a picture's: by its credit, its words, or the gap the picture left.
  private func isCaptionLike(_ index: Int) -> Bool {
    let line = page.lines[index]
    if line.form == .paragraph { return isCaption(index) }
    guard line.form == .short else { return false }
    return isCaption(index) || line.isPictureLine(in: page.scalars)
      || !page.isMarkedUp && line.blankBefore >= page.usualGap + 2
  }

  /// Whether a line opens with the arrow that points to its picture.
  func opensWithArrow(_ index: Int) -> Bool {
    let first = page.scalars[page.lines[index].range.lowerBound]
    return "▲△▼▽◀▶↑↓←→".unicodeScalars.contains(first)
  }

  private mutating func takeBodyLine(_ index: Int) {
    let line = page.lines[index]
    if line.form == .paragraph, line.shape.length >= 30, let repeats = line.repeats,
      lines.contains(repeats)
    {
      leaveOut(index, as: .repeated)
      return
    }
    if line.form == .credits, let found = line.credits {
      credits.merge(found)
    } else if bodyLines.isEmpty, isFiller(index) || isSummary(index) {
      leaveOut(index, as: .boilerplate)
    } else if bodyLines.isEmpty, printsTitle(index) {
      leaveOut(index, as: .repeated)
    } else {
      bodyLines.append(BodyLine(index: index, range: line.range, isAside: line.form != .paragraph))
    }
  }

  /// Whether a paragraph under the headline sums up the text that follows.
  private func isSummary(_ index: Int) -> Bool {
    title != nil && page.lines[index].form == .paragraph && page.isSummary(index)
      && page.nextText[index + 1] < lines.upperBound
  }

  /// Whether a short line is the name of the source once more, above the text.
  func printsSource(_ index: Int) -> Bool {
    guard page.lines[index].form == .short, let source = credits.source else { return false }
    let words = page.string(index)
    return words == source || words == "关注" + source
  }

  /// Whether a line is the headline once more, above the text.
  private func printsTitle(_ index: Int) -> Bool {
    guard let title, title.count >= 6, page.lines[index].shape.length <= 60 else { return false }
    let words = page.scalars[page.lines[index].range].filter { !$0.isSpace }
    let printed = title.scalars.filter { !$0.isSpace }
    // A site may put its column before the headline: 时讯：….
    return words == printed || words.count >= 10 && printed.suffix(words.count).elementsEqual(words)
  }

  /// Notes a line that belongs to no article.
  mutating func leaveOut(_ index: Int, as reason: EditReason) {
    let range = page.lines[index].range
    guard let bytes = page.text.bytes(of: range) else { return }
    edits.append(
      Edit(
        byteOffset: Int(bytes.byteOffset), byteLength: Int(bytes.byteLength),
        printed: page.text.string(range), reason: reason))
  }
}

// MARK: Body

extension ArticleDraft {
  /// Drops what was scanned a second time after the end, and headings with nothing under them.
  private mutating func dropScraps() {
    guard let first = bodyLines.first?.index else { return }
    while let last = bodyLines.last, last.index > first, !isDated(last.index), isScrap(last.index) {
      leaveOut(last.index, as: .repeated)
      bodyLines.removeLast()
    }
  }

  /// Whether a line at the end repeats words of this page, and is not the copy's own text.
  private func isScrap(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard page.isScrap(index) else { return false }
    if line.form == .short, let repeats = line.repeats, page.lines[repeats].form == .short {
      return true
    }
    return line.shape.length < 20
  }

  /// Takes signatures off the end of a notice: the bodies that issued it, before or after a date.
  private mutating func readSignature() {
    while bodyLines.count > 1, let last = bodyLines.last, isSignature(last.index) {
      closesAsNotice = true
      if page.isBody(last.index) {
        signatories.insert(page.text.string(trimmed(last.range)), at: 0)
      }
      bodyLines.removeLast()
    }
  }

  private func isSignature(_ index: Int) -> Bool {
    if page.isSignature(index) { return true }
    let line = page.lines[index]
    return line.form == .short && line.shape.commas == 0 && line.shape.length <= 30
      && isDated(index) && bodyLines.count > 1
      && page.lines[bodyLines[bodyLines.count - 2].index].form == .paragraph
  }

  /// Whether a date stands right under a line.
  private func isDated(_ index: Int) -> Bool {
    index + 1 < lines.upperBound && page.lines[index + 1].credits?.published != nil
  }

  /// Takes a closing byline off the last paragraph.
  private mutating func trimClosing() {
    guard let last = bodyLines.last, let closing = page.lines[last.index].closing,
      !isCaption(last.index)
    else { return }
    credits.merge(closing.credits)
    bodyLines[bodyLines.count - 1].range = last.range.lowerBound..<closing.start
  }

  private mutating func readDateline() {
    guard let index = bodyLines.firstIndex(where: { page.lines[$0.index].dateline != nil }),
      index < 3, let found = page.lines[bodyLines[index].index].dateline
    else { return }
    dateline = found.place
    if credits.standing == .none || credits.standing == .employer {
      credits.source = found.source ?? credits.source
    }
    let known = credits.bylines.filter { byline in
      !found.bylines.contains { $0.name == byline.name }
    }
    credits.bylines = found.bylines + known
    let line = bodyLines[index].range
    let rest = min(max(found.bodyStart, line.lowerBound), line.upperBound)..<line.upperBound
    bodyLines[index].range = restatesTitle(rest) ? rest.upperBound..<rest.upperBound : rest
  }

  /// Whether a dateline is followed by the headline again, as agencies send it: 题：….
  private func restatesTitle(_ range: Range<Int>) -> Bool {
    page.scalars[range].starts(with: ["题", "："]) || page.scalars[range].starts(with: ["题", ":"])
  }

  /// Names under pictures: the caption stays, its byline counts.
  private mutating func collectCaptionCredits() {
    for line in bodyLines {
      guard let closing = page.lines[line.index].closing, closing.start < line.range.upperBound
      else { continue }
      credits.merge(closing.credits)
    }
  }

  /// Whether a line is a picture's: short, with a photographer at its end.
  private func isCaption(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.shape.length < 60, let closing = line.closing else { return false }
    return closing.credits.bylines.contains { $0.role?.contains("摄") == true || $0.role == "供图" }
  }
}

// MARK: Result

extension ArticleDraft {
  /// The article.
  func article() -> Article {
    var body = SourcedText()
    var asides: [Span] = []
    let lines = bodyLines.filter { !trimmed($0.range).isEmpty }
    for (offset, line) in lines.enumerated() {
      let range = trimmed(line.range)
      if line.isAside { asides.append(Span(start: body.count, end: body.count + range.count)) }
      body.append(page.text, range)
      if offset < lines.count - 1 { body.append("\n", from: lineEnd(of: line)) }
    }
    return Article(
      title: title, subtitle: subtitle, kind: ArticleKindRule(self).kind, source: credits.source,
      publication: credits.publication, dateline: dateline, script: page.script,
      bylines: credits.bylines, body: body, asides: asides, signatories: signatories)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first(where: { !page.scalars[$0].isSpace }),
      let last = range.last(where: { !page.scalars[$0].isSpace })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  private func lineEnd(of line: BodyLine) -> Origin {
    let end = page.lines[line.index].range.upperBound
    if end < page.scalars.count, page.scalars[end] == "\n" { return page.text.origins[end] }
    let byte = end > 0 ? Int(page.text.origins[end - 1].byteEnd) : 0
    return Origin(byteOffset: byte, byteLength: 0)
  }

  /// Whether this may be a picture's caption: a few paragraphs, no headings, no dateline.
  var mayBePhoto: Bool {
    bodyLines.count <= 4
      && bodyLines.allSatisfy { page.lines[$0.index].dateline == nil && !$0.isAside }
      && bodyLines.reduce(0) { $0 + $1.range.count } < 400
  }

  /// Whether most of this article's text is printed in an earlier one.
  func isCopy(of earlier: ArticleDraft) -> Bool {
    var total = 0
    var copied = 0
    for line in bodyLines {
      let length = page.lines[line.index].shape.length
      total += length
      guard let repeats = page.lines[line.index].repeats, earlier.lines.contains(repeats) else {
        continue
      }
      copied += length
    }
    return copied * 5 >= total * 4
  }
}
