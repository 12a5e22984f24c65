extension StoredArticle {
  /// The record of a program that reads as well as the annotator: what the best archive would hold.
  package init(of gold: GoldArticle, in document: String) {
    self.init(
      document: document, title: gold.title, kind: gold.kind, source: gold.source,
      published: gold.published, text: gold.startQuote + "……" + gold.endQuote)
    bylines = gold.byline.map(\.name)
    places = gold.places.map {
      StoredPlace(name: $0.name, level: $0.level, path: $0.path, adcode: $0.code)
    }
    programs = gold.programs.map {
      StoredProgram(name: $0.name, kind: $0.kind, place: $0.place, topics: Set($0.topics))
    }
    organizations = gold.organizations
    people = gold.people.map { StoredPerson(name: $0.name, role: $0.role) }
    facts = gold.facts.enumerated().map { StoredFact(of: $1, start: $0) }
  }
}

extension StoredFact {
  fileprivate init(of gold: GoldFact, start: Int) {
    self.init(
      start: start, quote: gold.quote, value: gold.value, valueMax: gold.valueMax,
      unit: gold.unit, approx: gold.approx, subject: gold.subject, action: gold.action,
      kind: gold.kind, place: gold.place, timeText: gold.timeText,
      timeStart: gold.timeStart.words, timeEnd: gold.timeEnd.words, program: gold.program,
      owner: gold.owner.words, total: gold.total.words)
  }
}

extension GoldGroup {
  /// The archive of a program that reads as well as the annotator.
  package var perfectArchive: [String: [StoredArticle]] {
    Dictionary(
      uniqueKeysWithValues: documents.map { page in
        let articles = page.articles.filter { $0.duplicateOf == nil }
        return (page.document, articles.map { StoredArticle(of: $0, in: page.document) })
      })
  }
}
