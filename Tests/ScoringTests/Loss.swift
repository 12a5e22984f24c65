import Scoring

/// A way in which records become a little worse, and the measures that must tell it.
struct Loss: Sendable, CustomStringConvertible {
  let description: String
  let measures: [String]
  /// Changes one article; the counter goes on from article to article.
  let change: @Sendable (inout StoredArticle, inout Counter) -> Void

  init(
    _ description: String, _ measures: String...,
    change: @escaping @Sendable (inout StoredArticle, inout Counter) -> Void
  ) {
    self.description = description
    self.measures = measures
    self.change = change
  }

  /// Changes a whole archive, its pages in the order of their names.
  func damage(_ archive: inout [String: [StoredArticle]]) {
    var counter = Counter()
    for name in archive.keys.sorted() {
      archive[name] = archive[name]?.map { article in
        var article = article
        change(&article, &counter)
        return article
      }
    }
  }
}

/// Counts items and picks one in so many.
struct Counter {
  private var count = 0

  mutating func isNext(oneIn number: Int) -> Bool {
    count += 1
    return count % number == 0
  }
}

extension Loss {
  static let all = [
    Loss("one title in twenty is lost", "titles") { article, counter in
      if article.title != nil, counter.isNext(oneIn: 20) { article.title = nil }
    },
    Loss("one fact in fifty is lost", "facts") { article, counter in
      article.facts.removeAll { _ in counter.isNext(oneIn: 50) }
    },
    Loss("one place in fifty is lost", "places") { article, counter in
      article.places.removeAll { _ in counter.isNext(oneIn: 50) }
    },
    Loss("one program in fifty is lost", "programs") { article, counter in
      article.programs.removeAll { _ in counter.isNext(oneIn: 50) }
    },
    Loss("one fact in fifty has its neighbour's value", "facts", "fact_value") { article, counter in
      for index in article.facts.indices.dropFirst() where counter.isNext(oneIn: 50) {
        let value = article.facts[index].value
        article.facts[index].value = article.facts[index - 1].value
        article.facts[index - 1].value = value
      }
    },
    Loss("one fact in fifty is told ten thousand times too large", "facts", "fact_value") {
      change(everyFiftieth: &$0, &$1) { $0.value = $0.value.map { $0 * 10_000 } }
    },
    Loss("one unit in fifty is another", "facts", "fact_value") {
      change(everyFiftieth: &$0, &$1) { $0.unit = $0.unit == "个" ? "户" : "个" }
    },
    Loss("one fact in fifty is at no place", "fact_place", "facts_complete") {
      change(everyFiftieth: &$0, &$1) { $0.place = nil }
    },
    Loss("one fact in fifty counts something else", "fact_subject", "facts_complete") {
      change(everyFiftieth: &$0, &$1) { $0.subject = "别的东西" }
    },
    Loss("one fact in fifty belongs to a program of others", "fact_program_none") {
      change(everyFiftieth: &$0, &$1) { $0.program = $0.program ?? "某工程" }
    },
    Loss("one fact in fifty has an owner that nobody named", "fact_owner_none") {
      change(everyFiftieth: &$0, &$1) { $0.owner = "某公司" }
    },
    Loss("one fact in fifty is a part of nothing", "fact_total_none") {
      change(everyFiftieth: &$0, &$1) { $0.total = "1个" }
    },
    Loss("one fact in fifty is of another day", "fact_dates") {
      change(everyFiftieth: &$0, &$1) { $0.timeEnd = "1949-10-01" }
    },
    Loss("one body in twenty has a word too many", "articles_exact") { article, counter in
      if counter.isNext(oneIn: 20) { article.text = "上一篇" + article.text }
    },
    Loss("one body in twenty breaks off", "articles") { article, counter in
      if counter.isNext(oneIn: 20) { article.text = String(article.text.dropLast(30)) }
    },
  ]

  private static func change(
    everyFiftieth article: inout StoredArticle, _ counter: inout Counter,
    _ change: (inout StoredFact) -> Void
  ) {
    for index in article.facts.indices where counter.isNext(oneIn: 50) {
      change(&article.facts[index])
    }
  }
}
