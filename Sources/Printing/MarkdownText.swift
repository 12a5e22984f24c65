/// Words of others inside Markdown, as the words they are: no markup, no HTML, no link.
///
/// A backslash before a sign of ASCII takes its meaning (CommonMark 0.31, section 2.4); the links
/// that GitHub makes of plain words (GFM 0.29, section 6.9) are broken at `:`, `.` and `/`. Only of
/// an address of mail it makes a link all the same, since it looks for those behind the backslash.
package enum MarkdownText {
  /// A row of a table.
  static func line(_ fields: [String]) -> String {
    "| " + fields.map(inline).joined(separator: " | ") + " |\n"
  }

  /// Words inside a line.
  package static func inline(_ text: String) -> String {
    var safe = ""
    let scalars = Array(text.neutralized.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if signs.contains(scalar) || isLinking(scalars, index) { safe += "\\" }
      safe.unicodeScalars.append(scalar)
    }
    return safe
  }

  /// Words that are a paragraph of their own: blanks that would make them code are left out, and
  /// no list, rule or number of a list begins them.
  package static func paragraph(_ text: String) -> String {
    let line = String(text.neutralized.drop { $0 == " " })
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = inline(String(line.dropFirst(digits.count)))
    guard let first = rest.first, digits.isEmpty ? "-+=".contains(first) : ".)".contains(first)
    else { return digits + rest }
    return digits + "\\" + rest
  }

  /// Signs that Markdown, its extensions for tables, footnotes and sums, or HTML read anywhere.
  private static let signs = Set("\\`*_[]<>#|~&@$^".unicodeScalars)

  /// Whether a colon, full stop or slash would make the words round it a link or a picture:
  /// `http://`, `mailto:`, `www.x`, `x.com`, `：//x`, `:smile:`.
  private static func isLinking(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard ":./".unicodeScalars.contains(scalars[index]), index + 1 < scalars.count else {
      return false
    }
    let next = scalars[index + 1]
    let isLetter = next.isASCII && next.properties.isAlphabetic
    return next == "/" || (isLetter && scalars[index] != "/")
  }
}
