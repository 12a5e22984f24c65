package import Matching

/// Every unit the program knows.
package struct UnitTable: Sendable {
  private let units: Lexicon<Unit>

  /// The table built into the program.
  package static let standard = UnitTable(LexiconFile(PackageResources.units_tsv))

  /// Reads `unit, normal form, dimension, factor`; lines of another shape are passed over.
  package init(_ file: LexiconFile) {
    units = Lexicon(file.entries.compactMap(Self.unit).map { ($0.printed, $0) })
  }

  private static func unit(_ fields: [String]) -> Unit? {
    guard fields.count == 4, let factor = Double(fields[3]) else { return nil }
    return Unit(
      printed: fields[0], normal: fields[1], dimension: Dimension(rawValue: fields[2]),
      factor: factor)
  }

  /// The unit of a printed form, nil where the table has none.
  package subscript(_ printed: String) -> Unit? { units[printed] }

  /// The longest unit that starts at `index`.
  package func longestMatch(
    in text: [Unicode.Scalar], at index: Int, end: Int? = nil
  ) -> Lexicon<Unit>.Match? {
    units.longestMatch(in: text, at: index, end: end)
  }

  /// The form a unit is compared in; an unknown unit stands for itself.
  package func normalForm(of printed: String) -> String {
    units[printed]?.normal ?? printed
  }

  /// A value told in another unit; nil where the two do not measure the same.
  ///
  /// Things counted convert only into themselves: 3个 are not 3条.
  package func convert(_ value: Double, from printed: String, to other: String) -> Double? {
    if normalForm(of: printed) == normalForm(of: other) { return value }
    guard let from = units[printed], let to = units[other], from.dimension == to.dimension,
      from.dimension != .count
    else { return nil }
    return value * from.factor / to.factor
  }
}
