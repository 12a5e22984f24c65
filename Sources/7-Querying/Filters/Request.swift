import Model

/// What the rows of an answer are.
package enum Show: String, CaseIterable, Hashable, Sendable {
  /// Articles.
  case articles
  /// Numeric facts.
  case facts
  /// Named initiatives, each in each place.
  case programs
  /// Places.
  case places
  /// Organisations.
  case organizations
  /// People, bylines left aside.
  case people
}

/// By what an answer is counted.
package enum Grouping: String, CaseIterable, Hashable, Sendable {
  /// Province.
  case province
  /// City, or what stands at its level: a municipality, a county under no city.
  case city
  /// County or district.
  case county
  /// Town or street office.
  case town
  /// Community or village.
  case community
  /// Housing estate.
  case estate
  /// Program.
  case program
  /// Topic.
  case topic
  /// Year of publication; for facts the year in which their period ends.
  case year
  /// Month of publication; for facts the month in which their period ends.
  case month
  /// Unit of facts.
  case unit
  /// Paper or site.
  case source
  /// Kind of article, program or fact.
  case kind
}

extension Grouping {
  /// The level of the places it counts by, nil for what is no place.
  var level: PlaceLevel? { PlaceLevel(rawValue: rawValue) }
}

/// A whole question.
package struct Request: Hashable, Sendable {
  /// What is left in.
  package var filters = Filters()
  /// What the rows are; nil for all that is known of the place.
  package var show: Show?
  /// By what they are counted, at most two.
  package var groups: [Grouping] = []
  /// Whether all rows are counted together: one row, for facts one for each unit with its sum.
  package var isCount = false
  /// The column that orders the rows; nil for the order that suits them.
  package var sort: String?
  /// Whether the order runs downwards.
  package var isDescending = false
  /// The most rows wanted; nil for all.
  package var limit: Int?
  /// The columns wanted; none for those that suit the output.
  package var fields: [String] = []
  /// Whether a person reads the rows: then a few columns do.
  package var isBrief = false

  /// The question that asks for everything.
  package init() {}
}
