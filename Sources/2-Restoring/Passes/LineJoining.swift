import Matching
import Model

/// Joins lines that the scan broke in the middle of words and sentences; paragraphs stay.
///
/// A caption that stands inside a broken sentence moves behind it, and the rest of a sentence that
/// the scan printed after another column's text moves before that.
func joinLines(_ draft: inout Draft) {
  var joiner = LineJoiner(draft.lines)
  joiner.run()
  joiner.putColumnsInOrder()
  draft.lines = joiner.joined
  draft.changes += joiner.changes
}

private struct LineJoiner {
  let lines: [DraftLine]
  let evidence: BreakEvidence
  let blocks: WrappedBlocks
  var joined: [DraftLine] = []
  var changes: [Draft.Change] = []

  init(_ lines: [DraftLine]) {
    self.lines = lines
    evidence = BreakEvidence(lines.map(\.text.scalars))
    blocks = WrappedBlocks(lines)
    joined.reserveCapacity(lines.count)
  }

  mutating func run() {
    var index = 0
    while index < lines.count {
      switch fate(of: index) {
      case .stays:
        joined.append(lines[index])
      case .goesOn:
        join(lines[index])
      case .interrupts:
        join(lines[index + 1], across: lines[index])
        joined.append(lines[index])
        index += 1
      }
      index += 1
    }
  }

  /// Puts the rest of each paragraph that another column's text interrupts behind its first part.
  mutating func putColumnsInOrder() {
    guard joined.count > 2, joined.contains(where: { $0.markup == nil }) else { return }
    var index = 0
    while index < joined.count {
      if let rest = ColumnOrder(lines: joined, evidence: evidence).rest(of: index) {
        let line = joined.remove(at: rest)
        let after = joined[(index + 1)...]
        joined.removeSubrange((index + 1)...)
        join(line)
        joined += after
      }
      index += 1
    }
  }

  /// What becomes of a line.
  private enum Fate {
    /// It is a line of its own.
    case stays
    /// It goes on with the sentence that the line before broke off.
    case goesOn
    /// It is a caption, and the line after it goes on with the sentence.
    case interrupts
  }

  private func fate(of index: Int) -> Fate {
    guard let last = joined.last else { return .stays }
    let line = lines[index]
    let printed = lines[index - 1].text.scalars
    let isWrapped = blocks.reachesEdge[index - 1] && line.blankBefore == 0
    if evidence.isBroken(last, printed: printed, line, isWrapped: isWrapped) { return .goesOn }
    guard index + 1 < lines.count, isCaption(line, after: last) else { return .stays }
    if ColumnOrder(lines: [last] + lines[index...].prefix(ColumnOrder.reach), evidence: evidence)
      .rest(of: 0) != nil
    {
      return .stays
    }
    return evidence.isBroken(last, printed: printed, lines[index + 1], acrossCaption: true)
      ? .interrupts : .stays
  }

  /// Whether a short line may be a picture's, set into the text.
  private func isCaption(_ line: DraftLine, after last: DraftLine) -> Bool {
    let shape = line.shape
    return shape.length <= 40 && shape.stops == 0 && line.markup == nil
      && (line.blankBefore > last.blankBefore || line.blankBefore > 1)
  }

  private mutating func join(_ line: DraftLine, across caption: DraftLine? = nil) {
    guard var last = joined.popLast() else { return }
    if let caption {
      noteBreak(last.text, caption.text)
      noteBreak(caption.text, line.text)
    } else {
      noteBreak(last.text, line.text)
    }
    let isDoubled = evidence.isDoubled(last.text.scalars, line.text.scalars)
    if isDoubled, let first = line.text.origins.first {
      changes.append(Draft.Change(bytes: first, replacement: "", reason: .doubled))
    }
    last.text.append(line.text, (isDoubled ? 1 : 0)..<line.text.count)
    last.lineEnd = line.lineEnd
    joined.append(last)
  }

  /// Notes the line end between two texts.
  private mutating func noteBreak(_ a: SourcedText, _ b: SourcedText) {
    guard let before = a.origins.last, let after = b.origins.first else { return }
    let from = Int(before.byteEnd)
    let length = max(0, Int(after.byteOffset) - from)
    changes.append(
      Draft.Change(
        bytes: Origin(byteOffset: from, byteLength: length), replacement: "", reason: .lineBreak))
  }
}
