import Matching
import SQLite
import Scripts

/// How searched words are found.
enum SearchMethod: Hashable, Sendable {
  /// The index tells all articles with the words, which are then looked at: for rare words.
  case index
  /// The articles are gone through in the order wanted, and those the index has told are looked
  /// at, until there are rows enough: for words of one article in a hundred.
  case order
  /// The articles are looked at in the order wanted, until there are rows enough: for words so
  /// common that the first few thousand articles have them, and where few articles are left.
  case reading
}

extension ArchiveFile {
  /// The method for a request; each gives rows that have the words.
  ///
  /// Which articles have them in their titles, to come first, only `index` can tell.
  ///
  /// - Throws: `QueryError` when the file refuses.
  func searchMethod(
    _ request: Request, _ show: Show, _ filters: ResolvedFilters
  ) throws(QueryError) -> SearchMethod {
    guard !filters.phrases.isEmpty else { return .index }
    let articles = try rows("SELECT max(article_id) FROM articles") { $0.integer(0) ?? 0 }[0]
    guard articles > Self.largeArchive else { return .index }
    if filters.roots != nil { return filters.areFew ? .reading : .index }
    let isOrdered = request.sort == nil && request.groups.isEmpty && !request.isCount
    guard isOrdered, let limit = request.limit, limit <= 1000, filters.onlySearches else {
      return .index
    }
    let rate = try rate(show, filters)
    // Reading goes through limit / rate articles, the index gives rate × articles, each of which
    // takes half as long again as it costs to read it in its order.
    if rate >= 0.05 { return .reading }
    return rate * rate * Double(articles) > 2 * Double(max(limit, 100)) ? .order : .index
  }

  /// Below this the index is quick for any words.
  private static var largeArchive: Int { 20_000 }

  /// Whether at most 2,000 articles name the places asked for.
  func areFew(_ filters: ResolvedFilters) throws(QueryError) -> Bool {
    var conditions = Conditions(filters)
    guard filters.asked.looksAtEach, let places = conditions.places("path") else { return false }
    let sql = """
      SELECT count(*) FROM (
        SELECT 1 FROM place_links
        WHERE place_id IN (SELECT place_id FROM places WHERE \(places)) LIMIT 2001)
      """
    return try rows(sql, conditions.parameters.values) { $0.integer(0) ?? 0 }[0] <= 2000
  }

  /// The share of the rows that hold the words, from the first few in the order wanted.
  private func rate(_ show: Show, _ filters: ResolvedFilters) throws(QueryError) -> Double {
    var conditions = Conditions(filters)
    let sample: String
    switch show {
    case .articles:
      let days = conditions.publication()
      sample = """
        articles AS a WHERE a.article_id IN (
          SELECT a.article_id FROM articles AS a\(days.isEmpty ? "" : " WHERE ")
          \(days.joined(separator: " AND ")) ORDER BY a.published DESC LIMIT 300)
        """
    case .facts:
      sample = "(SELECT fact_id FROM facts ORDER BY article_id, start LIMIT 1000) AS f WHERE 1"
    default: return 0
    }
    let words = show == .facts ? conditions.sentences() : conditions.texts("a")
    let sql = "SELECT count(*) FROM \(sample) AND " + words.joined(separator: " AND ")
    let found = try rows(sql, conditions.parameters.values) { $0.integer(0) ?? 0 }[0]
    return Double(found) / (show == .facts ? 1000 : 300)
  }
}

extension Filters {
  /// Whether there is something to look at in each article or fact of the places asked for.
  fileprivate var looksAtEach: Bool {
    !texts.isEmpty || !units.isEmpty || minimum != nil || maximum != nil
  }
}

extension ResolvedFilters {
  /// Whether nothing is asked but words and days.
  var onlySearches: Bool {
    var rest = asked
    rest.texts = []
    (rest.since, rest.until) = (nil, nil)
    return rest == Filters()
  }
}

extension SearchPhrase {
  /// A pattern of GLOB that every text with the phrase has, whatever stands between the
  /// characters; nil where that tells nothing.
  ///
  /// A character may be printed as any that folds to it. Those that mean something to GLOB are
  /// passed over.
  var pattern: String? {
    let plain = characters.filter { !"*?[]^-".unicodeScalars.contains($0) }
    guard !plain.isEmpty else { return nil }
    return "*" + plain.map { Self.set(of: $0) + "*" }.joined()
  }

  private static func set(of character: Unicode.Scalar) -> String {
    let printed = String(String.UnicodeScalarView(Self.forms[character] ?? []))
    return printed.isEmpty ? "\(character)" : "[\(character)\(printed)]"
  }

  /// For a folded character the others that fold to it.
  static let forms: [Unicode.Scalar: [Unicode.Scalar]] = {
    var forms: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for scalar in FoldedText.changing.joined().lazy.compactMap(Unicode.Scalar.init) {
      if let folded = FoldedText.folded(scalar), folded != scalar {
        forms[folded, default: []].append(scalar)
      }
    }
    return forms
  }()
}
