import SQLite
import Schema
import Scripts
import Model

/// The versions of what a file holds, kept in `properties`.
struct FileVersions {
  private let connection: Connection

  /// The versions of an open archive.
  init(_ connection: Connection) { self.connection = connection }

  /// What today's program keeps, by the names of the properties.
  static let today = IndexVersions.today.merging([
    "format": String(Migrations.all.count), "rules": rules, "weights": "none",
  ]) { first, _ in first }

  /// Whether all of some versions are today's.
  func areCurrent(_ versions: some Sequence<String> = today.keys) throws(SQLiteError) -> Bool {
    for name in versions {
      guard try Properties(connection).value(of: name) == Self.today[name] else { return false }
    }
    return true
  }

  /// Makes the file one of today's program: its index, its topics, its versions; what an older
  /// release has read stays as it is, and says so itself.
  func bringUpToDate() throws(SQLiteError) {
    if try !areCurrent(IndexVersions.today.keys) { try TextIndex(connection).rebuild() }
    try StoredTopics(connection).renewBuiltIn()
    let properties = Properties(connection)
    for (name, value) in Self.today.sorted(by: { $0.key < $1.key }) {
      try properties.put(value, as: name)
    }
  }
}
