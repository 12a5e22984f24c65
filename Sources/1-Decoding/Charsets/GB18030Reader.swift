/// Reads GB 18030 with all of GBK and GB 2312.
struct GB18030Reader: CharsetReader {
  private let pairs: ConversionTable = Self.pairs

  @inline(__always)
  func read(_ bytes: Span8, at offset: Int) -> Reading {
    let lead = bytes[offset]
    if lead < 0x80 { return Reading(Unicode.Scalar(lead), length: 1) }
    if lead == 0x80 { return Reading("€", length: 1) }  // as code page 936 has it
    guard lead != 0xFF, offset + 1 < bytes.count else { return Reading(nil, length: 1) }
    let trail = bytes[offset + 1]
    if (0x30...0x39).contains(trail) { return readQuad(bytes, at: offset) }
    guard trail >= 0x40, trail != 0x7F, trail != 0xFF else { return Reading(nil, length: 1) }
    if let scalar = pairs[lead, trail] {
      return Reading(scalar, length: 2)
    }
    return Reading(nil, length: trail < 0x80 ? 1 : 2)
  }

  private func readQuad(_ bytes: Span8, at offset: Int) -> Reading {
    guard offset + 3 < bytes.count, (0x81...0xFE).contains(bytes[offset + 2]),
      (0x30...0x39).contains(bytes[offset + 3])
    else { return Reading(nil, length: 1) }
    let index =
      ((Int(bytes[offset]) - 0x81) * 10 + Int(bytes[offset + 1]) - 0x30) * 1260
      + (Int(bytes[offset + 2]) - 0x81) * 10 + Int(bytes[offset + 3]) - 0x30
    return Reading(scalar(ofQuad: index), length: 4)
  }

  /// The supplementary planes follow in order from 90 30 81 30 on; the rest is a table.
  private func scalar(ofQuad index: Int) -> Unicode.Scalar? {
    if index >= 189_000 {
      return index - 189_000 < 0x10_0000 ? Unicode.Scalar(UInt32(0x10000 + index - 189_000)) : nil
    }
    return Self.quads[index]
  }

  private static let pairs: ConversionTable = ConversionTable(
    encoding: "GB18030", sequences: ConversionTable.allPairs)

  /// The sequences 81 30 81 30 to 84 31 A4 39, which stand for the rest of the first plane.
  private static let quads: ConversionTable = ConversionTable(
    encoding: "GB18030", sequences: (0..<39420).lazy.map(quad))

  /// The sequence of four bytes at a place of the list.
  static func quad(at index: Int) -> [UInt8] {
    let lead = 0x81 + index / 12600
    let second = 0x30 + index / 1260 % 10
    let third = 0x81 + index / 10 % 126
    return [UInt8(lead), UInt8(second), UInt8(third), UInt8(0x30 + index % 10)]
  }
}
