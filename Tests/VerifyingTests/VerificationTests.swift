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

/// Gives an original another name.
private func rename(_ name: String) -> String {
  """
  UPDATE sqlar SET name = \(name) WHERE name LIKE '000%';
  UPDATE documents SET original = \(name) WHERE original LIKE '000%'
  """
}

/// Changes a text, and the row of its document such that it might be passed over.
private func reread(_ what: String, _ document: String, rules: String = "1") -> String {
  """
  -- \(what)
  UPDATE articles SET text = '假' || text WHERE document_id = 1;
  UPDATE articles SET document_id = \(document) WHERE document_id = 1;
  UPDATE documents SET rules_version = \(rules), document_id = \(document) WHERE document_id = 1
  """
}

/// Puts one word more into the place of an article in the index, or takes one out.
private func word(_ command: String?, _ word: String) -> String {
  command == nil
    ? "INSERT INTO articles_fts (rowid, text, title) VALUES (1, '\(word)', '')"
    : """
    INSERT INTO articles_fts (articles_fts, rowid, text, title)
    VALUES ('\(command ?? "")', 1, '\(word)', '')
    """
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
  ("INSERT INTO sqlar VALUES ('x', 33188, 0, 0, x'')", "an original is a document's"),
  ("INSERT INTO sqlar VALUES ('link', 41471, 0, 0, '/etc')", "a plain file"),
  ("UPDATE sqlar SET mode = 33261 WHERE name LIKE '000%'", "a plain file"),
  (rename("'/tmp/x'"), "below the folder"),
  (rename("'a/../../x'"), "below the folder"),
  (rename("'..'"), "below the folder"),
  (rename("'x' || char(0) || 'y'"), "below the folder"),
  ("UPDATE sqlar SET sz = sz + 1 WHERE name LIKE '000%'", "the size of its document"),
  ("DELETE FROM sqlar WHERE name LIKE '000%'", "a missing row of sqlar"),
  ("UPDATE documents SET original = (SELECT min(name) FROM sqlar)", "one document's"),
  ("UPDATE documents SET rules_version = 'x'", "a number from 1"),
  ("UPDATE documents SET rules_version = 0", "a number from 1"),
  ("UPDATE articles SET rules_version = 7 WHERE article_id = 1", "read by the rules"),
  ("UPDATE articles SET text = CAST(text AS BLOB) WHERE article_id = 1", "declared to hold"),
  ("UPDATE facts SET value = 'abc' WHERE fact_id = 1", "declared to hold"),
  ("UPDATE source_spans SET start = 'x' WHERE start = 0", "declared to hold"),
  ("UPDATE facts SET start = 9223372036854775807 WHERE fact_id = 1", "quote of a fact"),
  ("UPDATE facts SET length = 9223372036854775807 WHERE fact_id = 1", "quote of a fact"),
  ("UPDATE source_spans SET length = 9223372036854775807 WHERE article_id = 1", "cover the text"),
  ("UPDATE source_spans SET byte_length = -1 WHERE article_id = 1", "within the original"),
  (
    "UPDATE source_spans SET byte_offset = 9223372036854775807 WHERE article_id = 1",
    "within the original"
  ),
  ("UPDATE stored_edits SET byte_offset = byte_offset + 1000000000", "an edit lies within"),
  (reread("document_id < 0", "-5"), "decoded"),
  (reread("document_id at the end", "9223372036854775807"), "decoded"),
  (reread("rules_version 'x'", "1", rules: "'x'"), "decoded"),
  (reread("rules_version at the end", "1", rules: "9223372036854775807"), "decoded"),
  (word("delete", "旧"), "articles_fts holds the words of the text"),
  (word(nil, "旧"), "articles_fts holds the words of the text"),
  ("INSERT INTO articles_fts (rowid, title, text) VALUES (999, 'x', 'y')", "nothing but articles"),
  ("INSERT INTO pairs_fts (rowid, pairs) VALUES (999, 'xy')", "pairs_fts holds nothing but"),
  (
    "INSERT INTO pairs_fts (pairs_fts) VALUES ('delete-all')", "is in the full-text index pairs_fts"
  ),
])
func `damage is found and named`(_ damage: String, _ words: String) throws {
  let archive = try seedArchive()
  let connection = try ArchiveFormat.write(archive.path)
  try connection.execute(
    "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; \(damage)")
  let found = try faults(of: archive.path)
  #expect(found.contains { $0.description.contains(words) }, "\(damage): \(found.prefix(3))")
}
