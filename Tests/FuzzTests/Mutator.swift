import TestSupport

/// Spoils bytes in the ways that break programs, as a seed decides.
struct Mutator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Bytes that mean something to a decoder, to markup or to a rule.
  private static let tokens: [[UInt8]] =
    [
      [0], [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0x81, 0x30, 0x81, 0x30], [0xA3, 0xB1], [0xC0, 0x80],
    ]
    + [
      "\n", "\n\n", "\r", "　", " ", "“", "”", "《", "》", "（", "）", "(jù)", "◆", "\u{200B}",
      "\u{202E}", "\u{AD}", "\u{FEFF}", "<p>", "</p>", "<div>", "<!--", "-->", "<script>", "&amp;",
      "&#x110000;", "&#0;", "<meta charset=\"big5\">", "<h1>", "0", "9", "9999999999999999", "1.",
      ".5", "%", "万", "亿", "亿亿亿", "零", "百", "元", "1-", "至", "余", "2024年13月99日", "年", "月",
      "镇", "县", "市", "社区、", "等", "记者", "讯", "“五个一”", "工作法", "同比增长",
    ].map { Array($0.utf8) }

  /// The bytes with one to eight changes; `other` is a text to borrow passages from.
  mutating func mutate(_ bytes: [UInt8], _ other: [UInt8]) -> [UInt8] {
    var spoiled = bytes
    for _ in 0..<(1 + below(8)) { change(&spoiled, other) }
    return spoiled
  }

  private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
    let at = below(bytes.count + 1)
    let end = min(bytes.count, at + 1 + below(1 << below(10)))
    switch below(8) {
    case 0: bytes.removeSubrange(at..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[at..<end]), at: below(bytes.count + 1))
    case 2: bytes.insert(contentsOf: passage(of: other), at: at)
    case 3 where at < bytes.count: bytes[at] ^= 1 << UInt8(below(8))
    case 4 where at < bytes.count: bytes[at] = UInt8(below(256))
    case 5: bytes.removeSubrange(at...)
    case 6:
      let run = repeatElement(Self.tokens[below(Self.tokens.count)], count: below(40))
      bytes.insert(contentsOf: run.joined(), at: at)
    default: bytes.insert(contentsOf: Self.tokens[below(Self.tokens.count)], at: at)
    }
  }

  private mutating func passage(of other: [UInt8]) -> [UInt8] {
    let start = below(other.count + 1)
    return Array(other[start..<min(other.count, start + below(600))])
  }

  /// A number under a bound that is above 0.
  mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }
}
