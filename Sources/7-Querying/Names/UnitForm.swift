import Matching
import Units

/// A unit of the archive that a question's unit can be turned into.
package struct UnitForm: Hashable, Sendable {
  /// The unit as facts have it.
  package let unit: String
  /// How many of it make one of the unit asked for.
  package let factor: Double
}

/// Which units measure the same: the one place where a query converts.
struct UnitConversion {
  /// The units that the archive's facts have.
  let known: [String]

  /// The units of the archive that `unit` converts into, itself first.
  func forms(of unit: String) -> [UnitForm] {
    let converted = known.filter { $0 != unit }.compactMap { other in
      UnitTable.standard.convert(1, from: unit, to: other).map { UnitForm(unit: other, factor: $0) }
    }
    return (known.contains(unit) ? [UnitForm(unit: unit, factor: 1)] : []) + converted
  }

  /// The units of the archive that measure `name`, bounds being told in the dimension's base;
  /// nil for a dimension nobody knows.
  func units(ofDimension name: String) -> [UnitForm]? {
    guard let dimension = Self.dimensions[name.lowercased()] else { return nil }
    return known.compactMap { unit in
      guard let entry = UnitTable.standard[unit], entry.dimension.rawValue == dimension else {
        return nil
      }
      return UnitForm(unit: unit, factor: 1 / entry.factor)
    }
  }

  private static let dimensions: [String: String] = Dictionary(
    LexiconFile(PackageResources.dimensions_txt).entries.map { ($0[0], $0[1]) },
    uniquingKeysWith: { $1 })

  /// What dimensions can be called.
  static var names: [String] { dimensions.keys.sorted() }
}
