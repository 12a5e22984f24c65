/// Reads UTF-8; of a broken sequence the longest part that could have begun a character is one
/// error, as the WHATWG Encoding Standard and Unicode (D93b) have it.
struct UTF8Reader: CharsetReader {
  @inline(__always)
  func read(_ bytes: Span8, at offset: Int) -> Reading {
    let lead = bytes[offset]
    if lead < 0x80 { return Reading(Unicode.Scalar(lead), length: 1) }
    if lead & 0xF0 == 0xE0, offset + 2 < bytes.count {
      let value = threeBytes(lead, bytes[offset + 1], bytes[offset + 2])
      if let value { return Reading(Unicode.Scalar(value), length: 3) }
    }
    return readSlowly(bytes, at: offset)
  }

  @inline(__always)
  private func threeBytes(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32? {
    guard b & 0xC0 == 0x80, c & 0xC0 == 0x80 else { return nil }
    let value = UInt32(a & 0x0F) << 12 | UInt32(b & 0x3F) << 6 | UInt32(c & 0x3F)
    return value >= 0x800 && value & 0xF800 != 0xD800 ? value : nil
  }

  private func readSlowly(_ bytes: Span8, at offset: Int) -> Reading {
    let lead = bytes[offset]
    guard let (count, second) = shape(of: lead) else { return Reading(nil, length: 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(count))
    for index in 1..<count {
      guard offset + index < bytes.count else { return Reading(nil, length: index) }
      let byte = bytes[offset + index]
      guard index == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else {
        return Reading(nil, length: index)
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Reading(Unicode.Scalar(value), length: count)
  }

  /// The length of the sequence a lead byte opens, and what its second byte may be.
  private func shape(of lead: UInt8) -> (count: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
