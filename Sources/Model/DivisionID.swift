/// The number of a division in the gazetteer that is built into the program.
///
/// It is good for one build only and never stored: an archive keeps names, paths and codes.
public struct DivisionID: Hashable, Comparable, Sendable {
  /// The row of the gazetteer.
  public let rawValue: UInt32

  /// Wraps a row number.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Gazetteer order.
  public static func < (a: DivisionID, b: DivisionID) -> Bool { a.rawValue < b.rawValue }
}

/// A six-digit code of GB/T 2260.
public struct Adcode: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The number, such as 510683.
  public let rawValue: UInt32

  /// Wraps a code; nil unless it has six digits.
  public init?(_ rawValue: UInt32) {
    guard (100_000...999_999).contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// The six digits.
  public var description: String { String(rawValue) }
}
