import Importing
import Model
import SQLite
import Schema
import Storing
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
  var run = try ReextractRun(database: folder.path("a.db"), all: true, at: "2024-01-01T00:00:00Z")
  #expect(try run.run { _ in true }.documents == 5)
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

@Test func `reading again goes on where it was stopped, and reads only what others have read`()
  throws
{
  let folder = try TemporaryFolder()
  let path = folder.path("a.db")
  _ = try importSeeds(into: path, workers: 2)
  try Connection(path, .readWrite).execute(
    """
    UPDATE documents SET rules = '0.1.0' WHERE document_id <> 3;
    UPDATE documents SET rules = '99.0.0+0a' WHERE document_id = 5
    """)
  func reread(stopAfter count: Int) throws -> ReextractSummary {
    var run = try ReextractRun(database: path, all: false, at: "2024-01-01T00:00:00Z")
    return try run.run { $0.documents < count }
  }
  let first = try reread(stopAfter: 1)
  #expect(first.wasInterrupted && first.documents == 1)
  let second = try reread(stopAfter: 9)
  #expect(!second.wasInterrupted && second.documents == 2 && second.newer == 1)
  #expect(try reread(stopAfter: 9).documents == 0)
  #expect(
    try ArchiveFormat.read(path).rows("SELECT rules FROM documents ORDER BY document_id") {
      $0.text(0)
    } == [rules, rules, rules, rules, "99.0.0+0a"])
}

@Test func `what is said at import is kept, and a later word on the collection holds`() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.txt", "绵竹市改造小区3个，")
  func add(_ given: Given) throws -> ImportSummary {
    var request = ImportRequest(database: folder.path("a.db"))
    request.paths = [folder.path("a.txt")]
    request.given = given
    return try ImportRun(request, time: "2024-01-01T00:00:00Z").run { _ in true }
  }
  func given() throws -> [[Value]] {
    try ArchiveFormat.read(folder.path("a.db")).rows(
      "SELECT collection, key, value FROM documents JOIN given USING (document_id) ORDER BY key"
    ) { row in (0..<row.count).map { row[$0] } }
  }
  _ = try add(Given(charset: "gb18030", collection: "甲"))
  #expect(try given() == [["甲", "charset", "gb18030"], ["甲", "collection", "甲"]])
  #expect(try add(Given()).unchanged == 1)
  #expect(try add(Given(charset: "utf-8", collection: "乙")).unchanged == 1)
  #expect(
    try given() == [["乙", "charset", "gb18030"], ["乙", "collection", "乙"]],
    "it was read as it was told when it was new")
  let events = try ArchiveFormat.read(folder.path("a.db")).rows("SELECT what, detail FROM events") {
    [$0.text(0), $0.text(1)]
  }
  #expect(events == [["imported", "1 document"]], "nothing new is no event")
}
