import SQLite

/// The articles of an archive by the plain name of their document, later copies left out.
///
/// Plain SQL over the public tables and views, columns by their names: a file of another version
/// is read as far as its columns stay.
///
/// - Throws: `SQLiteError` for what is no archive.
package func readArchive(_ path: String) throws -> [String: [StoredArticle]] {
  let tables = try ArticleTables(Connection(path, .readOnly))
  var articles: [String: [StoredArticle]] = [:]
  for row in try tables.articles.rows() where row.isMissing("duplicate_of") {
    let article = try tables.article(row)
    articles[article.document, default: []].append(article)
  }
  return articles
}

/// One statement for each table, run again for each article.
private struct ArticleTables {
  let articles: NamedRows
  private let bylines: NamedRows
  private let places: NamedRows
  private let programs: NamedRows
  private let organizations: NamedRows
  private let people: NamedRows
  private let facts: NamedRows

  init(_ connection: Connection) throws {
    func view(_ name: String) throws -> NamedRows {
      NamedRows(try connection.prepare("SELECT * FROM \(name) WHERE article_id = :article"))
    }
    articles = NamedRows(try connection.prepare("SELECT * FROM articles ORDER BY article_id"))
    bylines = try view("bylines")
    places = try view("article_places")
    programs = try view("article_programs")
    organizations = try view("article_organizations")
    people = try view("article_people")
    facts = try view("facts")
  }

  func article(_ row: NamedRow) throws -> StoredArticle {
    let id: KeyValuePairs<StaticString, Value> = ["article": row["article_id"]]
    var article = StoredArticle(
      document: row.string("document").split(separator: "/").last.map(String.init) ?? "",
      title: row.words("title"), kind: row.string("kind"), source: row.words("source"),
      published: row.words("published"), text: row.string("text"))
    article.bylines = try bylines.rows(id).map { $0.string("name") }
    article.places = try places.rows(id).map(StoredPlace.init)
    article.programs = try programs.rows(id).map(StoredProgram.init)
    article.organizations = try organizations.rows(id).map { $0.string("name") }
    article.people = try people.rows(id).map {
      StoredPerson(name: $0.string("name"), role: $0.words("role"))
    }
    let rows = try facts.rows(id)
    article.facts = rows.map { row in StoredFact(row, total: total(of: row, among: rows)) }
    return article
  }

  private func total(of row: NamedRow, among rows: [NamedRow]) -> String? {
    row.isMissing("total_id")
      ? nil : rows.first { $0["fact_id"] == row["total_id"] }?.string("quote")
  }
}

extension StoredPlace {
  fileprivate init(_ row: NamedRow) {
    self.init(
      name: row.string("name"), level: row.string("level"),
      path: row.string("path").split(separator: "/").map(String.init),
      adcode: row.words("adcode"))
  }
}

extension StoredProgram {
  fileprivate init(_ row: NamedRow) {
    let topics = row.string("topics").split(separator: ",").map { $0.filter { $0 != " " } }
    self.init(
      name: row.string("name"), kind: row.string("kind"), place: row.words("place"),
      topics: Set(topics.filter { !$0.isEmpty }))
  }
}

extension StoredFact {
  fileprivate init(_ row: NamedRow, total: String?) {
    self.init(
      start: Int(row.number("start") ?? 0), quote: row.string("quote"),
      value: row.number("value"), valueMax: row.number("value_max"), unit: row.string("unit"),
      approx: row.words("approx"), subject: row.words("subject"), action: row.words("action"),
      kind: row.string("kind"), place: row.words("place"), timeText: row.words("time_text"),
      timeStart: row.words("time_start"), timeEnd: row.words("time_end"),
      program: row.words("program"), owner: row.words("owner"), total: total)
  }
}

/// A statement whose columns are asked by name.
private struct NamedRows {
  private let statement: Statement
  private let columns: [String: Int]

  init(_ statement: Statement) {
    self.statement = statement
    columns = Dictionary(
      statement.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func rows(_ values: KeyValuePairs<StaticString, Value> = [:]) throws -> [NamedRow] {
    var rows: [NamedRow] = []
    try statement.forEach(values) { row in
      rows.append(NamedRow(columns: columns, values: (0..<row.count).map { row[$0] }))
    }
    return rows
  }
}

/// A row whose missing columns are NULL.
private struct NamedRow {
  let columns: [String: Int]
  let values: [Value]

  subscript(column: String) -> Value { columns[column].map { values[$0] } ?? .null }

  func isMissing(_ column: String) -> Bool { self[column] == .null }

  /// The text of a column, nil for NULL and for an empty one.
  func words(_ column: String) -> String? {
    switch self[column] {
    case .text(let text): text.isEmpty ? nil : text
    case .integer(let number): String(number)
    default: nil
    }
  }

  func string(_ column: String) -> String { words(column) ?? "" }

  func number(_ column: String) -> Double? {
    switch self[column] {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }
}
