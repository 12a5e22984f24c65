/// One value to print.
package enum Cell: Hashable, Sendable {
  /// Nothing known.
  case empty
  /// A whole number.
  case integer(Int64)
  /// A number.
  case real(Double)
  /// Words; what they hold came from outside and is not trusted.
  case text(String)
  /// Several texts.
  case list([String])

  /// The value as one line of text, numbers without an exponent where that is exact.
  package var text: String {
    switch self {
    case .empty: ""
    case .integer(let number): String(number)
    case .real(let number): Self.digits(of: number)
    case .text(let words): words
    case .list(let words): words.joined(separator: "；")
    }
  }

  /// Whether it is a number, which tables set to the right.
  package var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .empty, .text, .list: false
    }
  }

  /// The shortest digits that read back as the same number; `108295900`, not `1.082959e+08`.
  static func digits(of number: Double) -> String {
    guard number.isFinite else { return "" }
    if let whole = Int64(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
    return String(number)
  }
}

/// The name of a column and whether a narrow terminal may cut it.
package struct Column: Hashable, Sendable {
  /// The name, as `--fields` spells it.
  package let name: String

  /// Makes a column.
  package init(_ name: String) { self.name = name }
}

/// Rows under a title.
package struct Table: Sendable {
  /// The name of the table; the key in a JSON object of several.
  package var title: String
  /// The columns, in order.
  package var columns: [Column]
  /// The rows, each as long as `columns`.
  package var rows: [[Cell]]

  /// Makes a table.
  package init(title: String, columns: [Column], rows: [[Cell]] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}
