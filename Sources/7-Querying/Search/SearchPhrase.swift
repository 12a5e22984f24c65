import Scripts
import SQLite

/// Words that must stand together in a title or text; spaces, quotation marks, line breaks, width
/// and script do not count.
package struct SearchPhrase: Hashable, Sendable {
  /// The folded characters.
  package let characters: [Unicode.Scalar]
  /// The words as typed, with the quotation marks a text may have as well.
  let typed: String

  /// Reads a person's words.
  ///
  /// - Throws: `QueryError` where nothing is left to search.
  package init(_ words: String) throws(QueryError) {
    characters = FoldedText.fold(words.unicodeScalars)
    typed = words
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

  /// Its pairs of characters, all of which an article must have, in the language of FTS5; nil for
  /// a single character.
  ///
  /// - Parameter mark: the mark of the part of an article they must stand in.
  /// - Returns: the query.
  func pairs(marked mark: String = "") -> String? {
    CharacterPairs([characters]).query(marked: mark)
  }

  /// The folded characters as text, to compare with a folded column.
  var folded: String { String(String.UnicodeScalarView(characters)) }
}
