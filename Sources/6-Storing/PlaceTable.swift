import Model
import SQLite

/// Rows of places, each with its ancestors.
final class PlaceTable {
  private let connection: Connection
  private let twin: TwinRows?
  private let find: Statement
  private let change: Statement
  private let insert: Statement
  private let locate: Statement
  private let link: Statement
  private let insertCandidate: Statement
  private var recent = RecentRows()

  init(_ connection: Connection, _ twin: TwinRows?) throws(SQLiteError) {
    self.connection = connection
    self.twin = twin
    find = try connection.prepare(
      """
      SELECT place_id, name IS :name AND parent_id IS :parent_id AND adcode IS :adcode AND province IS :province
        AND city IS :city AND county IS :county
      FROM places WHERE path = :path AND level = :level
      """)
    change = try connection.prepare(
      """
      UPDATE places SET name = :name, parent_id = :parent_id, adcode = :adcode,
        province = :province, city = :city, county = :county
      WHERE path = :path AND level = :level
      """)
    insert = try connection.prepare(
      """
      INSERT INTO places (place_id, name, level, parent_id, adcode, path, province, city, county)
      VALUES (:id, :name, :level, :parent_id, :adcode, :path, :province, :city, :county)
      """)
    locate = try connection.prepare(
      """
      UPDATE places SET longitude = :longitude, latitude = :latitude
      WHERE place_id = :place_id
        AND (longitude IS NOT :longitude OR latitude IS NOT :latitude)
      """)
    link = try connection.prepare(
      """
      INSERT INTO place_links (article_id, place_id, mentions)
      VALUES (:article_id, :place_id, :mentions)
      """)
    insertCandidate = try connection.prepare(
      """
      INSERT INTO place_candidates (article_id, place_id, path)
      VALUES (:article_id, :place_id, :path) ON CONFLICT DO NOTHING
      """)
  }

  func forgetRows() { recent.forget() }

  /// Links a place to an article; returns its row.
  func store(_ place: PlaceRecord, article: Int) throws(SQLiteError) -> Int {
    let id = try id(of: place.path)
    if let longitude = place.longitude, let latitude = place.latitude {
      try locate.run([
        "longitude": .real(longitude), "latitude": .real(latitude), "place_id": .integer(id),
      ])
    }
    try link.run([
      "article_id": .integer(article), "place_id": .integer(id),
      "mentions": .integer(place.mentions),
    ])
    for path in place.candidates {
      try insertCandidate.run([
        "article_id": .integer(article), "place_id": .integer(id), "path": .text(path),
      ])
    }
    return id
  }

  private func id(of path: [PlaceRecord.Step]) throws(SQLiteError) -> Int {
    var parent: Int?
    for depth in path.indices {
      parent = try id(of: path[...depth], parent: parent)
    }
    return parent ?? 0
  }

  private func id(
    of path: ArraySlice<PlaceRecord.Step>, parent: Int?
  ) throws(SQLiteError) -> Int {
    let own = path[path.endIndex - 1]
    let text = path.map(\.name).joined(separator: "/")
    let key = "\(own.level.rawValue) \(text)"
    if let id = recent[key] { return id }
    func name(_ level: PlaceLevel) -> Value { .text(path.first { $0.level == level }?.name) }
    let row: KeyValuePairs<StaticString, Value> = [
      "name": .text(own.name), "level": .text(own.level.rawValue), "parent_id": .integer(parent),
      "adcode": .text(own.adcode?.description), "path": .text(text),
      "province": name(.province), "city": name(.city), "county": name(.county),
    ]
    var found: (id: Int, isSame: Bool)?
    try find.forEach(row) { found = ($0.integer(0) ?? 0, $0[1] == 1) }
    // What today's rules say of a place takes the place of what older ones said.
    if found?.isSame == false { try change.run(row) }
    if found == nil {
      let id = try twin?.id(
        in: "places", ["path": .text(text), "level": .text(own.level.rawValue)])
      try insert.bind("id", .integer(id))
      try insert.run(row)
    }
    let id = found?.id ?? Int(connection.lastInsertedRow)
    recent[key] = id
    return id
  }
}
