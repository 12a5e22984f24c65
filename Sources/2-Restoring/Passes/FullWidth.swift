import Matching
import Model

/// Turns full-width digits and letters into half-width ones, and signs between them likewise.
///
/// Full-width punctuation is how Chinese is printed and stays.
func narrowFullWidth(_ draft: inout Draft) {
  draft.rewriteLines(as: .fullWidth) { scalars in
    runs(of: scalars, where: { $0.isWideAlphanumeric || $0.isWideSign })
      .compactMap { alphanumericCore(of: $0, in: scalars) }
      .map { range in .replace(range, with: scalars[range].map(\.halfWidth)) }
  }
}

/// The part of a run from its first to its last wide digit or letter, with a percent sign after.
private func alphanumericCore(of run: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int>? {
  guard let first = run.first(where: { scalars[$0].isWideAlphanumeric }),
    var last = run.last(where: { scalars[$0].isWideAlphanumeric })
  else { return nil }
  if last + 1 < run.upperBound, scalars[last + 1] == "％" { last += 1 }
  return first..<last + 1
}

extension Unicode.Scalar {
  /// Whether this is one of `０` to `９`, `Ａ` to `Ｚ`, `ａ` to `ｚ`.
  fileprivate var isWideAlphanumeric: Bool {
    switch value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// Whether this is a full-width sign that stands inside numbers.
  fileprivate var isWideSign: Bool {
    switch self {
    case "．", "％", "＋", "－", "／", "：": true
    default: false
    }
  }
}
