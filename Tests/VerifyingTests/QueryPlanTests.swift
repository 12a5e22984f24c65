import SQLite
import Schema
import Testing
import TestSupport

@testable import Verifying

/// A line of EXPLAIN QUERY PLAN (sqlite.org/eqp.html).
private struct Step {
  let number: Int
  let parent: Int
  let words: String
}

private func plan(_ sql: String, in connection: Connection) throws -> [Step] {
  try connection.rows("EXPLAIN QUERY PLAN \(sql)") {
    Step(number: $0.integer(0) ?? 0, parent: $0.integer(1) ?? 0, words: $0.text(3) ?? "")
  }
}

@Test func `no invariant is checked by going through a table for each row of another`() throws {
  let folder = try TemporaryFolder()
  let connection = try ArchiveFormat.write(folder.path("a.db"))
  for invariant in RowInvariant.all {
    let steps = try plan(invariant.sql, in: connection)
    #expect(!steps.isEmpty)
    let repeated = Set(steps.filter { $0.words.contains("CORRELATED") }.map(\.number))
    for step in steps where step.words.hasPrefix("SCAN") && step.words != "SCAN CONSTANT ROW" {
      let beside = steps.filter { $0.parent == step.parent && $0.words.hasPrefix("SCAN") }
      #expect(beside.count == 1, "\(invariant.sentence): \(beside.map(\.words))")
      #expect(!repeated.contains(step.parent), "\(invariant.sentence): \(step.words)")
    }
  }
}

@Test func `every table of ours has its columns checked`() throws {
  let folder = try TemporaryFolder()
  let connection = try ArchiveFormat.write(folder.path("a.db"))
  let tables = try connection.rows(
    """
    SELECT name FROM sqlite_master WHERE type = 'table'
      AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'
    """
  ) { $0.text(0) ?? "" }
  #expect(Set(tables) == Set(RowInvariant.tables))
}
