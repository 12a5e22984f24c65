package import Model
import SQLite

/// What a name that a person begins to type may be of.
package enum NameKind: Hashable, Sendable {
  /// Places, of one level or of any.
  case place(PlaceLevel?)
  /// Programs.
  case program
  /// Topics, built in or of the archive's programs.
  case topic
  /// Organisations.
  case organization
  /// People, bylines among them.
  case person
  /// Papers and sites.
  case source
  /// Units of facts.
  case unit
}

extension ArchiveFile {
  /// The names of a kind that begin with `words`, in order, at most `most`.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func names(
    of kind: NameKind, beginning words: String, most: Int = 200
  ) throws(QueryError) -> [String] {
    let finder = NameFinder(file: self)
    switch kind {
    case .topic: return first(most, try finder.allTopics(), words)
    case .source: return first(most, try finder.distinct("source", of: "articles"), words)
    case .unit: return first(most, try finder.distinct("unit", of: "facts"), words)
    case .program: return try stored("SELECT name FROM programs", words, most)
    case .organization: return try stored("SELECT name FROM organizations", words, most)
    case .person:
      return try stored("SELECT name FROM people UNION SELECT name FROM bylines", words, most)
    case .place(nil): return try stored("SELECT name FROM places", words, most)
    case .place(let level?):
      let places = "SELECT name FROM places WHERE level = '\(level.rawValue)'"
      return try stored(places, words, most)
    }
  }

  private func first(_ most: Int, _ names: [String], _ words: String) -> [String] {
    Array(names.filter { $0.hasPrefix(words) }.sorted().prefix(most))
  }

  private func stored(
    _ names: String, _ words: String, _ most: Int
  ) throws(QueryError) -> [String] {
    try rows(
      """
      SELECT DISTINCT name FROM (\(names))
      WHERE name >= :words AND name < :words || char(1114111) ORDER BY name LIMIT \(most)
      """, ["words": .text(words)]
    ) { $0.text(0) ?? "" }
  }
}
