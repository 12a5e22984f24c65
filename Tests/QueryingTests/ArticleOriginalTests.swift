import Querying
import SQLite
import Testing

@Suite struct ArticleOriginalTests {
  @Test func `a quote inside a run has the bytes of its own characters`() throws {
    let archive = try LittleArchive()
    let page = "头\n绵竹市改造\n435个小区"
    try archive.addDocument(1, "page.txt", bytes: Array(page.utf8))
    try archive.addArticle(1, "", "绵竹市改造435个小区")
    for (start, length, offset, count) in [(0, 5, 4, 15), (5, 6, 20, 12)] {
      try archive.run(
        """
        INSERT INTO stored_spans (article_id, start, length, byte_offset, byte_length)
        VALUES (1, :start, :length, :offset, :count)
        """,
        [
          "start": .integer(start), "length": .integer(length), "offset": .integer(offset),
          "count": .integer(count),
        ])
    }
    let original = try #require(try archive.open().original(of: 1))
    func bytes(_ start: Int, _ length: Int) -> [String] {
      original.spans(start: start, length: length).map {
        String(decoding: original.bytes(of: $0), as: UTF8.self)
      }
    }
    #expect(bytes(0, 3) == ["绵竹市"])
    #expect(bytes(5, 4) == ["435个"])
    #expect(bytes(3, 4) == ["改造", "43"])
    #expect(original.spans(start: 5, length: 4) == [ByteSpan(offset: 20, length: 6)])
  }

  @Test(
    arguments: [
      ("utf-8", [0x61, 0xE4, 0xB8, 0xAD, 0xF0, 0xA0, 0x80, 0x80], [1, 3, 4]),
      ("gb18030", [0x61, 0xD6, 0xD0, 0x81, 0x30, 0x81, 0x30], [1, 2, 4]),
      ("big5", [0x61, 0xA4, 0xA4], [1, 2]),
      ("utf-16le", [0x2D, 0x4E, 0x40, 0xD8, 0x00, 0xDC], [2, 4]),
      ("utf-16be", [0x4E, 0x2D, 0xD8, 0x40, 0xDC, 0x00], [2, 4]),
    ] as [(String, [UInt8], [Int])])
  func `code points are told apart in every encoding`(
    charset: String, bytes: [UInt8], lengths: [Int]
  ) {
    #expect(CodePoints.lengths(of: bytes[...], in: charset) == lengths)
  }

  @Test func `bytes cut off are not counted`() {
    #expect(CodePoints.lengths(of: [0xE4, 0xB8], in: "utf-8") == nil)
    #expect(CodePoints.lengths(of: [0xD6], in: "gb18030") == nil)
  }
}
