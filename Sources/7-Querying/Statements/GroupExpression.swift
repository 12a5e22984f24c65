/// By what rows of one kind can be counted, and the SQL for it.
struct GroupExpression {
  /// The name of the column.
  let name: String
  /// Its value.
  let sql: String
  /// What must be joined for it.
  var join: String?

  /// - Throws: `QueryError` where rows of this kind have nothing of the sort.
  init(_ group: Grouping, of show: Show) throws(QueryError) {
    guard Self.groups(of: show).contains(group) else {
      let possible = Self.groups(of: show).map(\.rawValue).joined(separator: ", ")
      throw QueryError(
        .wrongUsage, "\(show.rawValue) cannot be counted by \(group.rawValue), only by \(possible)")
    }
    name = group.rawValue
    switch group {
    case .province: sql = "p.province"
    case .city: sql = PlaceExpression.city
    case .county: sql = "p.county"
    case .town: sql = PlaceExpression.town
    case .community: sql = PlaceExpression.community
    case .estate: sql = PlaceExpression.estate
    case .program: sql = show == .facts ? "f.program" : "l.name"
    case .topic: sql = "t.topic"
    case .year: sql = "substr(\(Self.date(of: show)), 1, 4)"
    case .month: sql = "substr(\(Self.date(of: show)), 1, 7)"
    case .unit: sql = "f.unit"
    case .source: sql = "a.source"
    case .kind: sql = show == .facts ? "f.kind" : show == .programs ? "l.kind" : "a.kind"
    }
    join = Self.join(group, show)
  }

  /// Whether it names places, so that a path tells them apart.
  static func isPlace(_ group: Grouping) -> Bool {
    switch group {
    case .province, .city, .county, .town, .community, .estate: true
    case .program, .topic, .year, .month, .unit, .source, .kind: false
    }
  }

  static func groups(of show: Show) -> [Grouping] {
    switch show {
    case .articles, .programs: Grouping.allCases.filter { $0 != .unit }
    case .facts: Grouping.allCases
    case .places: Grouping.allCases.filter(isPlace) + [.year, .month, .source]
    case .organizations, .people: [.year, .month, .source]
    }
  }

  private static func date(of show: Show) -> String {
    show == .facts ? "coalesce(f.time_end, f.time_start, a.published)" : "a.published"
  }

  private static func join(_ group: Grouping, _ show: Show) -> String? {
    switch (group, show) {
    case (.topic, .facts): topics + "f.program_id"
    case (.topic, .programs): topics + "l.program_id"
    case (.topic, .articles):
      """
      LEFT JOIN article_programs AS l ON l.article_id = a.article_id
      \(topics)l.program_id
      """
    case (.program, .articles): "LEFT JOIN article_programs AS l ON l.article_id = a.article_id"
    case (_, .articles) where isPlace(group):
      """
      LEFT JOIN article_places AS ap ON ap.article_id = a.article_id
      LEFT JOIN places AS p ON p.place_id = ap.place_id
      """
    default: nil
    }
  }

  /// The topics of programs, one a row.
  private static let topics =
    "LEFT JOIN (SELECT DISTINCT program_id, topic FROM program_topics) AS t ON t.program_id = "
}
