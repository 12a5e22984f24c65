import Matching
import Model

/// Reads the blocks of a Markdown text: headings, paragraphs, list items, rows of tables.
struct MarkdownBlocks {
  private(set) var text = SourcedText()
  private(set) var lines: [Line] = []
  private(set) var metadata = PageMetadata()

  private let source: SourcedText
  private let scalars: [Unicode.Scalar]
  /// The printed lines of the open paragraph, without marks.
  private var paragraph: [Range<Int>] = []
  private var tag = "p"
  private var blankBefore = 0
  private var startsSection = false
  private var isFenced = false
  /// When the file was made.
  private var created: String?

  init(_ source: SourcedText) {
    self.source = source
    scalars = source.scalars
  }

  /// Reads the text from its first line to its last.
  mutating func read() {
    var start = readFrontMatter()
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      readLine(start..<end)
      start = end + 1
    }
    endParagraph()
  }

  private mutating func readLine(_ line: Range<Int>) {
    let content = trimmed(line)
    if isFence(content) {
      endParagraph()
      isFenced.toggle()
    } else if isFenced {
      if content.isEmpty { blankBefore += 1 } else { emit([line], Markup(tag: "pre"), asIs: true) }
    } else if content.isEmpty {
      endParagraph()
      blankBefore += 1
    } else if !readUnderline(content), !readHeading(content), !readRow(content) {
      readParagraphLine(line, content)
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scalars[start].properties.isWhitespace { start += 1 }
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }

  private func isFence(_ content: Range<Int>) -> Bool {
    scalars[content].starts(with: "```".unicodeScalars)
      || scalars[content].starts(with: "~~~".unicodeScalars)
  }

  /// Reads `====` or `----` under a paragraph, which makes it a heading, and rules.
  private mutating func readUnderline(_ content: Range<Int>) -> Bool {
    let marks = scalars[content].filter { $0 != " " }
    guard let mark = marks.first, marks.allSatisfy({ $0 == mark }) else { return false }
    if mark == "=" || mark == "-", !paragraph.isEmpty, tag == "p", marks.count == content.count {
      endParagraph(headingLevel: mark == "=" ? 1 : 2)
      return true
    }
    guard marks.count >= 3, mark == "-" || mark == "*" || mark == "_" else { return false }
    endParagraph()
    startsSection = true
    return true
  }

  /// Reads `## 标题 ##`.
  private mutating func readHeading(_ content: Range<Int>) -> Bool {
    let level = scalars[content].prefix { $0 == "#" }.count
    let start = content.lowerBound + level
    guard (1...6).contains(level), start == content.upperBound || scalars[start] == " " else {
      return false
    }
    endParagraph()
    var end = content.upperBound
    while end > start, scalars[end - 1] == "#" { end -= 1 }
    emit([trimmed(start..<end)], Markup(tag: "h\(level)", headingLevel: level))
    return true
  }

  /// Reads a row of a table, a line for each cell; `|---|---|` is none.
  private mutating func readRow(_ content: Range<Int>) -> Bool {
    guard scalars[content.lowerBound] == "|", content.count > 1 else { return false }
    endParagraph()
    guard scalars[content].contains(where: { !"|-: ".unicodeScalars.contains($0) }) else {
      return true
    }
    for cell in scalars[content].indices.split(whereSeparator: { scalars[$0] == "|" }) {
      emit([trimmed(cell.startIndex..<cell.endIndex)], Markup(tag: "td"))
    }
    return true
  }

  private mutating func readParagraphLine(_ line: Range<Int>, _ content: Range<Int>) {
    var content = content
    if scalars[content.lowerBound] == ">" {
      if tag != "blockquote" { endParagraph() }
      tag = "blockquote"
      content = trimmed((content.lowerBound + 1)..<content.upperBound)
    } else if let mark = lengthOfListMark(content) {
      endParagraph()
      tag = "li"
      content = trimmed((content.lowerBound + mark)..<content.upperBound)
    }
    if !content.isEmpty { paragraph.append(content) }
    if endsHard(line) { endParagraph() }
  }

  /// The length of `-`, `*`, `+` or `1.` before a blank; nil for none.
  private func lengthOfListMark(_ content: Range<Int>) -> Int? {
    let digits = scalars[content].prefix { ("0"..."9").contains($0) }.count
    let mark = content.lowerBound + digits
    guard mark + 1 < content.upperBound, digits <= 3, scalars[mark + 1] == " " else { return nil }
    let marks: [Unicode.Scalar] = digits == 0 ? ["-", "*", "+"] : [".", ")"]
    return marks.contains(scalars[mark]) ? digits + 1 : nil
  }

  /// Whether a line ends in two blanks or a backslash, which break the line.
  private func endsHard(_ line: Range<Int>) -> Bool {
    scalars[line].suffix(2).elementsEqual("  ".unicodeScalars) || scalars[line].last == "\\"
  }

  private mutating func endParagraph(headingLevel: Int? = nil) {
    defer { (paragraph, tag) = ([], "p") }
    guard !paragraph.isEmpty else { return }
    let name = headingLevel.map { "h\($0)" } ?? tag
    emit(paragraph, Markup(tag: name, headingLevel: headingLevel))
  }

  /// Adds a line made of printed lines; a line end inside it is a space.
  private mutating func emit(_ ranges: [Range<Int>], _ markup: Markup, asIs: Bool = false) {
    let words = MarkdownWords(source, ranges, asIs: asIs)
    guard !words.text.isEmpty else { return }
    var markup = markup
    (markup.linkLength, markup.isStrong) = (words.linkLength, words.isStrong)
    markup.startsSection = startsSection
    if let last = text.origins.last, let first = words.text.origins.first {
      text.append("\n", from: newline(from: last, to: first))
    }
    let start = text.count
    text.append(words.text)
    let span = Span(start: start, end: text.count)
    lines.append(Line(span: span, markup: markup, blankBefore: blankBefore))
    (blankBefore, startsSection) = (0, false)
  }

  /// The first line end of the source between two of its places, or none.
  private func newline(from last: Origin, to first: Origin) -> Origin {
    let start = source.origins.partitioningIndex { $0.byteOffset >= last.byteEnd }
    let end = source.origins.partitioningIndex { $0.byteEnd > first.byteOffset }
    for index in start..<max(start, end) where scalars[index] == "\n" {
      return source.origins[index]
    }
    return Origin(byteOffset: Int(last.byteEnd), byteLength: 0)
  }
}

