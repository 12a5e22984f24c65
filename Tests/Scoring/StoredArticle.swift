/// An article as an archive holds it, in the words of the file's own columns.
package struct StoredArticle: Sendable {
  package var document: String
  package var title: String?
  package var kind: String
  package var source: String?
  package var published: String?
  package var text: String
  package var bylines: [String] = []
  package var places: [StoredPlace] = []
  package var programs: [StoredProgram] = []
  package var organizations: [String] = []
  package var people: [StoredPerson] = []
  package var facts: [StoredFact] = []
}

/// A place of a stored article.
package struct StoredPlace: Sendable {
  package var name: String
  package var level: String
  package var path: [String]
  package var adcode: String?
}

/// An initiative of a stored article.
package struct StoredProgram: Sendable {
  package var name: String
  package var kind: String
  package var place: String?
  package var topics: Set<String>
}

/// A person of a stored article.
package struct StoredPerson: Sendable {
  package var name: String
  package var role: String?
}

/// A number of a stored article.
package struct StoredFact: Sendable {
  package var start: Int
  package var quote: String
  package var value: Double?
  package var valueMax: Double?
  package var unit: String
  package var approx: String?
  package var subject: String?
  package var action: String?
  package var kind: String
  package var place: String?
  package var timeText: String?
  package var timeStart: String?
  package var timeEnd: String?
  package var program: String?
  package var owner: String?
  /// The quote of the number it is a part of.
  package var total: String?
}
