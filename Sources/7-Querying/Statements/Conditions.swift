import Model
import SQLite
import Scripts

/// The WHERE clauses of a question, their values bound.
struct Conditions {
  let filters: ResolvedFilters
  let method: SearchMethod
  var parameters = Parameters()

  init(_ filters: ResolvedFilters, _ method: SearchMethod = .index) {
    self.filters = filters
    self.method = method
  }

  private var asked: Filters { filters.asked }

  // MARK: Whole tables

  /// What an article must be; `a` is the articles table.
  mutating func ofArticles() -> [String] {
    var all = plainArticles()
    if let places = places("path") {
      all.append(articles("a.article_id", "article_places", where: places))
    }
    if let programs = programs("program_id") {
      all.append(article("a.article_id", "article_programs", where: programs))
    }
    if let topics = topics("") {
      all.append(article("a.article_id", "article_programs", where: topics))
    }
    let facts = factCondition()
    if !facts.isEmpty { all.append(articles("a.article_id", "facts", where: facts)) }
    return all + period("a.published", "a.published") + search("a.article_id")
  }

  /// What a fact must be; `f` is the facts table, `a` its article.
  mutating func ofFacts() -> [String] {
    var all = plainArticles(holdFacts: true) + levels() + factValues("f.")
    if let places = places("path") {
      all.append("f.place_id IN (\n    SELECT place_id FROM places\n    WHERE \(places))")
    }
    if let programs = programs("f.program_id") { all.append(programs) }
    all += factTopics()
    all += factPeriod()
    // The index tells articles with the words in a fact's sentence, which need not be this one.
    if method != .reading {
      all += filters.phrases.map { holds("f.article_id", $0, CharacterPairs.inSentences) }
    }
    all += sentences()
    return all
  }

  /// What a program in an article must be; `l` is the link, `a` the article.
  mutating func ofPrograms() -> [String] {
    var all = plainArticles() + levels()
    if let places = places("path") {
      all.append("l.place_id IN (\n    SELECT place_id FROM places\n    WHERE \(places))")
    }
    if let programs = programs("l.program_id") { all.append(programs) }
    if let topics = topics("l.") { all.append(topics) }
    let facts = factCondition()
    if !facts.isEmpty {
      all.append(
        """
        (l.article_id, l.program_id) IN (
            SELECT article_id, program_id FROM facts
            WHERE \(facts))
        """)
    }
    return all + period("a.published", "a.published") + search("a.article_id")
  }

  /// What a place in an article must be; `p` is the place, `l` its link, `a` the article.
  ///
  /// A program, a topic, a fact must be of this place, not only of the article that names it.
  mutating func ofPlaces() -> [String] {
    var all = plainArticles() + levels()
    if let places = places("p.path") { all.append(places) }
    for condition in [programs("program_id"), topics("")].compactMap({ $0 }) {
      all.append(here("article_programs", where: condition))
    }
    let facts = factCondition()
    if !facts.isEmpty { all.append(here("facts", where: facts)) }
    return all + period("a.published", "a.published") + search("a.article_id")
  }

  /// What an organisation in an article must be; `l` is its link, `a` the article.
  mutating func ofOrganizations() -> [String] {
    let named = asked.organizations.map { contains("l.name", $0, as: "organization") }
    return ofArticles() + (named.isEmpty ? [] : [any(named)])
  }

  /// What a person in an article must be; `l` is the link, `a` the article.
  mutating func ofPeople() -> [String] {
    var all = ofArticles()
    if !asked.people.isEmpty {
      all.append(oneOf("l.name", asked.people.map(QueryText.name), as: "person"))
    }
    if !asked.roles.isEmpty {
      all.append(any(asked.roles.map { contains("l.role", $0, as: "role") }))
    }
    return all
  }

  // MARK: Single filters

