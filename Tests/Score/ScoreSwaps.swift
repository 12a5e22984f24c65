import ArgumentParser
import Foundation
import Scoring
import Swaps

/// Swaps names, places, verbs, numbers and units and prints how often the reading moves with them.
struct ScoreSwaps: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swaps", abstract: "Swap words for others of their sort and read again.")

  @Flag(help: "List what did not move.")
  var misses = false

  @Flag(help: "Take today's counts of failures where they are better.")
  var raise = false

  @Flag(help: "Take worse counts, too; the commit has to say why.")
  var lower = false

  func run() throws {
    let pages = try GoldFolder.project.flatMap { try SwapPage.all(in: $0.documents) }
    let groups = [("pages", pages), ("examples", try SwapPage.examples())]
    var known = try KnownFailures()
    var areAllowed = true
    print("           kind         swaps   moved  failures")
    for (group, pages) in groups {
      for kind in SwapKind.allCases {
        let figures = SwapFigures(of: kind, on: pages)
        if raise || lower { known.take(figures, kind, on: group, lowering: lower) }
        areAllowed = areAllowed && known.allow(figures, kind, on: group)
        show(figures, kind, on: group, isAllowed: known.allow(figures, kind, on: group))
      }
    }
    if raise || lower { try known.write() }
    guard areAllowed else { throw ExitCode.failure }
  }

  private func show(
    _ figures: SwapFigures, _ kind: SwapKind, on group: String, isAllowed: Bool
  ) {
    let names = [group, kind.rawValue].map {
      $0.padding(toLength: 11, withPad: " ", startingAt: 0)
    }
    let counts = String(
      format: "%7d%8.3f%10d", figures.swaps, figures.share, figures.failures.count)
    print(names.joined() + counts + (isAllowed ? "" : "   more than are known"))
    if misses { figures.failures.forEach { print($0) } }
  }
}
