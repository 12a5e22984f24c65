import Foundation
import Glibc
import SQLite
import Schema
import Testing
import TestSupport

/// A file under test; a failure tells its name, not its bytes.
struct HostileFile: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  var testDescription: String { name }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Imports one file nobody should have written, beside a good one that must not suffer.
private func check(
  _ name: String, _ bytes: [UInt8], status: Int32 = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = try TemporaryFolder()
  try folder.write("in/\(name)", bytes)
  try folder.write("in/zz.txt", "绵竹市今年改造老旧小区3个。")
  let result = try runBounded(["import", "in"], in: folder.path)
  #expect(result.status == status, "\(name): \(result.errors)", sourceLocation: sourceLocation)
  #expect(isHarmless(result.errors), "\(name)", sourceLocation: sourceLocation)
  let path = folder.path("archive.db")
  #expect(try ArchiveState.soundDocuments(in: path) == 2, sourceLocation: sourceLocation)
  let reasons = "SELECT count(*) FROM documents WHERE status = 'failed' AND error <> ''"
  let failed = try ArchiveFormat.read(path).value(reasons)
  #expect(failed == (status == 0 ? 0 : 1), sourceLocation: sourceLocation)
  let verified = try runBounded(["verify"], in: folder.path)
  #expect(verified.status == 0, "\(name): \(verified.output)", sourceLocation: sourceLocation)
}

/// Whether a terminal would only print it.
private func isHarmless(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
  }
}

private func repeated(_ text: String, _ count: Int) -> [UInt8] {
  Array(repeatElement(Array(text.utf8), count: count).joined())
}

@Test(
  .timeLimit(.minutes(15)),
  arguments: [
    HostileFile("empty.txt", []),
    HostileFile("blank.txt", repeated(" \n", 5000)),
    HostileFile("nul.txt", [UInt8](repeating: 0, count: 50_000)),
    HostileFile("nuls.txt", Array("绵竹市\0改造\0小区。".utf8)),
    HostileFile("nul.html", Array("<html><body>\0<p>绵竹市\0改造小区。</p></body></html>".utf8)),
    HostileFile("marks.txt", [0xEF, 0xBB, 0xBF]),
    HostileFile("utf16.txt", [0xFF, 0xFE]),
    HostileFile("half.txt", [0xFF, 0xFE, 0x7E]),
    HostileFile("lone.txt", [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00]),
    HostileFile("cut.txt", Array("绵竹市改造小区。".utf8.dropLast())),
    HostileFile("cut-gb.txt", [0xC3, 0xE0, 0xD6, 0xF1, 0xCA]),
    HostileFile("continuations.txt", [UInt8](repeating: 0x80, count: 20_000)),
    HostileFile("leads.txt", [UInt8](repeating: 0xF4, count: 20_000)),
    HostileFile("surrogates.txt", repeated("\u{FFFD}", 10) + [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80]),
    HostileFile("overlong.txt", [0xC0, 0x80, 0xE0, 0x80, 0x80, 0xF8, 0x88, 0x80, 0x80, 0x80]),
    HostileFile("override.txt", Array("绵竹\u{202E}市改造\u{2066}小区\u{202C}3个。".utf8)),
    HostileFile("escape.txt", Array("绵竹市\u{1B}[2J\u{1B}]0;x\u{07}改造小区。".utf8)),
  ] as [HostileFile])
func `odd bytes are a document and harm no other`(_ file: HostileFile) throws {
  try check(file.name, file.bytes)
}

@Test(
  .timeLimit(.minutes(15)),
  arguments: [
    HostileFile("line.txt", repeated("绵竹市改造老旧小区", 3_000)),
    HostileFile("digits.txt", repeated("1234567890", 5_000)),
    HostileFile("numerals.txt", repeated("一二三四五六七八九十百千万亿", 2_000)),
    HostileFile("quotes.txt", repeated("“", 20_000)),
    HostileFile("brackets.txt", repeated("（", 20_000)),
    HostileFile("lines.txt", repeated("县\n", 10_000)),
    HostileFile("repeated.txt", repeated("绵竹市敖平镇改造小区。\n", 1_500)),
    HostileFile("places.txt", repeated("北京上海天津重庆", 1_500)),
    HostileFile("spaces.txt", repeated(" ", 100_000)),
    HostileFile("tags.txt", repeated("<p ", 30_000)),
  ] as [HostileFile])
func `much of the same takes its time and no more`(_ file: HostileFile) throws {
  try check(file.name, file.bytes)
}

