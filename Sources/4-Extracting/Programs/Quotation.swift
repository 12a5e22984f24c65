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
