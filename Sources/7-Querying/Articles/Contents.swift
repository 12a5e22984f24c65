import Model
package import SQLite

extension ArchiveFile {
  /// What the archive holds: a name and a value for each line of `archive info`.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func contents() throws(QueryError) -> [(name: String, value: Value)] {
    var lines: [(name: String, value: Value)] = [("archive", .text(path))]
    for (name, sql) in Self.counts {
      let value = try rows(sql) { $0[0] }.first ?? .null
      lines.append((name, value))
    }
    let levels = try rows("SELECT level, count(*) FROM places GROUP BY level") {
      (name: "places: " + ($0.text(0) ?? ""), value: $0[1])
    }
    let after = lines.firstIndex { $0.name == "places" } ?? lines.count - 1
    lines.insert(contentsOf: levels, at: after + 1)
    return lines + (try documentsByRules())
  }

  /// How many documents which rules have read, today's first.
  private func documentsByRules() throws(QueryError) -> [(name: String, value: Value)] {
    let all = try rows(
      """
      SELECT rules, count(*) FROM documents WHERE original IS NOT NULL GROUP BY rules ORDER BY rules
      """
    ) {
      (rules: $0.text(0) ?? "", count: $0[1])
    }
    return (all.filter { $0.rules == rules } + all.filter { $0.rules != rules }).map {
      (name: "documents read by rules \($0.rules)", value: $0.count)
    }
  }

  /// The papers and sites with their articles, the largest first.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func sources() throws(QueryError) -> [[Value]] {
    try rows(
      """
      SELECT source, count(*), min(published), max(published) FROM articles
      GROUP BY source ORDER BY count(*) DESC, source
      """
    ) { row in (0..<4).map { row[$0] } }
  }

  private static let counts: [(name: String, sql: String)] = [
    ("format version", "PRAGMA user_version"),
    ("application id", "SELECT printf('0x%08X', application_id) FROM pragma_application_id"),
    ("file size", "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
    ("documents", "SELECT count(*) FROM documents"),
    ("documents without an article", "SELECT count(*) FROM documents WHERE status = 'empty'"),
    ("documents that failed", "SELECT count(*) FROM documents WHERE status = 'failed'"),
    ("bytes of originals", "SELECT CAST(total(byte_count) AS INTEGER) FROM documents"),
    ("articles", "SELECT count(*) FROM articles"),
    (
      "copies among them", "SELECT count(*) FROM articles WHERE duplicate_of IS NOT NULL"
    ),
    ("first date", "SELECT min(published) FROM articles"),
    ("last date", "SELECT max(published) FROM articles"),
    ("facts", "SELECT count(*) FROM facts"),
    ("programs", "SELECT count(*) FROM programs"),
    ("places", "SELECT count(*) FROM places"),
    ("organizations", "SELECT count(*) FROM organizations"),
    ("people", "SELECT count(*) FROM people"),
    ("edits", "SELECT count(*) FROM edits"),
    ("diagnostics", "SELECT count(*) FROM diagnostics"),
    ("last import", "SELECT max(imported_at) FROM documents"),
  ]
}
