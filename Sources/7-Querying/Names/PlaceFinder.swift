import Model
import SQLite

/// A place of the archive that a filter starts from; everything below it counts too.
package struct PlaceRoot: Hashable, Sendable {
  /// The name in full.
  package let name: String
  /// The level.
  package let level: String
  /// The path from the province down.
  package let path: String
  let city: String?

  /// Whether `other` lies in it or is it.
  func contains(_ other: PlaceRoot) -> Bool {
    other.path == path || other.path.hasPrefix(path + "/")
  }

  /// Whether a question for this level may mean it: a municipality and a county under no city
  /// stand at the level of cities.
  func stands(at wanted: PlaceLevel?) -> Bool {
    guard let wanted else { return true }
    if level == wanted.rawValue { return true }
    guard wanted == .city, city == nil else { return false }
    return level == "province" ? name.hasSuffix("市") : level == "county" && path.contains("/")
  }
}

/// Finds the places of an archive that a person names.
struct PlaceFinder {
  let file: ArchiveFile

  /// The places all filters together mean.
  ///
  /// - Throws: `QueryError` where a name is none of the archive's places, or one does not lie in
  ///   the other.
  func roots(of filters: [Filters.Place]) throws(QueryError) -> [PlaceRoot] {
    var byLevel: [(level: PlaceLevel?, roots: [PlaceRoot])] = []
    for filter in filters {
      let found = try self.find(filter)
      if let known = byLevel.firstIndex(where: { $0.level == filter.level }) {
        byLevel[known].roots += found
      } else {
        byLevel.append((filter.level, found))
      }
    }
    guard var roots = byLevel.first?.roots else { return [] }
    for (_, others) in byLevel.dropFirst() {
      let common = Self.intersection(roots, others)
      guard !common.isEmpty else { throw Self.apart(roots, others) }
      roots = common
    }
    return Self.outermost(roots)
  }

  /// The places one filter means, at least one.
  func find(_ filter: Filters.Place) throws(QueryError) -> [PlaceRoot] {
    let name = QueryText.name(filter.name)
    let steps = name.split(separator: "/").map(String.init)
    guard let own = steps.last else {
      throw QueryError(.wrongUsage, "a place filter needs a name")
    }
    var found = try named(own).filter { $0.stands(at: filter.level) }
    for step in steps.dropLast() {
      let above = try named(step)
      found = found.filter { root in above.contains { $0.contains(root) } }
    }
    if found.isEmpty, steps.count == 1 { found = try joined(own, filter.level) }
    guard !found.isEmpty else { throw try unknown(filter) }
    return found
  }

  /// The places of any level that `word` names, in full or short.
  func named(_ word: String) throws(QueryError) -> [PlaceRoot] {
    var found: [PlaceRoot] = []
    for stem in PlaceForm.stems(of: word) {
      for root in try beginning(with: stem)
      where PlaceForm.matches(word, name: root.name, level: root.level) && !found.contains(root) {
        found.append(root)
      }
    }
    // The full name is meant where there is one: 新华村 is not short for 新华村社区.
    let exact = found.filter { $0.name == word }
    return exact.isEmpty ? found : exact
  }

  /// The places whose name begins with `stem`.
  func beginning(with stem: String) throws(QueryError) -> [PlaceRoot] {
    try file.rows(
      """
      SELECT name, level, path, city
      FROM places
      WHERE name >= :stem AND name < :stem || char(1114111)
      ORDER BY path, level
      """, ["stem": .text(stem)]
    ) { row in
      PlaceRoot(
        name: row.text(0) ?? "", level: row.text(1) ?? "", path: row.text(2) ?? "",
        city: row.text(3))
    }
  }

  /// 四川省遂宁市 or 绵竹剑南: two names put together.
  private func joined(_ name: String, _ level: PlaceLevel?) throws(QueryError) -> [PlaceRoot] {
    let scalars = Array(name.unicodeScalars)
    // Twelve characters for each of five levels. Each cut is looked up and its rest cut again: 999
    // characters took 6 s.
    guard (4...60).contains(scalars.count) else { return [] }
    for cut in (2...(scalars.count - 2)).reversed() {
      let above = try named(Self.text(scalars[..<cut]))
      guard !above.isEmpty else { continue }
      var below = try named(Self.text(scalars[cut...])).filter { $0.stands(at: level) }
      if below.isEmpty { below = try joined(Self.text(scalars[cut...]), level) }
      let found = below.filter { root in above.contains { $0.contains(root) } }
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func intersection(_ a: [PlaceRoot], _ b: [PlaceRoot]) -> [PlaceRoot] {
    a.filter { root in b.contains { $0.contains(root) } }
      + b.filter { root in a.contains { $0.contains(root) && $0 != root } }
  }

  /// Without those that lie in another one.
  private static func outermost(_ roots: [PlaceRoot]) -> [PlaceRoot] {
    var paths: Set<String> = []
    return roots.filter { root in
      !roots.contains { $0.path != root.path && $0.contains(root) }
        && paths.insert(root.path).inserted
    }
  }

  private static func apart(_ a: [PlaceRoot], _ b: [PlaceRoot]) -> QueryError {
    func names(_ roots: [PlaceRoot]) -> String { roots.map(\.path).joined(separator: ", ") }
    return QueryError(.nothingFound, "no place lies in both: \(names(a)) and \(names(b))")
  }

  private func unknown(_ filter: Filters.Place) throws(QueryError) -> QueryError {
    let others = try named(QueryText.name(filter.name))
    let level = filter.level.map { " \($0.rawValue)" } ?? " place"
    let message = "the archive knows no\(level) “\(filter.name)”"
    guard others.isEmpty else {
      let known = others.map { "--\($0.level) \(CommandWords.quoted($0.name)) (\($0.path))" }
      return QueryError(.nothingFound, "\(message); it has \(known.joined(separator: ", "))")
    }
    let places = KnownPlaces.paths(of: QueryText.name(filter.name), filter.level)
    guard places.isEmpty else {
      return QueryError(
        .nothingFound,
        "the archive has nothing of “\(filter.name)” (\(places.joined(separator: ", ")))")
    }
    let names = try file.rows("SELECT DISTINCT name, level FROM places") {
      (name: $0.text(0) ?? "", level: $0.text(1) ?? "")
    }
    let wanted = QueryText.name(filter.name)
    let near = Nearest.names(to: wanted, in: names, spelled: PlaceForm.spellings)
    return QueryError(.nothingFound, message + Nearest.suggestion(near))
  }
}
