import Foundation
import Scoring
import Testing

/// Gold is written by hand: what it quotes must be printed, what it names must be listed.
@Suite struct GoldTests {
  @Test func `gold quotes what its page prints and names what it lists`() throws {
    for folder in GoldFolder.project {
      for gold in try folder.groups().flatMap(\.documents) {
        let path = "\(folder.documents)/\(gold.document)"
        let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        let faults = GoldFaults(gold, page: text).all
        #expect(faults == [], "\(gold.document): \(faults)")
      }
    }
  }

  @Test func `every page of the corpus has gold`() throws {
    for folder in GoldFolder.project {
      let pages = try FileManager.default.contentsOfDirectory(atPath: folder.documents)
      #expect(try folder.groups().flatMap(\.documents).map(\.document).sorted() == pages.sorted())
    }
  }

  @Test func `five parts hold every page once`() throws {
    for group in try ProjectArchive.groups.get() {
      let parts = (1...GoldGroup.folds).map { group.part($0).documents.map(\.document) }
      #expect(parts.flatMap(\.self).sorted() == group.documents.map(\.document).sorted())
      #expect(parts.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func `the corpus has what nothing else measures`() throws {
    let facts = try ProjectArchive.groups.get().flatMap(\.documents).flatMap(\.articles)
      .flatMap(\.facts)
    #expect(facts.filter { $0.owner.words != nil }.count > 350)
    #expect(facts.filter { $0.total.words != nil }.count > 200)
    #expect(facts.filter { $0.timeEnd.words != nil }.count > 650)
  }
}

/// What is wrong with the gold of a page.
private struct GoldFaults {
  private(set) var all: [String] = []
  private let text: NormalForm
  private let name: NormalForm

  init(_ gold: GoldDocument, page: String) {
    text = NormalForm(page)
    name = NormalForm(name: page)
    for article in gold.articles {
      check(article)
      article.facts.forEach { check($0, in: article) }
    }
  }

  private mutating func check(_ article: GoldArticle) {
    expect(["news", "feature", "photo", "notice"].contains(article.kind), article.kind)
    quoted(article.startQuote)
    quoted(article.endQuote)
    for place in article.places {
      expect(Self.levels.contains(place.level), "\(place.name): \(place.level)")
      expect(place.path.isEmpty || place.path.last == place.name, "\(place.name): its path")
    }
    for program in article.programs {
      expect(Self.programKinds.contains(program.kind), "\(program.name): \(program.kind)")
      listed(program.place, among: article.places.map(\.name))
    }
  }

  private mutating func check(_ fact: GoldFact, in article: GoldArticle) {
    quoted(fact.quote)
    quoted(fact.subject)
    quoted(fact.total.words)
    expect(name.contains(NormalForm(name: fact.owner.words)), "\(fact.quote): its owner")
    expect(Self.factKinds.contains(fact.kind), "\(fact.quote): \(fact.kind)")
    expect(
      fact.approx.map { ["over", "about", "nearly", "under"].contains($0) } ?? true,
      "\(fact.quote): approx")
    listed(fact.place, among: article.places.map(\.name))
    listed(fact.program, among: article.programs.map(\.name))
    for day in [fact.timeStart.words, fact.timeEnd.words].compactMap(\.self) {
      expect(day.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) != nil, "\(fact.quote): \(day)")
    }
  }

  private mutating func quoted(_ words: String?) {
    expect(text.contains(NormalForm(words)), "not printed: \(words ?? "")")
  }

  private mutating func listed(_ name: String?, among names: [String]) {
    expect(name.map(names.contains) ?? true, "not listed: \(name ?? "")")
  }

  private mutating func expect(_ isRight: Bool, _ fault: String) {
    if !isRight { all.append(fault) }
  }

  private static let levels: Set = [
    "province", "city", "county", "town", "community", "estate", "zone",
  ]
  private static let programKinds: Set = [
    "method", "mechanism", "campaign", "project", "platform", "target",
  ]
  private static let factKinds: Set = [
    "count", "amount", "length", "area", "share", "growth", "rate", "duration", "age", "measure",
  ]
}
