import SQLite

/// Writes the SELECT of a request.
struct StatementBuilder {
  let request: Request
  let show: Show
  let filters: ResolvedFilters
  let method: SearchMethod

  /// The statement and the names of its columns.
  ///
  /// - Throws: `QueryError` for columns, groups or an order that rows of this kind do not have.
  func build() throws(QueryError) -> (statement: SelectStatement, columns: [String]) {
    var listing = Listing.of(show)
    if show == .articles, !filters.phrases.isEmpty {
      listing.columns.append(Listing.hit)
      listing.brief.append(Listing.hit.name)
    }
    guard filters.asked.levels.isEmpty || [.facts, .programs, .places].contains(show) else {
      throw QueryError(.wrongUsage, "\(show.rawValue) have no level; facts, programs, places do")
    }
    guard request.groups.isEmpty, !request.isCount else { return try grouped(listing) }
    var conditions = Conditions(filters, method)
    let clauses = Self.clauses(&conditions, show)
    let columns = try chosen(listing)
    var sql = "SELECT\n  " + columns.map(Self.selected).joined(separator: ",\n  ")
    sql += "\nFROM \(listing.tables)"
    if looksUpLate {
      sql += "\nWHERE f.fact_id IN (\n" + Self.indented(try firstFacts(listing, clauses)) + ")"
    } else {
      sql += Self.whereClause(clauses)
    }
    if let grouping = listing.grouping { sql += "\nGROUP BY \(grouping)" }
    sql += try order(listing.columns, columns, or: rank(&conditions) + listing.order) + limit
    return (SelectStatement(sql: sql, values: conditions.parameters.values), columns.map(\.name))
  }

  /// Articles with the searched words in their titles come first, then the newest.
  ///
  /// Words so common that articles are read until there are enough come newest first.
  private func rank(_ conditions: inout Conditions) -> String {
    guard show == .articles, method == .index, request.sort == nil else { return "" }
    return conditions.titles("a").map { "\($0) DESC, " }.joined()
  }

  /// Whether the first facts of a place are found in its index alone, and their rows are read
  /// only then: a city has thousands of facts, each on another page of the file.
  private var looksUpLate: Bool {
    show == .facts && filters.roots != nil && request.sort == nil && request.limit != nil
  }

  private func firstFacts(
    _ listing: Listing, _ clauses: [String]
  ) throws(QueryError) -> String {
    "SELECT f.fact_id\nFROM \(listing.tables)" + Self.whereClause(clauses)
      + (try order(listing.columns, [], or: listing.order)) + limit
  }

  /// The rows of a listing to be counted, no more than wanted; nil where groups are counted.
  func buildCount() -> SelectStatement? {
    guard request.groups.isEmpty, !request.isCount else { return nil }
    let listing = Listing.of(show)
    var conditions = Conditions(filters, method)
    let clauses = Self.clauses(&conditions, show)
    var sql = "SELECT 1\nFROM \(listing.tables)" + Self.whereClause(clauses)
    if let grouping = listing.grouping { sql += "\nGROUP BY \(grouping)" }
    return SelectStatement(sql: sql, values: conditions.parameters.values)
  }

  private static func clauses(_ conditions: inout Conditions, _ show: Show) -> [String] {
    switch show {
    case .articles: conditions.ofArticles()
    case .organizations: conditions.ofOrganizations()
    case .people: conditions.ofPeople()
    case .facts: conditions.ofFacts()
    case .programs: conditions.ofPrograms()
    case .places: conditions.ofPlaces()
    }
  }

  // MARK: Counting

