/// Reads UTF-16; a surrogate without its partner fits nothing.
struct UTF16Reader: CharsetReader {
  let isLittleEndian: Bool

  @inline(__always)
  func read(_ bytes: Span8, at offset: Int) -> Reading {
    guard offset + 1 < bytes.count else { return Reading(nil, length: 1) }
    let unit = unit(bytes, at: offset)
    if unit & 0xF800 != 0xD800 { return Reading(Unicode.Scalar(unit), length: 2) }
    guard unit < 0xDC00, offset + 3 < bytes.count else { return Reading(nil, length: 2) }
    let low = self.unit(bytes, at: offset + 2)
    guard low & 0xFC00 == 0xDC00 else { return Reading(nil, length: 2) }
    return Reading(Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + low - 0xDC00), length: 4)
  }

  @inline(__always)
  func unit(_ bytes: Span8, at offset: Int) -> UInt32 {
    let (first, second) = (UInt32(bytes[offset]), UInt32(bytes[offset + 1]))
    return isLittleEndian ? second << 8 | first : first << 8 | second
  }
}