  /// What an article must be by itself; a copy of another has no facts, so none need be refused.
  private mutating func plainArticles(holdFacts: Bool = false) -> [String] {
    var all = asked.includesDuplicates || holdFacts ? [] : ["a.duplicate_of IS NULL"]
    if !filters.sources.isEmpty {
      all.append(oneOf("a.source", filters.sources, as: "source"))
    }
    if !asked.kinds.isEmpty { all.append(oneOf("a.kind", asked.kinds.map(\.rawValue), as: "kind")) }
    if !asked.organizations.isEmpty {
      let condition = any(asked.organizations.map { contains("name", $0, as: "organization") })
      all.append(articles("a.article_id", "article_organizations", where: condition))
    }
    if !asked.people.isEmpty {
      let named = oneOf("name", asked.people.map(QueryText.name), as: "person")
      all.append(
        """
        a.article_id IN (
            SELECT article_id FROM article_people WHERE \(named)
            UNION ALL
            SELECT article_id FROM bylines WHERE \(named))
        """)
    }
    if !asked.roles.isEmpty {
      let condition = any(asked.roles.map { contains("role", $0, as: "role") })
      all.append(articles("a.article_id", "article_people", where: condition))
    }
    return all
  }

  /// The places themselves and everything below: one range of the index on `path` each.
  mutating func places(_ path: String) -> String? {
    guard let roots = filters.roots else { return nil }
    return any(
      roots.map { root in
        let place = parameters.bind(root.path, as: "place")
        return "\(path) = \(place) OR (\(path) > \(place) || '/' AND \(path) < \(place) || '0')"
      })
  }

  private mutating func levels() -> [String] {
    asked.levels.isEmpty ? [] : [oneOf("p.level", asked.levels.map(\.rawValue), as: "level")]
  }

  private mutating func programs(_ id: String) -> String? {
    guard !asked.programs.isEmpty else { return nil }
    let named = any(asked.programs.map { contains("name", $0, as: "program") })
    return "\(id) IN (\n    SELECT program_id FROM programs\n    WHERE \(named))"
  }

  /// A topic is served by a program that says so in this article or by its name.
  ///
  /// The programs are found first, once; what this article shows is asked of their links only.
  private mutating func topics(_ link: String) -> String? {
    guard !asked.topics.isEmpty else { return nil }
    let conditions = asked.topics.map { topic in
      let topic = parameters.bind(QueryText.name(topic), as: "topic")
      return """
        \(link)program_id IN (
            SELECT program_id FROM programs
            WHERE instr(name, \(topic)) > 0
              OR instr(',' || topics || ',', ',' || \(topic) || ',') > 0)
          AND (instr(\(link)name, \(topic)) > 0
            OR instr(',' || \(link)topics || ',', ',' || \(topic) || ',') > 0)
        """
    }
    return any(conditions)
  }

  /// A fact serves a topic when its program does, or when its own words or its headline name it.
  private mutating func factTopics() -> [String] {
    guard !asked.topics.isEmpty else { return [] }
    let conditions = asked.topics.map { topic in
      let topic = parameters.bind(QueryText.name(topic), as: "topic")
      return """
        f.program_id IN (
            SELECT program_id FROM programs
            WHERE instr(name, \(topic)) > 0
              OR instr(',' || topics || ',', ',' || \(topic) || ',') > 0)
          OR instr(\(FoldedColumn.sql(FactSentence.sql)), \(topic)) > 0
          OR instr(\(FoldedColumn.sql("f.subject")), \(topic)) > 0
          OR instr(\(FoldedColumn.sql("a.title")), \(topic)) > 0
        """
    }
    return [any(conditions)]
  }

  /// What one fact of an article must be, '' for anything.
  private mutating func factCondition() -> String {
    factValues("").joined(separator: "\n      AND ")
  }

