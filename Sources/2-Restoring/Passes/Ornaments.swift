import Matching
import Model

/// Takes out ornaments thrown between words, and lines of nothing but ornaments.
///
/// A single mark at the start of a line, a sentence or a caption (`■ 本报记者`, `●一是`, `▲改造后`) is
/// how editors set lists and credits and stays.
func removeOrnaments(_ draft: inout Draft) {
  draft.removeLines { _, line in
    line.text.scalars.allSatisfy {
      $0.isOrnament || $0.isSpace || $0.isRuleSign || $0.opensPair || $0.closesPair
    } ? .ornament : nil
  }
  draft.rewriteLines(as: .ornament) { scalars in
    runs(of: scalars, where: \.isOrnament)
      .filter { isThrownIn($0, scalars) }
      .map(Rewrite.remove)
  }
}

private func isThrownIn(_ run: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
  if Set(scalars[run]).count > 1 { return true }
  guard run.lowerBound > 0, run.upperBound < scalars.count else { return false }
  return scalars[run.lowerBound - 1].isWord && scalars[run.upperBound].isWord
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool { isHan || isASCIIDigit || isASCIILetter }

  /// Whether this is a geometric sign, star, card suit or arrowhead.
  fileprivate var isOrnament: Bool {
    switch value {
    case 0x25A0...0x25CA, 0x25CC...0x25FF, 0x2600...0x2606, 0x2660...0x2667, 0x2720...0x274B,
      0x2756, 0x203B, 0x2B50, 0x2B1B, 0x2B1C:
      true
    default: false
    }
  }

  /// Whether this is drawn in rows to divide a page.
  fileprivate var isRuleSign: Bool {
    switch self {
    case "|", "-", "—", "=", "_", "*", "~", "─", "━", "…", "·", "•", "#", "+", "\\", "/", "┊", "丨":
      true
    default: false
    }
  }
}
