public import Model

/// A text whose expected places are marked inside it: `⟦绵竹市⟧改造⟦435个⟧小区`.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let text: String
  /// The marked runs, in order.
  public let spans: [Span]

  /// Reads the marks out of a text; marks do not nest.
  public init(_ marked: String) {
    var plain = String.UnicodeScalarView()
    var spans: [Span] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = plain.count
      case "⟧": spans.append(Span(start: start, end: plain.count))
      default: plain.append(scalar)
      }
    }
    text = String(plain)
    self.spans = spans
  }
}
