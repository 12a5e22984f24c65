import Model

/// A file in UTF-8, as the parser wants it, with the way back to the original bytes.
struct UTF8Twin: ScalarSink {
  /// Well-formed UTF-8.
  private(set) var bytes: [UInt8] = []
  /// For each byte the first byte of its character in the original.
  private var offsets: [UInt32] = []
  private var originalEnd: UInt32 = 0

  /// An empty file; `capacity` is the expected number of bytes.
  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
    offsets.reserveCapacity(capacity)
  }

  mutating func take(_ scalar: Unicode.Scalar, offset: Int, length: Int) {
    originalEnd = UInt32(offset + length)
    if scalar.value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      offsets.append(UInt32(offset))
    } else {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        bytes.append(byte)
        offsets.append(UInt32(offset))
      }
    }
  }

  /// The bytes of the original that a run of the twin's whole characters came from.
  @inline(__always)
  func origin(_ start: Int, _ end: Int) -> Origin {
    let (from, to) = (original(start), original(end))
    return Origin(byteOffset: from, byteLength: max(0, to - from))
  }

  /// The place in the original of a place in the twin.
  @inline(__always)
  func original(_ offset: Int) -> Int {
    Int(offset < offsets.count ? offsets[offset] : originalEnd)
  }
}
