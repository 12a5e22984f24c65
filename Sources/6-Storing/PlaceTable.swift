import Model
import SQLite

/// Rows of places, each with its ancestors.
final class PlaceTable {
  private let connection: Connection
  private let find: Statement
  private let insert: Statement
  private let locate: Statement
  private let link: Statement
  private let insertCandidate: Statement
  private var recent = RecentRows()

  init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    find = try connection.prepare(
      "SELECT place_id FROM places WHERE path = :path AND level = :level")
    insert = try connection.prepare(
      """
      INSERT INTO places (name, level, parent_id, adcode, path, province, city, county)
      VALUES (:name, :level, :parent_id, :adcode, :path, :province, :city, :county)
      """)
    locate = try connection.prepare(
      """
      UPDATE places SET longitude = :longitude, latitude = :latitude
      WHERE place_id = :place_id AND longitude IS NULL
      """)
    link = try connection.prepare(
      """
      INSERT INTO place_links (article_id, place_id, mentions, rules_version)
      VALUES (:article_id, :place_id, :mentions, :rules_version)
      """)
    insertCandidate = try connection.prepare(
      """
      INSERT INTO place_candidates (article_id, place_id, path)
      VALUES (:article_id, :place_id, :path) ON CONFLICT DO NOTHING
      """)
  }

  func forgetRows() { recent.forget() }

  /// Links a place to an article; returns its row.
  func store(
    _ place: PlaceRecord, article: Int, rulesVersion: Int
  ) throws(SQLiteError) -> Int {
    let id = try id(of: place.path)
    if let longitude = place.longitude, let latitude = place.latitude {
      try locate.run([
        "longitude": .real(longitude), "latitude": .real(latitude), "place_id": .integer(id),
      ])
    }
    try link.run([
      "article_id": .integer(article), "place_id": .integer(id),
      "mentions": .integer(place.mentions), "rules_version": .integer(rulesVersion),
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
    var id: Int?
    try find.forEach(["path": .text(text), "level": .text(own.level.rawValue)]) {
      id = $0.integer(0)
    }
    if id == nil {
      func name(_ level: PlaceLevel) -> Value { .text(path.first { $0.level == level }?.name) }
      try insert.run([
        "name": .text(own.name), "level": .text(own.level.rawValue), "parent_id": .integer(parent),
        "adcode": .text(own.adcode?.description), "path": .text(text),
        "province": name(.province), "city": name(.city), "county": name(.county),
      ])
      id = Int(connection.lastInsertedRow)
    }
    recent[key] = id
    return id ?? 0
  }
}
