import Model
import Querying

/// Kinds of question that share a target.
struct QuestionGroup {
  struct Kind {
    let name: String
    let make: (inout QuestionSamples) -> Request
  }

  let name: String
  /// What 95 of 100 answers may take, in milliseconds.
  let target: String
  let kinds: [Kind]

  static var all: [QuestionGroup] {
    [
      QuestionGroup(name: "typed", target: "30", kinds: articles + facts + programs),
      QuestionGroup(name: "search", target: "80", kinds: search),
      QuestionGroup(name: "counts over everything", target: "", kinds: counts),
    ]
  }

  private static var articles: [Kind] {
    [
      kind("articles of a county", .articles) { $0.places = [$1.county()] },
      kind("articles of a city in a month's time", .articles) {
        $0.places = [$1.city()]
        $0.since = $1.year()
      },
      kind("articles of a village", .articles) { $0.places = [$1.village()] },
      kind("articles of a source", .articles) { $0.sources = [$1.source()] },
      kind("articles since a day", .articles) { $0.since = $1.year() },
      kind("articles that name a person", .articles) { $0.people = [$1.person()] },
      kind("articles on a topic in a city", .articles) {
        $0.places = [$1.city()]
        $0.topics = ["老旧小区改造"]
      },
    ]
  }

  private static var facts: [Kind] {
    [
      kind("facts of a county", .facts) { $0.places = [$1.county()] },
      kind("facts of a city", .facts) { $0.places = [$1.city()] },
      kind("sums of a county", .facts, sort: "value") {
        $0.places = [$1.county()]
        $0.units = ["元"]
        $0.minimum = Filters.Bound($1.number(100_000..<1_000_000))
      },
      kind("the largest sums", .facts, sort: "value") {
        $0.units = ["元"]
        $0.minimum = Filters.Bound($1.number(1_000_000..<100_000_000))
      },
      kind("the longest roads since a day", .facts, sort: "value") {
        $0.units = ["公里"]
        $0.subjects = ["道路"]
        $0.since = $1.year()
      },
      kind("facts of a program in a city", .facts) {
        $0.places = [$1.city()]
        $0.programs = [$1.pick(["工作法", "积分", "七彩"])]
      },
      kind("facts of a city by unit", .facts, groups: [.unit]) { $0.places = [$1.city()] },
    ]
  }

  private static var programs: [Kind] {
    [
      kind("programs of a county", .programs) { $0.places = [$1.county()] },
      kind("programs of a city by county", .programs, groups: [.county]) {
        $0.places = [$1.city()]
      },
      kind("people of a county", .people) { $0.places = [$1.county()] },
    ]
  }

  private static var search: [Kind] {
    [1, 2, 3, 4, 6, 10].map { count in
      kind("\(count) characters", .articles) { $0.texts = [$1.words(count)] }
    } + [
      kind("a common word", .articles) {
        $0.texts = [$1.pick(["居民", "小区", "治理", "群众", "改造", "服务", "社区"])]
      },
      kind("two common words", .articles) {
        $0.texts = [$1.pick(["居民", "小区", "群众"]), $1.pick(["治理", "改造", "服务"])]
      },
      kind("a word in a county", .articles) {
        $0.places = [$1.county()]
        $0.texts = [$1.words(2)]
      },
      kind("a word since a day", .articles) {
        $0.texts = [$1.words(3)]
        $0.since = $1.year()
      },
      kind("facts of sentences with a word", .facts) { $0.texts = [$1.words(4)] },
    ]
  }

  private static var counts: [Kind] {
    [
      kind("facts by unit", .facts, groups: [.unit]) { _, _ in },
      kind("programs on a topic by city", .programs, groups: [.city]) { filters, _ in
        filters.topics = ["老旧小区改造"]
      },
      kind("articles by year", .articles, groups: [.year]) { _, _ in },
    ]
  }

  private static func kind(
    _ name: String, _ show: Show, sort: String? = nil, groups: [Grouping] = [],
    _ change: @escaping (inout Filters, inout QuestionSamples) -> Void
  ) -> Kind {
    Kind(name: name) { samples in
      var request = Request()
      request.show = show
      (request.sort, request.isDescending) = (sort, sort != nil)
      request.groups = groups
      request.isBrief = true
      request.limit = 100
      change(&request.filters, &samples)
      return request
    }
  }
}
