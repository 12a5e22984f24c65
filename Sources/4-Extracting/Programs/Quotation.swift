import Matching
import Model

/// A run between quotation marks.
struct Quotation {
  /// The opening mark's position.
  let open: Int
  /// The closing mark's position.
  let close: Int
  /// How many quotations it stands in.
  let depth: Int

  /// The words inside.
  var inside: Range<Int> { open + 1..<close }
  /// The words with their marks.
  var span: Span { Span(start: open, end: close + 1) }

  /// A text whose straight marks (") open and close by turns, in paragraphs that have them in pairs.
  static func curled(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains(where: isStraight) else { return text }
    var curled = text
    for paragraph in text.indices.split(whereSeparator: { text[$0] == "\n" }) {
      let marks = paragraph.filter { isStraight(text[$0]) }
      guard marks.count.isMultiple(of: 2) else { continue }
      for (turn, mark) in marks.enumerated() { curled[mark] = turn.isMultiple(of: 2) ? "“" : "”" }
    }
    return curled
  }

  private static func isStraight(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "＂"
  }

  /// The quotations of a text, nested ones too, in the order of their opening marks.
  ///
  /// A mark without its fellow in the same paragraph opens nothing.
  static func all(in text: [Unicode.Scalar]) -> [Quotation] {
    var found: [Quotation] = []
    var open: [Int] = []
    for (index, scalar) in text.enumerated() {
      if scalar == "\n" {
        open = []
      } else if scalar.opensQuotation {
        open.append(index)
      } else if scalar.closesQuotation, let start = open.popLast() {
        found.append(Quotation(open: start, close: index, depth: open.count))
      }
    }
    return found.sorted { $0.open < $1.open }
  }
}
