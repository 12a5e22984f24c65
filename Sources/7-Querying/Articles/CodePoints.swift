/// How many bytes each code point of an encoding takes.
package enum CodePoints {
  /// The lengths in order; nil for an encoding whose code points cannot be told apart here, and for
  /// bytes that are cut off.
  package static func lengths(of bytes: ArraySlice<UInt8>, in charset: String) -> [Int]? {
    guard let step = step(charset) else { return nil }
    var lengths: [Int] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let length = step(bytes[at...])
      guard length > 0, at + length <= bytes.endIndex else { return nil }
      lengths.append(length)
      at += length
    }
    return lengths
  }

  private static func step(_ charset: String) -> ((ArraySlice<UInt8>) -> Int)? {
    switch charset {
    case "utf-8": utf8
    case "gb18030", "gbk", "gb2312": gb18030
    case "big5", "big5-hkscs": big5
    case "utf-16le": { utf16($0, low: 0) }
    case "utf-16be": { utf16($0, low: 1) }
    default: nil
    }
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) -> Int {
    switch bytes.first ?? 0 {
    case ..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  private static func gb18030(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let lead = bytes.first, lead > 0x80 else { return 1 }
    let second = bytes.dropFirst().first ?? 0
    return (0x30...0x39).contains(second) ? 4 : 2
  }

  private static func big5(_ bytes: ArraySlice<UInt8>) -> Int {
    (bytes.first ?? 0) > 0x80 ? 2 : 1
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int) -> Int {
    let high = bytes.startIndex + 1 - low
    return high < bytes.endIndex && (0xD8...0xDB).contains(bytes[high]) ? 4 : 2
  }
}
