import Model
import SQLite

/// The rows that the entities of one article have.
struct EntityRows {
  var places: [Int] = []
  var programs: [Int] = []
  var organizations: [Int] = []
  var people: [Int] = []

  /// The row a mention's entity has.
  func id(of mention: MentionRecord) -> Int {
    switch mention.kind {
    case .place: places[mention.entity]
    case .program: programs[mention.entity]
    case .organization: organizations[mention.entity]
    case .person: people[mention.entity]
    }
  }
}

/// Rows of places, programs, organisations and people, and their links to articles.
final class EntityTables {
  private let places: PlaceTable
  let programs: ProgramTable
  private let organizations: NameTable
  private let people: NameTable
  private let linkOrganization: Statement
  private let linkPerson: Statement

  init(_ connection: Connection, _ twin: TwinRows?) throws(SQLiteError) {
    places = try PlaceTable(connection, twin)
    programs = try ProgramTable(connection, twin)
    organizations = try NameTable("organizations", key: "organization_id", connection, twin)
    people = try NameTable("people", key: "person_id", connection, twin)
    linkOrganization = try connection.prepare(
      """
      INSERT INTO organization_links (article_id, organization_id, mentions)
      VALUES (:article_id, :organization_id, :mentions)
      """)
    linkPerson = try connection.prepare(
      """
      INSERT INTO person_links (article_id, person_id, role, mentions)
      VALUES (:article_id, :person_id, :role, :mentions)
      """)
  }

  func forgetRows() {
    places.forgetRows()
    programs.forgetRows()
    organizations.forgetRows()
    people.forgetRows()
  }

  func store(_ record: ArticleRecord, article: Int) throws(SQLiteError) -> EntityRows {
    var rows = EntityRows()
    for place in record.places {
      rows.places.append(try places.store(place, article: article))
    }
    for program in record.programs {
      rows.programs.append(
        try programs.store(
          program, place: program.place.map { rows.places[$0] }, article: article))
    }
    for organization in record.organizations {
      let id = try organizations.id(of: organization.name)
      rows.organizations.append(id)
      try linkOrganization.run([
        "article_id": .integer(article), "organization_id": .integer(id),
        "mentions": .integer(organization.mentions),
      ])
    }
    for person in record.people {
      let id = try people.id(of: person.name)
      rows.people.append(id)
      try linkPerson.run([
        "article_id": .integer(article), "person_id": .integer(id), "role": .text(person.role),
        "mentions": .integer(person.mentions),
      ])
    }
    return rows
  }
}

/// Ids remembered for keys seen lately, so that a common place is not looked up again and again.
struct RecentRows {
  /// By the bytes of the keys: to hash a String of Han characters normalizes each of them.
  private var ids: [[UInt8]: Int] = [:]
  /// 50,000 keys of about 60 bytes stay within a few megabytes.
  private static var limit: Int { 50_000 }

  subscript(key: String) -> Int? {
    get { ids[Array(key.utf8)] }
    set {
      if ids.count >= Self.limit { ids.removeAll(keepingCapacity: true) }
      ids[Array(key.utf8)] = newValue
    }
  }

  mutating func forget() { ids.removeAll(keepingCapacity: true) }
}

/// A table of names, each once.
final class NameTable {
  private let table: String
  private let connection: Connection
  private let twin: TwinRows?
  private let find: Statement
  private let insert: Statement
  private var recent = RecentRows()

  init(
    _ table: String, key: String, _ connection: Connection, _ twin: TwinRows?
  ) throws(SQLiteError) {
    self.table = table
    self.connection = connection
    self.twin = twin
    find = try connection.prepare("SELECT \(key) FROM \(table) WHERE name = :name")
    insert = try connection.prepare("INSERT INTO \(table) (\(key), name) VALUES (:id, :name)")
  }

  func forgetRows() { recent.forget() }

  /// The row of a name, made if there is none.
  func id(of name: String) throws(SQLiteError) -> Int {
    if let id = recent[name] { return id }
    var id: Int?
    try find.forEach(["name": .text(name)]) { id = $0.integer(0) }
    if id == nil {
      let twin = try twin?.id(in: table, ["name": .text(name)])
      try insert.run(["id": .integer(twin), "name": .text(name)])
      id = Int(connection.lastInsertedRow)
    }
    recent[name] = id
    return id ?? 0
  }
}
