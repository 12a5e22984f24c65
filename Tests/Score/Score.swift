import ArgumentParser
import Foundation
import Scoring

/// Measures what the program built beside it reads: `make score` and `make questions`.
@main
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Measure what the program reads and answers.",
    subcommands: [ScorePages.self, ScoreQuestions.self], defaultSubcommand: ScorePages.self)
}

/// The folder outside the project, and how much is told.
struct ScoreOptions: ParsableArguments {
  @Option(help: "A folder with documents/, gold/ and questions.txt, in the project's place.")
  var folder: String?

  @Flag(help: "List what was missed, made up or read wrongly.")
  var misses = false

  func validate() throws {
    guard let fullFolder else { return }
    guard FileManager.default.fileExists(atPath: "\(fullFolder)/documents") else {
      throw ValidationError("\(fullFolder): no folder documents/ in it")
    }
  }

  /// The folder by its full path: the program runs elsewhere.
  var fullFolder: String? { folder.map { URL(fileURLWithPath: $0).path } }
}
