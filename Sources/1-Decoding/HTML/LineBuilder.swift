import CGumbo
import Model

/// Puts together the lines of a page as a browser would show them: white space is collapsed,
/// blocks and `br` end lines, lines that show nothing are counted only.
struct LineBuilder {
  private let twin: UTF8Twin
  private(set) var text = SourcedText()
  private(set) var lines: [Line] = []
  /// For each line its innermost declared region.
  private(set) var regionOfLine: [Int32] = []
  /// Where hidden words inside a line were left out, as places of the twin.
  private(set) var hidden: [Int] = []

  private var line = SourcedText()
  private var lineStart = 0
  private var lineEnd = 0
  private var lastEnd = 0
  private var first = BlockContext()
  private var context = BlockContext()
  private var space: (start: Int, end: Int)?
  private var (visible, linked, strong) = (0, 0, 0)
  private var lineNumber = 0
  private var blankBefore = 0
  private var startsSection = false

  init(_ twin: UTF8Twin) {
    self.twin = twin
    text.reserveCapacity(twin.bytes.count / 8)
  }

  /// Goes on with text in a context.
  mutating func enter(_ context: BlockContext) { self.context = context }

  /// Goes on in the line of a number; another number ends the line.
  mutating func enterLine(_ number: Int) {
    guard number != lineNumber else { return }
    endLine()
    lineNumber = number
  }

  /// Notes that the words at a place of the twin are not shown.
  mutating func leaveOut(at offset: Int) { hidden.append(offset) }

  /// Adds the code point that the twin prints at `start..<end`.
  @inline(__always)
  mutating func take(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
    if scalar.value <= 0x20 {
      takeBlank(scalar, start, end)
    } else {
      if let space { append(" ", space.start, space.end) }
      space = nil
      append(scalar, start, end)
      if !isInvisible(scalar) {
        visible += 1
        if context.isStrong { strong += 1 }
      }
      if context.isLink { linked += 1 }
    }
  }

  /// A run of white space is one space with the bytes of all of it that lie together.
  private mutating func takeBlank(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
    if context.isPreformatted {
      if scalar == "\n" { lineBreak() } else { append(scalar, start, end) }
    } else if let last = space {
      if last.end == start { space = (last.start, end) }
    } else if !line.isEmpty {
      space = (start, end)
    }
  }

  @inline(__always)
  private mutating func append(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
    if line.isEmpty { (lineStart, first) = (start, context) }
    line.append(scalar, from: twin.origin(start, end))
    lineEnd = end
  }

  /// Ends the line at `br`.
  mutating func lineBreak() {
    if line.isEmpty { blankBefore += 1 }
    endLine()
  }

  /// Ends the section at `hr`, or before an `article`.
  mutating func sectionBreak() {
    endLine()
    startsSection = true
  }

  /// Ends the line, if one is open.
  mutating func endLine() {
    defer { (space, visible, linked, strong) = (nil, 0, 0, 0) }
    guard !line.isEmpty else { return }
    if visible > 0 { finish() } else { blankBefore += 1 }
    line = SourcedText()
  }

  private mutating func finish() {
    if !text.isEmpty { text.append("\n", from: newline()) }
    let start = text.count
    text.append(line)
    lines.append(
      Line(
        span: Span(start: start, end: text.count), markup: markup(), blankBefore: blankBefore))
    regionOfLine.append(first.region)
    (lastEnd, blankBefore, startsSection) = (lineEnd, 0, false)
  }

  private func markup() -> Markup {
    Markup(
      tag: String(cString: gumbo_normalized_tagname(first.tag)),
      headingLevel: first.headingLevel == 0 ? nil : Int(first.headingLevel), linkLength: linked,
      isStrong: strong == visible, isCentred: first.isCentred, container: Int(first.container),
      startsSection: startsSection)
  }

  /// The newline between the last line and this one; no bytes where markup alone divides them.
  private func newline() -> Origin {
    for index in lastEnd..<max(lastEnd, lineStart) where twin.bytes[index] == 0x0A {
      return twin.origin(index, index + 1)
    }
    return twin.origin(lastEnd, lastEnd)
  }

  /// No-break and full-width spaces, zero-width marks.
  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0xAD, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
