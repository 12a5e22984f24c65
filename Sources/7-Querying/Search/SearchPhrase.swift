import Scripts

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

  /// The folded characters as text, to compare with a folded column.
  var folded: String { String(String.UnicodeScalarView(characters)) }
}

/// SQL that folds a column as `FoldedText` does, as far as SQL can: for columns that hold
/// restored text in Simplified script.
enum FoldedColumn {
  private static let ignored = [
    "“", "”", "‘", "’", "「", "」", "『", "』", "\"", "《", "》", " ", "\u{3000}",
  ]

  /// The expression; most values hold nothing to ignore, which one look tells.
  static func sql(_ column: String) -> String {
    let folded = ignored.reduce("lower(\(column))") { "replace(\($0), '\($1)', '')" }
    return """
      CASE WHEN \(column) GLOB '*[\(ignored.joined())]*' THEN \(folded) ELSE lower(\(column)) END
      """
  }
}
