/// A way in which scans and mirror sites spoil a text.
package enum PageNoise: CaseIterable, Sendable {
  /// None: a third of all pages is clean.
  case none
  /// Lines of one width, broken in the middle of words.
  case hardBreaks
  /// Spaces around digits.
  case spacedDigits
  /// Full-width digits.
  case fullWidth
  /// Signs thrown between words.
  case ornaments
  /// Characters nobody sees.
  case invisible
  /// Pinyin after a character.
  case pinyin

  /// Spoils one paragraph.
  func spoil(
    _ paragraph: [Unicode.Scalar], _ random: inout Dice
  ) -> [Unicode.Scalar] {
    var spoiled: [Unicode.Scalar] = []
    let width = random.number(18..<40)
    for (index, scalar) in paragraph.enumerated() {
      let isDigit = ("0"..."9").contains(scalar)
      switch self {
      case .hardBreaks where index > 0 && index % width == 0: spoiled.append("\n")
      case .ornaments where random.chance(1): spoiled.append(random.pick(Vocabulary.ornaments))
      case .invisible where random.chance(3): spoiled.append("\u{200B}")
      case .spacedDigits where isDigit: spoiled.append(" ")
      default: break
      }
      spoiled.append(self == .fullWidth && isDigit ? Self.wide(scalar) : scalar)
      if self == .pinyin, scalar == "据" { spoiled += "(jù)".unicodeScalars }
    }
    return spoiled
  }

  private static func wide(_ digit: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(digit.value + 0xFEE0) ?? digit
  }
}
