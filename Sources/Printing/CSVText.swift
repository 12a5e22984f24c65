/// Rows as comma-separated values, by RFC 4180.
enum CSVText {
  /// A row with its line end: CRLF for a spreadsheet, else LF.
  static func line(_ cells: [Cell], _ options: PrintOptions) -> String {
    let fields = cells.map { quoted(options.isForSpreadsheet ? guarded($0) : $0.text) }
    return fields.joined(separator: ",") + (options.isForSpreadsheet ? "\r\n" : "\n")
  }

  /// The field, in quotation marks where it holds a comma, a quotation mark or a line end.
  static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return field }
    var inner = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { inner += "\"\"" } else { inner.unicodeScalars.append(scalar) }
    }
    return inner + "\""
  }

  /// Words that a spreadsheet would take for a formula, behind an apostrophe; numbers as they are.
  static func guarded(_ cell: Cell) -> String {
    let text = cell.text
    guard !cell.isNumber, let first = text.unicodeScalars.first,
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }
}

/// Rows as tab-separated values: tabs and line ends inside a value become spaces.
enum TSVText {
  static func line(_ cells: [Cell]) -> String {
    cells.map { flat($0.text) }.joined(separator: "\t") + "\n"
  }

  private static func flat(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}

/// Rows of a Markdown table.
enum MarkdownText {
  static func line(_ fields: [String]) -> String {
    "| " + fields.map { escaped($0.neutralized) }.joined(separator: " | ") + " |\n"
  }

  /// The field with every sign escaped that Markdown or HTML would read.
  private static func escaped(_ field: String) -> String {
    var safe = ""
    for scalar in field.unicodeScalars {
      if "\\|`*_[]<>#".unicodeScalars.contains(scalar) { safe += "\\" }
      safe.unicodeScalars.append(scalar)
    }
    return safe
  }
}
