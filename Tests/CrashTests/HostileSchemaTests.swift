import SQLite
import Schema
import Testing
import TestSupport

/// An archive of one page, changed with the stock shell, which minds nothing.
private func archive(changedBy script: String, in folder: TemporaryFolder) throws {
  try folder.write("in/a.txt", "绵竹市今年改造老旧小区3个。")
  try folder.write("later/b.txt", "遂宁市新增停车位5个。")
  _ = try runBounded(["import", "in", "-d", "a.db"], in: folder.path)
  let shell = try run(
    "/usr/bin/sqlite3", [folder.path("a.db"), "PRAGMA trusted_schema = ON; " + script])
  try #require(shell.status == 0, "\(script): \(shell.errors)")
}

private let commands = [
  ["import", "later"], ["reextract", "--all"], ["query", "--county", "绵竹"], ["verify"],
  ["show", "1", "--source"], ["topics", "--list"],
]

private func forced(_ type: String, _ name: String, _ table: String, _ sql: String) -> String {
  """
  PRAGMA writable_schema = ON;
  INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql)
  VALUES ('\(type)', '\(name)', '\(table)', 0, '\(sql)');
  """
}

/// What was put into the file, and what the message must say.
@Test(
  .timeLimit(.minutes(15)),
  arguments: [
    ("CREATE TRIGGER t AFTER INSERT ON facts BEGIN SELECT 1; END", "DROP TRIGGER \"t\";"),
    (
      "CREATE TRIGGER t AFTER INSERT ON FACTS BEGIN UPDATE facts SET value = value * 10; END",
      "DROP TRIGGER \"t\";"
    ),
    (
      "CREATE TRIGGER \"a\"\"b c\" AFTER INSERT ON [ArTiClEs] BEGIN DELETE FROM facts; END",
      "DROP TRIGGER \"a\"\"b c\";"
    ),
    (
      "CREATE TABLE mine (a); CREATE TRIGGER t AFTER INSERT ON mine BEGIN SELECT 1; END",
      "DROP TRIGGER \"t\";"
    ),
    (
      "CREATE TRIGGER t INSTEAD OF INSERT ON article_places BEGIN SELECT 1; END",
      "DROP TRIGGER \"t\";"
    ),
    (
      forced(
        "trigger", "sqlite_stat9", "facts",
        "CREATE TRIGGER sqlite_stat9 AFTER INSERT ON facts BEGIN UPDATE facts SET value = 7; END"),
      "DROP TRIGGER \"sqlite_stat9\";"
    ),
    (
      forced(
        "TRIGGER", "SQLite_Stat1", "FACTS",
        "CREATE TRIGGER SQLite_Stat1 AFTER INSERT ON facts BEGIN UPDATE facts SET value = 7; END"),
      "DROP TRIGGER \"SQLite_Stat1\";"
    ),
    ("CREATE UNIQUE INDEX u ON sqlar (mode, name)", "DROP INDEX \"u\";"),
    ("CREATE UNIQUE INDEX u ON DOCUMENTS (status) WHERE document_id > 5", "DROP INDEX \"u\";"),
    (
      "CREATE VIEW pragma_application_id AS SELECT 1 AS application_id",
      "DROP VIEW \"pragma_application_id\";"
    ),
    (
      "CREATE VIRTUAL TABLE Pragma_Index_List USING fts5 (a)", "DROP TABLE \"Pragma_Index_List\";"
    ),
    ("CREATE TABLE \"pragma_table_info\" (name, type)", "DROP TABLE \"pragma_table_info\";"),
    ("CREATE TABLE note (a REFERENCES documents (name))", "DROP TABLE \"note\";"),
    ("CREATE TABLE note (a REFERENCES FACTS, t)", "make it again without REFERENCES"),
    (
      "CREATE TABLE \"a\"\"b\" (a, FOREIGN KEY (a) REFERENCES articles ON DELETE CASCADE)",
      "DROP TABLE \"a\"\"b\";"
    ),
    ("CREATE INDEX i ON facts (length(quote))", "DROP INDEX \"i\";"),
    ("CREATE INDEX i ON Facts (unit) WHERE length(quote) > 3", "DROP INDEX \"i\";"),
    (forced("view", "FACTS", "FACTS", "CREATE VIEW FACTS AS SELECT 1"), "a.db"),
    (forced("view", "sqlite_x", "sqlite_x", "CREATE VIEW sqlite_x AS SELECT 1"), "a.db"),
    (forced("junk", "x", "x", "CREATE TABLE x (a)"), "a.db"),
    ("ALTER TABLE facts ADD COLUMN twice REAL AS (value * 2)", "“facts” is missing or was changed"),
    ("ALTER TABLE facts RENAME TO others", "is missing or was changed"),
    ("DROP INDEX facts_unit", "“facts_unit” is missing or was changed"),
    (
      "DROP VIEW mentions; CREATE VIEW mentions AS SELECT 1", "“mentions” is missing or was changed"
    ),
    (
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'facts';
      """, "“facts” is missing or was changed"
    ),
  ])
func `what acts in an archive and is none of ours is refused with its remedy`(
  script: String, words: String
) throws {
  let folder = try TemporaryFolder()
  try archive(changedBy: script, in: folder)
  for command in commands {
    let result = try runBounded(command + ["-d", "a.db"], in: folder.path)
    #expect(result.status == 65, "\(command): \(result.status) \(result.errors)")
    #expect(result.errors.contains(words), "\(command): \(result.errors)")
  }
}

/// An archive in which the SQL of an object of ours is spelt otherwise, as no statement would.
private func archive(
  _ name: String, with before: String, as after: String, in folder: TemporaryFolder
) throws {
  func text(_ words: String) -> String { words.replacing("'", with: "''") }
  try archive(
    changedBy: """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, '\(text(before))', '\(text(after))')
      WHERE name = '\(name)';
      """, in: folder)
  let found = try Connection(folder.path("a.db"), .readOnly).value(
    "SELECT instr(sql, '\(text(after))') > 0 FROM sqlite_master WHERE name = '\(name)'")
  try #require(found == 1, "\(name): \(before)")
}

/// What every command says of such an archive.
private func answers(
  _ name: String, with before: String, as after: String
) throws -> [(command: [String], result: RunResult)] {
  let folder = try TemporaryFolder()
  try archive(name, with: before, as: after, in: folder)
  return try commands.map { ($0, try runBounded($0 + ["-d", "a.db"], in: folder.path)) }
}

/// What a release that spells its schema otherwise would have written.
@Test(arguments: [
  ("documents", "the smallest of its names", "its name"),
  ("documents", "-- why it failed", "/* why */ -- it failed\n\n"),
  ("documents", "error       TEXT", "error TEXT"),
  ("facts", "INTEGER PRIMARY KEY", "integer primary key"),
  ("facts_unit", "ON facts (unit", "on [facts]  (\"UNIT\""),
  ("mentions", "AS quote", "as \"quote\" /* as printed */"),
  ("articles_fts", "text, title, content", "TEXT,title,  content"),
])
func `other comments, spaces, case of names and idle quotes open`(
  name: String, before: String, after: String
) throws {
  for (command, result) in try answers(name, with: before, as: after) {
    #expect(result.status == 0, "\(command): \(result.status) \(result.errors)")
  }
}

@Test(arguments: [
  ("facts", "CHECK (", "CHECK (1 OR "), ("documents", "'empty'", "'Empty'"),
  ("documents", "'empty'", "\"empty\""), ("documents", "'ok', 'empty'", "'ok'', ''empty'"),
  ("documents", "status      TEXT", "status TEXT DEFAULT 'ok'"),
  ("documents", "name        TEXT", "name TEXT COLLATE NOCASE"),
  ("documents", "name        TEXT NOT NULL", "name BLOB NOT NULL"),
  ("diagnostics_document", "(document_id)", "(document_id DESC)"),
  ("document_names", "UNIQUE (name, document_id)", "UNIQUE (document_id, name)"),
  ("document_names", "ON DELETE CASCADE", "ON DELETE SET NULL"),
  ("document_names", "ON DELETE CASCADE", "-- ON DELETE CASCADE\n"),
  ("articles_fts", "content=''", "content='facts'"), ("articles_fts", "text, title", "title, text"),
  ("edits", "edit.byte_length, edit.printed", "edit.printed, edit.byte_length"),
])
func `other rules, orders, collations, types and strings are refused`(
  name: String, before: String, after: String
) throws {
  for (command, result) in try answers(name, with: before, as: after) {
    #expect(result.status == 65, "\(command): \(result.status) \(result.errors)")
    #expect(result.errors.contains("“\(name)” is missing or was changed"), "\(result.errors)")
  }
}

/// The remedy that the message gives.
@Test(arguments: [
  "CREATE TRIGGER \"it's \"\"mine\"\"\" AFTER INSERT ON facts BEGIN SELECT 1; END",
  "CREATE UNIQUE INDEX \"u \"\"x\" ON facts (fact_id)",
  "CREATE VIEW \"pragma_\"\"x\" AS SELECT 1",
  "CREATE TABLE \"my \"\"note\" (a REFERENCES facts)",
])
func `what the message says to type makes the archive usable again`(script: String) throws {
  let folder = try TemporaryFolder()
  try archive(changedBy: script, in: folder)
  let refused = try runBounded(["verify", "-d", "a.db"], in: folder.path)
  let remedy = try #require(refused.errors.split(separator: "`").first { $0.hasPrefix("DROP ") })
  _ = try run("/usr/bin/sqlite3", [folder.path("a.db"), String(remedy)])
  let healed = try runBounded(["verify", "-d", "a.db"], in: folder.path)
  #expect(healed.status == 0, "\(healed.errors)")
}

@Test func `what the user made beside our tables is left alone`() throws {
  let folder = try TemporaryFolder()
  try archive(
    changedBy: """
      CREATE VIEW mine AS SELECT name FROM documents;
      CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, article_id, note UNIQUE);
      CREATE INDEX facts_value ON FACTS (value DESC, subject COLLATE NOCASE);
      CREATE TABLE tags (note REFERENCES notes (id));
      CREATE UNIQUE INDEX notes_long ON notes (length(note)) WHERE note > '';
      CREATE VIRTUAL TABLE notes_fts USING fts5 (note);
      CREATE TABLE wide (a, b AS (a * 2), c TEXT AS ('x' || a) STORED);
      ANALYZE;
      """, in: folder)
  for command in commands {
    let result = try runBounded(command + ["-d", "a.db"], in: folder.path)
    #expect(result.status == 0, "\(command): \(result.status) \(result.errors)")
  }
}

/// Versions of the format that no release wrote; the tables are as they should be.
@Test(arguments: [(0, 0), (-1, 0), (999, 65)])
func `a format version of another program's is healed or refused`(
  version: Int, status: Int32
) throws {
  let folder = try TemporaryFolder()
  try archive(changedBy: "PRAGMA user_version = \(version)", in: folder)
  for command in [["verify"], ["query", "--county", "绵竹"], ["import", "later"], ["verify"]] {
    let result = try runBounded(command + ["-d", "a.db"], in: folder.path)
    #expect(result.status == status, "\(command): \(result.status) \(result.errors)")
  }
  guard status == 0 else { return }
  let found = try Connection(folder.path("a.db"), .readOnly).value("PRAGMA user_version")
  #expect(found == .integer(Int64(Migrations.all.count)))
}

@Test func `a format version 0 over other tables is refused`() throws {
  let folder = try TemporaryFolder()
  try archive(changedBy: "PRAGMA user_version = 0; DROP TABLE bylines", in: folder)
  for command in commands {
    let result = try runBounded(command + ["-d", "a.db"], in: folder.path)
    #expect(result.status == 65, "\(command): \(result.status) \(result.errors)")
    #expect(result.errors.contains("“bylines” is missing"), "\(result.errors)")
  }
}

@Test func `an original under another's digest is damage, not a crash`() throws {
  let folder = try TemporaryFolder()
  try archive(changedBy: "SELECT 1", in: folder)
  let bytes = Array("遂宁市新增停车位5个。".utf8)
  try folder.write("later/b.txt", bytes)
  let digest = try run("/usr/bin/sha256sum", [folder.path("later/b.txt")]).output.prefix(64)
  try Connection(folder.path("a.db"), .readWrite).execute(
    """
    INSERT INTO sqlar VALUES ('b.txt', 33188, 0, 0, x''), ('\(digest)', 33188, 0, 0, x''),
      ('b.txt@\(digest.prefix(12))', 33188, 0, 0, x'')
    """)
  let result = try runBounded(["import", "later", "-d", "a.db"], in: folder.path)
  #expect(result.status == 65, "\(result.status) \(result.errors)")
  #expect(result.errors.contains("\(digest)"), "\(result.errors)")
}
