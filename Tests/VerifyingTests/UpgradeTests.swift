import Glibc
import Importing
import SQLite
import Schema
import Storing
import Testing
import TestSupport

@testable import Verifying

/// The archive of the seeds as release 0.1.0 made it, with a table, an index and a view on
/// `facts.sentence` of a user's own; in a folder of its own.
private func oldArchive() throws -> (folder: TemporaryFolder, path: String) {
  let folder = try TemporaryFolder()
  let path = folder.path("a.db")
  try Connection("\(Repository.path)/Tests/VerifyingTests/format1.db", .readOnly).copy(to: path)
  return (folder, path)
}

/// What two archives differ in, by the tables and columns that verification compares, and by names
/// and words that are told.
private func differences(_ first: String, _ second: String) throws -> [String] {
  let (here, there) = (try ArchiveFormat.read(first), try ArchiveFormat.read(second))
  var found: [String] = []
  for name in ScratchArchive.ofDocuments + ["document_names", "given"] {
    let told: Set = name == "documents" ? ["imported_at"] : []
    let table = try ContentTable(ofDocuments: name, told: told, in: here)
    let range: [String: Value] = ["first": .integer(Int.min), "last": .integer(Int.max)]
    try ContentComparison(table: table).run(
      try Cursor(try here.prepare(table.sql), range),
      try Cursor(try there.prepare(table.sql), range)
    ) { row, difference in
      found.append("\(name): \(ContentNames.row(row, of: table)): \(difference)")
    }
  }
  for sql in [
    "SELECT path, level, adcode, province, city, county, longitude, latitude FROM places ORDER BY 1, 2",
    "SELECT name, kind, topics FROM programs ORDER BY 1, 2", "SELECT name FROM people ORDER BY 1",
    "SELECT name FROM organizations ORDER BY 1", "SELECT * FROM topics ORDER BY 1, 2, 3, 4",
    "SELECT name, mode, sz, data FROM sqlar ORDER BY 1",
    "SELECT name, value FROM properties WHERE name NOT GLOB 'digest: *' ORDER BY 1",
  ] where try rows(sql, here) != rows(sql, there) {
    found.append(sql)
  }
  return found
}

private func rows(_ sql: String, _ archive: Connection) throws -> [[Value]] {
  try archive.rows(sql) { row in (0..<row.count).map { row[$0] } }
}

private func faults(of path: String) throws -> [String] {
  try Verification(path: path).faults().map(\.description)
}

private let time = "2024-01-01T00:00:00Z"

@Test func `an archive of format 1 is upgraded, read again and then as a fresh import`() throws {
  let old = try oldArchive()
  let before = try Connection(old.path, .readOnly)
  let sentences = try rows("SELECT quote, sentence FROM facts ORDER BY article_id, start", before)
  let summary = try #require(try Upgrade.run(on: old.path, at: time))
  #expect(summary.from == 1 && summary.lost.isEmpty && summary.mendedViews == ["my_sentences"])
  #expect(try Upgrade.run(on: old.path, at: time) == nil, "once is enough")
  #expect(try faults(of: old.path) == [])

  let archive = try ArchiveFormat.read(old.path)
  #expect(try rows("SELECT DISTINCT rules FROM documents", archive) == [["0.1.0"]])
  #expect(
    try rows("SELECT quote, sentence FROM my_sentences ORDER BY fact_id", archive) == sentences)
  #expect(
    try archive.value("SELECT count(*) FROM my_notes")
      == before.value("SELECT count(*) FROM my_notes"))
  #expect(
    try archive.value("SELECT tbl_name FROM sqlite_master WHERE name = 'my_subjects'") == "facts")
  #expect(try rows("SELECT what, detail FROM events", archive) == [["upgraded", "from format 1"]])

  var run = try ReextractRun(database: old.path, all: false, at: time)
  #expect(try run.run { _ in true }.documents == 5)
  #expect(try faults(of: old.path) == [])
  let folder = try TemporaryFolder()
  var request = ImportRequest(database: folder.path("fresh.db"))
  request.paths = ["\(Repository.path)/seeds"]
  _ = try ImportRun(request, time: time).run { _ in true }
  #expect(try differences(old.path, folder.path("fresh.db")) == [])
}

@Test func `a reader names the command that upgrades`() throws {
  let old = try oldArchive()
  let error = #expect(throws: ArchiveFileError.self) { try ArchiveFormat.read(old.path) }
  #expect(error?.description.contains("archive upgrade -d \(old.path)") == true)
}

@Test func `topics of a user's own come along with their words and programs`() throws {
  let old = try oldArchive()
  try Connection(old.path, .readWrite).execute(
    """
    INSERT INTO properties VALUES ('topic:物业', '物业服务' || char(10) || '管家' || char(9) || 'weak'),
      ('topic:夜经济', '');
    UPDATE program_links SET topics = topics || ',物业' WHERE program_link_id = 1;
    UPDATE programs SET topics = topics || ',物业' WHERE program_id = (
      SELECT program_id FROM program_links WHERE program_link_id = 1);
    """)
  _ = try Upgrade.run(on: old.path, at: time)
  let archive = try ArchiveFormat.read(old.path)
  #expect(
    try rows(
      "SELECT topic, word, weight FROM topics WHERE origin = 'user' ORDER BY topic, word", archive)
      == [["夜经济", "夜经济", .real(1)], ["物业", "物业服务", .real(1)], ["物业", "管家", .real(0.5)]])
  #expect(
    try archive.value("SELECT count(*) FROM program_topics WHERE topic = '物业' AND origin = 'user'")
      == 1)
  #expect(try storedTopics(of: old.path) == ["夜经济", "物业\t物业服务", "物业\t管家\tweak"])
}

