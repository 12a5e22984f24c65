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

@Test func `a loop of links is not followed and a link to a file is`() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.txt", "x")
  let manager = FileManager.default
  try manager.createSymbolicLink(
    atPath: folder.path("loop"), withDestinationPath: folder.path)
  try manager.createSymbolicLink(
    atPath: folder.path("link.txt"), withDestinationPath: folder.path("a.txt"))
  #expect(FileWalk(paths: [folder.path]).map(\.name) == ["a.txt", "link.txt"])
}

@Test func `what is no file is refused with a reason`() throws {
  let files = Array(FileWalk(paths: ["/dev/null", "/no/such/file"]))
  #expect(files.map(\.refusal) == ["not a regular file", "no such file or directory"])
}

@Test func `a file beyond the limit is refused`() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("a.txt", "12345")
  #expect(try readFile(Array(path.utf8CString), limit: 5).count == 5)
  #expect(throws: FileReadError.self) { try readFile(Array(path.utf8CString), limit: 4) }
}
