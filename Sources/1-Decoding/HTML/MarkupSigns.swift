import CGumbo

/// The signs by which a page is told from text with remains of markup in it.
struct MarkupSigns {
  /// Tags that divide a text into blocks and lines; those that hold nothing divide nothing.
  private(set) var blockTags = 0
  /// Tags of any kind.
  private(set) var tags = 0
  /// Lines of text that no tag of a block stands in.
  private(set) var plainLines = 0
  private let isNamedPage: Bool
  private let opensAsPage: Bool

  init(_ sample: Sample) {
    isNamedPage = [".html", ".htm", ".shtml", ".xhtml", ".mhtml"].contains { ending in
      sample.name.ends(with: ending)
    }
    opensAsPage = Self.opensAsPage(sample.head)
    if !opensAsPage, sample.head.contains(0x3C) { count(sample.head) }
  }

  /// A page opens as one, or lives by its tags: where lines of plain text outnumber the tags of
  /// blocks by far, the tags are debris and the line ends are what divides the text.
  var isPage: Bool {
    if opensAsPage { return true }
    return isNamedPage
      ? tags > 0 && blockTags * 4 >= plainLines : blockTags >= 3 && blockTags >= plainLines
  }

  private static func opensAsPage(_ head: [UInt8]) -> Bool {
    var scanner = TagScanner(Array(head.prefix(4096)))
    let start = head.prefix(4096).firstIndex { !isBlank($0) && $0 < 0x80 && $0 != 0xFE } ?? 0
    guard start < head.count, head[start] == 0x3C, start < 64 else { return false }
    while let tag = scanner.next(), tag.range.lowerBound < 2048 {
      switch tag.name {
      case GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY, GUMBO_TAG_TITLE, GUMBO_TAG_META:
        return !tag.isEnd
      case GUMBO_TAG_UNKNOWN where head.holds("<!doctype html", at: tag.range.lowerBound):
        return true
      case GUMBO_TAG_UNKNOWN, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_LINK: continue
      default: return false
      }
    }
    return false
  }

  private mutating func count(_ head: [UInt8]) {
    var scanner = TagScanner(head)
    var end = 0
    while let tag = scanner.next() {
      let text = head[end..<tag.range.lowerBound]
      countLines(text)
      end = tag.range.upperBound
      tags += 1
      if tag.name == GUMBO_TAG_BR || ElementKind(tag.name).isBlock && !text.allSatisfy(isBlank) {
        blockTags += 1
      }
    }
    countLines(head[end...])
  }

  /// Counts the line ends that come after text.
  private mutating func countLines(_ text: ArraySlice<UInt8>) {
    var hasText = false
    for byte in text {
      if byte == 0x0A {
        plainLines += hasText ? 1 : 0
        hasText = false
      } else if !isBlank(byte) {
        hasText = true
      }
    }
  }
}
