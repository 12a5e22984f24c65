import Model
import SQLite

/// How many documents of an archive other rules than this program's have read.
package struct OtherRules: Sendable {
  /// Those of older rules, or of others of this release: to be read again.
  package let older: Int
  /// Those of a later release.
  package let newer: Int

  /// What is so, and what to do; nil where today's rules have read all.
  package var description: String? {
    let words = [
      older > 0
        ? "\(Self.documents(older)) read by older rules; `archive reextract` reads them again"
        : nil,
      newer > 0
        ? "\(Self.documents(newer)) read by the rules of a later release, which stay; update the program"
        : nil,
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  private static func documents(_ count: Int) -> String {
    count == 1 ? "1 document was" : "\(count) documents were"
  }
}

extension ArchiveFile {
  /// How many documents other rules have read, of those whose originals are here; an index tells.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func otherRules() throws(QueryError) -> OtherRules {
    // Failed files have no original, so that nothing can read them again.
    let counts = try rows(
      """
      SELECT rules, count(*) FROM documents
      WHERE rules <> :today AND original IS NOT NULL GROUP BY rules
      """, ["today": .text(rules)]
    ) { (age: RulesAge(of: $0.text(0) ?? ""), count: $0.integer(1) ?? 0) }
    func count(_ age: RulesAge) -> Int {
      counts.filter { $0.age == age }.reduce(0) { $0 + $1.count }
    }
    return OtherRules(older: count(.older), newer: count(.newer))
  }
}
