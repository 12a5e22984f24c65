import CGumbo

/// Estimates how deep the elements of a page nest, before the parser is let loose on it.
///
/// At every tag the parser looks through its open elements, and opens unclosed `font` and `b`
/// elements again in every paragraph; at every attribute through those the tag has already. Pages
/// made to harm, or broken badly, would take hours.
struct Nesting {
  /// The byte at which it becomes too much, nil if it never does.
  private(set) var tooDeepAt: Int?

  init(_ bytes: [UInt8]) {
    var scanner = TagScanner(bytes)
    var open = [Int](repeating: 0, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    var (depth, work) = (0, 0)
    // Real pages nest about 25 deep and have a tag every 30 bytes: less than one step a byte.
    let limit = 1_000_000 + 4 * bytes.count
    while let tag = scanner.next() {
      let index = Int(tag.name.rawValue)
      if tag.isEnd {
        if open[index] > 0 { (open[index], depth) = (open[index] - 1, depth - 1) }
      } else if !Self.isClosedByOthers[index] {
        (open[index], depth) = (open[index] + 1, depth + 1)
      }
      work += depth + Self.attributeSteps(bytes[tag.range])
      guard depth <= Self.deepest, work <= limit else {
        tooDeepAt = tag.range.lowerBound
        return
      }
    }
  }

  /// The comparisons that the attributes of a tag cost: each with all before it.
  ///
  /// A tag of ordinary length has too few to count.
  private static func attributeSteps(_ tag: ArraySlice<UInt8>) -> Int {
    guard tag.count > 1_000, isLetter(tag[tag.startIndex + 1]) else { return 0 }
    var attributes = 0
    var quote: UInt8?
    var isInName = true
    for byte in tag.dropFirst() {
      if let mark = quote {
        if byte == mark { (quote, isInName) = (nil, false) }
      } else if byte == 0x3E {
        break
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if isBlank(byte) || byte == 0x2F {
        isInName = false
      } else if !isInName {
        (isInName, attributes) = (true, attributes + 1)
      }
    }
    return attributes * attributes / 2
  }

  /// Browsers stop at 512; unclosed `font` elements of old pages add up to a few hundred.
  private static let deepest = 2_000

  /// Elements that hold nothing, or that the next one of their kind always ends; of `li`, `dd` and
  /// `rt` that is not so.
  private static let isClosedByOthers: [Bool] = {
    var table = [Bool](repeating: false, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    let names = """
      area base br col embed hr img input link meta param source track wbr html head body p \
      tr td th tbody thead tfoot colgroup option script style title
      """
    for name in names.split(separator: " ") {
      table[Int(gumbo_tag_enum(String(name)).rawValue)] = true
    }
    return table
  }()
}
