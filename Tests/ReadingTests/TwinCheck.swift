import Model
import Reading
import TestSupport
import Testing

/// Reads a page as UTF-8 and in another encoding: both must give the same articles and edits,
/// each character and each edit from its own bytes.
///
/// - Returns: what was read from the other encoding.
@discardableResult
func checkTwin(of page: String, in encoding: String) throws -> DocumentRecord {
  let (original, encoded) = (Array(page.utf8), bytes(of: page, in: encoding))
  let record = read(SourceFile(name: "page.txt", bytes: original))
  let twin = read(SourceFile(name: "page.txt", bytes: encoded))
  #expect(twin.diagnostics.map(\.message) == record.diagnostics.map(\.message))
  #expect(twin.articles.map(\.text) == record.articles.map(\.text))
  #expect(twin.articles.map(\.title) == record.articles.map(\.title))
  #expect(twin.articles.map(\.subtitle) == record.articles.map(\.subtitle))
  #expect(twin.articles.map(\.kind) == record.articles.map(\.kind))
  #expect(twin.articles.map(\.source) == record.articles.map(\.source))
  #expect(twin.articles.map(\.published) == record.articles.map(\.published))
  #expect(twin.articles.map(\.bylines) == record.articles.map(\.bylines))
  check(record, twin, BytePlaces(of: page, in: encoding))
  return twin
}

/// Edits and text come from the same characters of both files.
private func check(_ record: DocumentRecord, _ twin: DocumentRecord, _ places: BytePlaces) {
  #expect(twin.edits.map(\.printed) == record.edits.map(\.printed))
  #expect(twin.edits.map(\.replacement) == record.edits.map(\.replacement))
  #expect(twin.edits.map(\.reason) == record.edits.map(\.reason))
  for (edit, same) in zip(record.edits, twin.edits) {
    let place = places.range(edit.byteOffset, edit.byteLength)
    #expect(same.byteOffset..<same.byteOffset + same.byteLength == place, "\(edit.printed)")
  }
  for (article, other) in zip(record.articles, twin.articles) {
    #expect(other.sourceSpans.map(\.span) == article.sourceSpans.map(\.span))
    for (span, same) in zip(article.sourceSpans, other.sourceSpans) {
      let place = places.range(span.byteOffset, span.byteLength)
      #expect(same.byteOffset..<same.byteOffset + same.byteLength == place, "\(span)")
    }
  }
}

/// Where each character of a page starts as UTF-8 and in another encoding.
private struct BytePlaces {
  private var starts: [Int: Int] = [:]

  init(of page: String, in encoding: String) {
    var lengths: [Unicode.Scalar: Int] = [:]
    var (at, other) = (0, 0)
    for scalar in page.unicodeScalars {
      starts[at] = other
      let length = lengths[scalar] ?? bytes(of: String(scalar), in: encoding).count
      lengths[scalar] = length
      at += UTF8.width(scalar)
      other += length
    }
    starts[at] = other
  }

  /// The bytes of the twin that print the same as some of the page; nil for half a character.
  func range(_ offset: Int, _ length: Int) -> Range<Int>? {
    guard let start = starts[offset], let end = starts[offset + length] else { return nil }
    return start..<end
  }
}
