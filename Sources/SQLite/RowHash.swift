/// A number for some values: FNV-1a, mixed as in SplitMix64.
///
/// Sums of such numbers tell sets of rows apart, by accident and by hand; they keep out nobody who
/// computes them again.
package struct RowHash {
  private var number: UInt64

  /// Begins with a number, such as one that only this run knows.
  package init(_ key: UInt64 = 0xCBF2_9CE4_8422_2325) { number = key }

  /// Takes bytes.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Takes a number.
  package mutating func add(_ value: UInt64) { number ^= value &* 0x9E37_79B9_7F4A_7C15 }

  /// Takes a value, its type included, so that 1 and '1' differ.
  package mutating func add(_ value: Value) {
    switch value {
    case .null: add([0])
    case .integer(let integer): add(tag: 1, UInt64(bitPattern: integer))
    case .real(let real): add(tag: 2, real.bitPattern)
    case .text(let text):
      add(tag: 3, UInt64(text.utf8.count))
      add(text.utf8)
    case .blob(let bytes):
      add(tag: 4, UInt64(bytes.count))
      add(bytes)
    }
  }

  /// The number.
  package var value: UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func add(tag: UInt8, _ value: UInt64) {
    add([tag])
    add((0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) })
  }
}
