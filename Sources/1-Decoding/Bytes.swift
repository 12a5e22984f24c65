/// A byte of ASCII in lower case, any other unchanged.
@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// Whether a byte is white space as HTML counts it.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}

/// Whether a byte is an ASCII letter.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

extension [UInt8] {
  /// Whether the bytes at `index` are `word`, a word in lower case, in either case.
  func holds(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return expected.indices.allSatisfy { lowercased(self[index + $0]) == expected[$0] }
  }

  /// Whether the bytes end in `word`, a word in lower case, in either case.
  func ends(with word: StaticString) -> Bool {
    holds(word, at: count - word.utf8CodeUnitCount)
  }
}
