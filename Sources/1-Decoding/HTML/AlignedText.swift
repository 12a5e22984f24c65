import CGumbo

/// The code points of a text node, each with its bytes of the source.
///
/// The parser gives a node's text with its entities decoded, and the place where it begins. The
/// two are walked side by side: an entity such as `&ldquo;` or `&#8220;` has the bytes of the
/// whole reference; tags that the parser ignored, as a stray `</b>`, are stepped over.
struct AlignedText {
  /// A code point and where it stands in the source.
  struct Step {
    let scalar: Unicode.Scalar
    let start: Int
    let end: Int
    /// Whether an ignored tag of a block, as a stray `<td>`, stands before it.
    var followsBlockTag = false
  }

  /// What is markup in the source of a text.
  enum Syntax {
    /// Tags and references.
    case markup
    /// References only, as in `title` and in the values of attributes.
    case references
    /// Nothing, as in `plaintext`.
    case nothing
  }

  private var decoded: UnsafePointer<UInt8>
  private let source: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let syntax: Syntax
  private var followsReference = false

  /// - Parameters:
  ///   - decoded: the text of the node, UTF-8 that ends in 0.
  ///   - source: the whole page.
  ///   - start: where the node's text begins in it.
  ///   - syntax: what is markup there.
  init(
    _ decoded: UnsafePointer<CChar>, in source: UnsafeBufferPointer<UInt8>, at start: Int,
    _ syntax: Syntax
  ) {
    self.decoded = UnsafeRawPointer(decoded).assumingMemoryBound(to: UInt8.self)
    self.source = source
    position = start
    self.syntax = syntax
  }

  /// The next code point, nil at the end.
  @inline(__always)
  mutating func next() -> Step? {
    let lead = decoded[0]
    guard lead != 0 else { return nil }
    if lead < 0x80, lead != 0x26, lead != 0x3C, lead != 0x0A, position < source.count,
      source[position] == lead
    {
      decoded += 1
      position += 1
      return Step(scalar: Unicode.Scalar(lead), start: position - 1, end: position)
    }
    return nextSlowly()
  }

  private mutating func nextSlowly() -> Step? {
    let (scalar, width) = decodedScalar()
    var passedBlockTag = false
    while opensIgnoredTag() { passedBlockTag = skipTag() || passedBlockTag }
    let start = min(position, source.count)
    let isSecond = followsReference && !isPrinted
    let length = isSecond ? 0 : sourceLength(of: scalar, width: width)
    followsReference = length > width && byte(position) == 0x26
    decoded += width
    position = min(start + length, source.count)
    return Step(scalar: scalar, start: start, end: position, followsBlockTag: passedBlockTag)
  }

  /// Whether the source prints the code point at the front; the second of the two that some
  /// references stand for, as `&NotEqualTilde;`, it does not.
  private var isPrinted: Bool {
    let printed = byte(position)
    return printed == decoded[0] || printed == 0x26 || printed == 0x3C || printed == 0x0D
  }

