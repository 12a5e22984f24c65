import Matching
import Model

/// Finds where a page prints the rest of a broken paragraph after the text of another column.
struct ColumnOrder {
  let lines: [DraftLine]
  let evidence: BreakEvidence

  /// How many lines another column may take.
  static let reach = 40

  /// The line that goes on with the word that a paragraph broke off in, nil where none does.
  ///
  /// It opens with the second half of that word, or with a mark or word that no line begins with,
  /// and stands where a new paragraph would: after a full stop.
  func rest(of index: Int) -> Int? {
    guard breaksOff(index), index + 2 < lines.count, !goesOn(index) else { return nil }
    let limit = min(lines.count, index + Self.reach)
    let found = (index + 2..<limit).filter { isRest($0, of: index) }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether the next line goes on with the word: 清 and 理树根时.
  private func goesOn(_ index: Int) -> Bool {
    BreakEvidence.dividesWord(lines[index].text.scalars, lines[index + 1].text.scalars)
  }

  private func breaksOff(_ index: Int) -> Bool {
    let line = lines[index]
    let shape = line.shape
    return line.markup == nil && shape.ending == .open && shape.length >= 30
      && shape.commas + shape.stops >= 2 && line.text.scalars.last?.isHan == true
  }

  private func isRest(_ index: Int, of broken: Int) -> Bool {
    let line = lines[index]
    guard line.markup == nil, line.shape.stops > 0, line.shape.length >= 12,
      lines[index - 1].shape.ending == .sentence || lines[index - 1].shape.ending == .closed
    else { return false }
    return BreakEvidence.dividesWord(lines[broken].text.scalars, line.text.scalars)
  }
}
