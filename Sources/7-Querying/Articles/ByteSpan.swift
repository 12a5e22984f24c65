/// A run of bytes of an original.
package struct ByteSpan: Hashable, Sendable {
  /// The first byte.
  package let offset: Int
  /// How many bytes.
  package let length: Int

  /// Makes a run.
  package init(offset: Int, length: Int) {
    self.offset = offset
    self.length = length
  }

  /// The byte after the last one.
  package var end: Int { offset + length }
}
