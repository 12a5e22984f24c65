import Foundation
import Testing
import TestSupport

@testable import Importing

@Test func `a folder is walked in depth and in the order of the bytes`() throws {
  let folder = try TemporaryFolder()
  for name in ["b.txt", "a/z.txt", "a/b/c.txt", "乙.txt", ".hidden", "a/.git/x"] {
    try folder.write(name, "x")
  }
  let names = FileWalk(paths: [folder.path]).map(\.name)
  #expect(names == ["a/b/c.txt", "a/z.txt", "b.txt", "乙.txt"])
}

@Test func `a file is named by its last part`() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("x/page.html", "x")
  let files = Array(FileWalk(paths: [path]))
  #expect(files.map(\.name) == ["page.html"])
  #expect(files.map(\.size) == [1])
}

/// What becomes of the files under some paths, by name.
private func fates(of walk: FileWalk) -> [String: FoundFile.Fate] {
  Dictionary(walk.map { ($0.name, $0.fate) }) { first, _ in first }
}

@Test func `links inside folders are told, and followed only when that is asked for`() throws {
  let folder = try TemporaryFolder()
  try folder.write("secret/s.txt", "x")
  try folder.write("in/a.txt", "x")
  try folder.write("in/deep/b.txt", "x")
  for (link, target) in [
    ("up", ".."), ("self", "self"), ("s.txt", "../secret/s.txt"), ("none.txt", "nowhere"),
    ("deep/again", ".."), ("far", "../secret"),
  ] {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("in/\(link)"), withDestinationPath: target)
  }
  let path = folder.path("in")
  #expect(
    fates(of: FileWalk(paths: [path])) == [
      "a.txt": .wanted, "deep/b.txt": .wanted, "up": .linked, "self": .linked,
      "s.txt": .linked, "none.txt": .linked, "deep/again": .linked, "far": .linked,
    ])
  let followed = Array(FileWalk(paths: [path], followsLinks: true))
  #expect(
    Set(followed.filter { $0.fate == .wanted }.map(\.name)).isSuperset(of: ["a.txt", "s.txt"]))
  #expect(followed.contains { $0.name.hasSuffix("secret/s.txt") || $0.name == "far/s.txt" })
  #expect(
    followed.first { $0.name == "none.txt" }?.fate == .refused("no such file or directory"))
  #expect(followed.count < 10, "each folder is read once: \(followed.map(\.name))")
}

@Test func `a link that is named itself is followed`() throws {
  let folder = try TemporaryFolder()
  try folder.write("real/a.txt", "x")
  for (link, target) in [("link", "real"), ("link.txt", "real/a.txt")] {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(link), withDestinationPath: target)
  }
  let files = Array(FileWalk(paths: [folder.path("link"), folder.path("link.txt")]))
  #expect(files.map(\.name) == ["a.txt", "link.txt"])
  #expect(files.allSatisfy { $0.fate == .wanted })
}

@Test func `the archive and its side files are passed over however they are reached`() throws {
  let folder = try TemporaryFolder()
  for name in ["a.db", "a.db-wal", "a.db-shm", "a.db-journal", "b.db-wal", "x/a.db-wal"] {
    try folder.write("in/\(name)", "x")
  }
  try FileManager.default.linkItem(atPath: folder.path("in/a.db"), toPath: folder.path("in/hard"))
  for (link, target) in [("link", "in/a.db"), ("elsewhere", "in")] {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(link), withDestinationPath: target)
  }
  let others = ["b.db-wal", "x/a.db-wal"]
  for archive in ["in/a.db", "link", "elsewhere/a.db"] {
    let walk = FileWalk(paths: [folder.path("in")], passingOver: folder.path(archive))
    #expect(walk.map(\.name) == others, "\(archive)")
    let named = FileWalk(
      paths: [folder.path("link"), folder.path("in/hard"), folder.path("elsewhere/a.db-shm")],
      passingOver: folder.path(archive))
    #expect(named.map(\.name) == [], "\(archive)")
  }
  let unmade = FileWalk(paths: [folder.path("in")], passingOver: folder.path("in/b.db"))
  #expect(!unmade.map(\.name).contains("b.db-wal"))
}

/// The bytes of a name, and the text it is kept under.
@Test(
  arguments: [
    (Array("县.txt".utf8), "县.txt"), ([0xCF, 0xD8], "\\xCF\\xD8"), ([0xCF, 0xD9], "\\xCF\\xD9"),
    (Array("a".utf8) + [0xE5, 0x8E], "a\\xE5\\x8E"), (Array("a\\b".utf8), "a\\b"),
    (Array("\\xCF".utf8), "\\x5CxCF"), (Array("\\xCG\\x".utf8), "\\xCG\\x"),
    ([0xEF, 0xBF, 0xBD], "\u{FFFD}"), ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"), ([], ""),
  ] as [([UInt8], String)])
func `a name that is no UTF-8 can be had back from its text`(bytes: [UInt8], text: String) {
  #expect(FileName.text(of: bytes) == text)
  var back: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let first = rest.first {
    let digits = String(decoding: rest.dropFirst(2).prefix(2), as: UTF8.self)
    let isEscape = rest.starts(with: "\\x".utf8) && digits.count == 2
    let byte = isEscape && digits == digits.uppercased() ? UInt8(digits, radix: 16) : nil
    back.append(byte ?? first)
    rest = rest.dropFirst(byte == nil ? 1 : 4)
  }
  #expect(back == bytes)
}

@Test func `two files whose names are no UTF-8 have two names`() throws {
  let folder = try TemporaryFolder()
  for last in [0xD8, 0xD9] as [CChar.Magnitude] {
    let path = folder.path.utf8.map { CChar(bitPattern: $0) } + [0x2F, -0x31]
    let file = open(path + [CChar(bitPattern: last), 0], O_WRONLY | O_CREAT, 0o644)
    #expect(file >= 0)
    close(file)
  }
  #expect(FileWalk(paths: [folder.path]).map(\.name) == ["\\xCF\\xD8", "\\xCF\\xD9"])
}

@Test func `what is no file is refused with a reason`() throws {
  let files = Array(FileWalk(paths: ["/dev/null", "/no/such/file"]))
  #expect(
    files.map(\.fate) == [.refused("not a regular file"), .refused("no such file or directory")])
}

@Test func `a file beyond the limit is refused`() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("a.txt", "12345")
  #expect(try readFile(Array(path.utf8CString), limit: 5).count == 5)
  #expect(throws: FileReadError.self) { try readFile(Array(path.utf8CString), limit: 4) }
}
