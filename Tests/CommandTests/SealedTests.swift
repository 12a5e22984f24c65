import Foundation
import TestSupport
import Testing

/// Functions by which a program reaches the network or runs another one.
private let forbidden: Set<String> = [
  "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "getaddrinfo",
  "gethostbyname", "fork", "vfork", "clone", "execve", "execv", "execvp", "execvpe", "execl",
  "execlp", "execle", "fexecve", "posix_spawn", "posix_spawnp", "popen", "system",
]

/// The functions that a program and its libraries looked up while it ran.
///
/// The loader of the GNU system looks a function up when it is first called and writes that down
/// where it is asked to; a library that has all of them looked up at its start shows more, never
/// less.
private func functions(calledBy program: String, _ arguments: [String]) throws -> Set<String> {
  let folder = try TemporaryFolder()
  let result = try run(
    program, arguments,
    environment: ["LD_DEBUG": "bindings", "LD_DEBUG_OUTPUT": folder.path("log")])
  #expect(result.status == 0, "\(arguments): \(result.errors)")
  var names: Set<String> = []
  for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
    let log = try String(contentsOfFile: folder.path(file), encoding: .utf8)
    for line in log.utf8.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "`"))
      guard parts.count == 2, let name = parts[1].split(separator: UInt8(ascii: "'")).first else {
        continue
      }
      names.insert(String(decoding: name, as: UTF8.self))
    }
  }
  return names
}

@Test func `neither import nor query opens a socket or runs a program`() throws {
  let folder = try TemporaryFolder()
  let archive = folder.path("a.db")
  for arguments in [
    ["import", "\(Repository.path)/seeds", "-d", archive],
    ["import", "\(Repository.path)/seeds", "-d", archive],
    ["reextract", "--all", "-d", archive],
    ["query", "all 三无小区 programs by city", "-d", archive],
    ["query", "--text", "小区", "--format", "json", "-d", archive],
    ["show", "1", "-d", archive],
    ["verify", "-d", archive],
    ["places", "绵竹"],
  ] {
    let called = try functions(calledBy: archiveProgram, arguments)
    #expect(called.contains("malloc"), "the loader tells what is looked up")
    #expect(called.isDisjoint(with: forbidden), "\(arguments): \(called.intersection(forbidden))")
  }
}

@Test func `a program that runs another one is told`() throws {
  let called = try functions(calledBy: "/bin/sh", ["-c", "ls / | cat"])
  #expect(!called.isDisjoint(with: forbidden))
}

@Test func `a program that would take a library lying beside it is not built`() throws {
  func make(_ arguments: String...) throws -> RunResult {
    try run("/usr/bin/make", arguments, in: Repository.path)
  }
  #expect(try make("-n", "build").output.contains("--disable-local-rpath"))
  // The program of the tests is built to find the libraries of Swift.
  #expect(try make("sealed", "PROGRAM=\(archiveProgram)").status != 0)
  #expect(try make("sealed", "PROGRAM=/bin/sh").status == 0)
  #expect(try make("sealed", "PROGRAM=/none").status != 0)
}