  /// Subject, unit and value of facts; `table` is empty or ends with a dot.
  ///
  /// Where the places hold few facts, a sign before the columns keeps the index of all facts of the
  /// unit aside.
  private mutating func factValues(_ table: String) -> [String] {
    let table = filters.areFew ? "+" + table : table
    var all: [String] = []
    if !asked.subjects.isEmpty {
      all.append(any(asked.subjects.map { subject(table, $0) }))
    }
    if !asked.actions.isEmpty {
      all.append(any(asked.actions.map { action(table, $0) }))
    }
    if filters.units.isEmpty {
      all += bounds(table, factor: 1)
    } else {
      all.append(any(filters.units.map { unit(table, $0) }))
    }
    return all
  }

  private mutating func subject(_ table: String, _ subject: String) -> String {
    let words = parameters.bind(QueryText.comparable(subject), as: "subject")
    return "instr(\(FoldedColumn.sql("\(table)subject")), \(words)) > 0"
  }

  /// 摸清 “改造小区底数” is about 改造 as well: what happens is told by either column.
  private mutating func action(_ table: String, _ action: String) -> String {
    let words = parameters.bind(QueryText.comparable(action), as: "action")
    let columns = ["action", "subject"].map { FoldedColumn.sql(table + $0) }
    return columns.map { "instr(\($0), \(words)) > 0" }.joined(separator: " OR ")
  }

  private mutating func unit(_ table: String, _ form: UnitForm) -> String {
    let unit = "\(table)unit = \(parameters.bind(form.unit, as: "unit"))"
    return ([unit] + bounds(table, factor: form.factor)).joined(separator: " AND ")
  }

  /// A range counts only where all of it lies within the bounds.
  ///
  /// `超10亿元` is more than 10亿元.
  private mutating func bounds(_ table: String, factor: Double) -> [String] {
    var all: [String] = []
    if let minimum = asked.minimum {
      let least = parameters.bind(.real(minimum.value * factor), as: "min")
      all.append(
        minimum.isStrict
          ? "(\(table)value > \(least) OR (\(table)value = \(least) AND \(table)approx = 'over'))"
          : "\(table)value >= \(least)")
    }
    if let maximum = asked.maximum {
      let most = parameters.bind(.real(maximum.value * factor), as: "max")
      let value = "coalesce(\(table)value_max, \(table)value)"
      all.append(
        maximum.isStrict
          ? "(\(value) < \(most) OR (\(value) = \(most) AND \(table)approx = 'under'))"
          : "\(value) <= \(most)")
    }
    return all
  }

  /// The days of publication.
  private mutating func period(_ first: String, _ last: String) -> [String] {
    var all: [String] = []
    if let since = asked.since {
      all.append("\(last) >= \(parameters.bind(since.description, as: "since"))")
    }
    if let until = asked.until {
      all.append("\(first) <= \(parameters.bind(until.description, as: "until"))")
    }
    return all
  }

  /// The period of a fact shares a day with the one asked for; an open end lasts for ever; a fact
  /// without a period has the day its article was published.
  private mutating func factPeriod() -> [String] {
    let isUndated = "f.time_start IS NULL AND f.time_end IS NULL"
    return period(
      "CASE WHEN \(isUndated) THEN a.published ELSE coalesce(f.time_start, '0000') END",
      "CASE WHEN \(isUndated) THEN a.published ELSE coalesce(f.time_end, '9999') END")
  }

  /// The days an article was published.
  mutating func publication() -> [String] { period("a.published", "a.published") }

  /// What the sentence of a fact must hold.
  mutating func sentences() -> [String] {
    filters.phrases.map { any([words(FactSentence.sql, of: "f", $0)]) }
  }

  private mutating func search(_ id: String) -> [String] {
    guard method != .reading else { return texts("a") }
    return filters.phrases.flatMap { phrase in
      [holds(id, phrase)] + (phrase.characters.count > 2 ? [text("a", phrase)] : [])
    }
  }

