import ArgumentParser
import Scoring

/// Asks questions whose answers were written down before.
struct ScoreQuestions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "Compare answers with those written down.")

  @OptionGroup var options: ScoreOptions

  func run() throws {
    let areAllRight = try Self.ask(options)
    if options.folder == nil && !areAllRight { throw ExitCode.failure }
  }

  /// Asks all and prints how many were answered right.
  ///
  /// - Returns: whether all were.
  @discardableResult
  static func ask(_ options: ScoreOptions) throws -> Bool {
    let table = try options.fullFolder.map { try QuestionTable(path: "\($0)/questions.txt") }
    let entries = try (table ?? QuestionTable()).entries
    let documents = options.fullFolder.map { ["\($0)/documents"] } ?? QuestionTable.documents
    let archive = try ImportedArchive(of: documents)
    var counts: [Verdict: Int] = [:]
    for entry in entries {
      let answer = try entry.answered(by: archive)
      let verdict = entry.verdict(on: answer)
      counts[verdict, default: 0] += 1
      if options.misses && verdict != .right { show(entry, answer, verdict) }
    }
    let told = Verdict.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
    print("\(entries.count) questions: \(told.joined(separator: ", "))")
    return counts[.right] == entries.count
  }

  private static func show(
    _ entry: QuestionTable.Entry, _ answer: QuestionTable.Entry, _ verdict: Verdict
  ) {
    print("\(verdict.rawValue)\t\(entry.question)")
    for line in answer.reading + answer.refusal + answer.rows.prefix(5) { print("\t\(line)") }
  }
}
