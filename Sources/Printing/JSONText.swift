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
      guard scalar.isUnsafe else { return json.unicodeScalars.append(scalar) }
      json += escape(of: scalar)
    }
  }

  /// JSON that another wrote, with every character escaped that could steer a terminal.
  ///
  /// Outside its strings JSON has no such character but line ends, which stay.
  package static func safe(_ json: String) -> String {
    json.rewritten { $0.isUnsafe && $0 != "\n" ? escape(of: $0) : nil }
  }

  private static func escape(of scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { "\\u" + hexadecimal($0) }.joined()
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
