import Importing
import SQLite
import Schema
import Storing
import Testing
import TestSupport
import Verifying

/// An archive of some seeds with the index that other programs search.
private func archive(in folder: TemporaryFolder) throws -> String {
  let path = folder.path("a.db")
  try add("001_6903db41223325a0", to: path)
  #expect(try setTrigrams(true, in: path))
  #expect(try !setTrigrams(true, in: path), "once is enough")
  return path
}

private func setTrigrams(_ isWanted: Bool, in path: String) throws(ArchiveFileError) -> Bool {
  try changing(path) { (writer) throws(ArchiveFileError) in try writer.setTrigramIndex(isWanted) }
}

private func add(_ seed: String, to path: String) throws {
  var request = ImportRequest(database: path)
  let names = try Repository.seeds().map(\.name).filter { $0.hasPrefix(seed) }
  request.paths = names.map { "\(Repository.path)/seeds/\($0)" }
  _ = try ImportRun(request, time: "2024-01-01T00:00:00Z").run { _ in true }
}

private func faults(of path: String) throws -> [String] {
  try Verification(path: path).faults().map(\.description)
}

private func found(_ words: String, in path: String) throws -> Value {
  try Connection(path, .readOnly).value(
    "SELECT count(*) FROM articles_trigram WHERE articles_trigram MATCH :words",
    ["words": .text("\"\(words)\"")])
}

@Test func `the index of three characters goes along with every import and reading`() throws {
  let folder = try TemporaryFolder()
  let path = try archive(in: folder)
  let before = try found("老旧小区", in: path)
  try add("00", to: path)
  #expect(try faults(of: path) == [])
  #expect(try found("老旧小区", in: path) != before)
  var run = try ReextractRun(database: path, all: true, at: "2024-01-01T00:00:00Z")
  #expect(try run.run { _ in true }.documents == 5)
  #expect(try faults(of: path) == [])
  #expect(try setTrigrams(false, in: path))
  #expect(try faults(of: path) == [])
  #expect(throws: SQLiteError.self) { try found("老旧小区", in: path) }
}

@Test(arguments: [
  """
  INSERT INTO articles_trigram (articles_trigram, rowid, title, text)
  SELECT 'delete', article_id, title, text FROM articles WHERE article_id = 2
  """,
  "INSERT INTO articles_trigram (rowid, title, text) VALUES (1, 'abc', 'defg')",
  "INSERT INTO articles_trigram (rowid, title, text) VALUES (99, 'abc', 'defg')",
])
func `a word more or less in the index of three characters is found`(damage: String) throws {
  let folder = try TemporaryFolder()
  let path = try archive(in: folder)
  try Connection(path, .readWrite).execute(damage)
  #expect(try faults(of: path).contains { $0.contains("articles_trigram") })
}
