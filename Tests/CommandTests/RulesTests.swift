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
    ("0", "document_id = 3", "archive reextract"), ("0", "1", "archive reextract"),
    ("'x'", "document_id = 5", "archive reextract"), ("x'00'", "1", "archive reextract"),
    ("99", "document_id = 1", "update the program"), ("99", "1", "update the program"),
  ])
func `every command says once that other rules have read documents`(
  version: String, rows: String, words: String
) throws {
  let folder = try TemporaryFolder()
  try archive(folder, "UPDATE documents SET rules_version = \(version) WHERE \(rows)")
  for command in commands {
    let result = try run(archiveProgram, command, in: folder.path)
    let isVerify = command == ["verify"]
    let said = isVerify ? "documents of other rules: " : words
    #expect(result.errors.components(separatedBy: said).count == 2, "\(command): \(result.errors)")
    #expect(isVerify || result.status == 0, "\(command): \(result.errors)")
  }
}

@Test func `nothing is said of rules where today's have read all`() throws {
  let folder = try TemporaryFolder()
  try folder.write("b.pdf", "%PDF-1.4")
  try archive(folder, "SELECT 1")
  _ = try run(archiveProgram, ["import", "b.pdf"], in: folder.path)
  // What could not be read at all has nothing that other rules would read.
  try Connection(folder.path("archive.db"), .readWrite).execute(
    "UPDATE documents SET rules_version = 7 WHERE status = 'failed'")
  for command in commands {
    let result = try run(archiveProgram, command, in: folder.path)
    #expect(!result.errors.contains("rules"), "\(command): \(result.errors)")
  }
}

@Test func `reextract reads again what has no number, and leaves newer rules' rows alone`() throws {
  let folder = try TemporaryFolder()
  try archive(
    folder,
    """
    UPDATE documents SET rules_version = 'x' WHERE document_id = 1;
    UPDATE documents SET rules_version = 0 WHERE document_id = 2;
    UPDATE documents SET rules_version = 99 WHERE document_id = 3;
    """)
  let result = try run(archiveProgram, ["reextract"], in: folder.path)
  #expect(result.errors.contains("2 documents read again"), "\(result.errors)")
  let all = try run(archiveProgram, ["reextract", "--all"], in: folder.path)
  #expect(all.errors.contains("5 documents read again"), "\(all.errors)")
  #expect(try run(archiveProgram, ["verify"], in: folder.path).status == 0)
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
