import Model

/// The words of a block without the marks of emphasis, links and code.
struct MarkdownWords {
  private(set) var text = SourcedText()
  /// How many code points are the text of links.
  private(set) var linkLength = 0
  /// Whether all of it is strong.
  private(set) var isStrong = false

  /// What becomes of a code point.
  private struct Fate {
    var isMark = false
    var isLink = false
    var isStrong = false
  }

  private let scalars: [Unicode.Scalar]
  private var fates: [Fate]
  private var nextBracket: [Unicode.Scalar: Int] = [:]
  private var searched: [UInt32: Int] = [:]

  /// - Parameters:
  ///   - source: the whole text.
  ///   - ranges: the printed lines of the block.
  ///   - asIs: whether marks are text, as in code.
  init(_ source: SourcedText, _ ranges: [Range<Int>], asIs: Bool) {
    var joined = SourcedText()
    for range in ranges {
      if let last = joined.origins.last, let first = source.origins[range].first {
        let gap = Int(first.byteOffset) - Int(last.byteEnd)
        joined.append(" ", from: Origin(byteOffset: Int(last.byteEnd), byteLength: max(0, gap)))
      }
      joined.append(source, range)
    }
    scalars = joined.scalars
    fates = [Fate](repeating: Fate(), count: scalars.count)
    if !asIs { findMarks() }
    keep(joined)
  }

  private mutating func keep(_ joined: SourcedText) {
    isStrong = true
    for index in scalars.indices where !fates[index].isMark {
      text.append(scalars[index], from: joined.origins[index])
      if fates[index].isLink { linkLength += 1 }
      if !fates[index].isStrong { isStrong = false }
    }
  }

  private mutating func findMarks() {
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "\\" where index + 1 < scalars.count && isPunctuation(scalars[index + 1]):
        fates[index].isMark = true
        index += 2
      case "\\" where index + 1 == scalars.count:
        fates[index].isMark = true
        index += 1
      case "!" where index + 1 < scalars.count && scalars[index + 1] == "[":
        index = markLink(at: index + 1, isImage: true) ?? index + 1
      case "[":
        _ = markLink(at: index, isImage: false)
        index += 1
      case "*", "_", "~", "`": index = markPair(at: index)
      default: index += 1
      }
    }
  }

  private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && !scalar.properties.isAlphabetic && !(48...57).contains(scalar.value)
      && scalar.value > 0x20
  }

  /// Marks `[words](address)` or `![words](address)`.
  ///
  /// - Returns: where the link ends, nil if there is none.
  private mutating func markLink(at open: Int, isImage: Bool) -> Int? {
    let close = next("]", from: open)
    guard close + 1 < scalars.count, scalars[close + 1] == "(" else { return nil }
    let end = next(")", from: close)
    guard end < scalars.count else { return nil }
    fates[open].isMark = true
    for index in close...end { fates[index].isMark = true }
    if isImage { fates[open - 1].isMark = true }
    for index in (open + 1)..<close {
      fates[index].isMark = isImage
      fates[index].isLink = true
    }
    return end + 1
  }

  /// The next place of a bracket, remembered so that a text of brackets costs no more than others.
  private mutating func next(_ bracket: Unicode.Scalar, from start: Int) -> Int {
    if let known = nextBracket[bracket], known >= start { return known }
    let found = scalars[start...].firstIndex(of: bracket) ?? scalars.count
    nextBracket[bracket] = found
    return found
  }

  /// Marks a run of `*`, `_`, `~~` or `` ` `` and its partner.
  ///
  /// - Returns: the place after the run.
  private mutating func markPair(at start: Int) -> Int {
    let mark = scalars[start]
    let length = runLength(at: start)
    let after = start + length
    guard !fates[start].isMark, length <= 3, mark != "~" || length == 2,
      let partner = partner(of: start, length)
    else { return after }
    for index in Array(start..<after) + Array(partner..<(partner + length)) {
      fates[index].isMark = true
    }
    if length >= 2, mark == "*" || mark == "_" {
      for index in after..<partner { fates[index].isStrong = true }
    }
    return mark == "`" ? partner + length : after
  }

  private func runLength(at start: Int) -> Int {
    scalars[start...].prefix { $0 == scalars[start] }.count
  }

  /// The closing run that fits an opening one; an underscore inside a word opens nothing.
  private mutating func partner(of start: Int, _ length: Int) -> Int? {
    let (mark, after) = (scalars[start], start + length)
    guard after < scalars.count, scalars[after] != " " || mark == "`" else { return nil }
    if mark == "_", start > 0, scalars[start - 1].properties.isAlphabetic { return nil }
    // What a search in vain has seen need not be seen again.
    let kind = mark.value * 4 + UInt32(length)
    var index = max(after, searched[kind] ?? 0)
    while index < scalars.count {
      guard scalars[index] == mark else {
        index += 1
        continue
      }
      let run = runLength(at: index)
      let fits = run == length && (scalars[index - 1] != " " || mark == "`")
      if fits, mark != "_" || !isInsideWord(index + run) { return index }
      index += run
    }
    searched[kind] = scalars.count
    return nil
  }

  private func isInsideWord(_ index: Int) -> Bool {
    index < scalars.count && scalars[index].properties.isAlphabetic
  }
}
