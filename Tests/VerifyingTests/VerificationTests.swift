import Model
import Reading
import SQLite
import Schema
import Storing
import Testing
import TestSupport
import Verifying

/// An archive of the seeds, made once.
private let seeds = Result { try madeArchive() }

/// An archive of the seeds of one's own.
private func seedArchive() throws -> (folder: TemporaryFolder, path: String) {
  let folder = try TemporaryFolder()
  try Connection(try seeds.get().path, .readOnly).copy(to: folder.path("a.db"))
  return (folder, folder.path("a.db"))
}

private func madeArchive() throws -> (folder: TemporaryFolder, path: String) {
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
  try Verification(path: path).faults()
}

/// What the shell can do to the tables beneath an index, and a connection of ours cannot.
@Test(arguments: [
  "UPDATE articles_fts_idx SET segid = -1", "DELETE FROM pairs_fts_idx",
  "UPDATE pairs_fts_idx SET segid = -1 WHERE pgno = (SELECT max(pgno) FROM pairs_fts_idx)",
])
func `a word that an index has and does not find is named`(damage: String) throws {
  let archive = try seedArchive()
  let shell = try run("/usr/bin/sqlite3", [archive.path, damage])
  try #require(shell.status == 0, "\(shell.errors)")
  #expect(try faults(of: archive.path).contains { $0.description.contains("finds the word") })
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
private func reread(_ what: String, _ document: String, rules: String = "rules") -> String {
  """
  -- \(what)
  UPDATE articles SET text = '假' || text WHERE document_id = 1;
  UPDATE articles SET document_id = \(document) WHERE document_id = 1;
  UPDATE documents SET rules = \(rules), document_id = \(document) WHERE document_id = 1
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
  ("UPDATE facts SET start = start + 1 WHERE fact_id = 1000003", "quote of a fact"),
  ("UPDATE stored_mentions SET length = 99999 WHERE start > 5", "within its text"),
  ("UPDATE facts SET sentence_length = 1 WHERE fact_id = 1000001", "stands in its sentence"),
  ("UPDATE facts SET sentence_start = 1 << 62 WHERE fact_id = 1000001", "stands in its sentence"),
  ("UPDATE facts SET time_start = '2024-02-30' WHERE fact_id = 1000001", "days of the calendar"),
  ("UPDATE facts SET value_max = value - 1 WHERE fact_id = 1000002", "a range goes up"),
  ("UPDATE places SET path = 'x/' || path WHERE place_id = 2", "path is its parent's"),
  ("UPDATE places SET adcode = '110000' WHERE level = 'community'", "bear a code"),
  ("UPDATE facts SET city = '上海市' WHERE fact_id = 1000001", "place columns"),
  ("UPDATE facts SET program = '无' WHERE fact_id = 1000001", "program column"),
  ("DELETE FROM place_links", "a place of its article"),
  ("UPDATE articles SET document = 'x' WHERE article_id = 1", "its document's name"),
  ("UPDATE articles SET published = '2024-13-01' WHERE article_id = 1", "day of publication"),
  ("UPDATE articles SET text = '假' || text WHERE article_id = 2", "text is “假"),
  ("UPDATE stored_spans SET byte_offset = byte_offset + 3 WHERE start = 0", "byte_offset is"),
  ("DELETE FROM stored_spans WHERE article_id = 1 AND start = 0", "which is missing"),
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
  ("UPDATE documents SET rules = 'x'", "documents: something that no original gives"),
  ("UPDATE facts SET value = value + 1 WHERE fact_id = 1000001", "value is"),
  ("UPDATE articles SET title = '假' WHERE article_id = 1", "title is “假”"),
  ("UPDATE places SET adcode = '110000' WHERE name = '遂宁市'", "adcode is “110000”"),
  ("UPDATE person_links SET role = '县长' WHERE article_id = 2", "role is"),
  ("DELETE FROM facts WHERE fact_id = 1000002", "facts 1000002: its original gives this row"),
  ("INSERT INTO people (name) VALUES ('假')", "no original gives this row"),
  (
    "INSERT INTO bylines (article_id, ordinal, name) SELECT article_id, 1, '假' FROM bylines "
      + "WHERE article_id = 20", "no original gives this row"
  ),
  ("UPDATE documents SET collection = '假'", "documents: something that no original gives"),
  ("UPDATE sqlar SET data = CAST(data || x'00' AS BLOB) WHERE name LIKE '000%'", "digest"),
  ("INSERT INTO properties VALUES ('digest: foo', 'x')", "no such digest is kept"),
  ("UPDATE sqlar SET mtime = 1", "sqlar: something that no original gives"),
  ("INSERT INTO synonyms VALUES ('甲', '乙')", "synonyms: something that no original gives"),
  (
    "DELETE FROM properties WHERE name LIKE 'digest: given'",
    "given: something that no original gives"
  ),
  ("UPDATE program_topics SET origin = 'user' WHERE rowid = 1", "origin is “user”"),
  ("UPDATE articles SET text = CAST(text AS BLOB) WHERE article_id = 1", "declared to hold"),
  ("UPDATE facts SET value = 'abc' WHERE fact_id = 1000001", "declared to hold"),
  ("UPDATE stored_spans SET start = 'x' WHERE start = 0", "declared to hold"),
  ("UPDATE facts SET start = 9223372036854775807 WHERE fact_id = 1000001", "quote of a fact"),
  ("UPDATE facts SET length = 9223372036854775807 WHERE fact_id = 1000001", "quote of a fact"),
  ("UPDATE stored_spans SET length = 9223372036854775807 WHERE article_id = 1", "length is"),
  ("UPDATE stored_spans SET byte_length = -1 WHERE article_id = 1", "byte_length is -1"),
  ("UPDATE stored_edits SET byte_offset = byte_offset + 1000000000", "an edit lies within"),
  (reread("document_id < 0", "-5"), "text is “假"),
  (reread("document_id at the end", "9223372036854775807"), "text is “假"),
  (reread("rules that are none", "1", rules: "'x'"), "decoded"),
  (reread("rules of a later release", "1", rules: "'99.0.0+abc'"), "decoded"),
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
