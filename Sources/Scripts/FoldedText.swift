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
  package static func fold(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    text.compactMap(folded)
  }

  /// The tokens of the folded text, with a space between.
  package static func tokens(of text: some Sequence<Unicode.Scalar>) -> String {
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

  /// Writes the token of one folded character.
  static func append(_ folded: Unicode.Scalar, to tokens: inout [UInt8]) {
    if folded.isASCII, isToken(folded) {
      tokens.append(UInt8(truncatingIfNeeded: folded.value))
    } else if isToken(folded) {
      tokens.append(UInt8(truncatingIfNeeded: 0xE0 | folded.value >> 12))
      tokens.append(UInt8(truncatingIfNeeded: 0x80 | folded.value >> 6 & 0x3F))
      tokens.append(UInt8(truncatingIfNeeded: 0x80 | folded.value & 0x3F))
    } else {
      tokens.append(contentsOf: "z\(String(folded.value, radix: 16))".utf8)
    }
  }

  /// The folded form of one character, nil for one that search ignores.
  package static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isSpace || scalar.isQuotationMark || scalar.value == 0xFEFF { return nil }
    let narrow = scalar.halfWidth
    guard narrow.isASCIILetter else { return TraditionalScript.simplified(narrow) }
    return Unicode.Scalar(narrow.value | 0x20)
  }

  private static func isToken(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || scalar.isASCIILetter || (0x4E00...0x9FA5).contains(scalar.value)
  }
}
