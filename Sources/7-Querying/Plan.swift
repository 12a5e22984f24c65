package import SQLite

/// A statement ready to run, with what its rows are.
package struct Plan: Sendable {
  /// What the rows are.
  package let show: Show
  /// The statement.
  package let statement: SelectStatement
  /// The columns of a row, `hit` last where a text was searched.
  package let columns: [String]
  /// What a person should know about how the names were understood.
  package let notes: [String]
  private let hit: Hit?

  /// How a row's hit is found: the column that holds the article and the phrases.
  private struct Hit: Sendable {
    let article: Int
    let phrases: [SearchPhrase]
  }

  /// Runs it.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func run(
    in file: ArchiveFile, _ body: ([Value]) -> Void
  ) throws(QueryError) {
    let count = columns.count - (hit == nil ? 0 : 1)
    var failure: QueryError?
    try file.forEach(statement) { row in
      var values = (0..<count).map { row[$0] }
      if let hit {
        do throws(QueryError) {
          values.append(try Self.sentence(of: hit, values[hit.article], in: file))
        } catch {
          failure = error
        }
      }
      body(values)
    }
    if let failure { throw failure }
  }

  /// How many rows there are without a limit.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func count(in file: ArchiveFile) throws(QueryError) -> Int {
    let sql = "SELECT count(*) FROM (\(statement.sql.split(separator: "\nLIMIT ")[0]))"
    return try file.rows(sql, statement.values) { $0.integer(0) ?? 0 }.first ?? 0
  }

  private static func sentence(
    of hit: Hit, _ article: Value, in file: ArchiveFile
  ) throws(QueryError) -> Value {
    let texts = try file.rows(
      "SELECT title, text FROM articles WHERE article_id = :article", ["article": article]
    ) { [$0.text(1), $0.text(0)] }
    for text in texts.joined() {
      if let text, let snippet = Snippet.of(hit.phrases, in: text) { return .text(snippet) }
    }
    return .null
  }
}

extension Plan {
  /// Plans one listing.
  init(_ request: Request, _ show: Show, _ filters: ResolvedFilters) throws(QueryError) {
    let (statement, columns) = try StatementBuilder(
      request: request, show: show, filters: filters
    ).build()
    self.show = show
    self.statement = statement
    notes = filters.notes
    let article = columns.firstIndex(of: "article_id")
    let isSearch = show == .articles && request.groups.isEmpty && !filters.phrases.isEmpty
    if isSearch, let article {
      hit = Hit(article: article, phrases: filters.phrases)
      self.columns = columns + ["hit"]
    } else {
      hit = nil
      self.columns = columns
    }
  }
}

extension ArchiveFile {
  /// Turns a request into statements: one, or three where no kind of row is asked for.
  ///
  /// - Throws: `QueryError` for names the archive does not hold and requests that make no sense.
  package func plan(_ request: Request) throws(QueryError) -> [Plan] {
    let filters = try ResolvedFilters(request.filters, in: self)
    if let show = request.show { return [try Plan(request, show, filters)] }
    guard request.groups.isEmpty else {
      throw QueryError(.wrongUsage, "say with --show what is to be counted")
    }
    var plans: [Plan] = []
    for show in [Show.articles, .programs, .facts] {
      plans.append(try Plan(request, show, filters))
    }
    return plans
  }
}
