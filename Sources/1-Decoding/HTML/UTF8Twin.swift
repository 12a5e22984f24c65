import CGumbo
import Model

/// A file in UTF-8, as the parser wants it, with the way back to the original bytes.
///
/// What no reader sees, as scripts, styles and comments, is left out: it is often the larger part
/// of a page, and parsing it is slow.
struct UTF8Twin {
  /// Well-formed UTF-8.
  private(set) var bytes: [UInt8] = []
  /// What the program that saved the page says in a comment at its head.
  private(set) var note: SavingNote?
  /// For each byte the first byte of its character in the original.
  private var offsets: [UInt32] = []
  private let originalEnd: Int

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: the original bytes.
  ///   - charset: their encoding.
  ///   - broken: the bytes that fit nothing.
  init(_ file: [UInt8], in charset: Charset, broken: inout BrokenBytes) {
    originalEnd = file.count
    if charset == .utf8 {
      var nothing = NoSink()
      broken = charset.read(file, into: &nothing)
      if broken.isEmpty {
        let start = file.starts(with: charset.byteOrderMark) ? charset.byteOrderMark.count : 0
        keepText(of: file, from: start) { UInt32($0.lowerBound)..<UInt32($0.upperBound) }
        return
      }
    }
    var sink = EncodingSink(capacity: file.count * 5 / 4)
    broken = charset.read(file, into: &sink)
    keepText(of: sink.bytes, from: 0) { sink.offsets[$0] }
  }

  /// Keeps all but the inside of scripts, styles and comments.
  private mutating func keepText(
    of file: [UInt8], from start: Int, offsetsOf: (Range<Int>) -> some Collection<UInt32>
  ) {
    bytes.reserveCapacity(file.count)
    offsets.reserveCapacity(file.count)
    var scanner = TagScanner(file, from: start)
    var kept = start
    var head = PageHead(from: start)
    while let tag = scanner.next() {
      head.take(tag, of: file)
      guard let inside = tag.unseen else { continue }
      bytes.append(contentsOf: file[kept..<inside.lowerBound])
      offsets.append(contentsOf: offsetsOf(kept..<inside.lowerBound))
      kept = inside.upperBound
    }
    note = head.note
    bytes.append(contentsOf: file[kept...])
    offsets.append(contentsOf: offsetsOf(kept..<file.count))
  }

  /// The bytes of the original that a run of the twin's whole characters came from.
  @inline(__always)
  func origin(_ start: Int, _ end: Int) -> Origin {
    let from = original(start)
    return Origin(byteOffset: from, byteLength: max(0, original(end) - from))
  }

  /// The place in the original of a place in the twin.
  @inline(__always)
  func original(_ offset: Int) -> Int {
    offset < offsets.count ? Int(offsets[offset]) : originalEnd
  }
}

/// Takes nothing: for asking only whether a file is well-formed.
private struct NoSink: ScalarSink {
  @inline(__always)
  mutating func take(_ scalar: Unicode.Scalar, offset: Int, length: Int) {}
}

/// Writes UTF-8 and notes where each byte's character stood.
private struct EncodingSink: ScalarSink {
  var bytes: [UInt8] = []
  var offsets: [UInt32] = []

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
    offsets.reserveCapacity(capacity)
  }

  mutating func take(_ scalar: Unicode.Scalar, offset: Int, length: Int) {
    if scalar.value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      offsets.append(UInt32(offset))
    } else {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        bytes.append(byte)
        offsets.append(UInt32(offset))
      }
    }
  }
}
