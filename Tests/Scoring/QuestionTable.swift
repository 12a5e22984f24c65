import Foundation
import TestSupport

/// Questions and what must come back, as a file.
///
/// Lines before the first question are remarks. A question is a block of lines:
/// - `? ` the question, in the first line of the block;
/// - `: ` the columns to show, where not all;
/// - `> ` how it is read;
/// - `! ` a word of the program beside the rows, or why it is refused; `!` alone: it is refused;
/// - `= ` words that one of the rows holds;
/// - `- ` words that no row holds;
/// - any other line is a row, as CSV.
package struct QuestionTable: Sendable {
  /// One question with what must come back, or what came back.
  package struct Entry: Equatable, Sendable {
    /// The question.
    package var question: String
    /// The columns to show; empty for all.
    package var fields: String
    /// How it is read.
    package var reading: [String] = []
    /// What is said beside the rows, or why there are none.
    package var refusal: [String] = []
    /// Words that one of the rows holds.
    package var held: [String] = []
    /// Words that no row holds.
    package var unheld: [String] = []
    /// The rows as CSV.
    package var rows: [String] = []

    /// A question of which nothing is expected yet.
    package init(question: String, fields: String = "") {
      self.question = question
      self.fields = fields
    }
  }

  /// Where the project's own questions lie; they are asked of the seeds and of `pages` beside it.
  package static let folder = "\(Repository.path)/Tests/CommandTests"
  /// What the project's own questions are asked of.
  package static let documents = ["\(Repository.path)/seeds", "\(folder)/pages"]

  private let path: String
  private let head: String
  /// The questions in the order of the file.
  package let entries: [Entry]

  /// Reads a table.
  ///
  /// - Throws: what the file system says.
  package init(path: String = "\(Self.folder)/questions.txt") throws {
    self.path = path
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    let parts = ("\n" + text).components(separatedBy: "\n? ")
    head = String(parts[0].dropFirst())
    entries = parts.dropFirst().map(Entry.init(block:))
  }

  /// Writes the table with other answers.
  ///
  /// - Throws: what the file system says.
  package func write(_ answers: [Entry]) throws {
    let blocks = answers.map { "\n? \($0.block)\n" }
    try (head + blocks.joined()).write(toFile: path, atomically: true, encoding: .utf8)
  }
}

extension QuestionTable.Entry {
  fileprivate init(block: String) {
    let lines = block.split(separator: "\n").map(String.init)
    self.init(question: lines.first ?? "")
    for line in lines.dropFirst() {
      let rest = String(line.dropFirst(2))
      switch line.prefix(2) {
      case ": ": fields = rest
      case "> ": reading.append(rest)
      case "! ", "!": refusal.append(rest)
      case "= ": held.append(rest)
      case "- ": unheld.append(rest)
      default: rows.append(line)
      }
    }
  }

  fileprivate var block: String {
    let marked =
      (fields.isEmpty ? [] : [": " + fields]) + reading.map { "> " + $0 }
      + refusal.map { "! " + $0 } + held.map { "= " + $0 } + unheld.map { "- " + $0 } + rows
    return ([question] + marked).joined(separator: "\n")
  }
}
