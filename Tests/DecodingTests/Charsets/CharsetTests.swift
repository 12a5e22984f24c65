import Decoding
import Model
import TestSupport
import Testing

@Suite struct CharsetTests {
  static let simplified = "　　绵竹市改造435个老旧小区，惠及7.73万户。\n第二行“引号”——1,200㎡\n"
  static let traditional = "　　遂寧市改造844個老舊小區，惠及居民7.73萬戶。\n第二行「引號」\n"

  private func check(
    _ text: String, in encoding: String, mark: [UInt8] = [], charset: String? = nil,
    is expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let encoded = mark + bytes(of: text, in: encoding)
    let document = decode(SourceFile(name: "a.txt", bytes: encoded), charset: charset)
    #expect(document.charset == expected, sourceLocation: sourceLocation)
    #expect(document.text.string == text, sourceLocation: sourceLocation)
    #expect(document.diagnostics == [], sourceLocation: sourceLocation)
    for (scalar, origin) in zip(document.text.scalars, document.text.origins) {
      let own = Array(encoded[Int(origin.byteOffset)..<Int(origin.byteEnd)])
      #expect(own == bytes(of: String(scalar), in: encoding), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    ("UTF-8", "utf-8"), ("GB18030", "gb18030"), ("UTF-16LE", "utf-16le"), ("UTF-16BE", "utf-16be"),
  ])
  func `each encoding is found by its bytes`(encoding: String, expected: String) {
    check(Self.simplified, in: encoding, is: expected)
  }

  @Test func `Big5 is told from GB 18030`() {
    check(Self.traditional, in: "BIG5", is: "big5")
    check(Self.traditional, in: "GB18030", is: "gb18030")
    check("臺北市", in: "BIG5", is: "big5")
    check("德阳", in: "GB18030", is: "gb18030")
  }

  @Test(arguments: [
    ("UTF-8", "utf-8", [0xEF, 0xBB, 0xBF]), ("UTF-16LE", "utf-16le", [0xFF, 0xFE]),
    ("UTF-16BE", "utf-16be", [0xFE, 0xFF]), ("GB18030", "gb18030", [0x84, 0x31, 0x95, 0x33]),
  ])
  func `a byte order mark decides and is no text`(
    encoding: String, expected: String, mark: [UInt8]
  ) {
    check(Self.simplified, in: encoding, mark: mark, is: expected)
    check("中", in: encoding, mark: mark, is: expected)
    check("", in: encoding, mark: mark, is: expected)
  }

  @Test func `the user's word outweighs the bytes`() {
    check("联通", in: "GB18030", charset: "GBK", is: "gb18030")
    check("中國", in: "BIG5", charset: "big5-hkscs", is: "big5")
    let document = decode(
      SourceFile(name: "a.txt", bytes: bytes(of: "中国", in: "UTF-8")), charset: "gb2312")
    #expect(document.charset == "gb18030")
    #expect(document.text.string.hasPrefix("涓"))
  }

  @Test func `an unknown name is reported and the bytes decide`() {
    let document = decode(
      SourceFile(name: "a.txt", bytes: Array("中".utf8)), charset: "klingon")
    #expect(document.charset == "utf-8")
    #expect(document.diagnostics.map(\.message) == ["“klingon” names no encoding known here"])
  }

  @Test func `rare characters have four bytes`() {
    check("𠮷𪚥㐀䶵 ȟ 彭州市〇镕堃", in: "GB18030", charset: "gbk", is: "gb18030")
    check("𠮷𪚥 in UTF-16", in: "UTF-16LE", charset: "utf-16", is: "utf-16le")
  }

  @Test(arguments: [
    ("GBK", Charset.gb18030), ("gb2312", .gb18030), ("GB_2312-80", .gb18030), ("UTF8", .utf8),
    ("big5-HKSCS", .big5), ("utf-16", .utf16LE), (" utf-16be ", .utf16BE),
  ])
  func `an encoding goes by many names`(name: String, expected: Charset) {
    #expect(Charset(named: name) == expected)
    #expect(Charset(named: expected.rawValue) == expected)
    #expect(Charset(named: "x" + name) == nil || name == "GBK")
  }

  @Test func `the double-byte tables agree with the C library`() {
    for (encoding, charset, trails) in [
      ("GB18030", "gb18030", Array(0xA1...0xFE)), ("BIG5-HKSCS", "big5", Array(0x40...0x7E)),
    ] {
      let pairs = (0xB0...0xC0).flatMap { lead in trails.map { [UInt8(lead), UInt8($0)] } }
      let document = decode(
        SourceFile(name: "a.txt", bytes: pairs.flatMap(\.self)), charset: charset)
      let written = document.text.scalars.map { bytes(of: String($0), in: encoding) }
      #expect(written == pairs)
    }
  }
}
