import SQLite

/// Gives places, programs, organisations, people and reasons of changes the row ids that they have
/// in another archive, so that rows which refer to them can be compared as they are.
final class TwinRows {
  private let other: Connection
  private var finds: [String: Statement] = [:]
  /// For each table an id that no row of the other archive has.
  private var free: [String: Int] = [:]

  init(_ other: Connection) throws(SQLiteError) {
    self.other = other
    for (table, id, key) in Self.tables {
      finds[table] = try other.prepare("SELECT \(id) FROM \(table) WHERE \(key)")
      let last = try other.rows("SELECT max(\(id)) FROM \(table)") { $0.integer(0) ?? 0 }
      // Row ids may be any integers.
      free[table] = (last.first ?? 0) &+ 1
    }
  }

  /// The id that a new row of a table shall have, by the columns that tell it from others.
  func id(in table: String, _ key: KeyValuePairs<StaticString, Value>) throws(SQLiteError) -> Int {
    var found: Int?
    try finds[table]?.forEach(key) { found = $0.integer(0) }
    if let found { return found }
    let id = free[table] ?? 0
    free[table] = id &+ 1
    return id
  }

  private static let tables = [
    ("places", "place_id", "path = :path AND level = :level"),
    ("programs", "program_id", "name = :name AND kind = :kind"),
    ("organizations", "organization_id", "name = :name"), ("people", "person_id", "name = :name"),
    ("edit_reasons", "reason_id", "name = :name"),
  ]
}
