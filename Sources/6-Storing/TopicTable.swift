import Matching
import SQLite

/// Adds the user's own topics to initiatives that are stored; they keep those they have.
final class TopicTable {
  private struct Link {
    let id: Int
    let program: Int
    let names: [String]
    let topics: [String]
  }

  private let connection: Connection
  private let topics: ProgramTopics
  private let updateLink: Statement
  private let updateProgram: Statement

  init(_ connection: Connection, _ topics: ProgramTopics) throws(SQLiteError) {
    self.connection = connection
    self.topics = topics
    updateLink = try connection.prepare(
      "UPDATE program_links SET topics = :topics WHERE program_link_id = :id")
    updateProgram = try connection.prepare(
      "UPDATE programs SET topics = :topics WHERE program_id = :id")
  }

  /// Goes through every article that names an initiative.
  ///
  /// - Returns: for each topic how many initiatives gained it.
  func apply() throws(SQLiteError) -> [String: Int] {
    var gained: [Int: Set<String>] = [:]
    for article in try articles() {
      let text = try connection.rows(
        "SELECT text FROM articles WHERE article_id = :article", ["article": .integer(article)]
      ) { Array(($0.text(0) ?? "").unicodeScalars) }
      let body = text.first ?? []
      let bounds = Sentences(body)
      for link in try links(of: article) {
        let starts = try mentions(of: link, in: article)
        let sentences = starts.map { body[bounds.sentence(around: $0)] }
        let added = topics.topics(names: link.names, sentences: sentences)
          .filter { !link.topics.contains($0) }
        guard !added.isEmpty else { continue }
        try updateLink.run([
          "topics": .text((link.topics + added).joined(separator: ",")), "id": .integer(link.id),
        ])
        gained[link.program, default: []].formUnion(added)
      }
    }
    return try widen(gained)
  }

  private func articles() throws(SQLiteError) -> [Int] {
    try connection.rows("SELECT DISTINCT article_id FROM program_links ORDER BY article_id") {
      $0.integer(0) ?? 0
    }
  }

  private func links(of article: Int) throws(SQLiteError) -> [Link] {
    try connection.rows(
      """
      SELECT program_link_id, program_id, name || char(10) || printed, link.topics
      FROM program_links AS link JOIN programs USING (program_id) WHERE article_id = :article
      """, ["article": .integer(article)]
    ) { row in
      Link(
        id: row.integer(0) ?? 0, program: row.integer(1) ?? 0,
        names: Self.split(row.text(2), "\n"), topics: Self.split(row.text(3), ","))
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

  /// Adds to each initiative what its articles gained.
  private func widen(_ gained: [Int: Set<String>]) throws(SQLiteError) -> [String: Int] {
    var counts: [String: Int] = [:]
    for (program, added) in gained {
      let known = try connection.rows(
        "SELECT topics FROM programs WHERE program_id = :id", ["id": .integer(program)]
      ) { Self.split($0.text(0), ",") }
      let all = Set(known.first ?? []).union(added)
      for topic in added.subtracting(known.first ?? []) { counts[topic, default: 0] += 1 }
      try updateProgram.run([
        "topics": .text(all.sorted().joined(separator: ",")), "id": .integer(program),
      ])
    }
    return counts
  }

  private static func split(_ words: String?, _ mark: Character) -> [String] {
    (words ?? "").split(separator: mark).map(String.init)
  }
}
