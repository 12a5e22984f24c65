import Model
import SQLite

extension ArchiveFile {
  /// Reads a question in words.
  ///
  /// - Throws: `QueryError` that names what was not understood.
  package func understand(_ question: String) throws(QueryError) -> Request {
    try QueryError.refuseLong(question, "the question")
    let tokens = try QuestionLexer(question, QuestionNames(self)).tokens()
    guard !tokens.isEmpty else { throw QueryError(.wrongUsage, "the question has no words") }
    for case .unknown(let words) in tokens.map(\.word) { try refuseKnownPlace(words) }
    let parts = try partsOfPrograms(tokens)
    let misspelt = try misspeltPlaces(tokens)
    var reader = QuestionReader(
      tokens, isPartOfProgram: parts.contains, resemblesPlace: misspelt.contains)
    do {
      return try reader.read()
    } catch {
      guard let words = reader.unknownWords else { throw error }
      throw QueryError(error.reason, error.description + (try hints(for: words)))
    }
  }

  /// The words that are no names themselves but stand in the name of a program.
  private func partsOfPrograms(_ tokens: [QuestionToken]) throws(QueryError) -> Set<String> {
    var parts: Set<String> = []
    for token in tokens {
      switch token.word {
      case .unknown, .action: break
      default: continue
      }
      let name = QueryText.name(token.text)
      let found = try rows(
        "SELECT 1 FROM programs WHERE instr(name, :name) LIMIT 1", ["name": .text(name)]
      ) { _ in true }
      if !found.isEmpty, name.unicodeScalars.count > 1 { parts.insert(token.text) }
    }
    return parts
  }

  /// The words that end like the name of a place and differ from one of the archive by a character.
  private func misspeltPlaces(_ tokens: [QuestionToken]) throws(QueryError) -> Set<String> {
    let suspects = tokens.compactMap { token -> String? in
      guard case .unknown(let words) = token.word, PlaceForm.endsLikeDivision(words) else {
        return nil
      }
      return words
    }
    guard !suspects.isEmpty else { return [] }
    let names = try rows("SELECT DISTINCT name FROM places") {
      Array(($0.text(0) ?? "").unicodeScalars)
    }
    return Set(
      suspects.filter { suspect in
        let wanted = Array(suspect.unicodeScalars)
        return names.contains { name in
          name.count == wanted.count && name.last == wanted.last
            && zip(name, wanted).count { $0.0 != $0.1 } == 1
        }
      })
  }

  /// Says of a place that exists that the archive has nothing of it.
  ///
  /// A town or village must be named in full: 土地 does not mean 土地乡.
  private func refuseKnownPlace(_ words: String) throws(QueryError) {
    let places = KnownPlaces.paths(of: words, nil)
    let isMeant = [PlaceLevel.province, .city, .county].contains {
      !KnownPlaces.paths(of: words, $0).isEmpty
    }
    guard isMeant || places.contains(where: { $0.hasSuffix(words) }) else { return }
    throw QueryError(
      .nothingFound, "the archive has nothing of “\(words)” (\(places.joined(separator: ", ")))")
  }

  /// Names near to words that were not understood, and where the words stand.
  private func hints(for words: String) throws(QueryError) -> String {
    var names: [String] = []
    for table in ["programs", "places", "organizations", "people"] {
      names += try rows("SELECT DISTINCT name FROM \(table)") { $0.text(0) ?? "" }
    }
    names += try NameFinder(file: self).distinct("source", of: "articles")
    names += try NameFinder(file: self).topics()
    var hints = Nearest.suggestion(for: words, in: names)
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
    filters.actions += other.filters.actions
    filters.roles += other.filters.roles
    filters.levels += other.filters.levels
    filters.since = filters.since ?? other.filters.since
    filters.until = filters.until ?? other.filters.until
    filters.minimum = filters.minimum ?? other.filters.minimum
    filters.maximum = filters.maximum ?? other.filters.maximum
    show = show ?? other.show
    if groups.isEmpty { groups = other.groups }
    isCount = isCount || other.isCount
    sort = other.sort
    isDescending = other.isDescending
    limit = other.limit
  }
}
