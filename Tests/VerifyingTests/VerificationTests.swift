import Model
import Reading
import SQLite
import Schema
import Storing
import Testing
import TestSupport
import Verifying

/// An archive of the seeds.
private func seedArchive() throws -> (folder: TemporaryFolder, path: String) {
  let folder = try TemporaryFolder()
  let writer = try ArchiveWriter(path: folder.path("a.db"))
  for seed in try Repository.seeds() {
    let file = SourceFile(name: seed.name, bytes: seed.bytes)
    _ = try writer.store(
      read(file), original: file, Visit(time: "2024-01-01T00:00:00Z", modified: 0))
  }
  try writer.finish()
  return (folder, folder.path("a.db"))
}

private func faults(of path: String) throws -> [Fault] {
  var faults: [Fault] = []
  _ = try Verification(path: path).run { faults.append($0) }
  return faults
}

@Test func `an archive of the seeds is clean`() throws {
  let archive = try seedArchive()
  #expect(try faults(of: archive.path).map(\.description) == [])
}

/// Each damage breaks one invariant, and the words must tell which.
@Test(arguments: [
  ("UPDATE facts SET start = start + 1 WHERE fact_id = 3", "quote of a fact"),
  ("UPDATE stored_mentions SET length = 99999 WHERE start > 5", "within its text"),
  ("UPDATE facts SET sentence = '无' WHERE fact_id = 1", "stands in its sentence"),
  ("UPDATE facts SET time_start = '2024-02-30' WHERE fact_id = 1", "days of the calendar"),
  ("UPDATE facts SET value_max = value - 1 WHERE fact_id = 2", "a range goes up"),
  ("UPDATE places SET path = 'x/' || path WHERE place_id = 2", "path is its parent's"),
  ("UPDATE places SET adcode = '110000' WHERE level = 'community'", "bear a code"),
  ("UPDATE facts SET city = '上海市' WHERE fact_id = 1", "place columns"),
  ("UPDATE facts SET program = '无' WHERE fact_id = 1", "program column"),
  ("DELETE FROM place_links", "a place of its article"),
  ("UPDATE articles SET document = 'x' WHERE article_id = 1", "its document's name"),
  ("UPDATE articles SET published = '2024-13-01' WHERE article_id = 1", "day of publication"),
  ("UPDATE articles SET text = '假' || text WHERE article_id = 2", "decoded"),
  ("UPDATE source_spans SET byte_offset = byte_offset + 3 WHERE start = 0", "decoded"),
  ("DELETE FROM source_spans WHERE article_id = 1 AND start = 0", "cover the text"),
  ("UPDATE documents SET sha256 = 'x' WHERE document_id = 1", "digest"),
  ("UPDATE documents SET status = 'empty' WHERE document_id = 1", "has articles"),
  ("UPDATE documents SET error = 'x' WHERE document_id = 1", "a failure has a reason"),
  ("UPDATE sqlar SET data = x'00' WHERE name LIKE '000%'", "digest"),
  ("DELETE FROM document_names", "one of its names"),
  ("INSERT INTO articles_fts (rowid, title, text) VALUES (999, 'x', 'y')", "nothing but articles"),
  ("INSERT INTO pairs_fts (rowid, pairs) VALUES (999, 'xy')", "pairs_fts holds nothing but"),
  (
    "INSERT INTO pairs_fts (pairs_fts) VALUES ('delete-all')", "is in the full-text index pairs_fts"
  ),
])
func `damage is found and named`(_ damage: String, _ words: String) throws {
  let archive = try seedArchive()
  let connection = try ArchiveFormat.write(archive.path)
  try connection.execute("PRAGMA foreign_keys = OFF; \(damage)")
  let found = try faults(of: archive.path)
  #expect(found.contains { $0.description.contains(words) }, "\(damage): \(found.prefix(3))")
}
