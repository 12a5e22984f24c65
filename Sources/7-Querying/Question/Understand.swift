import SQLite

extension ArchiveFile {
  /// Reads a question in words.
  ///
  /// - Throws: `QueryError` that names what was not understood.
  package func understand(_ question: String) throws(QueryError) -> Request {
    let tokens = try QuestionLexer(question, QuestionNames(self)).tokens()
    guard !tokens.isEmpty else { throw QueryError(.wrongUsage, "the question has no words") }
    for case .unknown(let words) in tokens.map(\.word) { try refuseKnownPlace(words) }
    var reader = QuestionReader(tokens)
    do {
      return try reader.read()
    } catch {
      guard let words = reader.unknownWords else { throw error }
      throw QueryError(error.reason, error.description + (try hints(for: words)))
    }
  }

  /// Says of a place that exists that the archive has nothing of it.
  private func refuseKnownPlace(_ words: String) throws(QueryError) {
    let places = KnownPlaces.paths(of: words, nil)
    guard !places.isEmpty else { return }
    throw QueryError(
      .nothingFound, "the archive has nothing of “\(words)” (\(places.joined(separator: ", ")))")
  }

  /// Names of programs near to words that were not understood, and where the words stand.
  private func hints(for words: String) throws(QueryError) -> String {
    let programs = try rows("SELECT DISTINCT name FROM programs") { $0.text(0) ?? "" }
    var hints = Nearest.suggestion(for: words, in: programs)
    var search = Request()
    search.show = .articles
    search.filters.texts = [words]
    let count = try plan(search)[0].count(in: self)
    if count > 0 { hints += "; \(count) articles hold these words: query --text \(words)" }
    return hints
  }
}

extension Request {
  /// Adds what a question asks to what options ask; options say more exactly what is wanted.
  package mutating func add(_ other: Request) throws(QueryError) {
    filters.places += other.filters.places
    filters.programs += other.filters.programs
    filters.topics += other.filters.topics
    filters.organizations += other.filters.organizations
    filters.people += other.filters.people
    filters.sources += other.filters.sources
    filters.kinds += other.filters.kinds
    filters.texts += other.filters.texts
    filters.units += other.filters.units
    filters.dimensions += other.filters.dimensions
    filters.subjects += other.filters.subjects
    filters.since = filters.since ?? other.filters.since
    filters.until = filters.until ?? other.filters.until
    filters.minimum = filters.minimum ?? other.filters.minimum
    filters.maximum = filters.maximum ?? other.filters.maximum
    show = show ?? other.show
    if groups.isEmpty { groups = other.groups }
    sort = other.sort
    isDescending = other.isDescending
    limit = other.limit
  }
}
