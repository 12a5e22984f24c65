package import Model

/// Splits a page into its articles.
///
/// - Parameter document: restored text, one paragraph, headline or caption a line.
/// - Returns: the articles in the order of the page, each with title, credits, date and body.
package func segment(_ document: RestoredDocument) -> SegmentedDocument {
  let page = Page(document)
  let starts = StartFinder(page: page).starts()
  var edits: [Edit] = []
  var drafts: [ArticleDraft] = []
  if let first = starts.first {
    var before = ArticleDraft(page: page, lines: 0..<first)
    for index in 0..<first { before.leaveOut(index, as: .boilerplate) }
    edits += before.edits
  }
  for (offset, start) in starts.enumerated() {
    let end = offset + 1 < starts.count ? starts[offset + 1] : page.lines.count
    var draft = ArticleDraft(page: page, lines: start..<end)
    draft.read()
    edits += draft.edits
    if !draft.bodyLines.isEmpty { drafts.append(draft) }
  }
  let articles = finished(drafts, of: page)
  return SegmentedDocument(
    name: document.name, articles: articles,
    edits: (document.edits + edits).sorted { $0.byteOffset < $1.byteOffset },
    diagnostics: document.diagnostics)
}

/// The articles of a page: copies pointed to their originals, gaps filled from the page itself.
private func finished(_ drafts: [ArticleDraft], of page: Page) -> [Article] {
  var articles = drafts.map { $0.article() }
  for index in articles.indices.dropFirst() {
    articles[index].duplicateOf = drafts[..<index].firstIndex { drafts[index].isCopy(of: $0) }
  }
  for index in articles.indices where articles[index].duplicateOf == nil {
    if articles[index].kind != .notice {
      articles[index].source = articles[index].source ?? page.banner.source
    }
    articles[index].publication = articles[index].publication ?? page.banner.publication
  }
  if isPhotoPage(articles) {
    for index in articles.indices where drafts[index].mayBePhoto { articles[index].kind = .photo }
  }
  let originals = articles.indices.filter { articles[$0].duplicateOf == nil }
  if originals.count == 1 { articles[originals[0]].url = page.metadata.url }
  guard articles.count == 1 else { return articles }
  articles[0].source = articles[0].source ?? page.metadata.source
  let declared = page.metadata.published.map { PublicationDay($0, from: .page) }
  articles[0].publication = articles[0].publication ?? declared
  if articles[0].title == nil { articles[0].title = page.metadata.title }
  return articles
}

/// Whether most pieces of a page are pictures with captions.
private func isPhotoPage(_ articles: [Article]) -> Bool {
  let photos = articles.count { $0.kind == .photo }
  return photos >= 2 && photos * 2 >= articles.count
}
