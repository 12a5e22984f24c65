/// Rows as comma-separated values, by RFC 4180.
///
/// Line ends and tabs stay, in quotation marks; what else could steer a terminal is made visible,
/// since a file is looked at in one sooner or later.
enum CSVText {
  /// A row with its line end: CRLF for a spreadsheet, else LF.
  static func line(_ cells: [Cell], _ options: PrintOptions) -> String {
    let fields = cells.map { cell in
      let text = cell.text.neutralized(keeping: ["\n", "\t"])
      let isGuarded = options.isForSpreadsheet && !cell.isNumber
      return quoted(isGuarded ? FormulaGuard.guarded(text) : text)
    }
    return fields.joined(separator: ",") + (options.isForSpreadsheet ? "\r\n" : "\n")
  }

  /// The field, in quotation marks where it holds a comma, a quotation mark, a tab or a line end.
  static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { [0x09, 0x0A, 0x0D, 0x22, 0x2C].contains($0) }
    guard needsQuotes else { return field }
    var inner = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { inner += "\"\"" } else { inner.unicodeScalars.append(scalar) }
    }
    return inner + "\""
  }
}

/// Words that a spreadsheet would take for a formula.
enum FormulaGuard {
  /// The signs a formula begins with (owasp.org, CSV Injection), as ASCII, full width, small forms
  /// and the sign of minus: programs made for China and Japan read them alike.
  private static let signs = Set("=+-@＝＋－＠﹦﹢﹣﹫−".unicodeScalars)

  /// The text, behind an apostrophe where a formula's sign comes first or after blanks.
  static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let sign = text.unicodeScalars.first { !$0.properties.isWhitespace }
    let isFormula = sign.map(signs.contains) ?? false
    return isFormula || first == "\t" || first == "\n" ? "'" + text : text
  }
}

/// Rows as tab-separated values, a line each.
///
/// Inside a value `\t`, `\n`, `\r` and `\\` stand for the characters, as in PostgreSQL's and MySQL's
/// text forms; what else could steer a terminal is made visible.
enum TSVText {
  static func line(_ cells: [Cell]) -> String {
    cells.map { flat($0.text) }.joined(separator: "\t") + "\n"
  }

  private static func flat(_ text: String) -> String {
    var flat = ""
    for scalar in text.neutralized(keeping: ["\n", "\t", "\r"]).unicodeScalars {
      switch scalar {
      case "\\": flat += "\\\\"
      case "\t": flat += "\\t"
      case "\n": flat += "\\n"
      case "\r": flat += "\\r"
      default: flat.unicodeScalars.append(scalar)
      }
    }
    return flat
  }
}
