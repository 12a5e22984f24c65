import Decoding
import Matching
import Model
import SQLite
import Schema
import Scripts

/// A run of a text and of bytes as an archive tells it, true or not.
struct StoredSpan {
  let start: Int
  let length: Int
  let byteOffset: Int
  let byteLength: Int

  /// The run of code points, if it begins at `position` and ends within a text of `count`.
  func range(at position: Int, within count: Int) -> Range<Int>? {
    guard start == position, length >= 0, length <= count - position else { return nil }
    return start..<start + length
  }

  /// The run of bytes, if it lies within a file of `count`.
  func bytes(within count: Int) -> Range<Int>? {
    guard byteOffset >= 0, byteOffset <= count, byteLength >= 0, byteLength <= count - byteOffset
    else { return nil }
    return byteOffset..<byteOffset + byteLength
  }
}

/// Proves for one document that its articles' texts are what its bytes say.
struct SourceProof: Sendable {
  private let origins: [Origin]
  /// What the decoder reads, in the form of comparison, as long as `origins`.
  private let decoded: [Unicode.Scalar]
  private let byteCount: Int

  /// Decodes the original anew, as the import did.
  init(_ file: SourceFile, charset: String?) {
    let text = decode(file, charset: charset).text
    origins = text.origins
    decoded = Self.comparable(text.scalars)
    byteCount = file.bytes.count
  }

  /// What is wrong with the source spans of a text, nil if nothing is.
  func fault(in text: [Unicode.Scalar], _ spans: [StoredSpan]) -> String? {
    let text = Self.comparable(text)
    var position = 0
    for span in spans {
      guard let range = span.range(at: position, within: text.count) else {
        return "source spans cover the text in order, without gap or overlap"
      }
      position = range.upperBound
      guard let bytes = span.bytes(within: byteCount) else {
        return "source spans lie within the original"
      }
      guard text[range].filter(Self.isPrinted) == printed(bytes) else {
        return "the bytes at \(span.byteOffset), decoded, give the text of their span"
      }
    }
    return position == text.count
      ? nil : "source spans cover the text in order, without gap or overlap"
  }

  /// What the decoder reads at some bytes, white space left out.
  private func printed(_ bytes: Range<Int>) -> [Unicode.Scalar] {
    let start = firstIndex(atOrAfter: bytes.lowerBound)
    var index = start
    while index < origins.count, origins[index].byteOffset < bytes.upperBound { index += 1 }
    return decoded[start..<index].filter(Self.isPrinted)
  }

  private func firstIndex(atOrAfter byte: Int) -> Int {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].byteOffset < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Simplified script and half width: what restoring may change of a character.
  private static func comparable(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    TraditionalScript.simplified(text).map { TraditionalScript.simplified($0.halfWidth) }
  }

  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool { !scalar.isSpace }
}

/// Compares the texts of documents with what their bytes say.
struct SourceCheck {
  private let texts: Statement
  private let spans: Statement
  private let report: Report

  /// Prepares to read an archive; `report` gets each fault.
  init(
    _ connection: Connection, _ report: Report
  ) throws(ArchiveFileError) {
    self.report = report
    (texts, spans) = try onFile(connection.path) { () throws(SQLiteError) in
      (
        try connection.prepare(
          """
          SELECT article_id, \(RowCheck.text) FROM articles JOIN documents USING (document_id)
          WHERE document_id = :document
          """),
        try connection.prepare(
          """
          SELECT start, length, byte_offset, byte_length FROM source_spans
          WHERE article_id = :article ORDER BY start
          """)
      )
    }
  }

  /// Compares the texts of one document.
  func check(_ proof: SourceProof, document: Int) throws(SQLiteError) {
    var found: [(article: Int, text: String)] = []
    try texts.forEach(["document": .integer(document)]) { row in
      found.append((row.integer(0) ?? 0, row.text(1) ?? ""))
    }
    for (article, text) in found {
      let fault = proof.fault(in: Array(text.unicodeScalars), try spans(of: article))
      if let fault { report.tell(Fault(invariant: fault, row: "articles \(article)")) }
    }
  }

  private func spans(of article: Int) throws(SQLiteError) -> [StoredSpan] {
    var found: [StoredSpan] = []
    try spans.forEach(["article": .integer(article)]) { row in
      found.append(
        StoredSpan(
          start: row.integer(0) ?? -1, length: row.integer(1) ?? -1,
          byteOffset: row.integer(2) ?? -1, byteLength: row.integer(3) ?? -1))
    }
    return found
  }
}
