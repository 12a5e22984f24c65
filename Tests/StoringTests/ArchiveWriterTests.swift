import Model
import Reading
import SQLite
import Schema
import Storing
import Testing
import TestSupport

private let visit = Visit(time: "2024-09-20T10:08:18Z", modified: 1_700_000_000)

/// A writer on a fresh file, and a look into that file.
private struct Fixture {
  let folder: TemporaryFolder
  let writer: ArchiveWriter

  init() throws {
    folder = try TemporaryFolder()
    writer = try ArchiveWriter(path: folder.path("a.db"))
  }

  func store(_ name: String, _ text: String) throws -> ArchiveWriter.Outcome {
    let file = SourceFile(name: name, bytes: Array(text.utf8))
    return try writer.store(read(file), original: file, visit)
  }

  func value(_ sql: String) throws -> Value {
    try writer.commit()
    return try ArchiveFormat.read(folder.path("a.db")).value(sql)
  }
}

@Test func `the same bytes are one document under all their names`() throws {
  let fixture = try Fixture()
  #expect(try fixture.store("b.txt", "绵竹市改造小区。") == .stored)
  #expect(try fixture.store("b.txt", "绵竹市改造小区。") == .unchanged)
  #expect(try fixture.store("a.txt", "绵竹市改造小区。") == .unchanged)
  #expect(try fixture.value("SELECT group_concat(name) FROM documents") == "a.txt")
  #expect(try fixture.value("SELECT group_concat(document) FROM articles") == "a.txt")
  #expect(try fixture.value("SELECT group_concat(name) FROM document_names") == "a.txt,b.txt")
}

@Test func `other bytes under a known name stand beside the first`() throws {
  let fixture = try Fixture()
  #expect(try fixture.store("a.txt", "第一版。") == .stored)
  #expect(try fixture.store("a.txt", "第二版。") == .stored)
  #expect(try fixture.value("SELECT count(*) FROM documents WHERE name = 'a.txt'") == 2)
  #expect(try fixture.value("SELECT count(*) FROM sqlar") == 2)
}

@Test func `an original comes out of the archive byte for byte`() throws {
  for bytes in [[], [7], [UInt8](repeating: 65, count: 100_000), (0...255).map { UInt8($0) }] {
    let packed = PackedOriginal.pack(bytes)
    #expect(PackedOriginal.unpack(packed, size: bytes.count, promised: bytes.count) == bytes)
    #expect(PackedOriginal.unpack(packed, size: bytes.count, promised: bytes.count + 1) == nil)
  }
  for size in [100, -1, 4, PackedOriginal.largest + 1, Int.max] {
    #expect(PackedOriginal.unpack([1, 2, 3], size: size, promised: size) == nil)
  }
}

@Test func `a failure goes away when the file can be read after all`() throws {
  let fixture = try Fixture()
  try fixture.writer.storeFailure(
    name: "a.txt", reason: "permission denied", at: visit.time)
  #expect(try fixture.value("SELECT error FROM documents") == "permission denied")
  _ = try fixture.store("a.txt", "终于读到了。")
  #expect(try fixture.value("SELECT group_concat(status) FROM documents") == "ok")
}

@Test func `reading again keeps the article's id and its place in the index`() throws {
  let fixture = try Fixture()
  _ = try fixture.store("a.txt", "旧小区。")
  let file = SourceFile(name: "a.txt", bytes: Array("旧小区。".utf8))
  try fixture.writer.replace(read(file), document: 1)
  #expect(try fixture.value("SELECT group_concat(article_id) FROM articles") == "1")
  let hits = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH '\"小 区\"'"
  #expect(try fixture.value(hits) == 1)
}

@Test func `the index of pairs holds the neighbours of each part`() throws {
  let fixture = try Fixture()
  let text = "村里种了300亩梨。路好走了，路也宽了。"
  _ = try fixture.store("a.txt", text)
  func articles(_ words: String) throws -> Value {
    try fixture.value("SELECT count(*) FROM pairs_fts WHERE pairs_fts MATCH '\(words)'")
  }
  for round in 0..<2 {
    #expect(try articles("亩梨 走了") == 1, "round \(round)")
    #expect(try articles("了3") == 1, "a digit is a character, round \(round)")
    #expect(try articles("梨z3002 z3002路") == 1, "a sign is a character, round \(round)")
    #expect(try articles("·亩梨") == 1, "the sentence of a fact, round \(round)")
    #expect(try articles("·走了") == 0, "a sentence without a fact, round \(round)")
    #expect(try articles("梨路") == 0, "a sign stands between, round \(round)")
    try fixture.writer.replace(
      read(SourceFile(name: "a.txt", bytes: Array(text.utf8))), document: 1)
  }
  try fixture.writer.replace(
    read(SourceFile(name: "a.txt", bytes: Array("路好走了。".utf8))), document: 1)
  #expect(try articles("亩梨") == 0)
}

@Test func `the file at rest is one file that any SQLite reads`() throws {
  let fixture = try Fixture()
  _ = try fixture.store("a.txt", "一段文字。")
  try fixture.writer.finish()
  #expect(try fixture.value("PRAGMA journal_mode") == "delete")
  #expect(try fixture.value("PRAGMA application_id") == .integer(Migrations.applicationID))
  #expect(try fixture.value("PRAGMA integrity_check") == "ok")
  #expect(
    try fixture.value("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%STRICT%'") == 0)
}

@Test func `a file that is no archive is refused by name`() throws {
  let folder = try TemporaryFolder()
  let text = try folder.write("text.db", String(repeating: "不是数据库。", count: 200))
  let other = folder.path("other.db")
  try Connection(other, .create).execute("CREATE TABLE t (a INTEGER)")
  let newer = folder.path("newer.db")
  try ArchiveFormat.write(newer).execute("PRAGMA user_version = 999")
  for (path, words) in [
    (text, "not an archive"), (other, "not an archive"), (newer, "newer release"),
    (folder.path("none.db"), "no such archive"),
  ] {
    let error = #expect(throws: ArchiveFileError.self) { _ = try ArchiveFormat.read(path) }
    #expect(error?.description.contains(path) == true)
    #expect(error?.description.contains(words) == true)
  }
}
