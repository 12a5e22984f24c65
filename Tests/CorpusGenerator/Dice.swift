/// Random numbers that a seed decides (SplitMix64, prng.di.unimi.it/splitmix64.c).
package struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed; `stream` gives one seed many sequences.
  package init(seed: UInt64, stream: Int = 0) {
    state = seed
    state = next() &+ UInt64(bitPattern: Int64(stream)) &* 0xD1B5_4A32_D192_ED03
    state = next()
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number of a range.
  package mutating func number(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// One of some things; the list is not empty.
  package mutating func pick<Thing>(_ things: [Thing]) -> Thing {
    things[number(0..<things.count)]
  }

  /// True `percent` times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }
}