  private func grouped(
    _ listing: Listing
  ) throws(QueryError) -> (statement: SelectStatement, columns: [String]) {
    guard request.groups.count <= 2 else {
      throw QueryError(.wrongUsage, "rows can be counted by two things at most")
    }
    var groups: [GroupExpression] = []
    for group in request.groups { groups.append(try GroupExpression(group, of: show)) }
    var conditions = Conditions(filters, method)
    var clauses = Self.clauses(&conditions, show)
    if show == .articles, request.groups.contains(where: GroupExpression.isPlace),
      let places = conditions.places("p.path")
    {
      clauses.append(places)
    }
    let keys = keyColumns(groups)
    let all = keys + counts
    let columns = try pick(all, default: all)
    let selected = columns.map(Self.selected).joined(separator: ",\n  ")
    let rest = Self.joins(groups) + Self.whereClause(clauses)
    let tables = Self.needed(listing.tables, for: selected + all.map(\.sql).joined() + rest)
    var sql = "SELECT\n  " + selected + "\nFROM \(tables)" + rest
    if !keys.isEmpty {
      sql += "\nGROUP BY " + keys.map { Self.reference($0, columns) }.joined(separator: ", ")
    }
    sql += try order(all, columns, or: countOrder) + limit
    return (SelectStatement(sql: sql, values: conditions.parameters.values), columns.map(\.name))
  }

  /// The groups, the path of the last place among them, and the unit that makes sums possible.
  private func keyColumns(_ groups: [GroupExpression]) -> [Expression] {
    var keys = groups.map { Expression($0.name, $0.sql) }
    if let place = request.groups.lastIndex(where: GroupExpression.isPlace) {
      let path = PlaceExpression.path(to: groups[place].sql)
      keys.insert(Expression("path", path), at: place + 1)
    }
    if show == .facts, !request.groups.contains(.unit) { keys.append(Expression("unit", "f.unit")) }
    return keys
  }

  /// Whether one fact is a row for each of its topics.
  private var isMultiplied: Bool { request.groups.contains(.topic) }

  private var counts: [Expression] {
    let article = show == .facts ? "f.article_id" : "a.article_id"
    let articles = Expression("articles", "count(DISTINCT \(article))")
    switch show {
    case .articles: return [articles]
    case .facts:
      return [
        Expression("facts", isMultiplied ? "count(DISTINCT f.fact_id)" : "count(*)"),
        Expression("sum", Self.sum),
        Expression("lowest", "min(f.value)"),
        Expression("highest", "max(coalesce(f.value_max, f.value))"), articles,
      ]
    case .programs:
      // A county's programs stand in its city's row: the places tell whose they are.
      let places = Expression("places", Self.list("l.place"))
      return [Expression("programs", "count(DISTINCT l.program_id)")]
        + (request.groups.contains(where: GroupExpression.isPlace) ? [places] : [])
        + (request.groups.isEmpty ? [] : [Expression(Plan.listColumn, Self.list("l.name"))])
        + [articles]
    case .places:
      return [
        Expression("places", "count(DISTINCT p.place_id)"), articles,
      ]
    case .organizations:
      return [Expression("organizations", "count(DISTINCT l.organization_id)"), articles]
    case .people: return [Expression("people", "count(DISTINCT l.person_id)"), articles]
    }
  }

  /// The different values of a column with `；` between, which no name holds; a comma in a name
  /// becomes a full-width one.
  private static func list(_ column: String) -> String {
    "replace(group_concat(DISTINCT replace(\(column), ',', '，')), ',', '；')"
  }

  /// Shares, changes, rates, ages and durations are not added up.
  private static let sum = """
    CASE WHEN min(f.kind IN ('count', 'amount', 'length', 'area', 'measure')) THEN sum(f.value) END
    """

  /// The largest group first, what belongs to no group last.
  private var countOrder: String {
    let isTime = request.groups.first == .year || request.groups.first == .month
    let count = show == .articles ? "articles" : show.rawValue
    guard let first = request.groups.first?.rawValue else { return "\(count) DESC" }
    return isTime ? "\(first) IS NULL, \(first)" : "\(first) IS NULL, \(count) DESC, \(first)"
  }

  // MARK: Columns and order

  private func chosen(_ listing: Listing) throws(QueryError) -> [Expression] {
    let brief = listing.columns.filter { listing.brief.contains($0.name) }
      .sorted { Self.place($0, listing.brief) < Self.place($1, listing.brief) }
    return try pick(listing.columns, default: request.isBrief ? brief : listing.columns)
  }

