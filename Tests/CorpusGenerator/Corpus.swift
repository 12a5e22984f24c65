package import Model

/// Invented pages of local news: as many as wanted, always the same for a seed.
///
/// The sentences are the project's own; the places are those of the gazetteer, so that names are
/// as many, as long and as ambiguous as real ones.
package struct Corpus: Sendable {
  /// What decides everything.
  package let seed: UInt64

  /// The corpus of a seed.
  package init(seed: UInt64) { self.seed = seed }

  /// The n-th page: one to four articles, with markup or without, clean or spoiled.
  ///
  /// - Parameters:
  ///   - number: which page, from 0.
  ///   - articles: how many articles a page may have.
  ///   - paragraphs: how many paragraphs an article may have.
  /// - Returns: a page that depends on the seed and these alone.
  package func page(
    _ number: Int, articles: Range<Int> = 1..<5, paragraphs: Range<Int> = 2..<8
  ) -> Page {
    var random = Dice(seed: seed, stream: number)
    let pieces = (0..<random.number(articles)).map { _ in
      Piece(paragraphs: paragraphs, &random)
    }
    return Page(pieces, number: number, &random)
  }

  /// The n-th document as if it had been read already: one short article with its places,
  /// programs and numbers, and the bytes it came from.
  package func record(_ number: Int) -> (record: DocumentRecord, file: SourceFile) {
    var random = Dice(seed: seed ^ 0xA5A5, stream: number)
    let piece = Piece(paragraphs: 1..<4, &random)
    let bytes = Array(piece.body.text.utf8)
    let name = "\(number / 1000)/\(number).txt"
    let digits = String(number, radix: 16)
    let record = DocumentRecord(
      name: name, sha256: String(repeating: "0", count: 64 - digits.count) + digits,
      mediaType: "text/plain", charset: "utf-8", byteCount: bytes.count, status: .ok,
      articles: [ArticleRecord(piece)])
    return (record, SourceFile(name: name, bytes: bytes))
  }
}
