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
    /// The inside of a comment, script or style; nil for others.
    var unseen: Range<Int>?
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
    guard !isEnd, let word = Self.endOfRawText(name) else {
      return Tag(name: name, isEnd: isEnd, range: position..<end)
    }
    let raw = end..<start(of: word, from: end)
    let isSeen = name == GUMBO_TAG_TITLE || holdsLinkedData(raw)
    return Tag(
      name: name, isEnd: false, range: position..<raw.upperBound, unseen: isSeen ? nil : raw)
  }

  private func declaration() -> Tag {
    let isComment = bytes.holds("<!--", at: position)
    let end = isComment ? endOfComment() : afterBracket(from: position)
    var tag = Tag(name: GUMBO_TAG_UNKNOWN, isEnd: true, range: position..<end)
    if isComment, tag.range.count > 8 { tag.unseen = (position + 4)..<(end - 4) }
    return tag
  }

  /// `<!-->` and `<!--->` are whole comments, and `--!>` ends one too.
  private func endOfComment() -> Int {
    for short in ["<!-->", "<!--->"] as [StaticString] where bytes.holds(short, at: position) {
      return position + short.utf8CodeUnitCount
    }
    var end = position + 4
    while end < bytes.count {
      end = start(of: "--", from: end)
      if bytes.holds("-->", at: end) { return end + 3 }
      if bytes.holds("--!>", at: end) { return end + 4 }
      end += 1
    }
    return bytes.count
  }

  /// The place after the `>` that ends a tag; one inside a quoted value ends none.
  private func afterBracket(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x3E {
      if bytes[index] == 0x3D, let end = endOfQuoted(from: index + 1) { index = end }
      index += 1
    }
    return min(index + 1, bytes.count)
  }

  /// The closing quote of a value that starts at `start` or after blanks; nil if none is quoted.
  private func endOfQuoted(from start: Int) -> Int? {
    var index = start
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 else { return nil }
    return bytes[(index + 1)...].firstIndex(of: bytes[index])
  }

  /// Scripts and styles hold `<` that opens no tag, up to their own end tag.
  private static func endOfRawText(_ name: GumboTag) -> StaticString? {
    switch name {
    case GUMBO_TAG_SCRIPT: "</script"
    case GUMBO_TAG_STYLE: "</style"
    case GUMBO_TAG_TITLE: "</title"
    default: nil
    }
  }

  /// Whether a script begins as JSON does.
  private func holdsLinkedData(_ raw: Range<Int>) -> Bool {
    let first = bytes[raw].first { !isBlank($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private func start(of word: StaticString, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != word.utf8Start[0] || !bytes.holds(word, at: index) {
      index += 1
    }
    return min(index, bytes.count)
  }
}