  /// What the indexes tell of an article with a phrase: that it has all pairs of its characters,
  /// which for one or two characters is all.
  private mutating func holds(
    _ id: String, _ phrase: SearchPhrase, _ mark: String = ""
  ) -> String {
    // With a sign before it the column is looked up in what the index told, not the other way.
    let id = method == .order ? "+" + id : id
    guard let pairs = phrase.pairs(marked: mark) else { return indexed(id, phrase) }
    let match = parameters.bind(pairs, as: "pairs")
    return "\(id) IN (SELECT rowid FROM pairs_fts WHERE pairs_fts MATCH \(match))"
  }

  /// Whether a headline of the article `table` holds each phrase: 1 or 0.
  mutating func titles(_ table: String) -> [String] {
    filters.phrases.map { phrase in
      let held = ["title", "subtitle"].map { words("\(table).\($0)", phrase) }
      return "coalesce(\(held.joined(separator: " OR ")), 0)"
    }
  }

  /// What an article must hold, asked of one article after another.
  mutating func texts(_ table: String) -> [String] {
    filters.phrases.map { text(table, $0) }
  }

  private mutating func text(_ table: String, _ phrase: SearchPhrase) -> String {
    any(["text", "title", "subtitle"].map { words("\(table).\($0)", phrase) })
  }

  /// Whether a column holds a phrase: its characters in order, which is quick to tell; then the
  /// words as they are, or with what search passes over between them.
  ///
  /// - Parameters:
  ///   - column: the column, with the name of its table before the point.
  ///   - table: its table, where the column is no plain one.
  ///   - phrase: what it must hold.
  /// - Returns: the condition, to be put in brackets.
  private mutating func words(
    _ column: String, of table: String? = nil, _ phrase: SearchPhrase
  ) -> String {
    let folded = parameters.bind(phrase.folded, as: "words")
    var held = ["instr(\(column), \(folded)) > 0"]
    if phrase.typed != phrase.folded {
      held.append("instr(\(column), \(parameters.bind(phrase.typed, as: "words"))) > 0")
    }
    held.append(
      FoldedColumn.sql(column, for: phrase.characters).map { "instr(\($0), \(folded)) > 0" }
        ?? indexed((table ?? String(column.prefix { $0 != "." })) + ".article_id", phrase))
    let order = phrase.pattern.map { "\(column) GLOB \(parameters.bind($0, as: "order")) AND " }
    return (order ?? "") + any(held)
  }

  /// What the index of characters tells, which is exact and slow for many characters.
  private mutating func indexed(_ id: String, _ phrase: SearchPhrase) -> String {
    let match = parameters.bind(phrase.match, as: "match")
    return "\(id) IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH \(match))"
  }

  // MARK: Small pieces

  private mutating func contains(_ column: String, _ words: String, as name: String) -> String {
    let words = parameters.bind(QueryText.comparable(words), as: name)
    return "instr(lower(\(column)), \(words)) > 0"
  }

  private mutating func oneOf(_ column: String, _ values: [String], as name: String) -> String {
    let bound = values.map { parameters.bind($0, as: name) }
    return bound.count == 1
      ? "\(column) = \(bound[0])" : "\(column) IN (\(bound.joined(separator: ", ")))"
  }

  private func articles(_ id: String, _ table: String, where condition: String) -> String {
    "\(id) IN (\n    SELECT article_id FROM \(table)\n    WHERE \(condition))"
  }

  /// The row's article and place are those of a row of `table`.
  private func here(_ table: String, where condition: String) -> String {
    """
    (l.article_id, l.place_id) IN (
        SELECT article_id, place_id FROM \(table)
        WHERE \(condition))
    """
  }

  /// The same where another filter has left few articles, each of which is asked.
  private func article(_ id: String, _ table: String, where condition: String) -> String {
    guard filters.roots != nil else { return articles(id, table, where: condition) }
    return """
      EXISTS (
          SELECT 1 FROM \(table)
          WHERE article_id = \(id) AND (\(condition)))
      """
  }

  private func any(_ conditions: [String]) -> String {
    conditions.count == 1
      ? "(\(conditions[0]))" : "(" + conditions.map { "(\($0))" }.joined(separator: " OR ") + ")"
  }
}
