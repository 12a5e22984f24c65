import Foundation
import SQLite
import Testing
import TestSupport

/// An archive beside the journal of a write of the stock shell that was cut short.
private func archiveWithJournal(_ mode: String, in folder: TemporaryFolder) throws {
  try folder.write("a.txt", "绵竹市今年改造老旧小区3个。")
  _ = try run(archiveProgram, ["import", "a.txt", "-d", "shelf.db"], in: folder.path)
  // A cache of no pages writes each change at once; the shell then kills itself.
  let result = try run(
    "/bin/sh",
    [
      "-c",
      """
      mkdir shelf; mv shelf.db shelf/a.db
      (echo "PRAGMA journal_mode = \(mode); PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;
        UPDATE articles SET text = text || hex(randomblob(90000));
        UPDATE documents SET name = hex(randomblob(90000));
        UPDATE facts SET sentence = hex(randomblob(90000));
        \(mode == "WAL" ? "COMMIT;" : "")"; echo ".shell kill -9 \\$PPID") \
        | sqlite3 shelf/a.db
      ls shelf
      """,
    ], in: folder.path)
  #expect(result.output.contains(mode == "WAL" ? "a.db-wal" : "a.db-journal"), "\(result.output)")
}

@Test func `a write cut short by another program is undone by the next reader`() throws {
  let folder = try TemporaryFolder()
  try archiveWithJournal("DELETE", in: folder)
  for command in [["query", "--county", "绵竹"], ["verify"]] {
    let result = try run(archiveProgram, command + ["-d", "shelf/a.db"], in: folder.path)
    #expect(result.status == 0, "\(command): \(result.errors)")
  }
}

/// As a user who may not write, for to the administrator everything is allowed.
private func runAsNobody(_ arguments: [String], in folder: TemporaryFolder) throws -> RunResult {
  let isAdministrator = getuid() == 0
  let prefix = isAdministrator ? ["--reuid=65534", "--regid=65534", "--clear-groups"] : []
  // The program may lie where nobody else may look.
  let copied = try run("/bin/cp", [archiveProgram, folder.path("archive")])
  try #require(copied.status == 0)
  return try run(
    isAdministrator ? "/usr/bin/setpriv" : "/usr/bin/env",
    prefix + [folder.path("archive")] + arguments, in: folder.path)
}

@Test(arguments: ["DELETE", "WAL"])
func `a write cut short in a folder one may not write is told with its remedy`(
  mode: String
) throws {
  let folder = try TemporaryFolder()
  try archiveWithJournal(mode, in: folder)
  if mode == "WAL" { unlink(folder.path("shelf/a.db-shm")) }
  chmod(folder.path("shelf/a.db"), 0o444)
  chmod(folder.path("shelf"), 0o555)
  defer { chmod(folder.path("shelf"), 0o755) }
  for command in [["query", "--county", "绵竹"], ["verify"]] {
    let result = try runAsNobody(command + ["-d", "shelf/a.db"], in: folder)
    #expect(result.status == 74, "\(command): \(result.status) \(result.errors)")
    #expect(result.errors.contains("a write to it was cut short"), "\(result.errors)")
    #expect(result.errors.contains("folder of your own"), "\(result.errors)")
  }
}
