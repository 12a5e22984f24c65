import Matching
import SQLite
import Schema

/// The original of an article: its bytes, and which of them the text stands on.
package struct ArticleOriginal: Sendable {
  /// The bytes as they were imported.
  package let bytes: [UInt8]
  /// The encoding.
  package let charset: String
  /// The digest of the bytes that its document tells.
  package let sha256: String
  /// In the order of the text.
  private let runs: [Run]
  /// For each run where its characters begin among its bytes, and where the last one ends; nil
  /// where it is not printed by as many code points.
  private let starts: [[Int]?]

  /// A run of text and the bytes it came from.
  struct Run: Sendable {
    let start: Int
    let length: Int
    let bytes: ByteSpan

    /// Whether it can be: forward in the text, and within a file of so many bytes.
    func isWithin(_ count: Int) -> Bool {
      start >= 0 && length >= 0 && start <= Int.max - length && bytes.offset >= 0
        && bytes.length >= 0 && bytes.offset <= count && bytes.length <= count - bytes.offset
    }
  }

  /// Makes an original.
  init(bytes: [UInt8], charset: String, sha256: String, runs: [Run]) {
    self.bytes = bytes
    self.charset = charset
    self.sha256 = sha256
    self.runs = runs.sorted { $0.start < $1.start }
    starts = self.runs.map { Self.starts(in: $0, of: bytes, charset) }
  }

  private static func starts(in run: Run, of bytes: [UInt8], _ charset: String) -> [Int]? {
    guard run.bytes.end <= bytes.count,
      let lengths = CodePoints.lengths(of: bytes[run.bytes.offset..<run.bytes.end], in: charset),
      lengths.count == run.length
    else { return nil }
    return lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// The bytes a run of the text stands on, in the order of the text; runs that touch are one.
  ///
  /// Where a run of text is printed by as many code points of the original, each of its
  /// characters has bytes of its own; else the run counts as a whole.
  package func spans(start: Int, length: Int) -> [ByteSpan] {
    var spans: [ByteSpan] = []
    let end = start + length
    for index in runs.partitioningIndex(where: { $0.start + $0.length > start })..<runs.count {
      let run = runs[index]
      guard run.start < end else { break }
      guard start < run.start + run.length else { continue }
      let span = part(index, from: max(start, run.start), to: min(end, run.start + run.length))
      if let last = spans.last, last.end == span.offset {
        spans[spans.count - 1] = ByteSpan(offset: last.offset, length: last.length + span.length)
      } else if span.length > 0 {
        spans.append(span)
      }
    }
    return spans
  }

  private func part(_ index: Int, from start: Int, to end: Int) -> ByteSpan {
    let run = runs[index]
    guard end - start < run.length, let starts = starts[index] else { return run.bytes }
    let first = starts[start - run.start]
    return ByteSpan(
      offset: run.bytes.offset + first, length: starts[end - run.start] - first)
  }

  /// The bytes of a span, fewer where the file is shorter than it says.
  package func bytes(of span: ByteSpan) -> ArraySlice<UInt8> {
    bytes[min(span.offset, bytes.count)..<min(span.end, bytes.count)]
  }
}

extension ArchiveFile {
  /// The original of an article; nil where the archive does not hold its bytes.
  ///
  /// The digest is told, not compared.
  ///
  /// - Throws: `QueryError` when the file refuses, or the bytes or their spans are damaged.
  package func original(of article: Int) throws(QueryError) -> ArticleOriginal? {
    let found = try rows(
      """
      SELECT sqlar.data, sqlar.sz, documents.charset, documents.sha256, documents.byte_count
      FROM articles
      JOIN documents USING (document_id)
      JOIN sqlar ON sqlar.name = documents.original
      WHERE article_id = :article
      """, ["article": .integer(article)]
    ) {
      (
        data: $0.blob(0), size: $0.integer(1) ?? -1, charset: $0.text(2) ?? "utf-8",
        sha256: $0.text(3) ?? "", count: $0.integer(4) ?? -1
      )
    }
    guard let found = found.first else { return nil }
    guard
      let bytes = PackedOriginal.unpack(found.data, size: found.size, promised: found.count)
    else { throw damage("the original of article \(article)") }
    let runs = try runs(of: article)
    guard runs.allSatisfy({ $0.isWithin(bytes.count) }) else {
      throw damage("a source span of article \(article)")
    }
    return ArticleOriginal(
      bytes: bytes, charset: found.charset, sha256: found.sha256, runs: runs)
  }

  /// Something inside the file that is not as it was written.
  package func damage(_ what: String) -> QueryError {
    QueryError(.damaged, "\(path): damaged: \(what); `archive verify` tells more")
  }

  private func runs(of article: Int) throws(QueryError) -> [ArticleOriginal.Run] {
    try rows(
      """
      SELECT start, length, byte_offset, byte_length
      FROM source_spans WHERE article_id = :article ORDER BY start
      """, ["article": .integer(article)]
    ) { row in
      ArticleOriginal.Run(
        start: row.integer(0) ?? -1, length: row.integer(1) ?? -1,
        bytes: ByteSpan(offset: row.integer(2) ?? -1, length: row.integer(3) ?? -1))
    }
  }
}
