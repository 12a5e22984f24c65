import Matching
import Model

/// A line under restoration.
struct DraftLine {
  /// What is left of it.
  var text: SourcedText
  /// What the markup says of it.
  var markup: Markup?
  /// How many blank lines stand before it.
  var blankBefore: Int
  /// The bytes of the line end that divides it from the next line.
  var lineEnd: Origin
  /// Whether it prints the title that the page declares.
  var isHeadline = false
  /// What its length and punctuation say.
  var shape: LineShape { LineShape(text.scalars, 0..<text.count) }
}

/// A page under restoration: its lines, and what was done to them so far.
struct Draft {
  /// The lines that are left, in reading order.
  var lines: [DraftLine]
  /// What the page declares.
  var metadata: PageMetadata
  /// The script as printed.
  var script = Script.simplified
  /// What was left out or changed so far.
  var changes: [Change] = []

  /// A removal or change, by the bytes concerned.
  struct Change {
    var bytes: Origin
    var replacement: String
    var reason: EditReason
  }

  /// The lines of a decoded page.
  init(_ document: DecodedDocument) {
    metadata = document.metadata
    let text = document.text
    lines = document.lines.map { line in
      DraftLine(
        text: text.slice(line.span.range), markup: line.markup, blankBefore: line.blankBefore,
        lineEnd: Self.lineEnd(after: line.span.end, of: text))
    }
  }

  private static func lineEnd(after end: Int, of text: SourcedText) -> Origin {
    if end < text.count, text.scalars[end] == "\n" { return text.origins[end] }
    let byte = end > 0 ? Int(text.origins[end - 1].byteEnd) : 0
    return Origin(byteOffset: byte, byteLength: 0)
  }

  /// Notes that a run of a line was left out or replaced.
  mutating func note(
    _ range: Range<Int>, of text: SourcedText, as reason: EditReason, replacement: String = ""
  ) {
    guard let bytes = text.bytes(of: range) else { return }
    changes.append(Change(bytes: bytes, replacement: replacement, reason: reason))
  }

  /// Leaves out the lines that `reason` gives a reason for.
  mutating func removeLines(_ reason: (Int, DraftLine) -> EditReason?) {
    var kept: [DraftLine] = []
    kept.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      if let reason = reason(index, line) {
        note(0..<line.text.count, of: line.text, as: reason)
      } else {
        kept.append(line)
      }
    }
    lines = kept
  }

  /// Rewrites the text of every line; lines that nothing is left of go.
  mutating func rewriteLines(as reason: EditReason, _ rule: ([Unicode.Scalar]) -> [Rewrite]) {
    for index in lines.indices {
      let rewrites = rule(lines[index].text.scalars)
      guard !rewrites.isEmpty else { continue }
      lines[index].text = rewritten(lines[index].text, by: rewrites, as: reason)
    }
    lines.removeAll { line in line.text.scalars.allSatisfy(\.isSpace) }
  }

  private mutating func rewritten(
    _ text: SourcedText, by rewrites: [Rewrite], as reason: EditReason
  ) -> SourcedText {
    var result = SourcedText()
    result.reserveCapacity(text.count)
    var at = 0
    for rewrite in rewrites where rewrite.range.lowerBound >= at {
      result.append(text, at..<rewrite.range.lowerBound)
      let replacement = rewrite.replacement
      note(rewrite.range, of: text, as: reason, replacement: replacement.string)
      if let bytes = text.bytes(of: rewrite.range), let scalar = replacement.single {
        result.append(scalar, from: bytes)
      } else {
        for (scalar, index) in zip(replacement.scalars, rewrite.range) {
          result.append(scalar, from: text.origins[index])
        }
      }
      at = rewrite.range.upperBound
    }
    result.append(text, at..<text.count)
    return result
  }
}

/// A run of a line and what is to stand there instead.
struct Rewrite {
  /// What stands in the place of a run.
  struct Replacement {
    var scalars: [Unicode.Scalar] = []
    /// The only code point, which takes over all the bytes of the run.
    var single: Unicode.Scalar? { scalars.count == 1 ? scalars[0] : nil }
    var string: String { String(scalars: scalars) }
  }

  var range: Range<Int>
  var replacement = Replacement()

  /// Leaves a run out.
  static func remove(_ range: Range<Int>) -> Rewrite { Rewrite(range: range) }

  /// Puts code points in the place of as many, or one in the place of many.
  static func replace(_ range: Range<Int>, with scalars: [Unicode.Scalar]) -> Rewrite {
    Rewrite(range: range, replacement: Replacement(scalars: scalars))
  }
}
