/// A row that breaks an invariant of the contract.
package struct Fault: Sendable, CustomStringConvertible {
  /// The invariant, as a sentence.
  package let invariant: String
  /// The row, such as `facts 12` or `articles 3`.
  package let row: String

  /// Row and invariant.
  package var description: String { "\(row): \(invariant)" }
}
