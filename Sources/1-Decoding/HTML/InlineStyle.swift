/// What the `style` attribute of an element says that matters for reading.
struct InlineStyle {
  var isHidden = false
  var isStrong = false
  /// Nil where it says nothing.
  var isCentred: Bool?

  /// Reads declarations such as `display: none; text-align:center`.
  init(_ declarations: some Sequence<UInt8>) {
    for declaration in declarations.split(separator: UInt8(ascii: ";")) {
      let bytes = declaration.filter { !isBlank($0) }.map(lowercased)
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { continue }
      read(String(decoding: bytes[..<colon], as: UTF8.self), Array(bytes[(colon + 1)...]))
    }
  }

  private mutating func read(_ property: String, _ value: [UInt8]) {
    switch property {
    case "display": isHidden = isHidden || value.holds("none", at: 0)
    case "visibility": isHidden = isHidden || value.holds("hidden", at: 0)
    case "font-size": isHidden = isHidden || Self.isZero(value)
    case "left", "top", "text-indent", "margin-left", "margin-top":
      isHidden = isHidden || Self.isFarOff(value)
    case "font-weight": isStrong = value.holds("bold", at: 0) || value.first ?? 0 >= 0x36
    case "text-align": isCentred = value.holds("center", at: 0)
    default: break
    }
  }

  private static func isZero(_ value: [UInt8]) -> Bool {
    value.first == 0x30 && (value.count == 1 || value[1] != 0x2E)
  }

  /// A negative length of three digits or more: off the screen, as spam is put.
  private static func isFarOff(_ value: [UInt8]) -> Bool {
    value.first == UInt8(ascii: "-")
      && value.dropFirst().prefix { (0x30...0x39).contains($0) }.count >= 3
  }
}
