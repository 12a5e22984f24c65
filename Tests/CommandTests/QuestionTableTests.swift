import Foundation
import Testing
import TestSupport

/// The questions of `questions.txt`, each with its reading and its rows, or its refusal.
///
/// `make manual` writes today's answers into the table.
@Suite struct QuestionTableTests {
  @Test func `every question gives its rows or its refusal`() throws {
    let table = try QuestionTable()
    let answers = try table.entries.map { try answer($0) }
    if ProcessInfo.processInfo.environment["REWRITE_MANUAL"] != nil {
      return try table.write(answers)
    }
    for (entry, answer) in zip(table.entries, answers) {
      #expect(answer == entry, "\(entry.question)")
    }
  }

  @Test func `both languages ask thirty questions and more, and many are refused`() throws {
    let entries = try QuestionTable().entries
    let chinese = entries.filter { !$0.question.contains { $0.isASCII && $0.isLetter } }
    #expect(chinese.count >= 30 && entries.count - chinese.count >= 30)
    #expect(entries.filter { $0.reading.isEmpty }.count >= 15)
  }

  private func answer(_ entry: QuestionTable.Entry) throws -> QuestionTable.Entry {
    let fields = entry.fields.isEmpty ? [] : ["--fields", entry.fields]
    let result = try run(
      archiveProgram, ["query", entry.question, "--format", "csv"] + fields,
      in: try Self.archive.get().path)
    var answer = entry
    let notes = lines(result.errors).map { $0.replacingOccurrences(of: "archive: ", with: "") }
    let prefix = "understood as: query "
    answer.reading = notes.filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
    answer.refusal = notes.filter { !$0.hasPrefix(prefix) }
    answer.rows = Array(lines(result.output).dropFirst())
    return answer
  }

  private func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// The seeds and the pages beside the table, imported once.
  private static let archive = Result {
    let folder = try TemporaryFolder()
    let made = try run(
      archiveProgram,
      ["import", "\(Repository.path)/seeds", "\(Repository.path)/\(QuestionTable.folder)/pages"],
      in: folder.path)
    try #require(made.status == 0, "\(made.errors)")
    return folder
  }
}

/// The table as a file.
private struct QuestionTable {
  static let folder = "Tests/CommandTests"

  struct Entry: Equatable {
    var question = ""
    var fields = ""
    var reading: [String] = []
    var refusal: [String] = []
    var rows: [String] = []
  }

  let head: String
  var entries: [Entry] = []

  init() throws {
    let parts = try Repository.text("\(Self.folder)/questions.txt").components(separatedBy: "\n? ")
    head = parts[0]
    entries = parts.dropFirst().map { part in
      let lines = part.split(separator: "\n").map(String.init)
      var entry = Entry(question: lines[0])
      for line in lines.dropFirst() {
        let rest = String(line.dropFirst(2))
        switch line.prefix(2) {
        case ": ": entry.fields = rest
        case "> ": entry.reading.append(rest)
        case "! ": entry.refusal.append(rest)
        default: entry.rows.append(line)
        }
      }
      return entry
    }
  }

  func write(_ answers: [Entry]) throws {
    let blocks = answers.map { entry in
      let marked =
        (entry.fields.isEmpty ? [] : [": " + entry.fields])
        + entry.reading.map { "> " + $0 } + entry.refusal.map { "! " + $0 } + entry.rows
      return "\n? " + ([entry.question] + marked).joined(separator: "\n") + "\n"
    }
    try (head + blocks.joined()).write(
      toFile: "\(Repository.path)/\(Self.folder)/questions.txt", atomically: true, encoding: .utf8)
  }
}
