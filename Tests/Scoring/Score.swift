/// The figures of a group: what the archive holds of its pages against their gold.
///
/// - Parameters:
///   - archive: articles by the plain name of their document, as `readArchive` gives them.
///   - group: the pages and their gold.
/// - Returns: the counts of every layer and attribute, and what went wrong.
package func score(_ archive: [String: [StoredArticle]], against group: GoldGroup) -> Figures {
  var figures = Figures()
  for gold in group.documents {
    let name = gold.document.split(separator: "/").last.map(String.init) ?? gold.document
    score(archive[name] ?? [], against: gold, page: name, &figures)
  }
  return figures
}

/// Pairs the articles of a page with those of gold, by where the body begins, and scores each.
private func score(
  _ found: [StoredArticle], against gold: GoldDocument, page: String, _ figures: inout Figures
) {
  var left = found.map { FoundArticle(article: $0, text: NormalForm($0.text)) }
  let wanted = gold.articles.filter { $0.duplicateOf == nil }
  var (exact, toTheSign) = (0, 0)
  for article in wanted {
    let place = "\(page): \(article.heading)"
    guard let best = bestMatch(article, in: left) else {
      figures.miss("article missed", place, article.startQuote)
      compare(article, nil, place, &figures)
      continue
    }
    let bounds = left.remove(at: best.index).bounds(article)
    if bounds.isClose {
      exact += 1
      toTheSign += bounds.isExact ? 1 : 0
    } else {
      let after = bounds.after.map { "\($0) after" } ?? "no end"
      figures.miss("article bounds", place, "\(bounds.before) characters before, \(after)")
    }
    compare(article, best.article, place, &figures)
  }
  for extra in left {
    let heading = extra.article.title ?? String(extra.article.text.prefix(20))
    figures.miss("article made up", page, heading)
    compare(nil, extra.article, "\(page): +", &figures)
  }
  figures.count(.articles, hit: exact, predicted: found.count, gold: wanted.count)
  figures.count(.articlesExact, hit: toTheSign, predicted: found.count, gold: wanted.count)
}

/// An article of the archive that no article of gold has taken yet.
private struct FoundArticle {
  let article: StoredArticle
  let text: NormalForm

  func bounds(_ gold: GoldArticle) -> Bounds {
    let end = NormalForm(gold.endQuote)
    return Bounds(
      before: text.first(NormalForm(gold.startQuote)) ?? 0,
      after: text.last(end).map { text.count - $0 - end.count })
  }
}

/// The characters of a body outside the bounds of gold; no end where the body breaks off.
private struct Bounds {
  let before: Int
  let after: Int?

  /// A dateline or a closing byline may stand inside, but no sentence.
  var isClose: Bool { before <= 12 && after.map { $0 <= 24 } == true }
  var isExact: Bool { before == 0 && after == 0 }
}

/// The article that holds the beginning soonest; one that lacks the end comes behind all others.
private func bestMatch(
  _ gold: GoldArticle, in found: [FoundArticle]
) -> (index: Int, article: StoredArticle)? {
  let (start, end) = (NormalForm(gold.startQuote), NormalForm(gold.endQuote))
  var best: (cost: Int, index: Int)?
  for (index, candidate) in found.enumerated() {
    guard let at = candidate.text.first(start) else { continue }
    let cost = at + (candidate.text.contains(end) ? 0 : 10_000)
    if best.map({ cost < $0.cost }) ?? true { best = (cost, index) }
  }
  return best.map { ($0.index, found[$0.index].article) }
}
