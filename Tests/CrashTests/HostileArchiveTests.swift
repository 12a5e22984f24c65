import Foundation
import Reading
import SQLite
import Schema
import Testing
import TestSupport

/// A small archive, spoiled with a script or by hand.
private func spoiled(_ folder: TemporaryFolder, _ script: String = "") throws -> String {
  try folder.write("in/a.txt", "绵竹市今年改造老旧小区3个。")
  _ = try runBounded(["import", "in", "-d", "a.db"], in: folder.path)
  if !script.isEmpty { try Connection(folder.path("a.db"), .readWrite).execute(script) }
  return folder.path("a.db")
}

private let commands = [["verify"], ["reextract", "--all"], ["import", "in"]]

/// Runs every command on an archive; each ends by itself and soon, with a status of its own.
private func checkSurvived(_ folder: TemporaryFolder, expecting statuses: Set<Int32>) throws {
  for command in commands {
    let result = try runBounded(command + ["-d", "a.db"], in: folder.path)
    #expect(statuses.contains(result.status), "\(command): \(result.status) \(result.errors)")
  }
}

@Test(.timeLimit(.minutes(15)))
func `garbage inside a valid file is survived and called damage`() throws {
  for seed in 0..<4 {
    let folder = try TemporaryFolder()
    let path = try spoiled(folder)
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<(40 << (2 * seed)) {
      bytes[100 + Int(random.next() % UInt64(bytes.count - 100))] = UInt8(
        truncatingIfNeeded: random.next())
    }
    try folder.write("a.db", bytes)
    try checkSurvived(folder, expecting: [0, 3, 65, 74])
  }
}

@Test(.timeLimit(.minutes(15)))
func `a file cut anywhere is survived`() throws {
  let folder = try TemporaryFolder()
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: spoiled(folder))))
  for length in [1, 15, 16, 99, 100, 4096, 8192, 8193, bytes.count / 2, bytes.count - 8192] {
    try folder.write("a.db", bytes[..<length])
    let result = try runBounded(["verify", "-d", "a.db"], in: folder.path)
    #expect(result.status == 65, "\(length) bytes: \(result.errors)")
  }
}

@Test func `an empty file is taken for a new archive`() throws {
  let folder = try TemporaryFolder()
  try folder.write("in/a.txt", "绵竹市改造小区。")
  try folder.write("a.db", [])
  #expect(try runBounded(["verify", "-d", "a.db"], in: folder.path).status == 65)
  #expect(try runBounded(["import", "in", "-d", "a.db"], in: folder.path).status == 0)
}

@Test(
  .timeLimit(.minutes(15)),
  arguments: [
    // Something that never ends in the place of a view.
    """
    DROP VIEW article_places;
    CREATE VIEW article_places AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
    SELECT i AS article_id, i AS place_id, 'x' AS name, 'county' AS level, NULL AS adcode,
      'x' AS path, 1 AS mentions FROM n;
    """,
    // A trigger that takes away what others store.
    "CREATE TRIGGER t AFTER INSERT ON documents BEGIN DELETE FROM documents; END;",
    // A trigger that never ends.
    """
    CREATE TRIGGER t AFTER INSERT ON documents BEGIN
      INSERT INTO document_names WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
      SELECT i, new.document_id FROM n;
    END;
    """,
  ])
func `an archive whose schema was tampered with is refused`(script: String) throws {
  let folder = try TemporaryFolder()
  _ = try spoiled(folder, script)
  try folder.write("in/b.txt", "遂宁市新增停车位5个。")
  try checkSurvived(folder, expecting: [65])
}

@Test func `an original of more than is read is named and not unpacked`() throws {
  let folder = try TemporaryFolder()
  let path = try spoiled(folder)
  let bytes = [UInt8](repeating: 0, count: 33 << 20)
  let archive = try Connection(path, .readWrite)
  try archive.prepare("UPDATE sqlar SET sz = :size, data = :data").run([
    "size": .integer(bytes.count), "data": .blob(PackedOriginal.pack(bytes)),
  ])
  try archive.prepare("UPDATE documents SET byte_count = :size, sha256 = :sha256").run([
    "size": .integer(bytes.count), "sha256": .text(sha256(of: bytes)),
  ])
  let verified = try runBounded(["verify", "-d", "a.db"], in: folder.path)
  #expect(verified.status == 65)
  #expect(verified.output.contains("documents 1: the original has more than 32 MiB"))
  let again = try runBounded(["reextract", "--all", "-d", "a.db"], in: folder.path)
  #expect(again.status == 3)
  #expect(again.errors.contains("a.txt: larger than 32 MiB; allow more with --max-size"))
}

@Test func `a text longer than its original is named and not read`() throws {
  let folder = try TemporaryFolder()
  _ = try spoiled(folder, "UPDATE articles SET text = replace(hex(zeroblob(9000000)), '00', '3')")
  let verified = try runBounded(["verify", "-d", "a.db"], in: folder.path)
  #expect(verified.status == 65)
  #expect(verified.output.contains("a text has no more code points than its original has bytes"))
}