@Test(
  .timeLimit(.minutes(15)),
  arguments: [
    HostileFile("deep.html", repeated("<div>", 100_000) + Array("绵竹市改造小区。".utf8)),
    HostileFile(
      "deep-closed.html", repeated("<div>", 50_000) + Array("县".utf8) + repeated("</div>", 50_000)),
    HostileFile("formatting.html", repeated("<b><i><a>", 3_000) + Array("县".utf8)),
    HostileFile("tables.html", repeated("<table><tr><td>", 20_000) + Array("县".utf8)),
    HostileFile(
      "attributes.html", Array("<p ".utf8) + repeated("a=\"b\" ", 100_000) + Array(">县</p>".utf8)),
    HostileFile("unclosed.html", Array("<html><body><p class=\"".utf8) + repeated("县", 100_000)),
    HostileFile(
      "entities.html", Array("<html><body><p>".utf8) + repeated("&#x7EF5;&amp;&bogus;", 50_000)),
    HostileFile(
      "bomb.html",
      Array("<!DOCTYPE x [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;&a;\">]><p>&a;</p>".utf8)
    ),
    HostileFile("comment.html", Array("<html><body><!--".utf8) + repeated("-", 200_000)),
    HostileFile("script.html", Array("<html><body><script>".utf8) + repeated("<!--", 50_000)),
  ] as [HostileFile])
func `endless markup is read in bounded time`(_ file: HostileFile) throws {
  try check(file.name, file.bytes)
}

@Test(.timeLimit(.minutes(15)))
func `random bytes are a document under every ending`() throws {
  var random = SeededGenerator(seed: 5)
  for ending in ["txt", "html", "md", "bin"] {
    let bytes = (0..<40_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    try check("random.\(ending)", bytes)
  }
}

@Test func `names with line breaks and escapes are kept, and shown harmlessly`() throws {
  let folder = try TemporaryFolder()
  let name = "a\nb\u{1B}[31m\tc.txt"
  try folder.write("in/\(name)", "绵竹市改造小区。")
  try folder.write("in/x\u{1B}]0;y\u{07}.pdf", "%PDF-1.4")
  let result = try runBounded(["import", "in"], in: folder.path)
  #expect(result.status == 3)
  #expect(isHarmless(result.errors), "\(result.errors.debugDescription)")
  let archive = try ArchiveFormat.read(folder.path("archive.db"))
  #expect(try archive.value("SELECT name FROM documents WHERE status = 'ok'") == .text(name))
}

@Test func `what is no plain file is refused by name`() throws {
  let folder = try TemporaryFolder()
  try folder.write("in/a.txt", "绵竹市改造小区。")
  try folder.write("in/folder.txt/inner.txt", "绵竹市改造小区4个。")
  let links = [("loop", "loop"), ("up", ".."), ("none.txt", "nowhere"), ("null.txt", "/dev/null")]
  for (name, target) in links { symlink(target, folder.path("in/\(name)")) }
  mkfifo(folder.path("in/pipe.txt"), 0o644)
  let passing = try runBounded(["import", "in"], in: folder.path)
  #expect(passing.status == 3)
  #expect(passing.errors.contains("pipe.txt: not a regular file"), "\(passing.errors)")
  #expect(
    passing.errors.contains("; 4 links passed over, --follow reads them"), "\(passing.errors)")
  let result = try runBounded(["import", "in", "--follow", "-d", "f.db"], in: folder.path)
  #expect(result.status == 3)
  for (name, reason) in [
    ("loop", "too many levels of symbolic links"), ("none.txt", "no such file"),
    ("null.txt", "not a regular file"), ("pipe.txt", "not a regular file"),
  ] { #expect(result.errors.contains("\(name): \(reason)"), "\(result.errors)") }
  let stored = "SELECT group_concat(name) FROM (SELECT name FROM documents WHERE status = 'ok')"
  let names = try ArchiveFormat.read(folder.path("archive.db")).value(stored)
  #expect(names == "a.txt,folder.txt/inner.txt")
}

@Test func `a file over the limit is a row with its reason`() throws {
  let folder = try TemporaryFolder()
  try folder.write("in/big.txt", repeated("县", 500_000))
  let result = try runBounded(["import", "in", "--max-size", "1"], in: folder.path)
  #expect(result.status == 3)
  #expect(result.errors.contains("big.txt: larger than 1 MiB"))
  let error = try ArchiveFormat.read(folder.path("archive.db")).value("SELECT error FROM documents")
  guard case .text(let reason) = error else { return #expect(Bool(false), "no reason") }
  #expect(reason.hasPrefix("larger than 1 MiB"))
}

@Test func `reading what is not there or no file ends with 74`() throws {
  let folder = try TemporaryFolder()
  for path in ["none.txt", folder.path] {
    let result = try runBounded(["read", path], in: folder.path)
    #expect(result.status == 74, "\(path): \(result.errors)")
  }
}
