import Model
import Scripts
import SQLite

/// SQL that folds a column as `FoldedText` does, for columns that hold restored text.
enum FoldedColumn {
  /// The expression; most values hold nothing to change, which one look tells.
  ///
  /// - Parameters:
  ///   - column: holds restored text.
  ///   - words: the folded characters whose other forms are folded as well.
  /// - Returns: nil where the words have more other forms than SQL can change in one expression.
  static func sql(_ column: String, for words: [Unicode.Scalar]) -> String? {
    // Capital letters of ASCII are left to lower().
    let forms = Set(words).sorted().flatMap { plain in
      (SearchPhrase.forms[plain] ?? []).filter { !$0.isASCII }.map { (plain: plain, form: $0) }
    }
    return ignored.count + forms.count <= 4 * callsAtOnce ? sql(column, folding: forms) : nil
  }

  /// The same for words none of whose characters has another form in restored text.
  static func sql(_ column: String) -> String { sql(column, folding: []) }

  private static func sql(
    _ column: String, folding forms: [(plain: Unicode.Scalar, form: Unicode.Scalar)]
  ) -> String {
    let pairs =
      ignored.map { (literal($0), "''") } + forms.map { (literal($0.form), literal($0.plain)) }
    let odd = SelectStatement.literal(
      .text("*[" + String(scalars: ignored + forms.map(\.form)) + "]*"))
    let folded = replace(pairs, in: "lower(\(column))")
    return "CASE WHEN \(column) GLOB \(odd) THEN \(folded) ELSE lower(\(column)) END"
  }

  /// What search passes over, as far as restored text prints it: quotation marks and spaces.
  private static let ignored = Array(
    "“”‘’「」『』\"'《》〈〉＂＇ \n\t\u{3000}\u{A0}".unicodeScalars)

  /// How many calls within calls the parser of SQLite bears inside a condition.
  private static let callsAtOnce = 10

  /// Calls within calls; what is more goes outside.
  private static func replace(_ pairs: [(String, String)], in value: String) -> String {
    guard !pairs.isEmpty else { return value }
    let inner = pairs.prefix(callsAtOnce).reduce(value) { "replace(\($0), \($1.0), \($1.1))" }
    guard pairs.count > callsAtOnce else { return inner }
    let outer = replace(Array(pairs.dropFirst(callsAtOnce)), in: "folded")
    return "(SELECT \(outer) FROM (SELECT \(inner) AS folded))"
  }

  private static func literal(_ scalar: Unicode.Scalar) -> String {
    SelectStatement.literal(.text(String(scalar)))
  }
}