  /// The code point at the front of the decoded text, which is well-formed.
  private func decodedScalar() -> (Unicode.Scalar, width: Int) {
    let lead = UInt32(decoded[0])
    let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = width == 1 ? lead : lead & (0x7F >> UInt32(width))
    for index in 1..<max(width, 1) {
      guard decoded[index] != 0 else { return ("\u{FFFD}", index) }
      value = value << 6 | UInt32(decoded[index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// How many bytes of the source at `position` print `scalar`.
  private func sourceLength(of scalar: Unicode.Scalar, width: Int) -> Int {
    guard position < source.count else { return 0 }
    switch source[position] {
    case 0x26 where syntax != .nothing: return referenceLength(of: scalar, width: width)
    case 0x0D where scalar == "\n": return byte(position + 1) == 0x0A ? 2 : 1
    // Equal, or a control character that the parser took for U+FFFD.
    case let lead: return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
  }

  private func byte(_ index: Int) -> UInt8 { index < source.count ? source[index] : 0 }
}

// MARK: - Ignored tags

extension AlignedText {
  /// Whether a tag without effect stands here; a `<` of the text itself opens none.
  private func opensIgnoredTag() -> Bool {
    guard syntax == .markup, byte(position) == 0x3C else { return false }
    let next = byte(position + 1)
    return isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F
  }

  /// Steps over a tag or comment; tells whether it is the tag of a block.
  private mutating func skipTag() -> Bool {
    if byte(position + 1) == 0x21, byte(position + 2) == 0x2D, byte(position + 3) == 0x2D {
      position += 4
      while position < source.count, !endsComment() { position += 1 }
      position += 3
      return false
    }
    let isBlock = isBlockTag()
    var quote: UInt8 = 0
    while position < source.count, quote != 0 || source[position] != 0x3E {
      let byte = source[position]
      if byte == quote {
        quote = 0
      } else if quote == 0, byte == 0x22 || byte == 0x27 {
        quote = byte
      }
      position += 1
    }
    position += 1
    return isBlock
  }

  private func endsComment() -> Bool {
    source[position] == 0x2D && byte(position + 1) == 0x2D && byte(position + 2) == 0x3E
  }

  private func isBlockTag() -> Bool {
    let start = position + (byte(position + 1) == 0x2F ? 2 : 1)
    var end = start
    while isLetter(byte(end)) || (0x30...0x39).contains(byte(end)) { end += 1 }
    guard end > start, let base = source.baseAddress else { return false }
    return UnsafeRawPointer(base + start).withMemoryRebound(to: CChar.self, capacity: end - start) {
      ElementKind(gumbo_tagn_enum($0, UInt32(end - start))).isBlock
    }
  }
}

// MARK: - Character references

extension AlignedText {
  /// The length of the reference at `position` that stands for `scalar`, or 1 for a bare `&`.
  private func referenceLength(of scalar: Unicode.Scalar, width: Int) -> Int {
    var end = position + 1
    if byte(end) == 0x23 { return numericLength(of: scalar) }
    while isLetter(byte(end)) || (0x30...0x39).contains(byte(end)) { end += 1 }
    if scalar == "&", !isAmpersand(position + 1) { return 1 }
    // Old references need no semicolon (`&nbsp2024`): the text after it tells where it ends.
    for shorter in (position + 2)..<max(end, position + 2)
    where continues(at: shorter, after: width) { return shorter - position }
    return end + (byte(end) == 0x3B ? 1 : 0) - position
  }

  private func numericLength(of scalar: Unicode.Scalar) -> Int {
    let isHex = byte(position + 2) | 0x20 == 0x78
    let first = position + (isHex ? 3 : 2)
    var end = first
    while isDigit(byte(end), hex: isHex) { end += 1 }
    guard end > first else { return 1 }
    return end + (byte(end) == 0x3B ? 1 : 0) - position
  }

  private func isDigit(_ byte: UInt8, hex: Bool) -> Bool {
    (0x30...0x39).contains(byte) || hex && (0x61...0x66).contains(byte | 0x20)
  }

  private func isAmpersand(_ index: Int) -> Bool {
    let name = (byte(index), byte(index + 1), byte(index + 2))
    return name == (0x61, 0x6D, 0x70) || name == (0x41, 0x4D, 0x50)
  }

  /// Whether the text after the reference is what the source holds from `index` on.
  private func continues(at index: Int, after width: Int) -> Bool {
    var (index, text) = (index, decoded + width)
    while isLetter(byte(index)) || (0x30...0x39).contains(byte(index)) {
      guard byte(index) == text[0] else { return false }
      index += 1
      text += 1
    }
    let next = byte(index)
    return next == text[0] || next == 0x26 || next == 0x3C || next == 0x0D
      || index >= source.count && text[0] == 0
  }
}
