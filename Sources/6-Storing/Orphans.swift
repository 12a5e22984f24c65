import SQLite

/// Drops places, programs, organisations and people that no article names any more, of those whose
/// articles were taken out in this batch.
final class Orphans {
  private let connection: Connection
  private var places: Set<Int> = []
  private var programs: Set<Int> = []
  private var organizations: Set<Int> = []
  private var people: Set<Int> = []

  init(_ connection: Connection) { self.connection = connection }

  /// Notes what the articles of a document name, before they go.
  func note(document: Int) throws(SQLiteError) {
    places.formUnion(try ids("place_id", "place_links", document))
    programs.formUnion(try ids("program_id", "program_links", document))
    organizations.formUnion(try ids("organization_id", "organization_links", document))
    people.formUnion(try ids("person_id", "person_links", document))
  }

  /// Forgets what was noted: the batch is undone.
  func forget() { (places, programs, organizations, people) = ([], [], [], []) }

  /// Drops what nothing names, and tells each initiative anew which topics it serves.
  ///
  /// - Returns: whether something was dropped.
  func drop() throws(SQLiteError) -> Bool {
    defer { forget() }
    var dropped = 0
    for id in organizations {
      dropped += try delete(id, "organizations", "organization_id", named: ["organization_links"])
    }
    for id in people { dropped += try delete(id, "people", "person_id", named: ["person_links"]) }
    for id in programs {
      dropped += try delete(
        id, "programs", "program_id", named: ["program_links", "program_topics", "facts"])
      try ProgramTable.tellTopics(of: id, connection)
    }
    for id in places { dropped += try dropPlace(id) }
    return dropped > 0
  }

  /// A parent may go after its child; one that stays has a seat only where an article names it.
  private func dropPlace(_ id: Int) throws(SQLiteError) -> Int {
    let parents = try connection.rows(
      "SELECT parent_id FROM places WHERE place_id = :id", ["id": .integer(id)]
    ) { $0.integer(0) }
    let dropped = try delete(
      id, "places", "place_id",
      named: ["place_links", "place_candidates", "program_links", "facts"],
      "NOT EXISTS (SELECT 1 FROM places AS child WHERE child.parent_id = :id)")
    if dropped == 0 {
      try connection.prepare(
        """
        UPDATE places SET longitude = NULL, latitude = NULL WHERE place_id = :id
          AND NOT EXISTS (SELECT 1 FROM place_links WHERE place_id = :id)
        """
      ).run(["id": .integer(id)])
    }
    guard dropped > 0, let parent = parents.first ?? nil else { return dropped }
    return dropped + (try dropPlace(parent))
  }

  private func delete(
    _ id: Int, _ table: String, _ key: String, named tables: [String], _ more: String = "1"
  ) throws(SQLiteError) -> Int {
    let unnamed = tables.map { "NOT EXISTS (SELECT 1 FROM \($0) WHERE \(key) = :id)" }
    try connection.prepare(
      "DELETE FROM \(table) WHERE \(key) = :id AND \((unnamed + [more]).joined(separator: " AND "))"
    ).run(["id": .integer(id)])
    return connection.changes
  }

  private func ids(
    _ key: String, _ table: String, _ document: Int
  ) throws(SQLiteError) -> [Int] {
    try connection.rows(
      "SELECT DISTINCT \(key) FROM articles JOIN \(table) USING (article_id) WHERE document_id = :id",
      ["id": .integer(document)]
    ) { $0.integer(0) ?? 0 }
  }
}
