import Querying
import SQLite

/// For each fact the bytes of the original it stands on, a row for each run of bytes.
struct SourceRows {
  private let original: ArticleOriginal
  private var rows: [[Value]] = []

  init(_ original: ArticleOriginal) { self.original = original }

  /// Adds a fact.
  mutating func add(_ fact: (quote: String, start: Int, length: Int)) {
    for span in original.spans(start: fact.start, length: fact.length) {
      let bytes = original.bytes(of: span)
      rows.append([
        .text(fact.quote), .integer(span.offset), .integer(span.length),
        original.charset == "utf-8" ? .text(String(decoding: bytes, as: UTF8.self)) : .null,
        .text(bytes.map(Self.hexadecimal).joined()),
      ])
    }
  }

  /// The rows.
  var table: ShownTable {
    ShownTable(
      title: "source (\(original.charset))",
      columns: ["fact", "byte_offset", "byte_length", "original", "bytes"], rows: rows)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
