import Importing
import Model
import SQLite
import Schema
import Testing
import TestSupport

/// Everything an archive says, without row ids and times, in an order of its own.
private func contents(of path: String) throws -> [[Value]] {
  let archive = try ArchiveFormat.read(path)
  return try [
    """
    SELECT document, ordinal, title, kind, source, published, text FROM articles ORDER BY 1, 2
    """,
    """
    SELECT document, start, quote, value, unit, subject, action, facts.kind, place, path, program
    FROM facts JOIN articles USING (article_id) ORDER BY 1, 2, 3
    """,
    """
    SELECT document, ordinal, path, level, adcode, mentions
    FROM article_places JOIN articles USING (article_id) ORDER BY 1, 2, 3
    """,
    "SELECT path, level, adcode FROM places ORDER BY 1, 2",
    "SELECT name, kind, topics FROM programs ORDER BY 1, 2",
    "SELECT name, sha256, charset, status FROM documents ORDER BY 1, 2",
  ].flatMap { sql in
    try archive.rows(sql) { row in (0..<row.count).map { row[$0] } }
  }
}

private func importSeeds(
  into path: String, workers: Int, reversed: Bool = false
) throws -> ImportSummary {
  var request = ImportRequest(database: path, workers: workers)
  let names = try Repository.seeds().map { "\(Repository.path)/seeds/\($0.name)" }
  request.paths = reversed ? names.reversed() : names
  return try ImportRun(request, time: "2024-01-01T00:00:00Z").run { _ in true }
}

@Test func `any order and any number of workers give the same archive`() throws {
  let folder = try TemporaryFolder()
  #expect(try importSeeds(into: folder.path("1.db"), workers: 1).stored == 5)
  #expect(try importSeeds(into: folder.path("4.db"), workers: 4, reversed: true).stored == 5)
  #expect(try contents(of: folder.path("1.db")) == contents(of: folder.path("4.db")))
}

@Test func `importing twice changes nothing`() throws {
  let folder = try TemporaryFolder()
  _ = try importSeeds(into: folder.path("a.db"), workers: 2)
  let before = try contents(of: folder.path("a.db"))
  let again = try importSeeds(into: folder.path("a.db"), workers: 2)
  #expect(again.stored == 0)
  #expect(again.unchanged == 5)
  #expect(try contents(of: folder.path("a.db")) == before)
}

@Test func `reading the originals again gives what importing gave`() throws {
  let folder = try TemporaryFolder()
  _ = try importSeeds(into: folder.path("a.db"), workers: 2)
  let before = try contents(of: folder.path("a.db"))
  var run = try ReextractRun(database: folder.path("a.db"), all: true)
  #expect(try run.run { true }.documents == 5)
  #expect(try contents(of: folder.path("a.db")) == before)
}

@Test func `a bad file is a row with its reason and stops nothing`() throws {
  let folder = try TemporaryFolder()
  try folder.write("in/a.txt", "绵竹市改造小区。")
  try folder.write("in/b.pdf", "%PDF-1.4")
  var request = ImportRequest(database: folder.path("a.db"))
  request.paths = [folder.path("in"), folder.path("none")]
  let summary = try ImportRun(request, time: "2024-01-01T00:00:00Z").run { _ in true }
  #expect(summary.stored == 1)
  #expect(summary.failures.map(\.name) == ["b.pdf", "none"])
  let archive = try ArchiveFormat.read(folder.path("a.db"))
  let errors = try archive.rows("SELECT error FROM documents WHERE status = 'failed'") { $0[0] }
  #expect(errors.count == 2)
}

@Test func `an import that is stopped keeps what it has stored`() throws {
  let folder = try TemporaryFolder()
  for number in 0..<20 { try folder.write("in/\(number).txt", "第\(number)篇。") }
  var request = ImportRequest(database: folder.path("a.db"))
  request.paths = [folder.path("in")]
  let run = try ImportRun(request, time: "2024-01-01T00:00:00Z")
  let summary = try run.run { $0.files < 5 }
  #expect(summary.wasInterrupted)
  let archive = try ArchiveFormat.read(folder.path("a.db"))
  #expect(try archive.value("SELECT count(*) FROM documents") == .integer(summary.stored))
  #expect(summary.stored == 5)
}
