import Foundation
import Testing
import TestSupport

private let manuals = ["README.md", "README.zh-CN.md"]

@Test(arguments: manuals)
func `the stock sqlite3 shell answers every query of the manual`(_ manual: String) throws {
  let folder = SeedArchive.folder
  let queries = try Manual(manual).blocks("sql")
  #expect(queries.count >= 5)
  for query in queries {
    let result = try run("/usr/bin/sqlite3", ["archive.db", query], in: folder.path)
    #expect(result.status == 0, "\(query): \(result.errors)")
    #expect(!result.output.isEmpty, "\(query)")
  }
}

/// Lines after `$ ` are commands, and what follows is what they print.
///
/// `make manual` writes today's output into the manuals.
@Test(arguments: manuals)
func `the program prints what the manual shows`(_ manual: String) throws {
  let folder = SeedArchive.folder
  let shown = try Manual(manual)
  var printed = shown
  // An import prints nothing on standard output.
  for example in shown.examples where !example.command.hasPrefix("archive import") {
    let path = URL(fileURLWithPath: archiveProgram).deletingLastPathComponent().path
    let result = try run(
      "/bin/sh", ["-c", "PATH=\(path):$PATH; \(example.command)"], in: folder.path)
    printed.show(example, printing: result.output)
  }
  #expect(shown.examples.count >= 10)
  if ProcessInfo.processInfo.environment["REWRITE_MANUAL"] != nil { return try printed.write() }
  for (before, now) in zip(shown.examples, printed.examples) {
    #expect(before.output == now.output, "\(manual): \(before.command)")
    #expect(before.command.hasPrefix("archive import") || !before.output.isEmpty)
  }
}

/// A manual with its fenced blocks.
private struct Manual {
  private let name: String
  private var text: String

  /// A command and what the manual says it prints.
  struct Example {
    let command: String
    let output: String
  }

  init(_ name: String) throws {
    self.name = name
    text = try Repository.text(name)
  }

  /// The fenced blocks of one kind.
  func blocks(_ kind: String) -> [String] {
    text.components(separatedBy: "```\(kind)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
  }

  /// The program's commands in the console blocks.
  var examples: [Example] {
    blocks("console").flatMap { block in
      "\n\(block)".components(separatedBy: "\n$ ").dropFirst().compactMap { part in
        let lines = part.components(separatedBy: "\n")
        guard lines[0].hasPrefix("archive ") else { return nil }
        return Example(command: lines[0], output: lines.dropFirst().joined(separator: "\n"))
      }
    }
  }

  /// Puts what a command prints in the place of what the manual shows.
  mutating func show(_ example: Example, printing output: String) {
    let lines = output.components(separatedBy: "\n")
      .map { $0.replacingOccurrences(of: " +$", with: "", options: .regularExpression) }
    let trimmed = lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    text = text.replacingOccurrences(
      of: "$ \(example.command)\n\(example.output)", with: "$ \(example.command)\n\(trimmed)")
  }

  func write() throws {
    try text.write(toFile: "\(Repository.path)/\(name)", atomically: true, encoding: .utf8)
  }
}
