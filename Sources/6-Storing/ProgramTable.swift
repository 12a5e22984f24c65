import Model
import SQLite

/// Rows of initiatives.
final class ProgramTable {
  private let connection: Connection
  private let find: Statement
  private let insert: Statement
  private let widen: Statement
  private let link: Statement
  private var recent = RecentRows()
  private var topicsOfRow: [Int: Set<String>] = [:]

  init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    find = try connection.prepare(
      "SELECT program_id, topics FROM programs WHERE name = :name AND kind = :kind")
    insert = try connection.prepare(
      "INSERT INTO programs (name, kind, topics) VALUES (:name, :kind, :topics)")
    widen = try connection.prepare(
      "UPDATE programs SET topics = :topics WHERE program_id = :program_id")
    link = try connection.prepare(
      """
      INSERT INTO program_links (article_id, program_id, place_id, topics, printed, mentions,
        rules_version)
      VALUES (:article_id, :program_id, :place_id, :topics, :printed, :mentions, :rules_version)
      """)
  }

  func forgetRows() {
    recent.forget()
    topicsOfRow.removeAll(keepingCapacity: true)
  }

  /// Links an initiative to an article; returns its row, whose topics grow by the article's.
  func store(
    _ program: ProgramRecord, place: Int?, article: Int, rulesVersion: Int
  ) throws(SQLiteError) -> Int {
    let id = try id(of: program)
    let known = topicsOfRow[id] ?? []
    if !known.isSuperset(of: program.topics) {
      topicsOfRow[id] = known.union(program.topics)
      try widen.run(["topics": .text(text(of: id)), "program_id": .integer(id)])
    }
    try link.run([
      "article_id": .integer(article), "program_id": .integer(id), "place_id": .integer(place),
      "topics": .text(program.topics.joined(separator: ",")),
      "printed": .text(program.printed.joined(separator: "\n")),
      "mentions": .integer(program.mentions), "rules_version": .integer(rulesVersion),
    ])
    return id
  }

  private func id(of program: ProgramRecord) throws(SQLiteError) -> Int {
    let key = "\(program.kind.rawValue) \(program.name)"
    if let id = recent[key], topicsOfRow[id] != nil { return id }
    var found: (id: Int, topics: String)?
    try find.forEach(["name": .text(program.name), "kind": .text(program.kind.rawValue)]) {
      found = ($0.integer(0) ?? 0, $0.text(1) ?? "")
    }
    if let found {
      remember(found.id, key, Set(found.topics.split(separator: ",").map(String.init)))
      return found.id
    }
    try insert.run([
      "name": .text(program.name), "kind": .text(program.kind.rawValue), "topics": "",
    ])
    let id = Int(connection.lastInsertedRow)
    remember(id, key, [])
    return id
  }

  private func remember(_ id: Int, _ key: String, _ topics: Set<String>) {
    if topicsOfRow.count >= 50_000 { topicsOfRow.removeAll(keepingCapacity: true) }
    topicsOfRow[id] = topics
    recent[key] = id
  }

  private func text(of id: Int) -> String {
    (topicsOfRow[id] ?? []).sorted().joined(separator: ",")
  }
}
