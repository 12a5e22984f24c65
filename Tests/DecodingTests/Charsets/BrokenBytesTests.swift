import Decoding
import Model
import TestSupport
import Testing

@Suite struct BrokenBytesTests {
  private func check(
    _ bytes: [UInt8], in charset: String, is expected: String, brokenAt offsets: [Int],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let document = decode(SourceFile(name: "a.txt", bytes: bytes), charset: charset)
    #expect(document.text.string == expected, sourceLocation: sourceLocation)
    #expect(
      document.diagnostics.map(\.byteOffset) == offsets.map(Optional.init),
      sourceLocation: sourceLocation)
    expectCover(document.text, bytes.count, sourceLocation: sourceLocation)
  }

  /// Expects the origins of a text to follow each other without gap from 0 to `count`.
  private func expectCover(
    _ text: SourcedText, _ count: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var end: UInt32 = 0
    for origin in text.origins {
      #expect(origin.byteOffset == end, sourceLocation: sourceLocation)
      end = origin.byteEnd
    }
    #expect(Int(end) == count, sourceLocation: sourceLocation)
  }

  @Test func `broken UTF-8 is replaced part by part`() {
    check([0x61, 0xFF, 0x62], in: "utf-8", is: "a\u{FFFD}b", brokenAt: [1])
    check([0xE4, 0xB8, 0x61], in: "utf-8", is: "\u{FFFD}a", brokenAt: [0])
    check([0xC0, 0xAF], in: "utf-8", is: "\u{FFFD}\u{FFFD}", brokenAt: [0])
    check([0xED, 0xA0, 0x80], in: "utf-8", is: "\u{FFFD}\u{FFFD}\u{FFFD}", brokenAt: [0])
    check(
      [0xF4, 0x90, 0x80, 0x80, 0x61], in: "utf-8", is: "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}a",
      brokenAt: [0])
    check([0x61, 0xE4, 0xB8], in: "utf-8", is: "a\u{FFFD}", brokenAt: [1])
  }

  @Test func `an ASCII byte after a lead byte is not swallowed`() {
    check(
      [0xB5, 0x0A, 0xC2, 0xFF], in: "gb18030", is: "\u{FFFD}\n\u{FFFD}\u{FFFD}",
      brokenAt: [0, 2])
    check([0xB5, 0x31, 0x32, 0x33], in: "gb18030", is: "\u{FFFD}123", brokenAt: [0])
    check([0xB5], in: "gb18030", is: "\u{FFFD}", brokenAt: [0])
    check([0xA4, 0x31, 0xA4], in: "big5", is: "\u{FFFD}1\u{FFFD}", brokenAt: [0, 2])
  }

  @Test func `a lone surrogate and an odd byte fit nothing`() {
    check(
      [0x00, 0xD8, 0x61, 0x00, 0x00, 0xDC], in: "utf-16le", is: "\u{FFFD}a\u{FFFD}",
      brokenAt: [0, 4])
    check([0x4E, 0x2D, 0x4E], in: "utf-16be", is: "中\u{FFFD}", brokenAt: [2])
    check([0xD8, 0x00], in: "utf-16be", is: "\u{FFFD}", brokenAt: [0])
  }

  @Test func `NUL is no text`() {
    check([0x61, 0x00, 0x00, 0x62], in: "utf-8", is: "a\u{FFFD}\u{FFFD}b", brokenAt: [1])
  }

  @Test func `a diagnostic names the bytes`() {
    let document = decode(SourceFile(name: "a.txt", bytes: [0x61, 0xFF, 0xFE]), charset: "utf-8")
    #expect(
      document.diagnostics.map(\.message) == [
        "2 bytes at 1 fit no character of utf-8, read as U+FFFD"
      ])
  }

  @Test func `a mostly sound file keeps its encoding`() {
    let text = "遂宁市推动小区治理，增设7道门。"
    for (encoding, expected) in [("UTF-8", "utf-8"), ("GB18030", "gb18030")] {
      var encoded = bytes(of: text + text, in: encoding)
      encoded[4] = 0xFF
      #expect(decode(SourceFile(name: "a.txt", bytes: encoded)).charset == expected)
      encoded = bytes(of: text, in: encoding).dropLast()
      #expect(decode(SourceFile(name: "a.txt", bytes: encoded)).charset == expected)
    }
  }

  @Test(arguments: Charset.allCases)
  func `any bytes are covered in order`(charset: Charset) {
    var random = SeededGenerator(seed: 20_240_920)
    for length in [0, 1, 2, 3, 7, 64, 5000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 1...254, using: &random) }
      let marked =
        [.utf16LE, .utf16BE].contains(charset)
        && [[255, 254], [254, 255]].contains(Array(bytes.prefix(2)))
      guard !marked else { continue }
      let document = decode(
        SourceFile(name: "a.txt", bytes: bytes), charset: charset.rawValue)
      expectCover(document.text, bytes.count)
    }
  }
}
