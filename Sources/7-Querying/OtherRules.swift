import SQLite

/// The rules that have read some documents of an archive, if not this program's.
package enum OtherRules: Sendable {
  /// Older ones, or none that has a number.
  case older
  /// Those of a later release.
  case newer

  /// What is so, and what to do.
  package var description: String {
    switch self {
    case .older:
      "some of its documents were read by older rules; `archive reextract` reads them again"
    case .newer:
      "some of its documents were read by the rules of a newer release; update the program"
    }
  }
}

extension ArchiveFile {
  /// Whether other rules than those of `version` have read documents; nil where none were found.
  ///
  /// No index tells, so a large archive is not read whole: only some rows from each of 64 places,
  /// evenly spaced. That is every row of up to 2,048 documents, and misses no run of documents, as
  /// one import or one stopped reading leaves them, that is a 32nd of the archive.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func otherRules(than version: Int) throws(QueryError) -> OtherRules? {
    let ends = try rows("SELECT min(document_id), max(document_id) FROM documents") {
      ($0.integer(0), $0.integer(1))
    }
    guard case (let first?, let last?)? = ends.first else { return nil }
    do {
      return try found(in: Self.places(from: first, to: last), than: version)
    } catch {
      throw QueryError(error, reading: path)
    }
  }

  /// The first of the rows of each place to look at, the last of which ends at the end.
  private static func places(from first: Int, to last: Int) -> [Int] {
    // Row ids may be any integers, so that their distance may be more than one.
    let distance = UInt(bitPattern: last &- first)
    let step = distance < 2048 ? 32 : (distance - 31) / 63 + 1
    return (0..<min(64, distance / step + 1)).map { first &+ Int(bitPattern: $0 * step) }
  }

  private func found(in places: [Int], than version: Int) throws(SQLiteError) -> OtherRules? {
    let statement = try connection.prepare(Self.rulesOfSome)
    var found: OtherRules?
    for place in places where found == nil {
      try statement.forEach(["start": .integer(place), "version": .integer(version)]) {
        found = $0[0] == 1 ? .newer : .older
      }
    }
    return found
  }

  /// A row tells whether newer rules have read a document; what could not be read has no original.
  private static let rulesOfSome = """
    SELECT typeof(rules_version) = 'integer' AND rules_version > :version FROM (
      SELECT rules_version, original FROM documents
      WHERE document_id >= :start ORDER BY document_id LIMIT 32)
    WHERE rules_version IS NOT :version AND original IS NOT NULL LIMIT 1
    """
}
