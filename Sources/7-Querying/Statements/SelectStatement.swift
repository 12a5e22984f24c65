package import SQLite

/// A SELECT with its values, which are bound by name and never become part of the text.
package struct SelectStatement: Sendable {
  /// The text, with `:name` for each value.
  package var sql: String
  /// The values by their names, without the colon.
  package var values: [String: Value]

  /// Makes a statement.
  package init(sql: String, values: [String: Value] = [:]) {
    self.sql = sql
    self.values = values
  }

  /// The text with each value written out as a literal of SQL, to be pasted into `sqlite3`.
  package var inlined: String {
    var result = ""
    var rest = Substring(sql)
    while let next = rest.firstIndex(where: { $0 == ":" || $0 == "'" }) {
      result += rest[..<next]
      let length = rest[next] == "'" ? literalLength(rest[next...]) : nameLength(rest[next...])
      let token = rest[next...].prefix(length)
      result += values[String(token.dropFirst())].map(Self.literal) ?? String(token)
      rest = rest[next...].dropFirst(length)
    }
    return result + rest
  }

  private func literalLength(_ text: Substring) -> Int {
    (text.dropFirst().firstIndex(of: "'")).map { text.distance(from: text.startIndex, to: $0) + 1 }
      ?? text.count
  }

  private func nameLength(_ text: Substring) -> Int {
    1 + text.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.count
  }

  /// A value as SQL writes it.
  static func literal(_ value: Value) -> String {
    switch value {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .real(let number): number.isFinite ? String(number) : "NULL"
    case .text(let text): quoted(text)
    case .blob(let bytes): "x'" + bytes.map(hexadecimal).joined() + "'"
    }
  }

  /// A text between apostrophes; a NUL, which would end it for the shell, and what could steer a
  /// terminal is put in with `char`.
  private static func quoted(_ text: String) -> String {
    var literal = "'"
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\n" || scalar == "\t": literal.unicodeScalars.append(scalar)
      case .control, .format: literal += "' || char(\(scalar.value)) || '"
      default: literal += scalar == "'" ? "''" : String(scalar)
      }
    }
    return literal + "'"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

/// The values of a statement under construction.
struct Parameters {
  private(set) var values: [String: Value] = [:]

  /// Takes a value and returns how the statement calls it: `:city`, `:city2`, ….
  mutating func bind(_ value: Value, as name: String) -> String {
    var free = name
    var number = 1
    while let taken = values[free] {
      if taken == value { return ":\(free)" }
      number += 1
      free = "\(name)\(number)"
    }
    values[free] = value
    return ":\(free)"
  }

  /// The same for a text.
  mutating func bind(_ text: String, as name: String) -> String { bind(.text(text), as: name) }
}
