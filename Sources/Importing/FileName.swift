/// The names of files, which the system takes for any bytes, as text.
package enum FileName {
  /// The text of a name: its bytes as UTF-8, and each byte that is none as `\xHH`.
  ///
  /// A backslash that would begin such an escape is written as one itself, so that no two names
  /// have the same text.
  package static func text(of bytes: [UInt8]) -> String {
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      let character = leadingCharacter(of: rest)
      if let character, !isEscape(rest) {
        text.unicodeScalars.append(character)
        rest = rest.dropFirst(UTF8.width(character))
      } else {
        text += escape(first)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  private static func leadingCharacter(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var bytes = bytes.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
    return scalar
  }

  /// Whether bytes begin as an escape does.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = "0123456789ABCDEF".utf8
    return bytes.starts(with: "\\x".utf8) && bytes.dropFirst(2).prefix(2).count == 2
      && bytes.dropFirst(2).prefix(2).allSatisfy(digits.contains)
  }

  private static func escape(_ byte: UInt8) -> String {
    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
