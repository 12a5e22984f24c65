import Matching
import Model
import Scripts
import SQLite

/// Words that must stand together in a title or text; spaces, quotation marks, line breaks, width
/// and script do not count.
package struct SearchPhrase: Hashable, Sendable {
  /// The folded characters.
  package let characters: [Unicode.Scalar]

  /// Reads a person's words.
  ///
  /// - Throws: `QueryError` where nothing is left to search.
  package init(_ words: String) throws(QueryError) {
    characters = FoldedText.fold(words.unicodeScalars)
    guard !characters.isEmpty else {
      throw QueryError(
        .wrongUsage,
        "there is nothing to search in “\(words)”: spaces and quotation marks do not count")
    }
  }

  /// The phrase in the language of FTS5: tokens between quotation marks are only data.
  package var match: String {
    "\"" + FoldedText.tokens(of: folded.unicodeScalars) + "\""
  }

  /// Its first character that a restored text prints in this form only.
  var head: Unicode.Scalar? { characters.first { (0x4E00...0x9FA5).contains($0.value) } }

  /// The folded characters as text, to compare with a folded column.
  var folded: String { String(String.UnicodeScalarView(characters)) }
}

/// SQL that folds a column as `FoldedText` does, as far as SQL can: for columns that hold
/// restored text in Simplified script.
enum FoldedColumn {
  /// Quotation marks and the spaces that restored text prints.
  private static let ignored = "“”‘’「」『』\"'《》〈〉 \u{3000}\u{A0}".unicodeScalars

  /// The expression; most values hold nothing to change, which one look tells.
  ///
  /// Full-width forms of the folded `words` in the column are folded as well.
  static func sql(_ column: String, for words: [Unicode.Scalar] = []) -> String {
    let twins = Set(words).sorted().flatMap { plain in
      fullWidth(plain).map { (plain: plain, wide: $0) }
    }
    let pairs =
      ignored.map { (literal($0), "''") }
      + twins.map { (literal($0.wide), literal($0.plain)) }
    let odd = SelectStatement.literal(
      .text("*[" + String(ignored) + String(scalars: twins.map(\.wide)) + "]*"))
    let folded = replace(pairs, in: "lower(\(column))")
    return "CASE WHEN \(column) GLOB \(odd) THEN \(folded) ELSE lower(\(column)) END"
  }

  /// Calls within calls, as many as the parser of SQLite bears; what is more goes outside.
  private static func replace(_ pairs: [(String, String)], in value: String) -> String {
    guard !pairs.isEmpty else { return value }
    let inner = pairs.prefix(17).reduce(value) { "replace(\($0), \($1.0), \($1.1))" }
    guard pairs.count > 17 else { return inner }
    let outer = replace(Array(pairs.dropFirst(17)), in: "folded")
    return "(SELECT \(outer) FROM (SELECT \(inner) AS folded))"
  }

  private static func literal(_ scalar: Unicode.Scalar) -> String {
    SelectStatement.literal(.text(String(scalar)))
  }

  /// The full-width characters that fold to one of ASCII.
  private static func fullWidth(_ plain: Unicode.Scalar) -> [Unicode.Scalar] {
    guard (0x21...0x7E).contains(plain.value) else { return [] }
    let capital = plain.isASCIILetter ? [plain.value - 0x20] : []
    return ([plain.value] + capital).compactMap { Unicode.Scalar($0 + 0xFEE0) }
  }
}
