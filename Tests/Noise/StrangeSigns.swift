import TestSupport

extension CleanText {
  /// The page with signs changed or thrown in.
  func page(signed kind: NoiseKind, _ random: inout SeededGenerator) -> String {
    var spoiled = self
    if kind == .spacedDigits {
      spoiled.paragraphs = paragraphs.map { $0.replacing(#/[0-9.]+/#) { " \($0.output) " } }
      return spoiled.page
    }
    var pair = 0
    spoiled.paragraphs = paragraphs.map { paragraph in
      paragraph.reduce(into: "") { text, sign in
        text += kind.signs(for: sign, pair: &pair, &random)
      }
    }
    return spoiled.page
  }
}

extension NoiseKind {
  /// What is printed for one character; `pair` counts opening quotation marks.
  fileprivate func signs(
    for sign: Character, pair: inout Int, _ random: inout SeededGenerator
  ) -> String {
    let isDigit = sign.isASCII && sign.isNumber
    // One place in 40: two or three in a paragraph, as on the pages that showed them.
    let isHit = Int.random(in: 0..<40, using: &random) == 0 && sign.isHan
    switch self {
    case .fullWidth where isDigit: return Self.wide(sign)
    case .ornaments where isHit:
      return String(sign) + (["■", "◆", "●", "▲", "□"].randomElement(using: &random) ?? "")
    case .invisible where isHit: return "\(sign)\u{200B}"
    case .pinyin: return String(sign) + (Self.readings[sign].map { "(\($0))" } ?? "")
    case .entities: return Self.names[sign] ?? (isHit ? "&nbsp;\(sign)" : String(sign))
    case .mixedQuotes where sign == "“":
      pair += 1
      return Self.opening[pair % 3]
    case .mixedQuotes where sign == "”": return Self.closing[pair % 3]
    default: return String(sign)
    }
  }

  private static func wide(_ digit: Character) -> String {
    String(
      String.UnicodeScalarView(
        digit.unicodeScalars.compactMap {
          Unicode.Scalar($0.value + 0xFEE0)
        }))
  }

  private static let opening = ["“", "\"", "「"]
  private static let closing = ["”", "\"", "」"]
  private static let names: [Character: String] = [
    "“": "&ldquo;", "”": "&rdquo;", "—": "&mdash;",
  ]
  /// Readings that mirror sites put behind words that might be filtered.
  private static let readings: [Character: String] = [
    "据": "jù", "建": "jiàn", "设": "shè", "党": "dang", "民": "min", "治": "zhi", "元": "yuan",
  ]
}
