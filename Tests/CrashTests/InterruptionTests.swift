import Glibc
import SQLite
import Testing
import TestSupport

/// Work without end in an archive that is as this program makes it, each in a way of its own.
private let endless = [
  // So many articles that their index is not made anew while anyone waits.
  """
  CREATE TABLE mine (a);
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000000)
  INSERT INTO articles (document_id, document, ordinal, kind, script, text)
  SELECT 1, 'a.txt', i, 'news', 'Hans', '绵竹市今年改造老旧小区' || i FROM n;
  """,
  // The check of the file's soundness computes an index of the user's own, half a second a row.
  """
  CREATE TABLE mine (a);
  INSERT INTO mine VALUES (0);
  CREATE INDEX mine_long ON mine (length(hex(zeroblob(a))));
  PRAGMA writable_schema = ON;
  UPDATE sqlite_master SET sql = replace(sql, 'zeroblob(a)', 'zeroblob(50000000 + a)')
    WHERE name = 'mine_long';
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100)
  INSERT INTO mine SELECT 0 FROM n;
  """,
]

@Test func `memory without end is refused to a file that asks for it`() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.txt", "绵竹市今年改造老旧小区3个。")
  _ = try runBounded(["import", "a.txt", "-d", "a.db"], in: folder.path)
  let shell = try run(
    "/usr/bin/sqlite3",
    [
      folder.path("a.db"),
      """
      CREATE TABLE mine (a); INSERT INTO mine VALUES (0);
      CREATE INDEX mine_long ON mine (length(hex(zeroblob(a))));
      PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, 'zeroblob(a)', 'zeroblob(490000000 + a)')
        WHERE name = 'mine_long';
      """,
    ])
  try #require(shell.status == 0, "\(shell.errors)")
  let result = try runBounded(["verify", "-d", "a.db"], in: folder.path)
  #expect(result.status == 74, "\(result.status) \(result.errors)")
  #expect(result.errors.contains("out of memory"), "\(result.errors)")
}

@Test(
  .timeLimit(.minutes(15)),
  arguments: [
    (["index"], 0, SIGINT), (["index"], 0, SIGTERM), (["verify"], 1, SIGINT),
  ])
func `Ctrl-C ends a long statement within a second and leaves the file sound`(
  command: [String], script: Int, signal: Int32
) throws {
  let folder = try TemporaryFolder()
  try folder.write("a.txt", "绵竹市今年改造老旧小区3个。")
  _ = try runBounded(["import", "a.txt", "-d", "a.db"], in: folder.path)
  let shell = try run("/usr/bin/sqlite3", [folder.path("a.db"), endless[script]])
  try #require(shell.status == 0, "\(shell.errors)")
  let program = try RunningProgram(command + ["-d", "a.db"], in: folder)
  pause(1.5)
  #expect(program.isRunning, "the work has no end")
  let start = wallClock()
  program.interrupt(signal)
  for _ in 0..<50 where program.isRunning { pause(0.1) }
  if program.isRunning { program.kill() }
  let result = try program.wait()
  // A second, and what a busy machine takes on top.
  #expect(wallClock() - start < 3)
  #expect(result.status == 128 + signal || result.status == 130, "\(result)")
  let check = try run(
    "/usr/bin/sqlite3",
    [
      folder.path("a.db"), "DROP TABLE mine; PRAGMA integrity_check; PRAGMA journal_mode;",
    ])
  #expect(check.output == "ok\ndelete\n", "\(check.output)\(check.errors)")
}
