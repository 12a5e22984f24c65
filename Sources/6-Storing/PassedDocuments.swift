import SQLite

/// The documents that imports pass over, since an import was killed or crashed while it read them.
///
/// They are rows of `properties`, named by their digest.
struct PassedDocuments {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  private static let kind = "passed over: "

  /// Adds documents by their digests.
  func add(_ digests: [String]) throws(SQLiteError) {
    for digest in digests {
      try connection.prepare(
        "INSERT INTO properties (name, value) VALUES (:name, '') ON CONFLICT DO NOTHING"
      ).run(["name": .text(Self.kind + digest)])
    }
  }

  /// Takes one out that could be read.
  func remove(_ digest: String) throws(SQLiteError) {
    try connection.prepare("DELETE FROM properties WHERE name = :name")
      .run(["name": .text(Self.kind + digest)])
  }

  /// The digests of all.
  func all() throws(SQLiteError) -> Set<String> {
    let names = try connection.rows("SELECT name FROM properties") { $0.text(0) ?? "" }
    return Set(
      names.filter { $0.hasPrefix(Self.kind) }.map { String($0.dropFirst(Self.kind.count)) })
  }
}
