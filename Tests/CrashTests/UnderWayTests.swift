import Foundation
import Glibc
import SQLite
import Schema
import TestSupport
import Testing

/// A folder with three short pages and one that takes long to read, below the size that makes a
/// document suspect or above it.
private func folder(slowBytes: Int) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  for number in 1...3 { try folder.write("in/a\(number).txt", "绵竹市今年改造老旧小区\(number)个。") }
  let part = Array("朝阳街道城关镇太平镇新民村".utf8)
  let slow = repeatElement(part, count: slowBytes / part.count).joined()
  try folder.write("in/slow.txt", Array(slow))
  return folder
}

/// Starts an import and waits until all but the slow page has been read.
private func importingSlowly(in folder: TemporaryFolder) throws -> RunningProgram {
  let program = try RunningProgram(["import", "in", "-d", "a.db", "--workers", "1"], in: folder)
  let limit = wallClock() + 60
  while wallClock() < limit, program.isRunning, !isUnderWay(in: folder) { pause(0.02) }
  return program
}

/// Whether the side file tells of a document, which the short ones are for a moment only.
private func isUnderWay(in folder: TemporaryFolder) -> Bool {
  let path = folder.path("a.db-reading")
  func digest() -> String {
    String(((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").prefix(64))
  }
  let first = digest()
  guard first.count == 64, !first.hasPrefix(" ") else { return false }
  pause(0.2)
  return digest() == first
}

private func documents(in folder: TemporaryFolder, _ status: String) throws -> Value {
  try ArchiveFormat.read(folder.path("a.db")).value(
    "SELECT group_concat(name) FROM (SELECT name FROM documents WHERE status = :status ORDER BY 1)",
    ["status": .text(status)])
}

@Test(.timeLimit(.minutes(5)))
func `after a kill the next import passes over what was being read, and goes on`() throws {
  let folder = try folder(slowBytes: 1_000_000)
  let program = try importingSlowly(in: folder)
  program.kill()
  for _ in 1...2 {
    let next = try runBounded(["import", "in", "-d", "a.db"], in: folder.path)
    #expect(next.status == 3)
    #expect(next.errors.contains("slow.txt: passed over, since an import was killed"))
    #expect(try documents(in: folder, "ok") == "a1.txt,a2.txt,a3.txt")
    #expect(try documents(in: folder, "failed") == "slow.txt")
    #expect(!FileManager.default.fileExists(atPath: folder.path("a.db-reading")))
  }
}

@Test(.timeLimit(.minutes(5)))
func `a document passed over is read when it is named, and is then as any other`() throws {
  let folder = try folder(slowBytes: 100_000)
  let program = try importingSlowly(in: folder)
  program.kill()
  #expect(try runBounded(["import", "in", "-d", "a.db"], in: folder.path).status == 3)
  for arguments in [["import", "in/slow.txt", "-d", "a.db"], ["import", "in", "-d", "a.db"]] {
    let named = try runBounded(arguments, in: folder.path)
    #expect(named.status == 0, "\(named.errors)")
  }
  #expect(try documents(in: folder, "failed") == .null)
  let passed = "SELECT name FROM properties WHERE name GLOB 'passed over*'"
  #expect(try ArchiveFormat.read(folder.path("a.db")).value(passed) == .null)
}

@Test(.timeLimit(.minutes(5)))
func `a small document is innocent of a kill, but not of the crash of its thread`() throws {
  for (isCrash, status) in [(false, Int32(0)), (true, 3)] {
    let folder = try folder(slowBytes: 60_000)
    let program = try importingSlowly(in: folder)
    if isCrash { program.crashWorkers() } else { program.kill() }
    let next = try runBounded(["import", "in", "-d", "a.db"], in: folder.path)
    #expect(next.status == status, "\(next.errors)")
  }
}

@Test(.timeLimit(.minutes(5)))
func `Ctrl-C ends an import within a second, also in the middle of a document`() throws {
  let folder = try folder(slowBytes: 1_000_000)
  let program = try importingSlowly(in: folder)
  let start = wallClock()
  program.interrupt()
  let end = try program.wait()
  #expect(wallClock() - start < 1)
  #expect(end.status == 130, "\(end.errors)")
  #expect(end.errors.contains("stopped, import again to go on"))
  #expect(try documents(in: folder, "ok") == "a1.txt,a2.txt,a3.txt")
  let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  #expect(left.filter { $0.hasPrefix("a.db") } == ["a.db"])
}
