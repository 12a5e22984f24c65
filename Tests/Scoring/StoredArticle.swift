/// An article as an archive holds it, in the words of the file's own columns.
package struct StoredArticle: Sendable {
  /// The plain name of its page.
  package var document: String
  /// The headline.
  package var title: String?
  /// news, feature, photo or notice.
  package var kind: String
  /// The paper or site credited.
  package var source: String?
  /// The day of print, as an ISO date.
  package var published: String?
  /// The body.
  package var text: String
  /// The names of those credited.
  package var bylines: [String] = []
  /// Its places.
  package var places: [StoredPlace] = []
  /// Its initiatives.
  package var programs: [StoredProgram] = []
  /// Its organisations.
  package var organizations: [String] = []
  /// Its people, those credited aside.
  package var people: [StoredPerson] = []
  /// Its numbers.
  package var facts: [StoredFact] = []
}

/// A place of a stored article.
package struct StoredPlace: Sendable {
  /// The name.
  package var name: String
  /// From province to estate, or zone.
  package var level: String
  /// The names from the province down.
  package var path: [String]
  /// The code of GB/T 2260.
  package var adcode: String?
}

/// An initiative of a stored article.
package struct StoredProgram: Sendable {
  /// The name.
  package var name: String
  /// From method to target.
  package var kind: String
  /// The name of its place.
  package var place: String?
  /// What it serves.
  package var topics: Set<String>
}

/// A person of a stored article.
package struct StoredPerson: Sendable {
  /// The name.
  package var name: String
  /// The office or calling as printed.
  package var role: String?
}

/// A number of a stored article.
package struct StoredFact: Sendable {
  /// Its place in the text, in code points.
  package var start: Int
  /// Numeral and unit as printed.
  package var quote: String
  /// In base scale; the lower bound of a range.
  package var value: Double?
  /// The upper bound of a range.
  package var valueMax: Double?
  /// The unit without its multiplier.
  package var unit: String
  /// over, about, nearly or under.
  package var approx: String?
  /// What is counted or measured.
  package var subject: String?
  /// What happened to it.
  package var action: String?
  /// From count to measure.
  package var kind: String
  /// The name of its place.
  package var place: String?
  /// The words that date it.
  package var timeText: String?
  /// The first day, as an ISO date.
  package var timeStart: String?
  /// The last day, as an ISO date.
  package var timeEnd: String?
  /// The name of its initiative.
  package var program: String?
  /// Whose number it is, where not the place's.
  package var owner: String?
  /// The quote of the number it is a part of.
  package var total: String?
}
