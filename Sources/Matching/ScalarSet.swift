/// A few characters that a rule asks for at every position; asking costs a bit and no hash.
public struct ScalarSet: Sendable, ExpressibleByStringLiteral {
  /// A bit for each code point up to U+FFFF, in words from the block of `first` on.
  @usableFromInline let bits: [UInt64]
  @usableFromInline let first: Int

  /// The characters of a string; those beyond U+FFFF are left out.
  public init(_ characters: String) {
    let values = characters.unicodeScalars.map { Int($0.value) }.filter { $0 < 0x10000 }
    first = (values.min() ?? 0) >> 6
    var bits = [UInt64](repeating: 0, count: ((values.max() ?? 0) >> 6) - first + 1)
    for value in values { bits[value >> 6 - first] |= 1 << UInt64(value & 63) }
    self.bits = bits
  }

  /// The characters of a literal.
  public init(stringLiteral characters: String) { self.init(characters) }

  /// Whether a character is one of them.
  @inlinable
  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    let word = Int(scalar.value) &>> 6 &- first
    guard word >= 0, word < bits.count else { return false }
    return bits[word] &>> UInt64(scalar.value & 63) & 1 == 1
  }
}
