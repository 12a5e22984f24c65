import Foundation
import TestSupport

/// The figures that no change may fall below, by measure and group.
///
/// A table of tabs: a line for each measure, a column for each group of pages, `-` where the pages
/// of a group have nothing to measure.
package struct Floors: Sendable {
  /// Where the table of the project lies.
  package static let path = "\(Repository.path)/Tests/Scores/floors.tsv"

  private let comments: [String]
  private let groups: [String]
  private var table: [String: [String: Double]]

  /// Reads a table.
  ///
  /// - Throws: what the file system says, or `GoldError` for a line that is none of a table.
  package init(path: String = Self.path) throws {
    let lines = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    comments = lines.filter { $0.hasPrefix("#") }
    let rows = lines.filter { !$0.hasPrefix("#") }.map { $0.components(separatedBy: "\t") }
    groups = Array(rows.first?.dropFirst() ?? [])
    table = [:]
    for row in rows.dropFirst() {
      guard row.count == groups.count + 1, Figures.measures.contains(row[0]) else {
        throw GoldError(description: "\(path): no line of the table: \(row)")
      }
      for (group, cell) in zip(groups, row.dropFirst()) where cell != "-" {
        guard let floor = Double(cell) else {
          throw GoldError(description: "\(path): \(row[0]): “\(cell)” is no floor")
        }
        table[row[0], default: [:]][group] = floor
      }
    }
  }

  /// The floor of a measure; nil where there is none.
  package func floor(_ measure: String, of group: String) -> Double? { table[measure]?[group] }

  /// What is wrong with the figures of a group: a line for each measure below its floor or
  /// without one.
  package func faults(of figures: Figures, in group: String) -> [String] {
    Figures.measures.compactMap { measure in
      switch (figures.figure(measure), floor(measure, of: group)) {
      case (let figure?, let floor?) where figure < floor:
        "\(group): \(measure) is \(three(figure)), below its floor \(three(floor))"
      case (nil, let floor?):
        "\(group): \(measure) is not measured any more, its floor is \(three(floor))"
      case (.some, nil): "\(group): \(measure) has no floor; `make floors` gives it one"
      default: nil
      }
    }
  }

  /// Raises the floors of a group to today's figures, cut after the third digit.
  ///
  /// - Parameters:
  ///   - figures: those of today.
  ///   - group: their pages.
  ///   - lowering: whether a floor may fall, too, which its commit has to explain.
  package mutating func raise(to figures: Figures, in group: String, lowering: Bool) {
    for measure in Figures.measures {
      let figure = figures.figure(measure).map { ($0 * 1000).rounded(.down) / 1000 }
      if !lowering, let figure, let floor = floor(measure, of: group), figure < floor { continue }
      if figure != nil || lowering { table[measure, default: [:]][group] = figure }
    }
  }

  /// Writes the table.
  ///
  /// - Throws: what the file system says.
  package func write(to path: String = Self.path) throws {
    let rows = Figures.measures.map { measure in
      ([measure] + groups.map { floor(measure, of: $0).map(three) ?? "-" })
        .joined(separator: "\t")
    }
    let lines = comments + [(["measure"] + groups).joined(separator: "\t")] + rows
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
  }
}

/// A figure with three digits after the point.
func three(_ figure: Double) -> String { String(format: "%.3f", figure) }
