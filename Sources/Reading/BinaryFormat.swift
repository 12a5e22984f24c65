/// A kind of file that holds no plain text, told by its first bytes.
///
/// - SeeAlso: the signatures of each format's own specification.
struct BinaryFormat {
  /// What to tell the user.
  let refusal: String

  /// Recognises a file; nil for one that may be text.
  init?(of bytes: [UInt8]) {
    guard let name = Self.signatures.first(where: { bytes.starts(with: $0.bytes) })?.name else {
      return nil
    }
    refusal = "\(name), not text; this release reads plain text, Markdown and HTML"
  }

  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF87a".utf8), "a GIF picture"),
    (Array("GIF89a".utf8), "a GIF picture"),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"),
    ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP or Office file"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file"),
    ([0x1F, 0x8B, 0x08], "a gzip file"),
    (Array("Rar!".utf8), "a RAR file"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z file"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ]
}
