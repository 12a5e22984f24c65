import SQLite
import Topics

/// Checks the names of a question against those of the archive.
struct NameFinder {
  let file: ArchiveFile

  /// Refuses words that stand in no program's name.
  func check(program: String) throws(QueryError) {
    try check(
      program, what: "program", table: "programs",
      any: "SELECT 1 FROM programs WHERE instr(lower(name), lower(:name)) LIMIT 1",
      all: "SELECT name FROM programs")
  }

  /// Refuses a topic that no program serves and whose word stands in no program's name.
  func check(topic: String) throws(QueryError) {
    let name = QueryText.name(topic)
    let condition = "instr(',' || topics || ',', ',' || :name || ',') OR instr(name, :name)"
    let found = try file.rows(
      "SELECT 1 FROM programs WHERE \(condition) LIMIT 1", ["name": .text(name)]
    ) { _ in true }
    guard found.isEmpty else { return }
    throw QueryError(
      .nothingFound,
      "the archive knows no topic “\(topic)”\(Nearest.suggestion(for: name, in: try topics()))")
  }

  /// The topics that are built in and those of the archive's programs.
  func allTopics() throws(QueryError) -> [String] {
    let builtIn = TopicVocabulary.builtIn.topics
    return builtIn + (try topics()).filter { !builtIn.contains($0) }
  }

  /// The topics of the archive's programs.
  func topics() throws(QueryError) -> [String] {
    let lists = try file.rows("SELECT DISTINCT topics FROM programs") { $0.text(0) ?? "" }
    var seen: Set<String> = []
    return lists.flatMap { $0.split(separator: ",").map(String.init) }
      .filter { seen.insert($0).inserted }
  }

  /// Refuses words that stand in no organisation's name.
  func check(organization: String) throws(QueryError) {
    try check(
      organization, what: "organization", table: "organizations",
      any: "SELECT 1 FROM organizations WHERE instr(lower(name), lower(:name)) LIMIT 1",
      all: "SELECT name FROM organizations")
  }

  /// Refuses a name that nobody of the archive bears.
  func check(person: String) throws(QueryError) {
    try check(
      person, what: "person", table: "people",
      any: """
        SELECT 1 FROM people WHERE name = :name UNION ALL SELECT 1 FROM bylines WHERE name = :name
        """,
      all: "SELECT name FROM people UNION SELECT name FROM bylines")
  }

  /// The sources whose name is or contains the words.
  func sources(named words: String) throws(QueryError) -> [String] {
    let wanted = QueryText.name(words)
    let known = try distinct("source", of: "articles")
    if known.contains(wanted) { return [wanted] }
    let found = known.filter { $0.contains(wanted) }
    guard found.isEmpty else { return found }
    throw QueryError(
      .nothingFound,
      "the archive has nothing of the source “\(words)”"
        + Nearest.suggestion(for: wanted, in: known))
  }

  /// The units that a question's units and dimensions mean.
  func units(_ filters: Filters) throws(QueryError) -> [UnitForm] {
    var forms: [UnitForm] = []
    guard !filters.dimensions.isEmpty || !filters.units.isEmpty else { return [] }
    let conversion = UnitConversion(known: try distinct("unit", of: "facts"))
    for dimension in filters.dimensions {
      guard let units = conversion.units(ofDimension: dimension) else {
        throw QueryError(
          .wrongUsage,
          "no dimension is called “\(dimension)”"
            + Nearest.suggestion(for: dimension, in: UnitConversion.names))
      }
      guard !units.isEmpty else {
        throw QueryError(.nothingFound, "no fact of the archive measures “\(dimension)”")
      }
      forms += units
    }
    for unit in filters.units {
      let found = conversion.forms(of: QueryText.name(unit))
      guard !found.isEmpty else {
        throw QueryError(
          .nothingFound,
          "no fact of the archive has the unit “\(unit)”"
            + Nearest.suggestion(for: unit, in: conversion.known))
      }
      forms += found
    }
    return forms
  }

  private func check(
    _ words: String, what: String, table: String, any: String, all: String
  ) throws(QueryError) {
    let name = QueryText.name(words)
    let found = try file.rows(any, ["name": .text(name)]) { _ in true }
    guard found.isEmpty else { return }
    let names = try file.rows(all) { $0.text(0) ?? "" }
    throw QueryError(
      .nothingFound,
      "the archive knows no \(what) “\(words)”\(Nearest.suggestion(for: name, in: names))")
  }

  /// The different values of an indexed column, found by leaping from one to the next.
  func distinct(_ column: String, of table: String) throws(QueryError) -> [String] {
    try file.rows(
      """
      WITH RECURSIVE leap (leapt) AS (
        SELECT min(\(column)) FROM \(table)
        UNION ALL
        SELECT (SELECT min(\(column)) FROM \(table) WHERE \(column) > leap.leapt)
        FROM leap WHERE leapt IS NOT NULL
      )
      SELECT leapt FROM leap WHERE leapt IS NOT NULL
      """
    ) { $0.text(0) ?? "" }
  }
}