@Test func `a view that nothing mends and an index on a column that is gone are named`() throws {
  let old = try oldArchive()
  let view = "CREATE VIEW mine AS SELECT topics FROM program_links"
  let index = "CREATE INDEX by_sentence ON facts (sentence)"
  try Connection(old.path, .readWrite).execute("\(view); \(index)")
  let summary = try #require(try Upgrade.run(on: old.path, at: time))
  #expect(Set(summary.lost.map(\.name)) == ["mine", "by_sentence"])
  #expect(summary.lost.map(\.sql).contains(view))
  #expect(
    try Connection(old.path, .readOnly).value(
      "SELECT sql FROM sqlite_master WHERE name = 'mine'") == .text(view),
    "it stays as it was typed")
}

/// Views over facts as they were, in many spellings; each gives the same rows afterwards.
@Test(arguments: [
  "SELECT * FROM facts", "SELECT f.* FROM facts AS f JOIN articles USING (article_id)",
  "WITH x AS (SELECT sentence AS s FROM facts) SELECT s FROM x",
  "WITH RECURSIVE n (i, s) AS (SELECT 1, sentence FROM facts) SELECT s FROM n",
  "SELECT rules_version IS NULL AS a, \"sentence\" FROM facts -- AS said",
])
func `a view over the facts as they were is mended`(select: String) throws {
  let old = try oldArchive()
  try Connection(old.path, .readWrite).execute(
    "CREATE VIEW [my view] AS \(select)\n; CREATE VIEW \"on it\" AS SELECT * FROM \"my view\"")
  let count = "SELECT count(*) FROM \"on it\""
  let before = try Connection(old.path, .readOnly).value(count)
  let summary = try #require(try Upgrade.run(on: old.path, at: time))
  #expect(summary.lost.isEmpty, "\(summary.lost.map(\.name))")
  #expect(summary.mendedViews.contains("my view"))
  #expect(try Connection(old.path, .readOnly).value(count) == before)
}

@Test(arguments: [
  "CREATE TABLE topics (a)", "CREATE TABLE Given (a)", "CREATE VIEW fact_sentences AS SELECT 1",
  "CREATE TABLE old_facts (a)", "CREATE INDEX documents_rules ON documents (name)",
])
func `an object with a name that is needed is named with what to type`(script: String) throws {
  let old = try oldArchive()
  try Connection(old.path, .readWrite).execute(script)
  let before = try bytes(of: old.path)
  let error = #expect(throws: ArchiveFileError.self) { try Upgrade.run(on: old.path, at: time) }
  #expect(error?.description.contains("has a name that today's format needs") == true)
  #expect(try bytes(of: old.path) == before)
}

@Test func `a file of the name of the copy is left alone`() throws {
  let old = try oldArchive()
  try old.folder.write("a.db-before-upgrade", "mine")
  #expect(try Upgrade.run(on: old.path, at: time) != nil)
  #expect(try bytes(of: Upgrade.copy(of: old.path)) == Array("mine".utf8))
  #expect(access(Upgrade.copy(of: old.path) + "-2", F_OK) != 0, "its own is gone")
}

@Test func `what was not compared may have brought a seat that others do not tell`() throws {
  let folder = try TemporaryFolder()
  let path = folder.path("a.db")
  var request = ImportRequest(database: path)
  request.paths = ["\(Repository.path)/seeds"]
  _ = try ImportRun(request, time: time).run { _ in true }
  for document in 1...5 {
    let copy = folder.path("b.db")
    try Connection(path, .readOnly).copy(to: copy)
    let archive = try Connection(copy, .readWrite)
    try archive.execute("UPDATE documents SET rules = '0.1.0' WHERE document_id <> \(document)")
    let told = try ToldRows.sum(try archive.prepare(ToldRows.ofDocuments[0].rows))
    try archive.prepare("UPDATE properties SET value = :sum WHERE name = 'digest: documents'")
      .run(["sum": .text(ToldRows.text(of: told))])
    #expect(try faults(of: copy) == [], "document \(document)")
  }
}

@Test func `an upgrade that fails leaves the file as it was, and no copy`() throws {
  let old = try oldArchive()
  let before = try bytes(of: old.path)
  // A row that the new table refuses.
  try Connection(old.path, .readWrite).execute(
    """
    PRAGMA foreign_keys = OFF;
    INSERT INTO bylines VALUES (999, 0, 'x', NULL)
    """)
  let damaged = try bytes(of: old.path)
  #expect(damaged != before)
  #expect(throws: ArchiveFileError.self) { try Upgrade.run(on: old.path, at: time) }
  #expect(try bytes(of: old.path) == damaged)
  #expect(access(Upgrade.copy(of: old.path), F_OK) != 0)
}

private func bytes(of path: String) throws -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  defer { close(descriptor) }
  return try readAll(descriptor, limit: 1 << 26)
}
