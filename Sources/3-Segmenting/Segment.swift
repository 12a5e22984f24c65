package import Model

/// Splits a page into its articles.
///
/// - Parameter document: restored text, one paragraph, headline or caption a line.
/// - Returns: the articles in the order of the page, each with title, credits, date and body.
package func segment(_ document: RestoredDocument) -> SegmentedDocument {
  let articles = document.text.isEmpty ? [] : [Article(body: document.text)]
  return SegmentedDocument(
    name: document.name, articles: articles, edits: document.edits,
    diagnostics: document.diagnostics)
}
