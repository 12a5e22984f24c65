import Foundation

/// The figures of a group as a table for people, with the floors where there are any.
package struct FigureTable {
  private let group: GoldGroup
  private let figures: Figures
  private let floors: Floors?

  /// A table of one group.
  package init(_ group: GoldGroup, _ figures: Figures, floors: Floors? = nil) {
    self.group = group
    self.figures = figures
    self.floors = floors
  }

  /// The lines of the table.
  package var text: String {
    let head = "\(group.name): \(group.documents.count) pages, \(group.articleCount) articles"
    let layers = Layer.allCases.compactMap { layer in figures.layers[layer].map { (layer, $0) } }
    let attributes = Attribute.allCases.compactMap { attribute in
      figures.attributes[attribute].map { (attribute, $0) }
    }
    let lines =
      [head, row("layer", ["precision", "recall", "F1"], "floor", "hit/predicted/gold")]
      + layers.map(line)
      + ["", row("attribute of a match", ["", "", "accuracy"], "floor", "right/of")]
      + attributes.map(line)
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ layer: Layer, _ tally: Tally) -> String {
    row(
      layer.rawValue, [tally.precision, tally.recall, tally.f1].map(three), floor(layer.rawValue),
      "\(tally.hit)/\(tally.predicted)/\(tally.gold)")
  }

  private func line(_ attribute: Attribute, _ share: Share) -> String {
    row(
      attribute.rawValue, ["", "", three(share.accuracy)], floor(attribute.rawValue),
      "\(share.right)/\(share.of)")
  }

  private func floor(_ measure: String) -> String {
    floors?.floor(measure, of: group.name).map(three) ?? ""
  }

  private func row(_ name: String, _ cells: [String], _ floor: String, _ counts: String) -> String {
    let padded = name.padding(toLength: 22, withPad: " ", startingAt: 0)
    let floors = floors == nil ? [] : [floor]
    return padded + (cells + floors).map(right).joined() + "   " + counts
  }

  private func right(_ cell: String) -> String {
    String(repeating: " ", count: max(0, 10 - cell.count)) + cell
  }
}
