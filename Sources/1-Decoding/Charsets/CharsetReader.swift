package import Model

/// What a reader finds at one place of the bytes.
struct Reading {
  /// The code point; nil where the bytes fit nothing.
  let scalar: Unicode.Scalar?
  /// How many bytes it takes, at least 1.
  let length: Int

  init(_ scalar: Unicode.Scalar?, length: Int) {
    self.scalar = scalar
    self.length = length
  }
}

/// Reads one encoding, a character at a time, forward only.
protocol CharsetReader {
  /// The character that starts at `offset`, which lies inside `bytes`.
  func read(_ bytes: Span8, at offset: Int) -> Reading
}

/// The bytes of a file.
typealias Span8 = Swift.Span<UInt8>

/// Takes the code points of a file, one after the other.
protocol ScalarSink {
  /// Takes the code point that `length` bytes at `offset` print.
  mutating func take(_ scalar: Unicode.Scalar, offset: Int, length: Int)
}

extension SourcedText: ScalarSink {
  mutating func take(_ scalar: Unicode.Scalar, offset: Int, length: Int) {
    append(scalar, from: Origin(byteOffset: offset, byteLength: length))
  }
}

extension Charset {
  /// Reads a file from its first byte after the byte order mark to its last.
  ///
  /// - Returns: the bytes that fit nothing, each taken as U+FFFD.
  func read(_ bytes: [UInt8], into sink: inout some ScalarSink) -> BrokenBytes {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    return switch self {
    case .utf8: drive(UTF8Reader(), over: bytes.span, from: start, into: &sink)
    case .gb18030: drive(GB18030Reader(), over: bytes.span, from: start, into: &sink)
    case .big5: drive(Big5Reader(), over: bytes.span, from: start, into: &sink)
    case .utf16LE:
      drive(UTF16Reader(isLittleEndian: true), over: bytes.span, from: start, into: &sink)
    case .utf16BE:
      drive(UTF16Reader(isLittleEndian: false), over: bytes.span, from: start, into: &sink)
    }
  }
}

/// Runs a reader over a file; NUL fits nothing either, as no text holds it.
private func drive(
  _ reader: some CharsetReader, over bytes: Span8, from start: Int, into sink: inout some ScalarSink
) -> BrokenBytes {
  var broken = BrokenBytes()
  var offset = start
  while offset < bytes.count {
    let reading = reader.read(bytes, at: offset)
    if let scalar = reading.scalar, scalar.value != 0 {
      sink.take(scalar, offset: offset, length: reading.length)
    } else {
      sink.take("\u{FFFD}", offset: offset, length: reading.length)
      broken.note(offset: offset, length: reading.length)
    }
    offset += reading.length
  }
  return broken
}
