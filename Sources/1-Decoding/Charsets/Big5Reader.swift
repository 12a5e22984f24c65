/// Reads Big5 with the extensions of Eten and the Hong Kong supplement, as web pages use it.
struct Big5Reader: CharsetReader {
  private let pairs: ConversionTable = Self.pairs

  @inline(__always)
  func read(_ bytes: Span8, at offset: Int) -> Reading {
    let lead = bytes[offset]
    if lead < 0x80 { return Reading(Unicode.Scalar(lead), length: 1) }
    guard lead != 0x80, lead != 0xFF, offset + 1 < bytes.count else {
      return Reading(nil, length: 1)
    }
    let trail = bytes[offset + 1]
    guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else {
      return Reading(nil, length: 1)
    }
    if let scalar = pairs[lead, trail] {
      return Reading(scalar, length: 2)
    }
    return Reading(nil, length: trail < 0x80 ? 1 : 2)
  }

  private static let pairs: ConversionTable = ConversionTable(
    encoding: "BIG5-HKSCS", sequences: ConversionTable.allPairs)
}
