import Matching
import SQLite

/// Gives initiatives the topics of the user's own.
final class TopicTable {
  private struct Link {
    let program: Int
    let names: [String]
  }

  private let connection: Connection
  private let programs: ProgramTable
  private let topics: ProgramTopics

  /// Prepares to give topics; `programs` keeps in mind which are stored.
  init(_ connection: Connection, _ topics: ProgramTopics, _ programs: ProgramTable) {
    self.connection = connection
    self.topics = topics
    self.programs = programs
  }

  /// Goes through every article that names an initiative.
  ///
  /// - Returns: for each topic how many initiatives gained it.
  func apply() throws(SQLiteError) -> [String: Int] {
    let before = try served()
    for article in try articles() { try apply(to: article) }
    var gained: [String: Int] = [:]
    for (program, topics) in try served() {
      for topic in topics.subtracting(before[program] ?? []) { gained[topic, default: 0] += 1 }
    }
    return gained
  }

  /// Gives the initiatives of one article their topics.
  func apply(to article: Int) throws(SQLiteError) {
    let links = try links(of: article)
    guard !links.isEmpty else { return }
    let text = try connection.rows(
      "SELECT text FROM articles WHERE article_id = :article", ["article": .integer(article)]
    ) { Array(($0.text(0) ?? "").unicodeScalars) }
    let body = text.first ?? []
    let bounds = Sentences(body)
    for link in links {
      let sentences = try mentions(of: link, in: article).map { body[bounds.sentence(around: $0)] }
      try programs.store(
        topics.topics(names: link.names, sentences: sentences), .user, program: link.program,
        article: article)
    }
  }

  /// What the rows of initiatives say, by their ids.
  private func served() throws(SQLiteError) -> [Int: Set<String>] {
    let rows = try connection.rows("SELECT program_id, topics FROM programs") { row in
      (row.integer(0) ?? 0, Set((row.text(1) ?? "").split(separator: ",").map(String.init)))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  private func articles() throws(SQLiteError) -> [Int] {
    try connection.rows("SELECT DISTINCT article_id FROM program_links ORDER BY article_id") {
      $0.integer(0) ?? 0
    }
  }

  private func links(of article: Int) throws(SQLiteError) -> [Link] {
    try connection.rows(
      """
      SELECT program_id, name || char(10) || printed
      FROM program_links JOIN programs USING (program_id) WHERE article_id = :article
      """, ["article": .integer(article)]
    ) { row in
      let names = (row.text(1) ?? "").split(separator: "\n").map(String.init)
      return Link(program: row.integer(0) ?? 0, names: names)
    }
  }

  /// Where a body mentions an initiative.
  private func mentions(of link: Link, in article: Int) throws(SQLiteError) -> [Int] {
    try connection.rows(
      """
      SELECT start FROM mentions
      WHERE article_id = :article AND entity_kind = 'program' AND entity_id = :program
      """, ["article": .integer(article), "program": .integer(link.program)]
    ) { $0.integer(0) ?? 0 }
  }
}
