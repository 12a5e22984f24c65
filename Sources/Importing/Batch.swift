/// When to make last what was stored.
///
/// After so many documents or bytes, whichever comes first: enough that the commit costs nothing,
/// and little enough that not much is lost and not much memory held.
package struct Batch {
  private static let documents = 256
  private static let bytes = 16 << 20

  private var uncommitted = 0

  /// Begins empty.
  package init() {}

  /// Counts a document; whether the batch is full and begins anew.
  package mutating func isFull(adding bytes: Int) -> Bool {
    uncommitted += max(bytes, Self.bytes / Self.documents)
    guard uncommitted >= Self.bytes else { return false }
    uncommitted = 0
    return true
  }
}
