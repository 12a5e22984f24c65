/// A column of an answer and the SQL that computes it.
struct Expression {
  let name: String
  let sql: String

  init(_ name: String, _ sql: String? = nil) {
    self.name = name
    self.sql = sql ?? name
  }
}

/// How the rows of one kind are read from the public tables.
struct Listing {
  /// What the rows are.
  let show: Show
  /// All columns, in order.
  var columns: [Expression]
  /// The names of those that suit a person's eye.
  var brief: [String]
  /// FROM and its joins; `a` is the articles table.
  let tables: String
  /// GROUP BY, where several links make one row.
  let grouping: String?
  /// ORDER BY, over the names of the columns.
  let order: String
}

extension Listing {
  /// The listing of a kind of row.
  static func of(_ show: Show) -> Listing {
    switch show {
    case .articles: articles
    case .facts: facts
    case .programs: programs
    case .places: places
    case .organizations: organizations
    case .people: people
    }
  }

  /// Title and text of an article, of which an answer shows the sentence with the searched words.
  static var hit: Expression {
    Expression("hit", "coalesce(a.title, '') || char(10) || a.text")
  }

  private static var articles: Listing {
    Listing(
      show: .articles,
      columns: [
        Expression("article_id", "a.article_id"), Expression("published", "a.published"),
        Expression("title", "a.title"), Expression("subtitle", "a.subtitle"),
        Expression("kind", "a.kind"), Expression("source", "a.source"),
        Expression("dateline", "a.dateline"), Expression("document", "a.document"),
        Expression("ordinal", "a.ordinal"), Expression("script", "a.script"),
        Expression("length", "length(a.text)"), Expression("duplicate_of", "a.duplicate_of"),
      ],
      brief: ["article_id", "published", "title", "source", "kind", "document"],
      tables: "articles AS a", grouping: nil, order: "published DESC, article_id")
  }

  private static var facts: Listing {
    let own = [
      "value", "value_max", "unit", "approx", "subject", "action", "kind", "per", "place", "path",
      "city", "time_text", "time_start", "time_end", "program", "quote",
    ]
    return Listing(
      show: .facts,
      columns: own.map { Expression($0, "f.\($0)") } + [
        Expression("sentence", FactSentence.sql), Expression("title", "a.title"),
        Expression("published", "a.published"),
        Expression("source", "a.source"), Expression("article_id", "f.article_id"),
        Expression("document", "a.document"), Expression("start", "f.start"),
        Expression("length", "f.length"), Expression("fact_id", "f.fact_id"),
      ],
      brief: ["quote", "subject", "action", "path", "time_text", "program", "title", "article_id"],
      tables: """
        facts AS f
        LEFT JOIN articles AS a ON a.article_id = f.article_id
        LEFT JOIN places AS p ON p.place_id = f.place_id
        """,
      grouping: nil, order: "article_id, start, fact_id")
  }

  private static var programs: Listing {
    Listing(
      show: .programs,
      columns: [
        Expression("program", "l.name"), Expression("kind", "l.kind"), Expression("path", "p.path"),
        Expression("city", PlaceExpression.city),
        Expression("topics", "(SELECT topics FROM programs WHERE program_id = l.program_id)"),
        Expression("articles", "count(DISTINCT a.article_id)"),
        Expression("mentions", "sum(l.mentions)"), Expression("program_id", "l.program_id"),
        Expression("place_id", "l.place_id"),
      ],
      brief: ["program", "kind", "path", "topics", "articles"],
      tables: """
        article_programs AS l
        JOIN articles AS a ON a.article_id = l.article_id
        LEFT JOIN places AS p ON p.place_id = l.place_id
        """,
      grouping: "l.program_id, l.place_id",
      order: "path IS NULL, path, articles DESC, program")
  }

  private static var places: Listing {
    Listing(
      show: .places,
      columns: [
        Expression("path", "p.path"), Expression("name", "p.name"), Expression("level", "p.level"),
        Expression("adcode", "p.adcode"), Expression("articles", "count(DISTINCT a.article_id)"),
        Expression("mentions", "sum(l.mentions)"), Expression("longitude", "p.longitude"),
        Expression("latitude", "p.latitude"), Expression("place_id", "p.place_id"),
      ],
      brief: ["path", "level", "adcode", "articles", "mentions"],
      tables: """
        article_places AS l
        JOIN articles AS a ON a.article_id = l.article_id
        JOIN places AS p ON p.place_id = l.place_id
        """,
      grouping: "p.place_id", order: "path")
  }

  private static var organizations: Listing {
    Listing(
      show: .organizations,
      columns: [
        Expression("organization", "l.name"),
        Expression("articles", "count(DISTINCT a.article_id)"),
        Expression("mentions", "sum(l.mentions)"),
        Expression("organization_id", "l.organization_id"),
      ],
      brief: ["organization", "articles", "mentions"],
      tables: """
        article_organizations AS l
        JOIN articles AS a ON a.article_id = l.article_id
        """,
      grouping: "l.organization_id", order: "articles DESC, organization")
  }

  private static var people: Listing {
    Listing(
      show: .people,
      columns: [
        Expression("person", "l.name"), Expression("role", "group_concat(DISTINCT l.role)"),
        Expression("articles", "count(DISTINCT a.article_id)"),
        Expression("mentions", "sum(l.mentions)"), Expression("person_id", "l.person_id"),
      ],
      brief: ["person", "role", "articles", "mentions"],
      tables: """
        article_people AS l
        JOIN articles AS a ON a.article_id = l.article_id
        """,
      grouping: "l.person_id", order: "articles DESC, person")
  }
}
