/// One value of a row, in the five storage classes of SQLite.
package enum Value: Hashable, Sendable {
  /// NULL.
  case null
  /// INTEGER.
  case integer(Int64)
  /// REAL.
  case real(Double)
  /// TEXT.
  case text(String)
  /// BLOB.
  case blob([UInt8])

  /// INTEGER, or NULL for nil.
  package static func integer(_ value: Int?) -> Value { value.map { .integer(Int64($0)) } ?? .null }
  /// REAL, or NULL for nil.
  package static func real(_ value: Double?) -> Value { value.map { .real($0) } ?? .null }
  /// TEXT, or NULL for nil.
  package static func text(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  /// TEXT.
  package init(stringLiteral value: String) { self = .text(value) }
  /// INTEGER.
  package init(integerLiteral value: Int64) { self = .integer(value) }
  /// NULL.
  package init(nilLiteral: ()) { self = .null }
}
