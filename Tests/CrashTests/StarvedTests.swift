import Foundation
import Glibc
import Testing
import TestSupport

/// Imports with files of at most so many KiB allowed, as a full disk would have it.
private func importStarved(
  _ sample: SampleFolder, into name: String, kibibytes: Int, isToldOf: Bool
) throws -> RunResult {
  // The program ignores the signal of the limit, also where it was started without that.
  let trap = isToldOf ? "trap '' XFSZ; " : ""
  let words = sample.importing(into: name).joined(separator: " ")
  // POSIX counts the limit in blocks of 512 bytes.
  let script = "\(trap)ulimit -f \(kibibytes * 2); exec \(archiveProgram) \(words)"
  return try run("/bin/sh", ["-c", script], in: sample.folder.path)
}

@Test(.timeLimit(.minutes(15)), arguments: [true, false])
func `with no room left, what was committed is safe and the next import goes on`(
  isToldOf: Bool
) throws {
  let sample = try SampleFolder(pages: 300, seed: 21)
  let whole = try ArchiveState.rows(of: sample.importWhole(into: "whole.db"))
  for kibibytes in [16, 900] {
    let name = "\(kibibytes).db"
    let result = try importStarved(
      sample, into: name, kibibytes: kibibytes, isToldOf: isToldOf)
    #expect(result.status != 0, "\(kibibytes) KiB are not enough")
    #expect(result.status == 74, "\(result.errors)")
    try sample.importWhole(into: name)
    #expect(try ArchiveState.soundDocuments(in: sample.folder.path(name)) == sample.pages)
    #expect(try ArchiveState.rows(of: sample.folder.path(name)) == whole)
  }
}

@Test(.timeLimit(.minutes(15)))
func `a full disk is named`() throws {
  let sample = try SampleFolder(pages: 300, seed: 22)
  let disk = sample.folder.path("disk")
  try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
  let mounted = try run("/bin/mount", ["-t", "tmpfs", "-o", "size=700k", "tmpfs", disk])
  guard mounted.status == 0 else { return }  // Only root may; the limit on files stands in.
  defer { umount2(disk, Int32(MNT_DETACH)) }
  let full = try run(archiveProgram, sample.importing(into: "disk/a.db"), in: sample.folder.path)
  #expect(full.status == 74)
  #expect(full.errors.contains("the disk is full"), "\(full.errors)")
  _ = try run("/bin/mount", ["-o", "remount,size=64m", disk])
  try sample.importWhole(into: "disk/a.db")
  #expect(try ArchiveState.soundDocuments(in: "\(disk)/a.db") == sample.pages)
}

@Test func `a folder that cannot be written is named`() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.txt", "绵竹市改造小区。")
  for path in ["/proc/a.db", "\(folder.path)/none/a.db", "\(folder.path)/a.txt/a.db"] {
    let result = try run(archiveProgram, ["import", "a.txt", "-d", path], in: folder.path)
    #expect(result.status == 74, "\(path): \(result.errors)")
    #expect(result.errors.contains(path))
  }
}

@Test func `an archive in a folder that cannot be written can be read`() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.txt", "绵竹市改造小区。")
  _ = try run(archiveProgram, ["import", "a.txt", "-d", "shelf/a.db"], in: folder.path)
  try FileManager.default.createDirectory(
    atPath: folder.path("shelf"), withIntermediateDirectories: false)
  _ = try run(archiveProgram, ["import", "a.txt", "-d", "shelf/a.db"], in: folder.path)
  chmod(folder.path("shelf/a.db"), 0o444)
  chmod(folder.path("shelf"), 0o555)
  defer { chmod(folder.path("shelf"), 0o755) }
  let verified = try run(archiveProgram, ["verify", "-d", "shelf/a.db"], in: folder.path)
  #expect(verified.status == 0, "\(verified.errors)")
}
