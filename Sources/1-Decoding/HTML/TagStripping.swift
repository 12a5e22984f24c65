import CGumbo

/// Reads a page the parser cannot be asked to read: every tag is left out, tags of blocks end
/// lines, references are decoded as far as they are common.
func stripTags(_ bytes: [UInt8], into builder: inout LineBuilder) {
  var context = BlockContext()
  context.tag = GUMBO_TAG_P
  builder.enter(context)
  var scanner = TagScanner(bytes)
  var start = 0
  while let tag = scanner.next() {
    takeText(bytes, start..<tag.range.lowerBound, into: &builder)
    if tag.name == GUMBO_TAG_BR {
      builder.lineBreak()
    } else if ElementKind(tag.name).isBlock {
      builder.endLine()
    }
    start = tag.range.upperBound
  }
  takeText(bytes, start..<bytes.count, into: &builder)
  builder.endLine()
}

private func takeText(_ bytes: [UInt8], _ range: Range<Int>, into builder: inout LineBuilder) {
  let reader = UTF8Reader()
  var index = range.lowerBound
  while index < range.upperBound {
    if bytes[index] == 0x26, let (scalar, length) = commonReference(bytes, index..<range.upperBound)
    {
      builder.take(scalar, index, index + length)
      index += length
      continue
    }
    let reading = reader.read(bytes.span, at: index)
    if let scalar = reading.scalar { builder.take(scalar, index, index + reading.length) }
    index += reading.length
  }
}

private func commonReference(
  _ bytes: [UInt8], _ range: Range<Int>
) -> (scalar: Unicode.Scalar, length: Int)? {
  let window = bytes[range].prefix(10)
  guard let semicolon = window.firstIndex(of: 0x3B) else { return nil }
  let name = String(decoding: window[(range.lowerBound + 1)..<semicolon], as: UTF8.self)
  let length = semicolon + 1 - range.lowerBound
  if name.hasPrefix("#") {
    let isHex = name.dropFirst().lowercased().hasPrefix("x")
    let digits = name.dropFirst(isHex ? 2 : 1)
    let value = UInt32(digits, radix: isHex ? 16 : 10)
    return value.flatMap { Unicode.Scalar($0) }.map { ($0, length) }
  }
  return commonReferences[name].map { ($0, length) }
}

private let commonReferences: [String: Unicode.Scalar] = [
  "nbsp": "\u{A0}", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "amp": "&",
  "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "middot": "·", "ldquo": "“", "rdquo": "”",
  "lsquo": "‘", "rsquo": "’", "mdash": "—", "ndash": "–", "hellip": "…", "bull": "•",
  "times": "×", "copy": "©", "laquo": "«", "raquo": "»", "yen": "¥", "deg": "°",
]
