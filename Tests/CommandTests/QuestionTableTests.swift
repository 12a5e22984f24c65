import Foundation
import Scoring
import Testing

/// The questions of `questions.txt`, each with its reading and its rows, or its refusal.
///
/// `make manual` writes today's answers into the table.
@Suite struct QuestionTableTests {
  @Test func `every question gives its rows or its refusal`() throws {
    let table = try QuestionTable()
    let archive = try Self.archive.get()
    let answers = try table.entries.map { try $0.answered(by: archive) }
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

  /// The seeds and the pages beside the table, imported once.
  private static let archive = Result { try ImportedArchive(of: QuestionTable.documents) }
}
