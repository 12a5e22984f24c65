/// A unit of the archive that a question's unit can be turned into.
package struct UnitForm: Hashable, Sendable {
  /// The unit as facts have it.
  package let unit: String
  /// How many of it make one of the unit asked for.
  package let factor: Double
}

/// Which units measure the same: the one place where a query converts.
enum UnitConversion {
  /// The forms of a unit, itself first.
  static func forms(of unit: String) -> [UnitForm] { [UnitForm(unit: unit, factor: 1)] }

  /// The units of a dimension; nil for a dimension nobody knows.
  static func units(ofDimension name: String) -> [String]? { nil }

  /// The names of the dimensions.
  static var dimensions: [String] { [] }
}
