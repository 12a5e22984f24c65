import Model

/// Reads the few statements wanted out of JSON-LD, and forgives what is no proper JSON.
///
/// - SeeAlso: schema.org/NewsArticle; Baidu's `cambrian.jsonld` with `title` and `pubDate`.
struct LinkedData {
  /// A code point of a value and where it stands in the page.
  typealias Step = (scalar: Unicode.Scalar, start: Int, end: Int)

  private let source: UnsafeBufferPointer<UInt8>
  private var position: Int
  /// For each open object or array the key it is the value of.
  private var keys: [String] = []
  private var key = ""

  /// Reads from `start` to the end of the script.
  init(_ source: UnsafeBufferPointer<UInt8>, from start: Int) {
    let end = source[start...].firstRange(of: "</script".utf8)?.lowerBound ?? source.count
    self.source = UnsafeBufferPointer(rebasing: source[..<end])
    position = start
  }

  /// The next statement of interest, nil at the end.
  mutating func next() -> (PageField, [Step])? {
    while position < source.count {
      let byte = source[position]
      position += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open()
      case UInt8(ascii: "}"), UInt8(ascii: "]"): key = keys.popLast() ?? ""
      case UInt8(ascii: "\""): if let found = readString() { return found }
      default: break
      }
    }
    return nil
  }

  private mutating func open() {
    // Deeper than any page; garbage ends here.
    guard keys.count < 64 else { return position = source.count }
    keys.append(key)
  }

  /// Reads a string; tells if it is the value of something wanted.
  private mutating func readString() -> (PageField, [Step])? {
    var steps: [Step] = []
    while position < source.count, source[position] != UInt8(ascii: "\"") { steps.append(step()) }
    guard position < source.count else { return nil }
    position += 1
    if isKey() {
      key = String(scalars: steps.map(\.scalar))
      return nil
    }
    return field.map { ($0, steps) }
  }

  private func isKey() -> Bool {
    var index = position
    while index < source.count, isBlank(source[index]) { index += 1 }
    return index < source.count && source[index] == UInt8(ascii: ":")
  }

  /// What the value under `key` tells.
  private var field: PageField? {
    switch (key, keys.last) {
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
