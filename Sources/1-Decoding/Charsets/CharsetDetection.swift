extension Charset {
  /// Finds the encoding of a file: its byte order mark, then whether it is UTF-8, then what it
  /// declares, then which of the double-byte encodings makes more common characters of it.
  ///
  /// Declarations are often wrong, so a declared encoding counts only as far as the bytes do not
  /// contradict it.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - declared: the encoding the file says it is in, looked up only if it matters.
  /// - Returns: the most likely encoding, also for bytes that fit none.
  static func detect(_ bytes: [UInt8], declared: @autoclosure () -> Charset?) -> Charset {
    let marked = [utf8, utf16LE, utf16BE, gb18030].first {
      !$0.byteOrderMark.isEmpty && bytes.starts(with: $0.byteOrderMark)
    }
    if let marked, marked != .utf8 { return marked }
    let sample = bytes.span.extracting(first: sampleLength)
    if let utf16 = UTF16Evidence(sample).charset { return utf16 }
    let utf8Evidence = UTF8Evidence(sample)
    if utf8Evidence.isConvincing { return .utf8 }
    return doubleByte(sample, declared: marked ?? declared(), orElse: utf8Evidence)
  }

  /// Evidence is gathered from so many bytes: a whole newspaper page has fewer.
  private static let sampleLength = 1 << 20

  private static func doubleByte(
    _ sample: Span8, declared: Charset?, orElse utf8Evidence: UTF8Evidence
  ) -> Charset {
    let gb18030 = DoubleByteEvidence(sample, as: .gb18030)
    let big5 = DoubleByteEvidence(sample, as: .big5)
    // Valid UTF-8 of short words can be GBK all the same: 联通 is C1 AA CD A8.
    if utf8Evidence.broken == 0, declared != .gb18030 || gb18030.share < 1 { return .utf8 }
    if utf8Evidence.share >= max(gb18030.share, big5.share) { return .utf8 }
    if gb18030.share == big5.share, declared == .big5 { return .big5 }
    return big5.share > gb18030.share ? .big5 : .gb18030
  }
}

/// How well bytes fit UTF-8.
struct UTF8Evidence {
  /// Well-formed sequences of three or four bytes: Han characters have three.
  private(set) var long = 0
  /// Well-formed sequences of two bytes.
  private(set) var short = 0
  /// Broken sequences.
  private(set) var broken = 0

  init(_ bytes: Span8) {
    let reader = UTF8Reader()
    var offset = 0
    while offset < bytes.count, broken < Self.enough || broken < long {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let reading = reader.read(bytes, at: offset)
      switch (reading.scalar, reading.length) {
      case (nil, _): broken += offset + 4 > bytes.count ? 0 : 1  // the end may be cut off
      case (_, 2): short += 1
      default: long += 1
      }
      offset += reading.length
    }
  }

  /// So many broken sequences, more than sound ones, leave no hope.
  private static let enough = 500

  /// Whether no other encoding need be thought of.
  var isConvincing: Bool { broken == 0 && (long > 0 || short == 0) }

  /// The share of well-formed sequences; short ones count for nothing, as other encodings make
  /// them by chance.
  var share: Double { Double(long) / Double(max(1, long + short + broken)) }
}

/// How well bytes fit a double-byte encoding of Chinese.
///
/// Both encodings list the common characters first (level 1: 3,755 in GB 2312, 5,401 in Big5).
/// Of running text in the right encoding nearly all characters are of level 1 or punctuation; of
/// text in the other one about half.
struct DoubleByteEvidence {
  private(set) var common = 0
  private(set) var count = 0

  init(_ bytes: Span8, as charset: Charset) {
    let isGB = charset == .gb18030
    var offset = 0
    while offset < bytes.count, count < Self.enough {
      let lead = bytes[offset]
      if lead < 0x80 {
        offset += 1
        continue
      }
      let trail = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      let isPair = lead > 0x80 && lead < 0xFF && trail >= 0x40 && trail != 0x7F && trail != 0xFF
      count += 1
      if isPair, isGB ? Self.isCommonGB(lead, trail) : Self.isCommonBig5(lead, trail) {
        common += 1
      }
      offset += isPair ? 2 : 1
    }
  }

  /// So many characters tell the encodings apart beyond doubt.
  private static let enough = 4_000

  /// The share of common characters among all that are not ASCII.
  var share: Double { Double(common) / Double(max(1, count)) }

  /// Punctuation, full-width forms and level 1 of GB 2312.
  private static func isCommonGB(_ lead: UInt8, _ trail: UInt8) -> Bool {
    trail >= 0xA1 && (lead == 0xA1 || lead == 0xA3 || (0xB0...0xD7).contains(lead))
  }

  /// Punctuation and level 1 of Big5.
  private static func isCommonBig5(_ lead: UInt8, _ trail: UInt8) -> Bool {
    (trail <= 0x7E || trail >= 0xA1) && (lead == 0xA1 || (0xA4...0xC6).contains(lead))
  }
}

/// How well bytes fit UTF-16 without a byte order mark.
struct UTF16Evidence {
  /// The encoding, nil if it is not UTF-16.
  let charset: Charset?

  init(_ bytes: Span8) {
    guard bytes.count >= 4, Self.hasZero(bytes) else {
      charset = nil
      return
    }
    let isLittle = Self.fits(bytes, UTF16Reader(isLittleEndian: true))
    let isBig = Self.fits(bytes, UTF16Reader(isLittleEndian: false))
    charset = isLittle ? .utf16LE : isBig ? .utf16BE : nil
  }

  private static func hasZero(_ bytes: Span8) -> Bool {
    for offset in bytes.indices where bytes[offset] == 0 { return true }
    return false
  }

  /// Whether nearly all units are Han, punctuation or ASCII, and of the latter there is enough:
  /// ASCII read in pairs looks like Han too, but has no zero bytes.
  private static func fits(_ bytes: Span8, _ reader: UTF16Reader) -> Bool {
    var (han, ascii, odd) = (0, 0, 0)
    for offset in stride(from: 0, to: bytes.count - 1, by: 2) {
      switch reader.unit(bytes, at: offset) {
      case 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF00...0xFFEF, 0x2010...0x2030: han += 1
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0, 0xB7: ascii += 1
      default: odd += 1
      }
    }
    return odd * 20 <= han + ascii && ascii * 100 >= han
  }
}
