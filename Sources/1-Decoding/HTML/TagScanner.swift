import CGumbo

/// Finds the tags of a page one after the other, without building a tree.
struct TagScanner {
  /// A tag as printed.
  struct Tag {
    let name: GumboTag
    let isEnd: Bool
    /// From `<` to after `>`; for an element whose text is no markup (`script`), and for a
    /// comment, to its end.
    let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  /// The next tag or comment, nil at the end.
  mutating func next() -> Tag? {
    while position + 1 < bytes.count {
      guard bytes[position] == 0x3C, let tag = tag() else {
        position += 1
        continue
      }
      position = tag.range.upperBound
      return tag
    }
    return nil
  }

  private func tag() -> Tag? {
    let next = bytes[position + 1]
    if next == 0x21 || next == 0x3F { return declaration() }
    let isEnd = next == 0x2F
    let nameStart = position + (isEnd ? 2 : 1)
    var end = nameStart
    while end < bytes.count, isLetter(bytes[end]) || (0x30...0x3A).contains(bytes[end]) { end += 1 }
    guard end > nameStart, isLetter(bytes[nameStart]) else { return nil }
    let name = bytes[nameStart..<end].withUnsafeBytes {
      gumbo_tagn_enum($0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32($0.count))
    }
    end = afterBracket(from: end)
    if !isEnd { end = afterRawText(of: name, from: end) }
    return Tag(name: name, isEnd: isEnd, range: position..<end)
  }

  private func declaration() -> Tag {
    let isComment = bytes.holds("<!--", at: position)
    let end = isComment ? after("-->", from: position + 4) : afterBracket(from: position)
    return Tag(name: GUMBO_TAG_UNKNOWN, isEnd: true, range: position..<end)
  }

  private func afterBracket(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x3E { end += 1 }
    return min(end + 1, bytes.count)
  }

  /// Scripts and styles hold `<` that opens no tag.
  private func afterRawText(of name: GumboTag, from start: Int) -> Int {
    switch name {
    case GUMBO_TAG_SCRIPT: after("</script", from: start)
    case GUMBO_TAG_STYLE: after("</style", from: start)
    case GUMBO_TAG_TITLE: after("</title", from: start)
    default: start
    }
  }

  private func after(_ word: StaticString, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != word.utf8Start[0] || !bytes.holds(word, at: index) {
      index += 1
    }
    return min(index + word.utf8CodeUnitCount, bytes.count)
  }
}
