import CDivisions

/// The gazetteer's file, built into the program and read in place.
///
/// The only code that touches raw memory: bounds follow from the header, which the initialiser
/// checks against the number of bytes.
struct GazetteerBytes: @unchecked Sendable {
  // @unchecked: the bytes are constants of the program.
  private let base: UnsafeRawPointer
  private let starts: [Int]

  /// The file that was built in.
  init() {
    base = cdivisions_data()
    let count = Int(cdivisions_count)
    let sections = GazetteerLayout.Section.allCases.count
    precondition(count >= 4 * (3 + sections), "the gazetteer has a header")
    let header = UnsafeRawBufferPointer(start: base, count: count)
    func number(_ index: Int) -> UInt32 {
      UInt32(littleEndian: header.load(fromByteOffset: 4 * index, as: UInt32.self))
    }
    precondition(number(0) == GazetteerLayout.magic, "the gazetteer is a gazetteer")
    precondition(number(1) == GazetteerLayout.version, "the gazetteer has this layout")
    starts = (0...sections).map { Int(number(2 + $0)) }
    precondition(starts.last == count, "the gazetteer is whole")
  }

  /// A section as an array of numbers.
  func column<Number: FixedWidthInteger>(
    _ section: GazetteerLayout.Section, of type: Number.Type = Number.self
  ) -> Column<Number> {
    let bytes = starts[section.rawValue + 1] - starts[section.rawValue]
    return Column(
      base: base + starts[section.rawValue], count: bytes / MemoryLayout<Number>.size)
  }
}

/// An array of little-endian numbers inside the gazetteer.
struct Column<Number: FixedWidthInteger>: @unchecked Sendable {
  // @unchecked: the bytes are constants of the program.
  fileprivate let base: UnsafeRawPointer
  /// The number of entries, padding of the section included.
  let count: Int

  /// An entry.
  @inline(__always)
  subscript(_ index: Int) -> Number {
    precondition(index >= 0 && index < count, "an index into the gazetteer")
    let offset = index * MemoryLayout<Number>.size
    return Number(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// The first index of a range whose entry is not ordered before; the range is sorted.
  @inline(__always)
  func lowerBound(_ range: Range<Int>, isBefore: (Number) -> Bool) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
