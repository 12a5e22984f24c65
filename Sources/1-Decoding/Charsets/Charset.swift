/// An encoding the program reads, by its WHATWG name in lower case.
package enum Charset: String, Sendable, CaseIterable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// GB 18030, also for what calls itself GBK or GB2312.
  case gb18030
  /// Big5 with the Hong Kong supplement.
  case big5
  /// UTF-16, low byte first.
  case utf16LE = "utf-16le"
  /// UTF-16, high byte first.
  case utf16BE = "utf-16be"

  /// The encoding of a label such as `GBK`, `gb2312` or `utf8`; nil for one not known.
  ///
  /// - SeeAlso: the labels of the WHATWG Encoding Standard, section 4.2, and Windows' names.
  package init?(named label: some StringProtocol) {
    let name = label.lowercased().filter { !$0.isWhitespace }
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8":
      self = .utf8
    case "gb18030", "gb-18030", "gbk", "gb2312", "gb_2312", "gb-2312", "gb_2312-80", "x-gbk",
      "chinese", "csgb2312", "csiso58gb231280", "iso-ir-58", "euc-cn", "cp936", "ms936",
      "windows-936":
      self = .gb18030
    case "big5", "big-5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950", "ms950",
      "windows-950":
      self = .big5
    case "utf-16", "utf-16le", "utf16", "utf16le", "unicode", "unicodefeff", "ucs-2",
      "csunicode", "iso-10646-ucs-2":
      self = .utf16LE
    case "utf-16be", "utf16be", "unicodefffe":
      self = .utf16BE
    default:
      return nil
    }
  }

  /// The bytes that mark the encoding at the start of a file; empty where there are none.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .big5: []
    case .utf16LE: [0xFF, 0xFE]
    case .utf16BE: [0xFE, 0xFF]
    }
  }
}
