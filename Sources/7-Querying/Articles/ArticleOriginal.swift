import SQLite
import Schema

/// The original of an article: its bytes, and which of them the text stands on.
package struct ArticleOriginal: Sendable {
  /// The bytes as they were imported.
  package let bytes: [UInt8]
  /// The encoding.
  package let charset: String
  private let runs: [Run]

  /// A run of text and the bytes it came from.
  struct Run: Sendable {
    let start: Int
    let length: Int
    let bytes: ByteSpan
  }

  /// Makes an original.
  init(bytes: [UInt8], charset: String, runs: [Run]) {
    self.bytes = bytes
    self.charset = charset
    self.runs = runs
  }

  /// The bytes a run of the text stands on, in the order of the text; runs that touch are one.
  ///
  /// Where a run of text is printed by as many code points of the original, each of its
  /// characters has bytes of its own; else the run counts as a whole.
  package func spans(start: Int, length: Int) -> [ByteSpan] {
    var spans: [ByteSpan] = []
    let end = start + length
    for run in runs where run.start < end && start < run.start + run.length {
      let span = part(of: run, from: max(start, run.start), to: min(end, run.start + run.length))
      if let last = spans.last, last.end == span.offset {
        spans[spans.count - 1] = ByteSpan(offset: last.offset, length: last.length + span.length)
      } else if span.length > 0 {
        spans.append(span)
      }
    }
    return spans
  }

  private func part(of run: Run, from start: Int, to end: Int) -> ByteSpan {
    guard end - start < run.length, run.bytes.end <= bytes.count,
      let lengths = CodePoints.lengths(of: bytes[run.bytes.offset..<run.bytes.end], in: charset),
      lengths.count == run.length
    else { return run.bytes }
    let before = lengths[..<(start - run.start)].reduce(0, +)
    let inside = lengths[(start - run.start)..<(end - run.start)].reduce(0, +)
    return ByteSpan(offset: run.bytes.offset + before, length: inside)
  }

  /// The bytes of a span, fewer where the file is shorter than it says.
  package func bytes(of span: ByteSpan) -> ArraySlice<UInt8> {
    bytes[min(span.offset, bytes.count)..<min(span.end, bytes.count)]
  }
}

extension ArchiveFile {
  /// The original of an article; nil where the archive does not hold its bytes.
  ///
  /// - Throws: `QueryError` when the file refuses or the bytes are damaged.
  package func original(of article: Int) throws(QueryError) -> ArticleOriginal? {
    let found = try rows(
      """
      SELECT sqlar.data, sqlar.sz, documents.byte_count, documents.charset
      FROM articles
      JOIN documents USING (document_id)
      JOIN sqlar ON sqlar.name = documents.original
      WHERE article_id = :article
      """, ["article": .integer(article)]
    ) { row in
      let bytes = PackedOriginal.unpack(
        row.blob(0), size: row.integer(1) ?? -1, promised: row.integer(2) ?? -1)
      return (bytes: bytes, charset: row.text(3) ?? "utf-8")
    }
    guard let found = found.first else { return nil }
    guard let bytes = found.bytes else {
      throw QueryError(.damaged, "\(path): damaged: an original inside it cannot be unpacked")
    }
    return ArticleOriginal(bytes: bytes, charset: found.charset, runs: try runs(of: article))
  }

  private func runs(of article: Int) throws(QueryError) -> [ArticleOriginal.Run] {
    try rows(
      """
      SELECT start, length, byte_offset, byte_length
      FROM source_spans WHERE article_id = :article ORDER BY start
      """, ["article": .integer(article)]
    ) { row in
      ArticleOriginal.Run(
        start: row.integer(0) ?? 0, length: max(0, row.integer(1) ?? 0),
        bytes: ByteSpan(
          offset: max(0, row.integer(2) ?? 0), length: max(0, row.integer(3) ?? 0)))
    }
  }
}
