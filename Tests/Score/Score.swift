import ArgumentParser
import Foundation
import Scoring
import TestSupport

/// Measures what the program built beside it reads: `make score`, `make questions` and `make noise`.
@main
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Measure what the program reads and answers.",
    subcommands: [ScorePages.self, ScoreQuestions.self, ScoreNoise.self, ScoreSwaps.self],
    defaultSubcommand: ScorePages.self)
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

/// Keeps tables below Tests/Scores, under the name of a release.
func keepLog(_ tables: String, as name: String, by target: String) throws {
  let file = target == "score" ? name : "\(name)-\(target)"
  let text = "# Figures of \(name)\n\nMade by `make \(target) LOG=\(name)`.\n\n```\n\(tables)```\n"
  try text.write(
    toFile: "\(Repository.path)/Tests/Scores/\(file).md", atomically: true, encoding: .utf8)
}
