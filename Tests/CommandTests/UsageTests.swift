import Foundation
import TestSupport
import Testing

/// What the command line refuses, and how it says so.
@Suite struct UsageTests {
  private let folder = SeedArchive.folder

  /// Every command that writes an answer, and what is printed without any.
  private static let answers: [[String]] = [
    ["query", "--city", "遂宁"], ["facts", "--format", "ndjson"], ["facts", "--sql"],
    ["query", "--show", "programs", "--format", "csv"], ["show", "1"], ["places", "朝阳街道"],
    ["info"], ["originals"], ["read", "\(Repository.path)/README.md"], ["--help"],
    ["query", "--help"], ["help", "import"], ["--version"],
    ["--generate-completion-script", "bash"], ["--experimental-dump-help"],
    ["---completion", "query", "--", "--city", "3", "0", "archive", "query", "--city", ""],
  ]

  @Test(arguments: answers) func `an answer that cannot be written ends with 74`(
    _ arguments: [String]
  ) throws {
    let shell = ["-c", "exec \"$0\" \"$@\" > /dev/full", archiveProgram] + arguments
    let result = try run("/bin/sh", shell, in: folder.path)
    #expect(result.status == 74)
    #expect(result.errors.contains("standard output cannot be written"), "\(result.errors)")
  }

  @Test func `faults that cannot be written end with 74`() throws {
    let spoiled = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: folder.path("archive.db"), toPath: spoiled.path("archive.db"))
    _ = try run(
      "/usr/bin/sqlite3", ["archive.db", "UPDATE facts SET quote = quote || '多'"], in: spoiled.path)
    #expect(try run(archiveProgram, ["verify"], in: spoiled.path).status == 65)
    let shell = ["-c", "exec \"$0\" verify > /dev/full", archiveProgram]
    #expect(try run("/bin/sh", shell, in: spoiled.path).status == 74)
  }

  private static let commands: [[String]] = [
    ["import", "a.txt"], ["query"], ["facts"], ["show", "1"], ["info"], ["verify"], ["reextract"],
    ["topics", "a.txt"], ["originals"],
  ]

  @Test(arguments: commands) func `what is no file is refused as an archive`(
    _ command: [String]
  ) throws {
    let empty = try TemporaryFolder()
    try empty.write("a.txt", "绵竹市改造小区3个。")
    for name in [":memory:", "", "file:a.db", "file::memory:", "file:a.db?mode=memory"] {
      let given = try run(archiveProgram, command + ["-d", name], in: empty.path)
      #expect(given.status == 64, "\(name): \(given.errors)")
      #expect(given.errors.contains(name.isEmpty ? "-d needs a name" : "./\(name)"))
      guard !name.isEmpty else { continue }
      let set = try run(
        archiveProgram, command, in: empty.path, environment: ["ARCHIVE_DATABASE": name])
      #expect(set.status == 64, "\(name): \(set.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: empty.path) == ["a.txt"])
  }

  @Test(arguments: ["./file:a.db?mode=memory", "./:memory:", "x/file:a.db", "%41.db", "a.db?x=1#y"])
  func `a path is the name of a file and nothing else`(_ path: String) throws {
    let empty = try TemporaryFolder()
    try empty.write("x/a.txt", "绵竹市改造小区3个。")
    #expect(try run(archiveProgram, ["import", "x/a.txt", "-d", path], in: empty.path).status == 0)
    #expect(FileManager.default.fileExists(atPath: empty.path(path)))
    #expect(try run(archiveProgram, ["verify", "-d", path], in: empty.path).status == 0)
  }

  @Test(arguments: ["--subject", "--text", "--program", "--city", "--since", "--what", "-x"])
  func `thousands of filters are refused at once`(_ option: String) throws {
    let words = (0..<10_000).flatMap { [option, "词\($0)"] }
    let limited = ["-c", "ulimit -t 1; exec \"$0\" \"$@\"", archiveProgram, "facts"] + words
    let result = try run("/bin/sh", limited, in: folder.path)
    #expect(result.status == 64 && result.errors.contains("at most 200"), "\(result.errors)")
  }

  @Test func `more columns than there are are refused`() throws {
    let columns = Array(repeating: "quote", count: 3000).joined(separator: ",")
    let result = try run(archiveProgram, ["facts", "--fields", columns], in: folder.path)
    #expect(result.status == 64 && result.errors.contains("--fields names 3000 columns; there are"))
  }

  @Test(
    arguments: [
      "--subject", "--text", "--action", "--program", "--topic", "--organization", "--person",
      "--role", "--source", "--place", "--city", "--unit",
    ])
  func `as many filters as are allowed are held by SQLite`(_ option: String) throws {
    let names = ["--city": "遂宁市", "--place": "遂宁市", "--unit": "元", "--topic": "三无小区"]
    let name = names[option] ?? "三"
    let words = (0..<200).flatMap { _ in [option, name] }
    for show in ["facts", "articles", "programs", "people", "organizations", "places"] {
      let result = try run(archiveProgram, ["query", "--show", show] + words, in: folder.path)
      #expect([0, 1].contains(result.status), "\(show): \(result.errors)")
    }
  }

  @Test func `questions and values longer than any are refused at once`() throws {
    let names = String(repeating: "绵竹市", count: 8000)
    for arguments in [["query", names], ["facts", "--text", names], ["facts", "--city", names]] {
      let limited = ["-c", "ulimit -t 1; exec \"$0\" \"$@\"", archiveProgram] + arguments
      let result = try run("/bin/sh", limited, in: folder.path)
      #expect(result.status == 64, "\(result.errors.prefix(200))")
      #expect(result.errors.contains("has 24000 characters; at most 1000 are read"))
    }
  }

  @Test func `the longest value allowed is looked up soon`() throws {
    let name = String(repeating: "绵竹市", count: 333)
    for option in [
      "--city", "--place", "--program", "--topic", "--organization", "--person", "--role",
      "--source", "--unit", "--dimension", "--subject", "--action", "--text",
    ] {
      let limited = [
        "-c", "ulimit -t 2; exec \"$0\" \"$@\"", archiveProgram, "facts", option, name,
      ]
      let result = try run("/bin/sh", limited, in: folder.path)
      #expect([1, 64].contains(result.status), "\(option): \(result.status)")
    }
  }

  @Test(arguments: [
    ["show"], ["show", "x\u{1B}[31m"], ["query", "--\u{1B}[31m"], ["\u{1B}]52;c;x\u{7}"],
    ["query", "\u{1B}[31m"], ["facts", "--since", "\u{9B}31m"], ["query", "--city", "\u{202E}市"],
    ["query", "--show", "\u{1B}[2J"], ["places", "\u{1B}[2J"], ["read", "\u{1B}[2J"],
    ["import", "\u{1B}[2J", "-d", "x.db"], ["info", "-d", "\u{1B}[2J"],
    ["import", "-", "--name", "/\u{1B}[2J"],
  ])
  func `no word of a command line steers the terminal through a message`(
    _ arguments: [String]
  ) throws {
    let result = try run(archiveProgram, arguments, in: folder.path)
    #expect(result.status != 0 && !result.errors.isEmpty)
    for text in [result.errors, result.output] {
      let unsafe = text.unicodeScalars.filter { scalar in
        scalar != "\n" && (scalar.properties.generalCategory == .control || scalar == "\u{202E}")
      }
      #expect(unsafe.isEmpty, "\(arguments)")
    }
  }
}
