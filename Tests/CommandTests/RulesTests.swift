import Foundation
import SQLite
import Testing
import TestSupport

/// An archive of the seeds with other versions of the rules in some rows.
private func archive(_ folder: TemporaryFolder, _ change: String) throws {
  _ = try run("/bin/cp", [SeedArchive.folder.path("archive.db"), folder.path("archive.db")])
  try Connection(folder.path("archive.db"), .readWrite).execute(change)
}

private let commands = [
  ["info"], ["query", "--city", "遂宁"], ["facts", "--city", "遂宁"], ["show", "1"], ["verify"],
]

/// The version, whether one document or all have it, and what is said.
@Test(
  arguments: [
    ("'0.1.0'", "document_id = 3", "archive reextract"), ("'0.1.0'", "1", "archive reextract"),
    ("'x'", "document_id = 5", "archive reextract"), ("x'00'", "1", "archive reextract"),
    ("'0.2.0+0'", "document_id = 2", "archive reextract"),
    ("'0.10.0+0'", "document_id = 1", "update the program"),
    ("'99.0.0'", "1", "update the program"),
  ])
func `every command says once that other rules have read documents`(
  version: String, rows: String, words: String
) throws {
  let folder = try TemporaryFolder()
  try archive(folder, "UPDATE documents SET rules = \(version) WHERE \(rows)")
  for command in commands {
    let result = try run(archiveProgram, command, in: folder.path)
    #expect(result.errors.components(separatedBy: words).count == 2, "\(command): \(result.errors)")
    // The digest of what was told does not agree with a change by hand.
    #expect(result.status == (command == ["verify"] ? 65 : 0), "\(command): \(result.errors)")
  }
}

@Test func `nothing is said of rules where today's have read all`() throws {
  let folder = try TemporaryFolder()
  try folder.write("b.pdf", "%PDF-1.4")
  try archive(folder, "SELECT 1")
  _ = try run(archiveProgram, ["import", "b.pdf"], in: folder.path)
  // What could not be read at all has nothing that other rules would read.
  try Connection(folder.path("archive.db"), .readWrite).execute(
    "UPDATE documents SET rules = '0.1.0' WHERE status = 'failed'")
  for command in commands {
    let result = try run(archiveProgram, command, in: folder.path)
    #expect(!result.errors.contains("rules"), "\(command): \(result.errors)")
  }
}

@Test func `reextract reads again what is not a later release's`() throws {
  let folder = try TemporaryFolder()
  try archive(
    folder,
    """
    UPDATE documents SET rules = 'x' WHERE document_id = 1;
    UPDATE documents SET rules = '0.1.0' WHERE document_id = 2;
    UPDATE documents SET rules = '99.0.0' WHERE document_id = 3;
    """)
  let result = try run(archiveProgram, ["reextract"], in: folder.path)
  #expect(result.errors.contains("2 documents read again"), "\(result.errors)")
  let all = try run(archiveProgram, ["reextract", "--all"], in: folder.path)
  #expect(all.errors.contains("4 documents read again"), "\(all.errors)")
  #expect(all.errors.contains("1 read by a later release stay"), "\(all.errors)")
  let archive = try Connection(folder.path("archive.db"), .readOnly)
  #expect(try archive.value("PRAGMA journal_mode") == "delete", "at rest it is one file")
}

@Test func `show --source shows no bytes that are not the document's`() throws {
  let folder = try TemporaryFolder()
  let digest = "UPDATE documents SET sha256 = replace(sha256, 'a', 'b')"
  for change in [digest, "UPDATE sqlar SET data = zeroblob(sz)"] {
    try archive(folder, change)
    let result = try run(archiveProgram, ["show", "1", "--source"], in: folder.path)
    #expect(result.status == 65, "\(change): \(result.errors)")
    #expect(result.errors.contains("archive verify"), "\(result.errors)")
    #expect(!result.output.contains("byte_offset"))
  }
}
