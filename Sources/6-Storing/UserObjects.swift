import Schema
import SQLite

/// An index or view of the user's that today's tables cannot bear.
package struct LostObject: Sendable {
  /// `index` or `view`.
  package let type: String
  /// Its name.
  package let name: String
  /// How it was made.
  package let sql: String
}

/// The indexes and views of the user's own on tables that are made anew: an index goes with its
/// table, a view stays and may ask for a column that is gone.
struct UserObjects {
  private let version: Int
  private let all: [LostObject]
  /// What each view gave before, by its name.
  private let columns: [String: [String]]

  /// Notes what an archive of some version has beside what the program made.
  init(_ connection: Connection, version: Int) throws(SQLiteError) {
    self.version = version
    let ours = try ArchiveFormat.names(version: version)
    all = try connection.rows(
      "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    ) { LostObject(type: $0.text(0) ?? "", name: $0.text(1) ?? "", sql: $0.text(2) ?? "") }
    .filter { !ours.contains($0.name.lowercased()) }
    columns = Dictionary(
      all.filter { $0.type == "view" }.map {
        ($0.name, Self.columns(of: $0.name, connection) ?? [])
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// The first object with a name that the scripts need.
  func inTheWay() throws(SQLiteError) -> LostObject? {
    let needed = try ArchiveFormat.namesNeeded(from: version)
    return all.first { needed.contains($0.name.lowercased()) }
  }

  /// Makes the indexes again and mends the views.
  ///
  /// - Returns: the names of the views that were mended, and what is lost.
  func restore(
    in connection: Connection
  ) throws(SQLiteError) -> (mended: [String], lost: [LostObject]) {
    var mended: [String] = []
    var lost: [LostObject] = []
    for index in all where index.type == "index" {
      if try !exists(index, in: connection), !works(index.sql, in: connection) {
        lost.append(index)
      }
    }
    // A view may stand on another that is mended after it.
    var broken = all.filter { $0.type == "view" && !gives($0, in: connection) }
    while !broken.isEmpty {
      var left: [LostObject] = []
      for view in broken {
        var isGood = gives(view, in: connection)
        if !isGood { isGood = try mend(view, in: connection) }
        if isGood { mended.append(view.name) } else { left.append(view) }
      }
      guard left.count < broken.count else { break }
      broken = left
    }
    return (mended, lost + broken)
  }

  /// Gives a view the facts with the columns that they had; false where that does not help.
  private func mend(_ view: LostObject, in connection: Connection) throws(SQLiteError) -> Bool {
    guard let sql = Self.withOldFacts(view.sql) else { return false }
    try connection.execute("SAVEPOINT view; DROP VIEW \(StrangeObject.quoted(view.name))")
    let isMended = works(sql, in: connection) && gives(view, in: connection)
    try connection.execute((isMended ? "" : "ROLLBACK TO view; ") + "RELEASE view")
    return isMended
  }

  /// The SQL of a view over facts that have their sentences and rules; nil where its SELECT is not
  /// plain to find.
  static func withOldFacts(_ sql: String) -> String? {
    guard let place = SQLMeaning.selectPlace(ofView: sql) else { return nil }
    let facts = """
      facts AS (
        SELECT own.*, words.sentence, document.rules AS rules_version
        FROM main.facts AS own
        JOIN main.fact_sentences AS words USING (fact_id)
        JOIN main.articles AS article USING (article_id)
        JOIN main.documents AS document USING (document_id)
      )
      """
    return sql[..<place.index] + (place.isInWith ? " \(facts), " : "WITH \(facts)\n")
      + sql[place.index...]
  }

  private func exists(_ object: LostObject, in connection: Connection) throws(SQLiteError) -> Bool {
    try connection.value(
      "SELECT count(*) FROM sqlite_master WHERE name = :name", ["name": .text(object.name)]) != 0
  }

  private func works(_ sql: String, in connection: Connection) -> Bool {
    (try? connection.execute(sql)) != nil
  }

  /// Whether a view gives every column that it gave before.
  private func gives(_ view: LostObject, in connection: Connection) -> Bool {
    guard let now = Self.columns(of: view.name, connection) else { return columns[view.name] == [] }
    return Set(columns[view.name] ?? []).isSubset(of: now)
  }

  /// The columns of a view; nil where it cannot be read.
  private static func columns(of view: String, _ connection: Connection) -> [String]? {
    try? connection.prepare("SELECT * FROM main.\(StrangeObject.quoted(view))").columns
  }
}
