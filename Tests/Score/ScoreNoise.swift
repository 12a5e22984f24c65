import ArgumentParser
import Noise
import Scoring

/// Spoils clean text in each known way and prints what comes back.
struct ScoreNoise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "noise", abstract: "Put noise into clean text and measure what comes back.")

  @Option(help: "Keep the table as Tests/Scores/NAME-noise.md, the name of a release.")
  var log: String?

  func run() throws {
    let texts = try GoldFolder.project.flatMap { try CleanText.all(in: $0.documents) }
    let lines = NoiseKind.allCases.map { NoiseFigures(of: $0, over: texts).line($0) }
    let table = ([NoiseFigures.head] + lines).joined(separator: "\n") + "\n"
    print(table, terminator: "")
    try log.map { try keepLog(table, as: $0, by: "noise") }
  }
}