  private static func place(_ column: Expression, _ names: [String]) -> Int {
    names.firstIndex(of: column.name) ?? names.count
  }

  private func pick(
    _ all: [Expression], default suited: [Expression]
  ) throws(QueryError) -> [Expression] {
    guard !request.fields.isEmpty else { return suited }
    guard request.fields.count <= all.count else {
      throw QueryError(
        .wrongUsage, "--fields names \(request.fields.count) columns; there are \(all.count)")
    }
    var picked: [Expression] = []
    for field in request.fields { picked.append(try find(field, in: all)) }
    return picked
  }

  private func find(_ field: String, in all: [Expression]) throws(QueryError) -> Expression {
    if let found = all.first(where: { $0.name == field }) { return found }
    throw Spelled.unknown(field, what: "column of this answer", known: all.map(\.name))
  }

  private func order(
    _ all: [Expression], _ chosen: [Expression], or suited: String
  ) throws(QueryError) -> String {
    guard let sort = request.sort else { return "\nORDER BY " + Self.ordered(suited, all, chosen) }
    let column = Self.reference(try find(sort, in: all), chosen)
    // What belongs to no group is the last also in another order. NULL is the smallest value:
    // downwards it comes last by itself, in the order of an index.
    let group = request.groups.first.flatMap { group in all.first { $0.name == group.rawValue } }
    let ungrouped = group.map { "\($0.sql) IS NULL, " } ?? ""
    let nullsLast = request.isDescending ? " DESC" : " NULLS LAST"
    return "\nORDER BY \(ungrouped)\(column)\(nullsLast)"
  }

  /// The order with names of columns replaced by what computes them, since `--fields` may leave a
  /// column out.
  private static func ordered(
    _ names: String, _ all: [Expression], _ chosen: [Expression]
  ) -> String {
    names.split(separator: ", ").map { term in
      let name = term.prefix { $0 != " " }
      guard let column = all.first(where: { $0.name == name }) else { return String(term) }
      let rest = term.dropFirst(name.count)
      // A number stands for a column only where it stands alone.
      return (rest.hasPrefix(" IS") ? column.sql : reference(column, chosen)) + rest
    }.joined(separator: ", ")
  }

  /// The number of a chosen column, or what computes one that is not chosen.
  private static func reference(_ column: Expression, _ chosen: [Expression]) -> String {
    chosen.firstIndex { $0.name == column.name }.map { String($0 + 1) } ?? column.sql
  }

  private var limit: String { request.limit.map { "\nLIMIT \($0)" } ?? "" }

  // MARK: Clauses

  private static func selected(_ column: Expression) -> String {
    column.sql.hasSuffix(".\(column.name)") && !column.sql.contains(" ")
      ? column.sql : "\(column.sql) AS \(column.name)"
  }

  private static func indented(_ sql: String) -> String {
    sql.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
  }

  private static func whereClause(_ clauses: [String]) -> String {
    clauses.isEmpty ? "" : "\nWHERE " + clauses.joined(separator: "\n  AND ")
  }

  /// The tables without those joined for columns that are not used: each costs a look for each row.
  private static func needed(_ tables: String, for sql: String) -> String {
    tables.split(separator: "\n").filter { line in
      guard line.hasPrefix("LEFT JOIN"), let alias = line.split(separator: " ").dropFirst(4).first
      else { return true }
      return ["(", " ", "+", "\n"].contains { sql.contains("\($0)\(alias).") }
        || sql.hasPrefix("\(alias).")
    }.joined(separator: "\n")
  }

  private static func joins(_ groups: [GroupExpression]) -> String {
    var lines: [String] = []
    for line in groups.compactMap(\.join).flatMap({ $0.split(separator: "\n").map(String.init) })
    where !lines.contains(line) {
      lines.append(line)
    }
    return lines.map { "\n" + $0 }.joined()
  }
}
