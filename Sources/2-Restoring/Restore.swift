import Matching
package import Model
import Scripts

/// Undoes what scanning and scraping did to a text.
///
/// - Parameter document: decoded text.
/// - Returns: whole paragraphs in Simplified script, every change listed as an edit; clean text
///   passes through without any.
package func restore(_ document: DecodedDocument) -> RestoredDocument {
  var draft = Draft(document)
  for pass in passes { pass(&draft) }
  let (text, lines) = draft.assembled()
  return RestoredDocument(
    name: document.name, text: text, lines: lines, script: draft.script,
    metadata: draft.metadata, edits: draft.edits(of: document.text),
    diagnostics: document.diagnostics)
}

/// Whether restoring may have put one character in the place of another: the Simplified form of a
/// Traditional one, or the narrow form of a wide one.
package func restores(_ scalar: Unicode.Scalar, from printed: Unicode.Scalar) -> Bool {
  scalar == printed.halfWidth || TraditionalScript.mayBecome(scalar, from: printed)
}

/// What is done to a page, in this order.
///
/// Signs no one sees go first, so that every later rule finds words whole; script comes before the
/// rules that look for words; lines are joined last, when only the paragraphs are left.
private let passes: [@Sendable (inout Draft) -> Void] = [
  removeInvisibleCharacters,
  removeMarkupDebris,
  trimLines,
  divideFlatLine,
  simplifyScript,
  markHeadline,
  removePinyin,
  narrowFullWidth,
  removeDoubledMarks,
  removeSpam,
  removeBoilerplate,
  keepMainContent,
  removeOrnaments,
  closeSpaces,
  joinLines,
]
