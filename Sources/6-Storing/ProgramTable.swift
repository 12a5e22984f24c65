import Model
import SQLite

/// Rows of initiatives.
final class ProgramTable {
  private let connection: Connection
  private let twin: TwinRows?
  private let find: Statement
  private let insert: Statement
  private let widen: Statement
  private let link: Statement
  private let serve: Statement
  private var recent = RecentRows()
  private var topicsOfRow: [Int: Set<String>] = [:]

  init(_ connection: Connection, _ twin: TwinRows?) throws(SQLiteError) {
    self.connection = connection
    self.twin = twin
    find = try connection.prepare(
      "SELECT program_id, topics FROM programs WHERE name = :name AND kind = :kind")
    insert = try connection.prepare(
      "INSERT INTO programs (program_id, name, kind, topics) VALUES (:id, :name, :kind, :topics)")
    widen = try connection.prepare(
      "UPDATE programs SET topics = :topics WHERE program_id = :program_id")
    link = try connection.prepare(
      """
      INSERT INTO program_links (article_id, program_id, place_id, printed, mentions)
      VALUES (:article_id, :program_id, :place_id, :printed, :mentions)
      """)
    serve = try connection.prepare(
      """
      INSERT INTO program_topics (article_id, program_id, topic, origin)
      VALUES (:article_id, :program_id, :topic, :origin) ON CONFLICT DO NOTHING
      """)
  }

  func forgetRows() {
    recent.forget()
    topicsOfRow.removeAll(keepingCapacity: true)
  }

  /// Links an initiative to an article; returns its row.
  func store(
    _ program: ProgramRecord, place: Int?, article: Int
  ) throws(SQLiteError) -> Int {
    let id = try id(of: program)
    try link.run([
      "article_id": .integer(article), "program_id": .integer(id), "place_id": .integer(place),
      "printed": .text(program.printed.joined(separator: "\n")),
      "mentions": .integer(program.mentions),
    ])
    try store(program.topics, .builtIn, program: id, article: article)
    return id
  }

  /// Says that an initiative of an article serves topics; those of its row grow by them.
  func store(
    _ topics: [String], _ origin: TopicOrigin, program id: Int, article: Int
  ) throws(SQLiteError) {
    for topic in topics {
      try serve.run([
        "article_id": .integer(article), "program_id": .integer(id), "topic": .text(topic),
        "origin": .text(origin.rawValue),
      ])
    }
    var known = topicsOfRow[id] ?? []
    if topicsOfRow[id] == nil { known = try stored(id) }
    guard !known.isSuperset(of: topics) else { return }
    topicsOfRow[id] = known.union(topics)
    try widen.run(["topics": .text(text(of: id)), "program_id": .integer(id)])
  }

  private func stored(_ id: Int) throws(SQLiteError) -> Set<String> {
    let topics =
      try connection.rows(
        "SELECT topics FROM programs WHERE program_id = :id", ["id": .integer(id)]
      ) { $0.text(0) ?? "" }.first ?? ""
    return Set(topics.split(separator: ",").map(String.init))
  }

  /// Makes the topics of an initiative's row those that it serves in all articles together.
  static func tellTopics(of id: Int, _ connection: Connection) throws(SQLiteError) {
    try connection.prepare(
      """
      UPDATE programs SET topics = coalesce((
        SELECT group_concat(topic) FROM (
          SELECT DISTINCT topic FROM program_topics WHERE program_id = :id ORDER BY topic)), '')
      WHERE program_id = :id
      """
    ).run(["id": .integer(id)])
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
    let (name, kind) = (Value.text(program.name), Value.text(program.kind.rawValue))
    try insert.run([
      "id": .integer(try twin?.id(in: "programs", ["name": name, "kind": kind])), "name": name,
      "kind": kind, "topics": "",
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
