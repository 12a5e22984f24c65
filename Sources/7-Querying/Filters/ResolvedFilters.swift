import Model

/// Filters whose names are names of this archive.
struct ResolvedFilters {
  /// As asked.
  let asked: Filters
  /// The places meant; nil for no place filter.
  let roots: [PlaceRoot]?
  /// Sources in full.
  let sources: [String]
  /// Each unit with the factor that turns the asked unit into it.
  let units: [UnitForm]
  /// Full-text phrases.
  let phrases: [SearchPhrase]
  /// What a person should know about how the names were understood.
  let notes: [String]
  /// Whether the places asked for are named by so few articles that to look at each is quickest.
  var areFew = false
}

extension ResolvedFilters {
  /// Looks up every name.
  ///
  /// - Throws: `QueryError` for a name that the archive does not hold: a filter is never skipped.
  init(_ filters: Filters, in file: ArchiveFile) throws(QueryError) {
    let finder = PlaceFinder(file: file)
    let names = NameFinder(file: file)
    try Self.refuseTooMuch(filters)
    try Self.refuseEmpty(filters)
    asked = filters
    roots = filters.places.isEmpty ? nil : try finder.roots(of: filters.places)
    for program in filters.programs { try names.check(program: program) }
    for topic in filters.topics { try names.check(topic: topic) }
    for organization in filters.organizations { try names.check(organization: organization) }
    for person in filters.people { try names.check(person: person) }
    var sources: [String] = []
    for source in filters.sources { sources += try names.sources(named: source) }
    self.sources = sources
    units = try names.units(filters)
    var phrases: [SearchPhrase] = []
    for text in filters.texts { phrases.append(try SearchPhrase(text)) }
    self.phrases = phrases
    notes = Self.notes(roots, filters)
  }

  /// Refuses what SQLite could not hold, before any of it is looked up.
  private static func refuseTooMuch(_ filters: Filters) throws(QueryError) {
    let pairs = CommandWords.filters(filters)
    guard pairs.count <= Filters.mostValues else {
      throw QueryError(
        .wrongUsage, "\(pairs.count) filters; at most \(Filters.mostValues) hold at once")
    }
    for (option, value) in pairs { try QueryError.refuseLong(value, option) }
  }

  /// Refuses a value of which nothing is left without quotation marks and spaces: it would match
  /// everything.
  private static func refuseEmpty(_ filters: Filters) throws(QueryError) {
    let named = [
      ("topic", filters.topics), ("source", filters.sources), ("unit", filters.units),
      ("subject", filters.subjects), ("action", filters.actions), ("role", filters.roles),
      ("program", filters.programs),
      ("organization", filters.organizations), ("person", filters.people),
      ("place", filters.places.map(\.name)),
    ]
    for (option, values) in named where values.contains(where: { QueryText.name($0).isEmpty }) {
      throw QueryError(.wrongUsage, "a \(option) filter needs a name")
    }
  }

  private static func notes(_ roots: [PlaceRoot]?, _ filters: Filters) -> [String] {
    guard let roots, roots.count > filters.places.count else { return [] }
    let names = filters.places.map(\.name).joined(separator: ", ")
    let shown = roots.prefix(8).map { "\($0.path) (\($0.level))" }
    let more = roots.count > 8 ? " and \(roots.count - 8) more" : ""
    return ["“\(names)” means \(roots.count) places: \(shown.joined(separator: ", "))\(more)"]
  }
}
