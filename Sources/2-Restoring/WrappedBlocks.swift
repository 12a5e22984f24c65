import Matching
import Model

/// Finds blocks of lines that a narrow column wrapped, each at its own width: a page of a paper has
/// columns of many.
struct WrappedBlocks {
  /// For each line whether it reaches the edge of its block, and the block goes on after it.
  let reachesEdge: [Bool]

  /// Looks at the lines of a page.
  init(_ lines: [DraftLine]) {
    var reaches = [Bool](repeating: false, count: lines.count)
    var start = 0
    for index in 1...max(1, lines.count) {
      let goesOn =
        index < lines.count && lines[index].blankBefore == 0
        && lines[index].markup == nil && lines[start].markup == nil
      if goesOn { continue }
      Self.mark(Array(lines[start..<min(index, lines.count)]), from: start, in: &reaches)
      start = index
    }
    reachesEdge = reaches
  }

  /// Marks the full lines of a block, if every other line but the last ends a sentence.
  private static func mark(_ block: [DraftLine], from start: Int, in reaches: inout [Bool]) {
    let widths = block.map { $0.text.scalars.reduce(0) { $0 + ($1.value < 0x80 ? 1 : 2) } }
    guard block.count >= 3 else { return }
    // Half-width signs and squeezed marks move the edge by a character or two.
    let edge = widths.dropLast().sorted()[(block.count - 1) / 2]
    guard (16...120).contains(edge), widths.allSatisfy({ $0 <= edge + 5 }) else { return }
    let shapes = block.map(\.shape)
    let inner = block.indices.dropLast()
    // The first line is set in by two characters, which trimming took off.
    let full = inner.filter { widths[$0] >= edge - ($0 == 0 ? 7 : 3) }
    let open = full.filter { shapes[$0].ending != .sentence && shapes[$0].ending != .closed }
    guard full.count * 5 >= inner.count * 4, open.count >= 2, open.count * 2 >= full.count,
      inner.allSatisfy({ full.contains($0) || shapes[$0].ending == .sentence }),
      shapes.contains(where: { $0.stops > 0 }), shapes.contains(where: { $0.commas > 0 })
    else { return }
    for index in full { reaches[start + index] = true }
  }
}