// MARK: - Front matter

extension MarkdownBlocks {
  /// Reads `title: …` and the like between `---` and `---` at the start.
  ///
  /// - Returns: where the text goes on.
  private mutating func readFrontMatter() -> Int {
    let head = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard head.count > 2, isRule(head[0]), let last = head.dropFirst().firstIndex(where: isRule)
    else { return 0 }
    for line in head[1..<last] {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = String(scalars: line[..<colon])
      let isQuote = { (scalar: Unicode.Scalar) in scalar == "\"" || scalar == "'" || scalar == " " }
      let value = trimmed((colon + 1)..<line.endIndex)
      let start = scalars[value].firstIndex { !isQuote($0) } ?? value.upperBound
      let end = scalars[value].lastIndex { !isQuote($0) } ?? start - 1
      declare(key, source.slice(start..<max(start, end + 1)))
    }
    // What has no address was not clipped but begun on that day.
    if metadata.url != nil { metadata.savedAt = metadata.savedAt ?? created }
    return head[last].endIndex + 1
  }

  private func isRule(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.elementsEqual("---".unicodeScalars)
  }

  private mutating func declare(_ key: String, _ value: SourcedText) {
    guard !value.isEmpty else { return }
    switch key {
    case "title": metadata.title = value
    case "author": metadata.author = value.string
    case "source":
      if let address = WebAddress(value.scalars) {
        metadata.url = metadata.url ?? address.text
      } else {
        metadata.source = value.string
      }
    case "url", "link", "source_url":
      metadata.url = metadata.url ?? WebAddress(value.scalars)?.text
    case "saved", "clipped":
      metadata.savedAt = metadata.savedAt ?? SavingTime(value.scalars)?.text
    case "created": created = SavingTime(value.scalars)?.text
    case "date": metadata.published = CalendarDate(stamp: value.scalars)
    default: break
    }
  }
}
