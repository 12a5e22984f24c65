import Model

/// Reads the few statements wanted out of JSON-LD, and forgives what is no proper JSON.
///
/// - SeeAlso: schema.org/NewsArticle; Baidu's `cambrian.jsonld` with `title` and `pubDate`.
struct LinkedData {
  /// A code point of a value and where it stands in the page.
  typealias Step = (scalar: Unicode.Scalar, start: Int, end: Int)
  /// What is stated, and how exactly, lower is better.
  typealias Statement = (field: PageField, value: [Step], rank: Int)

  /// The rank of what linked data states; the address of a piece inside others, as in a list, has a
  /// higher one.
  static let rank = 500

  /// An open object or array.
  private struct Frame {
    /// The key it is the value of.
    let key: String
    /// Whether it tells headline or day, as a piece does.
    var isPiece = false
    /// The address of the piece, under the best key so far.
    var address: (value: [Step], rank: Int)?
  }

  private let source: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var frames: [Frame] = []
  private var key = ""

  /// Reads from `start` to the end of the script.
  init(_ source: UnsafeBufferPointer<UInt8>, from start: Int) {
    let end = source[start...].firstRange(of: "</script".utf8)?.lowerBound ?? source.count
    self.source = UnsafeBufferPointer(rebasing: source[..<end])
    position = start
  }

  /// The next statement of interest, nil at the end.
  mutating func next() -> Statement? {
    while position < source.count {
      let byte = source[position]
      position += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open()
      case UInt8(ascii: "}"), UInt8(ascii: "]"): if let found = close() { return found }
      case UInt8(ascii: "\""): if let found = readString() { return found }
      default: break
      }
    }
    return nil
  }

  private mutating func open() {
    // Deeper than any page; garbage ends here.
    guard frames.count < 64 else { return position = source.count }
    frames.append(Frame(key: key))
  }

  /// Closes an object or array; tells the address if it is one of a piece.
  private mutating func close() -> Statement? {
    let frame = frames.popLast()
    key = frame?.key ?? ""
    guard let frame, frame.isPiece, let address = frame.address else { return nil }
    return (.url, address.value, Self.rank + frames.count)
  }

  /// Reads a string; tells if it is the value of something wanted.
  private mutating func readString() -> Statement? {
    var steps: [Step] = []
    while position < source.count, source[position] != UInt8(ascii: "\"") { steps.append(step()) }
    guard position < source.count else { return nil }
    position += 1
    if isKey() {
      key = String(scalars: steps.map(\.scalar))
      return nil
    }
    noteAddress(steps)
    guard let field else { return nil }
    if field == .title || field == .published, let last = frames.indices.last {
      frames[last].isPiece = true
    }
    return (field, steps, Self.rank)
  }

  /// Keeps a string if it is the address of the open object, or of the one that holds the page it
  /// is the main matter of.
  private mutating func noteAddress(_ value: [Step]) {
    let isOfPage = frames.last?.key == "mainEntityOfPage" && (key == "@id" || key == "url")
    let index = frames.count - (isOfPage ? 2 : 1)
    guard index >= 0, value.count <= WebAddress.longest,
      let rank = Self.addressKeys.firstIndex(of: isOfPage ? "mainEntityOfPage" : key),
      rank < frames[index].address?.rank ?? .max
    else { return }
    frames[index].address = (value, rank)
  }

  /// Under which a piece tells its address, the best first.
  private static let addressKeys = ["url", "mainEntityOfPage", "@id"]

  private func isKey() -> Bool {
    var index = position
    while index < source.count, isBlank(source[index]) { index += 1 }
    return index < source.count && source[index] == UInt8(ascii: ":")
  }

  /// What the value under `key` tells.
  private var field: PageField? {
    switch (key, frames.last?.key) {
    case ("headline", _), ("title", ""): .title
    case ("datePublished", _), ("pubDate", ""): .published
    case ("author", _), ("name", "author"): .author
    case ("name", "publisher"): .source
    default: nil
    }
  }

  private mutating func step() -> Step {
    let start = position
    if source[position] == UInt8(ascii: "\\") { return (escaped(), start, position) }
    let lead = source[position]
    let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    position = min(position + width, source.count)
    let bytes = source[start..<position]
    return (String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "?", start, position)
  }

  /// Reads `\n`, `\"`, `\u5c0f` or a pair of surrogates.
  private mutating func escaped() -> Unicode.Scalar {
    position += 2
    guard position <= source.count else {
      position = source.count
      return "\u{FFFD}"
    }
    switch source[position - 1] {
    case UInt8(ascii: "u"): return Unicode.Scalar(codeUnits()) ?? "\u{FFFD}"
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"): return " "
    case let byte: return Unicode.Scalar(byte)
    }
  }

  private mutating func codeUnits() -> UInt32 {
    let high = codeUnit()
    guard high & 0xFC00 == 0xD800, position + 1 < source.count,
      source[position] == UInt8(ascii: "\\"), source[position + 1] == UInt8(ascii: "u")
    else { return high }
    position += 2
    let low = codeUnit()
    return low & 0xFC00 == 0xDC00 ? 0x10000 + (high - 0xD800) << 10 + low - 0xDC00 : high
  }

  private mutating func codeUnit() -> UInt32 {
    let end = min(position + 4, source.count)
    defer { position = end }
    return UInt32(String(decoding: source[position..<end], as: UTF8.self), radix: 16) ?? 0xD800
  }
}
