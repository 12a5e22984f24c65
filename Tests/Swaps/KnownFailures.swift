import Foundation
import TestSupport

/// How often today's rules fail to move with a swap: counts that may only fall.
package struct KnownFailures: Sendable {
  /// Where the table lies.
  package static let path = "\(Repository.path)/Tests/Scores/swaps.tsv"

  private struct Known {
    let swaps: Int
    let failures: Int
  }

  private let comments: [String]
  private var table: [String: Known] = [:]

  /// Reads the table.
  ///
  /// - Throws: what the file system says.
  package init(path: String = Self.path) throws {
    let lines = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    comments = lines.filter { $0.hasPrefix("#") }
    for line in lines where !line.hasPrefix("#") {
      let fields = line.components(separatedBy: "\t")
      guard fields.count == 4, let swaps = Int(fields[2]), let failures = Int(fields[3]) else {
        continue
      }
      table[fields[0] + "\t" + fields[1]] = Known(swaps: swaps, failures: failures)
    }
  }

  /// Whether figures are as good as the known ones: no more failures, or no greater share of
  /// failures where the rules find more to swap; and not half as much to swap.
  package func allow(_ figures: SwapFigures, _ kind: SwapKind, on group: String) -> Bool {
    guard let known = table["\(group)\t\(kind.rawValue)"] else { return false }
    guard figures.swaps * 2 >= known.swaps else { return false }
    return figures.failures.count <= known.failures
      || figures.failures.count * known.swaps <= known.failures * figures.swaps
  }

  /// Takes figures in the place of the known ones; worse ones only where that is allowed.
  package mutating func take(
    _ figures: SwapFigures, _ kind: SwapKind, on group: String, lowering: Bool
  ) {
    guard lowering || allow(figures, kind, on: group) else { return }
    table["\(group)\t\(kind.rawValue)"] = Known(
      swaps: figures.swaps, failures: figures.failures.count)
  }

  /// Writes the table.
  ///
  /// - Throws: what the file system says.
  package func write(to path: String = Self.path) throws {
    let rows = table.keys.sorted().map { key in
      "\(key)\t\(table[key]?.swaps ?? 0)\t\(table[key]?.failures ?? 0)"
    }
    let lines = comments + ["pages\tkind\tswaps\tfailures"] + rows
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
  }
}
