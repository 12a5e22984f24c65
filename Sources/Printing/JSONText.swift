/// Values as JSON (RFC 8259).
package enum JSONText {
  /// An object of keys, already quoted, and their values.
  static func object(_ keys: [String], _ cells: [Cell]) -> String {
    let members = zip(keys, cells).map { "\($0): \(value($1))" }
    return "{" + members.joined(separator: ", ") + "}"
  }

  /// A value; what is not known is `null`.
  package static func value(_ cell: Cell) -> String {
    switch cell {
    case .empty: "null"
    case .integer, .real: cell.text.isEmpty ? "null" : cell.text
    case .text(let words): quoted(words)
    case .list(let words): "[" + words.map(quoted).joined(separator: ", ") + "]"
    }
  }

  /// A string in quotation marks; control characters and marks of direction are escaped, so that
  /// the text is safe on a terminal and still says exactly what was there.
  package static func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars { append(scalar, to: &json) }
    return json + "\""
  }

  private static func append(_ scalar: Unicode.Scalar, to json: inout String) {
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case "\n": json += "\\n"
    case "\t": json += "\\t"
    case "\r": json += "\\r"
    default:
      guard mustEscape(scalar) else { return json.unicodeScalars.append(scalar) }
      for unit in String(scalar).utf16 { json += "\\u" + hexadecimal(unit) }
    }
  }

  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) || (0x3000...0x9FFF).contains(scalar.value) {
      return false
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
