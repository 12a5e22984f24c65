import Foundation
import Importing
import Model
import Reading
import SQLite
import Schema
import Scripts
import TestSupport
import Testing
import Verifying

/// The sample documents in every encoding: the same articles, each character from its own bytes,
/// also as the archive keeps them.
@Suite struct SeedTwinTests {
  private static let seeds: [String] =
    (try? Repository.seeds().map {
      String(decoding: $0.bytes, as: UTF8.self)
    }) ?? []

  @Test(arguments: ["GB18030", "UTF-16LE", "UTF-16BE"])
  func `a seed has a twin`(encoding: String) throws {
    for seed in Self.seeds {
      let twin = try checkTwin(of: seed, in: encoding)
      #expect(twin.charset == encoding.lowercased())
      #expect(!twin.articles.isEmpty)
    }
  }

  @Test func `a seed in Traditional script has a twin in Big5`() throws {
    for seed in Self.seeds {
      let twin = try checkTwin(of: Big5Script.text(seed), in: Big5Script.encoding)
      #expect(twin.charset == "big5")
      #expect(twin.articles.count == read(seed).articles.count)
    }
  }

  private func read(_ page: String) -> DocumentRecord {
    Reading.read(SourceFile(name: "page.txt", bytes: Array(page.utf8)))
  }

  @Test(arguments: ["GB18030", "UTF-16LE", "UTF-16BE", Big5Script.encoding])
  func `an archive of twins says what an archive of their originals says`(
    encoding: String
  ) throws {
    let pages = encoding == Big5Script.encoding ? Self.seeds.map(Big5Script.text) : Self.seeds
    let originals = try contents(of: pages.map { Array($0.utf8) })
    #expect(originals.count > 100)
    #expect(try contents(of: pages.map { bytes(of: $0, in: encoding) }) == originals)
  }

  /// Imports pages, verifies the archive, and tells what it says of articles, edits and facts.
  private func contents(of pages: [[UInt8]]) throws -> [[Value]] {
    let folder = try TemporaryFolder()
    for (number, page) in pages.enumerated() { try folder.write("in/\(number).txt", page) }
    var request = ImportRequest(database: folder.path("a.db"))
    request.paths = [folder.path("in")]
    let run = try ImportRun(request, time: "2024-01-01T00:00:00Z")
    #expect(try run.run { _ in true }.stored == pages.count)
    #expect(try Verification(path: folder.path("a.db")).faults().map(\.description) == [])
    let archive = try ArchiveFormat.read(folder.path("a.db"))
    return try Self.views.flatMap { sql in
      try archive.rows(sql) { row in (0..<row.count).map { row[$0] } }
    }
  }

  /// Everything but bytes, in an order of its own.
  private static let views = [
    """
    SELECT document, ordinal, title, subtitle, kind, source, published, dateline, text
    FROM articles ORDER BY 1, 2
    """,
    """
    SELECT document, articles.ordinal, name, role FROM bylines JOIN articles USING (article_id)
    ORDER BY 1, 2, bylines.ordinal
    """,
    """
    SELECT documents.name, printed, replacement, reason
    FROM edits JOIN documents USING (document_id) ORDER BY 1, byte_offset, byte_length, 2
    """,
    """
    SELECT document, source_spans.start, source_spans.length
    FROM source_spans JOIN articles USING (article_id) ORDER BY 1, ordinal, 2
    """,
    """
    SELECT document, start, quote, value, unit, subject, facts.kind, place, program
    FROM facts JOIN articles USING (article_id) ORDER BY 1, ordinal, 2, 3
    """,
  ]
}

/// Writes pages in characters that Big5 has: Simplified ones in their Traditional form, and
/// those it lacks as one that it has.
private enum Big5Script {
  static let encoding = "BIG5-HKSCS"

  private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
    var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
    for value in UInt32(0x4E00)...0x9FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let simple = TraditionalScript.simplified(scalar)
      if simple != scalar, forms[simple] == nil, has(scalar) { forms[simple] = scalar }
    }
    return forms
  }()

  private static func has(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || encoded(String(scalar), in: encoding) != nil
  }

  static func text(_ page: String) -> String {
    var known: [Unicode.Scalar: Unicode.Scalar] = [:]
    let scalars = page.unicodeScalars.map { scalar -> Unicode.Scalar in
      if let form = known[scalar] { return form }
      let form = forms[scalar] ?? scalar
      let kept = has(form) ? form : scalar.properties.isIdeographic ? "某" : "-"
      known[scalar] = kept
      return kept
    }
    return String(scalars: scalars)
  }
}
