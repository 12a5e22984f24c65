import Model

/// A request as the options that ask the same, so that a person can check and change it.
package enum CommandWords {
  /// The options, ready for a shell: `--show programs --topic 三无小区 --by city`.
  package static func text(_ request: Request) -> String {
    pairs(request).map { $0.value.isEmpty ? $0.option : "\($0.option) \(quoted($0.value))" }
      .joined(separator: " ")
  }

  /// The options of the filters alone, one for each value.
  static func filters(_ filters: Filters) -> [(option: String, value: String)] {
    var pairs = filters.places.map { ("--" + ($0.level?.rawValue ?? "place"), $0.name) }
    pairs += filters.programs.map { ("--program", $0) }
    pairs += filters.topics.map { ("--topic", $0) }
    pairs += filters.levels.map { ("--level", $0.rawValue) }
    pairs += filters.organizations.map { ("--organization", $0) }
    pairs += filters.people.map { ("--person", $0) }
    pairs += filters.roles.map { ("--role", $0) }
    pairs += filters.sources.map { ("--source", $0) }
    pairs += filters.kinds.map { ("--kind", $0.rawValue) }
    pairs += filters.since.map { [("--since", $0.description)] } ?? []
    pairs += filters.until.map { [("--until", $0.description)] } ?? []
    pairs += filters.texts.map { ("--text", $0) }
    pairs += filters.subjects.map { ("--subject", $0) }
    pairs += filters.actions.map { ("--action", $0) }
    pairs += filters.units.map { ("--unit", $0) }
    pairs += filters.dimensions.map { ("--dimension", $0) }
    pairs += bound(filters.minimum, "--min", "--over") + bound(filters.maximum, "--max", "--under")
    return pairs + (filters.includesDuplicates ? [("--duplicates", "")] : [])
  }

  private static func pairs(_ request: Request) -> [(option: String, value: String)] {
    var pairs = request.show.map { [("--show", $0.rawValue)] } ?? []
    pairs += filters(request.filters)
    if !request.groups.isEmpty {
      pairs.append(("--by", request.groups.map(\.rawValue).joined(separator: ",")))
    }
    if request.isCount { pairs.append(("--count", "")) }
    if let sort = request.sort {
      pairs.append(("--sort", sort))
      if request.isDescending { pairs.append(("--descending", "")) }
    }
    if let limit = request.limit { pairs.append(("--limit", String(limit))) }
    return pairs
  }

  private static func bound(
    _ bound: Filters.Bound?, _ inclusive: String, _ strict: String
  ) -> [(String, String)] {
    guard let bound else { return [] }
    let value = Int64(exactly: bound.value).map(String.init) ?? String(bound.value)
    return [(bound.isStrict ? strict : inclusive, value)]
  }

  /// A word as a shell takes it for one.
  package static func quoted(_ word: String) -> String {
    if word.unicodeScalars.allSatisfy(isPlain), !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// Whether a character means nothing to any shell.
  package static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "-_./:+%,".unicodeScalars.contains(scalar)
  }
}
