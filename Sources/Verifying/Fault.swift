import Synchronization

/// A row that breaks an invariant of the contract.
package struct Fault: Sendable, CustomStringConvertible {
  /// The invariant, as a sentence.
  package let invariant: String
  /// The row, such as `facts 12` or `articles 3`.
  package let row: String

  /// Row and invariant.
  package var description: String { "\(row): \(invariant)" }
}

/// Tells faults that several threads find, one at a time.
final class Report: Sendable {
  private let isTelling = Mutex(())
  private let found: @Sendable (Fault) -> Void

  init(_ found: @escaping @Sendable (Fault) -> Void) { self.found = found }

  /// Tells a fault.
  func tell(_ fault: Fault) { isTelling.withLock { _ in found(fault) } }
}

/// Keeps the faults that are told.
final class FaultList: Sendable {
  private let faults = Mutex<[Fault]>([])

  /// Keeps one.
  func add(_ fault: Fault) { faults.withLock { $0.append(fault) } }

  /// All that were kept.
  var all: [Fault] { faults.withLock { $0 } }
}
