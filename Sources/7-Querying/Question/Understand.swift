extension ArchiveFile {
  /// Reads a question in words.
  ///
  /// - Throws: `QueryError` that names what was not understood.
  package func understand(_ question: String) throws(QueryError) -> Request {
    let tokens = try QuestionLexer(question, QuestionNames(self)).tokens()
    guard !tokens.isEmpty else { throw QueryError(.wrongUsage, "the question has no words") }
    for case .unknown(let words) in tokens.map(\.word) {
      let places = KnownPlaces.paths(of: words, nil)
      guard places.isEmpty else {
        throw QueryError(
          .nothingFound,
          "the archive has nothing of “\(words)” (\(places.joined(separator: ", ")))")
      }
    }
    var reader = QuestionReader(tokens)
    return try reader.read()
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
