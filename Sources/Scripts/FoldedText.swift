import Matching

/// The form in which words are searched: quotation marks, spaces and line breaks ignored, letters
/// in lower case, full width as half width, Traditional characters as Simplified.
///
/// The full-text index holds one token for each character of this form, so that a phrase of
/// tokens matches exactly where the folded words stand, whatever their number. A character that
/// SQLite's `unicode61` tokenizer would drop or change (punctuation, symbols, letters beyond
/// ASCII) is written as `z` and its code point in hexadecimal, a token no single letter can be.
package enum FoldedText {
  /// The version of this form; an index of another version is made anew.
  package static var version: String { "1" }

  /// The folded characters of a text.
  package static func fold(_ text: String.UnicodeScalarView) -> [Unicode.Scalar] {
    var characters: [Unicode.Scalar] = []
    characters.reserveCapacity(String(text).utf8.count / 3 + 1)
    for scalar in text {
      if let folded = folded(scalar) { characters.append(folded) }
    }
    return characters
  }

  /// The tokens of the folded text, with a space between.
  package static func tokens(of text: String.UnicodeScalarView) -> String {
    tokens(ofFolded: fold(text))
  }

  /// The tokens of a text that is folded already, with a space between.
  package static func tokens(ofFolded text: [Unicode.Scalar]) -> String {
    var tokens: [UInt8] = []
    tokens.reserveCapacity(text.count * 4)
    for folded in text {
      if !tokens.isEmpty { tokens.append(UInt8(ascii: " ")) }
      append(folded, to: &tokens)
    }
    return String(decoding: tokens, as: UTF8.self)
  }

  /// Writes the token of one folded character, given as its code point.
  static func append(_ folded: UInt64, to tokens: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: folded)) else { return }
    append(scalar, to: &tokens)
  }

  private static func append(_ folded: Unicode.Scalar, to tokens: inout [UInt8]) {
    if folded.isASCII, isToken(folded) {
      tokens.append(UInt8(truncatingIfNeeded: folded.value))
    } else if isToken(folded) {
      tokens.append(UInt8(truncatingIfNeeded: 0xE0 | folded.value >> 12))
      tokens.append(UInt8(truncatingIfNeeded: 0x80 | folded.value >> 6 & 0x3F))
      tokens.append(UInt8(truncatingIfNeeded: 0x80 | folded.value & 0x3F))
    } else {
      tokens.append(UInt8(ascii: "z"))
      let digits = max(1, (35 - folded.value.leadingZeroBitCount) / 4)
      for place in stride(from: 4 * (digits - 1), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: folded.value >> UInt32(place) & 0xF)
        tokens.append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    }
  }

  /// The folded form of one character, nil for one that search ignores.
  package static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isSpace || scalar.isQuotationMark || scalar.value == 0xFEFF { return nil }
    let narrow = scalar.halfWidth
    guard narrow.isASCIILetter else { return TraditionalScript.simplified(narrow) }
    return Unicode.Scalar(narrow.value | 0x20)
  }

  /// The code points among which are all that fold to another: capitals of ASCII, Chinese
  /// characters with a Simplified form, full-width forms.
  package static let changing: [ClosedRange<UInt32>] = [
    0x41...0x5A, 0x3400...0x9FFF, 0xFF01...0xFF5E,
  ]

  private static func isToken(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || scalar.isASCIILetter || (0x4E00...0x9FA5).contains(scalar.value)
  }
}
