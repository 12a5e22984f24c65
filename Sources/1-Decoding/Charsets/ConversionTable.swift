import Glibc

/// The code points of the byte sequences of one length in one encoding.
///
/// Asked of the C library once, on first use, then immutable. Our own scanner finds the lengths,
/// so that byte offsets are exact; the C library only tells which character is meant.
struct ConversionTable: Sendable {
  /// The code point of each sequence, by its place in the list it was built from; 0 for none.
  private let values: [UInt32]

  /// Asks the C library for each sequence that `sequences` yields.
  ///
  /// - Parameters:
  ///   - encoding: a name `iconv_open` knows. Where it does not, no sequence has a
  ///     character, and every one will be reported.
  ///   - sequences: the bytes of one character each.
  init(encoding: String, sequences: some Sequence<[UInt8]>) {
    let converter = iconv_open("UTF-32LE", encoding)
    guard let converter, converter != UnsafeMutableRawPointer(bitPattern: -1) else {
      values = []
      return
    }
    defer { iconv_close(converter) }
    values = sequences.map { Self.convert($0, with: converter) }
  }

  /// Every two bytes with a lead of 81 to FE and a trail of 40 to FF.
  static var allPairs: some Sequence<[UInt8]> {
    (0..<126 * 192).lazy.map { (index: Int) -> [UInt8] in
      let (lead, trail) = (0x81 + index / 192, 0x40 + index % 192)
      return [UInt8(lead), UInt8(trail)]
    }
  }

  /// The character of two bytes, in a table of `allPairs`.
  @inline(__always)
  subscript(_ lead: UInt8, _ trail: UInt8) -> Unicode.Scalar? {
    self[(Int(lead) - 0x81) * 192 + Int(trail) - 0x40]
  }

  /// The character of the sequence at a place of the list.
  @inline(__always)
  subscript(_ index: Int) -> Unicode.Scalar? {
    guard index < values.count, values[index] != 0 else { return nil }
    return Unicode.Scalar(values[index])
  }

  /// The single code point of a sequence, 0 where there is none or more than one.
  private static func convert(_ sequence: [UInt8], with converter: iconv_t) -> UInt32 {
    var input = sequence.map(CChar.init(bitPattern:))
    var output = [UInt32](repeating: 0, count: 4)
    let room = output.count * 4
    var (unread, unwritten) = (input.count, room)
    iconv(converter, nil, nil, nil, nil)
    let failed = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBytes { output in
        var source = input.baseAddress
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = iconv(converter, &source, &unread, &target, &unwritten)
        iconv(converter, nil, nil, &target, &unwritten)
        return status != 0
      }
    }
    return failed || unread > 0 || room - unwritten != 4 ? 0 : UInt32(littleEndian: output[0])
  }
}
