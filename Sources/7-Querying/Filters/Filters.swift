package import Model

/// What a question leaves in.
///
/// Several values of one filter mean any of them; different filters hold together.
package struct Filters: Hashable, Sendable {
  /// A place, with everything below it.
  package struct Place: Hashable, Sendable {
    /// The name, short or in full, or a path such as `德阳/绵竹`.
    package var name: String
    /// The level it must have; nil for any.
    package var level: PlaceLevel?

    /// Makes a place filter.
    package init(_ name: String, _ level: PlaceLevel? = nil) {
      self.name = name
      self.level = level
    }
  }

  /// An end of a range of values.
  package struct Bound: Hashable, Sendable {
    /// The value, in base scale.
    package var value: Double
    /// Whether the value itself is left out.
    package var isStrict: Bool

    /// Makes a bound.
    package init(_ value: Double, isStrict: Bool = false) {
      self.value = value
      self.isStrict = isStrict
    }
  }

  /// Places: those of one level mean any of them, those of several levels lie in each other.
  package var places: [Place] = []
  /// Words of a program's name.
  package var programs: [String] = []
  /// Topics.
  package var topics: [String] = []
  /// Words of an organisation's name.
  package var organizations: [String] = []
  /// Names of people, bylines among them.
  package var people: [String] = []
  /// Papers or sites, whole or a part of the name.
  package var sources: [String] = []
  /// Kinds of article.
  package var kinds: [ArticleKind] = []
  /// The first day.
  package var since: CalendarDate?
  /// The last day.
  package var until: CalendarDate?
  /// Words that must all stand in the title or text, for facts in their sentence.
  package var texts: [String] = []
  /// Units of facts.
  package var units: [String] = []
  /// Dimensions of facts' units, such as 面积.
  package var dimensions: [String] = []
  /// The least value.
  package var minimum: Bound?
  /// The greatest value.
  package var maximum: Bound?
  /// Words of what a fact counts or measures.
  package var subjects: [String] = []
  /// Words of what happened to it: of a fact's action, or of its subject.
  package var actions: [String] = []
  /// Words of a person's role, as printed.
  package var roles: [String] = []
  /// Levels of the place that a row has.
  package var levels: [PlaceLevel] = []
  /// Whether copies of an article count too.
  package var includesDuplicates = false

  /// The most values of all filters together, and the most options of a command line.
  ///
  /// SQLite reads no expression deeper than 1000 (sqlite.org/limits.html); a value adds at most
  /// four levels, and a fifth is kept for what the rows themselves ask.
  package static var mostValues: Int { 200 }

  /// The longest question or value of a filter, in characters: a long sentence.
  ///
  /// What a question may mean is tried out word by word, so its time grows faster than its length:
  /// 24,000 characters took 4 s.
  package static var longestText: Int { 1000 }

  /// No filter at all.
  package init() {}

  /// Whether a filter asks something of facts.
  var concernsFacts: Bool {
    !units.isEmpty || !dimensions.isEmpty || minimum != nil || maximum != nil || !subjects.isEmpty
      || !actions.isEmpty
  }
}
