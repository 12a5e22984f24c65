import Foundation
import SQLite
import TestSupport
import Testing

/// Names of a stranger's archive, offered by the shells: none is run, each comes out whole.
@Suite struct CompletionTests {
  /// A name for each sign that some shell expands; its first character is its own.
  private static let names = [
    "甲$(touch${IFS}made)工程", "乙`touch${IFS}made`", "丙${IFS}x", "丁'单'引", "戊\"双\"引", "己{a;b}",
    "庚~/x", "辛*?[a-z]", "壬!x!!", "癸;touch made;", "子|touch made", "丑&touch made&", "寅 两  空",
    "卯\\反\\\\斜\\", "辰<empty>made", "巳(touch made)", "午#注", "未=d:e", "申$HOME", "酉:冒号:",
    "戌　全角", "亥/斜/杠", "地$'\\x41'", "天\u{FF04}（全）", "~玄", "^黄^", "%1宇",
  ]
  /// Names that no word of a line can stand for.
  private static let broken = ["宙\ntouch made", "洪\u{1B}[31m$(touch made)", "荒\u{202E}turned"]

  private static let options = [
    "--program", "--source", "--organization", "--person", "--topic", "--unit", "--place",
    "--province", "--city", "--county", "--town", "--community", "--estate",
  ]

  /// An archive with the names put into it wherever names are, and one that came by a page.
  private static let folder = Result {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "绵竹市今年改造老旧小区3个。实施“宇$(touch${IFS}made)工程”。")
    for index in 1...(names + broken).count {
      try folder.write("more/\(index).txt", "绵竹市第\(index)次改造老旧小区\(index)个。")
    }
    let made = try run(archiveProgram, ["import", "a.txt", "more"], in: folder.path)
    try #require(made.status == 0, "\(made.errors)")
    let connection = try Connection(folder.path("archive.db"), .readWrite)
    for (index, name) in (names + broken).enumerated() { try put(name, index + 1, connection) }
    return folder
  }

  private static func archive() throws -> String { try folder.get().path("archive.db") }

  private static func put(_ name: String, _ row: Int, _ connection: Connection) throws {
    let levels = ["province", "city", "county", "town", "community", "estate"]
    let statements =
      [
        "INSERT INTO programs (name, kind, topics) VALUES (:name, 'project', :name)",
        "INSERT INTO organizations (name) VALUES (:name)",
        "INSERT INTO people (name) VALUES (:name)",
        "UPDATE articles SET source = :name WHERE article_id = \(row)",
        "UPDATE facts SET unit = :name WHERE fact_id = (SELECT fact_id FROM facts LIMIT 1 OFFSET \(row - 1))",
      ]
      + levels.map {
        "INSERT INTO places (name, level, path) VALUES (:name, '\($0)', :name)"
      }
    for sql in statements { try connection.prepare(sql).run(["name": .text(name)]) }
  }

  /// What a person types to begin a name: its first character, its meaning taken from it.
  private static func beginning(of name: String) -> String {
    let first = name.prefix(1)
    return "~^%".contains(first) ? "\\\(first)" : "\(first)"
  }

  @Test(.timeLimit(.minutes(10)), arguments: ShellSession.shells)
  func `a shell runs no name and brings each whole`(_ shell: String) throws {
    try complete(Self.names, of: "query --program", in: shell)
  }

  /// The scripts of zsh and fish take the words of all options by the same lines.
  @Test(.timeLimit(.minutes(10)), arguments: options)
  func `no option brings a name that bash runs`(_ option: String) throws {
    let command = option < "--person" ? "query" : "facts"
    try complete(Array(Self.names.prefix(8)), of: "\(command) \(option)", in: "bash")
  }

  private func complete(_ names: [String], of command: String, in shell: String) throws {
    let session = try ShellSession(shell, archive: try Self.archive())
    let typed = names.map { "archive \(command) \(Self.beginning(of: $0))" }
    let seen = try session.complete(typed + ["archive \(command) 宙"])
    #expect(seen.arguments == names + ["宙"], "\(shell) \(command)")
    #expect(seen.files == [], "\(shell) \(command)")
  }

  @Test(.timeLimit(.minutes(5)), arguments: ShellSession.shells, ["'", "\""])
  func `a name is brought into quotation marks that are open`(
    _ shell: String, _ mark: String
  ) throws {
    // bash has no way to write `!` between double quotation marks, and adds none to one.
    let possible = Self.names.filter { !$0.contains("!") && !$0.hasSuffix(mark) }
    // The script of fish takes a second for each.
    let names = Array(possible.prefix(shell == "fish" ? 5 : possible.count))
    let session = try ShellSession(shell, archive: try Self.archive())
    let seen = try session.complete(names.map { "archive query --program \(mark)\($0.prefix(1))" })
    #expect(seen.arguments == names)
    #expect(seen.files == [])
  }

  @Test(arguments: ShellSession.shells)
  func `the name of a program on an imported page is not run`(_ shell: String) throws {
    let session = try ShellSession(shell, archive: try Self.archive())
    let seen = try session.complete(["archive query --program 宇"])
    #expect(seen.arguments == ["宇$(touch${IFS}made)工程"])
    #expect(seen.files == [])
  }

  /// What is offered to a script that this program has not written.
  private func offered(_ option: String, to shell: String?, in folder: String) throws -> String {
    let words = ["archive", "query", option, ""]
    let environment = shell.map { ["SAP_SHELL": $0] } ?? [:]
    return try run(
      archiveProgram, ["---completion", "query", "--", option, "3", "0"] + words, in: folder,
      environment: environment.merging(["ARCHIVE_DATABASE": try Self.archive()]) { $1 }
    ).output
  }

  @Test(arguments: ["bash", nil] as [String?], Self.options)
  func `words for another script of bash expand to names and run nothing`(
    _ shell: String?, _ option: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("empty", "")
    let words = try offered(option, to: shell, in: folder.path)
    let script = """
      IFS=$'\n'; compgen -W "$WORDS" -- ''; COMPREPLY=($(compgen -W "$WORDS" -- ''))
      """
    let expanded = try run(
      "/bin/bash", ["-c", script], in: folder.path, environment: ["WORDS": words])
    #expect(expanded.status == 0 && expanded.errors == "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["empty"])
    #expect(!words.contains("$(") && !words.contains("`"))
    guard shell != nil else { return }
    let safe = Self.names.filter { !$0.contains("$") && !$0.contains("`") }
    #expect(Set(safe).isSubset(of: Set(expanded.output.split(separator: "\n").map(String.init))))
  }

  @Test(
    arguments: [
      "-d 'my file.db'", "--database=my\\ file.db", "-d ~/\"my file.db\"", "-d my\\ file.db",
    ])
  func `the archive of the command line is found behind quotation marks`(_ words: String) throws {
    for shell in ["bash", "zsh"] {
      let session = try ShellSession(shell, archive: try Self.archive())
      let named = session.folder.path("my file.db")
      try FileManager.default.moveItem(atPath: session.folder.path("archive.db"), toPath: named)
      try FileManager.default.createSymbolicLink(
        atPath: session.folder.path("work/my file.db"), withDestinationPath: named)
      let seen = try session.complete(["archive query \(words) --program 酉"])
      #expect(seen.arguments == ["酉:冒号:"], "\(shell) \(words)")
    }
  }
}
