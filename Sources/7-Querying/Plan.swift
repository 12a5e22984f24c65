package import SQLite

/// A statement ready to run, with what its rows are.
package struct Plan: Sendable {
  /// What the rows are.
  package let show: Show
  /// The statement.
  package let statement: SelectStatement
  /// The columns of a row; `hit` is the sentence in which searched words stand.
  package let columns: [String]
  /// The column that holds several names, with `；` between them.
  package static let listColumn = "names"
  /// What a person should know about how the names were understood.
  package let notes: [String]
  /// Where a text was searched, the column that holds it and the phrases to find there.
  private let hit: (column: Int, phrases: [SearchPhrase])?

  /// Runs it.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func run(in file: ArchiveFile, _ body: ([Value]) -> Void) throws(QueryError) {
    try file.forEach(statement) { row in
      var values = columns.indices.map { row[$0] }
      if let hit, case .text(let text) = values[hit.column] {
        values[hit.column] = .text(Snippet.of(hit.phrases, in: text))
      }
      body(values)
    }
  }

  /// The same rows without order or limit, to be counted.
  private let counted: SelectStatement

  /// How many rows there are without a limit; counting ends at `most`.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func count(in file: ArchiveFile, most: Int? = nil) throws(QueryError) -> Int {
    let limit = most.map { " LIMIT \($0)" } ?? ""
    let sql = "SELECT count(*) FROM (\(counted.sql)\(limit))"
    return try file.rows(sql, counted.values) { $0.integer(0) ?? 0 }.first ?? 0
  }
}

extension Plan {
  /// Plans one listing.
  init(
    _ request: Request, _ show: Show, _ filters: ResolvedFilters, in file: ArchiveFile
  ) throws(QueryError) {
    let method = try file.searchMethod(request, show, filters)
    let (statement, columns) = try StatementBuilder(
      request: request, show: show, filters: filters, method: method
    ).build()
    var whole = request
    whole.limit = nil
    let counter = StatementBuilder(
      request: whole, show: show, filters: filters,
      method: filters.roots == nil ? .index : method)
    if let rows = counter.buildCount() {
      counted = rows
    } else {
      counted = try counter.build().statement
    }
    self.show = show
    self.statement = statement
    notes = filters.notes
    self.columns = columns
    hit = columns.firstIndex(of: Listing.hit.name).map { ($0, filters.phrases) }
  }
}

extension ArchiveFile {
  /// Turns a request into statements: one, or three where no kind of row is asked for.
  ///
  /// - Throws: `QueryError` for names the archive does not hold and requests that make no sense.
  package func plan(_ request: Request) throws(QueryError) -> [Plan] {
    var filters = try ResolvedFilters(request.filters, in: self)
    filters.areFew = try areFew(filters)
    if let show = request.show { return [try Plan(request, show, filters, in: self)] }
    guard request.groups.isEmpty, !request.isCount else {
      throw QueryError(.wrongUsage, "say with --show what is to be counted")
    }
    var plans: [Plan] = []
    for show in [Show.articles, .programs, .facts] {
      plans.append(try Plan(request, show, filters, in: self))
    }
    return plans
  }
}
