// What `extract` finds in one article, before anyone decides which entity is meant.

/// The part of an article that words stand in.
public enum Field: String, Codable, Sendable, CaseIterable {
  /// The headline.
  case title
  /// The second headline.
  case subtitle
  /// The body.
  case body
}

/// Words that name a place.
public struct PlaceMention: Hashable, Sendable {
  /// Where the words stand.
  public var field: Field
  /// The words, without a head noun that a list shares.
  public var span: Span
  /// The name with its head noun: 石音村 for 石音 in “凤凰、石音、鹤泉等村”.
  public var name: String
  /// The level that the form of the words shows, nil where only the gazetteer can tell.
  public var level: PlaceLevel?
  /// Every division the words may mean; empty for a name the gazetteer does not hold.
  public var candidates: [DivisionID]
  /// The mention right before that contains it (绵竹市 before 敖平镇), by index.
  public var parent: Int?

  /// Makes a place mention.
  public init(
    field: Field, span: Span, name: String, level: PlaceLevel? = nil,
    candidates: [DivisionID] = [], parent: Int? = nil
  ) {
    self.field = field
    self.span = span
    self.name = name
    self.level = level
    self.candidates = candidates
    self.parent = parent
  }
}

/// Words that name an initiative.
public struct ProgramMention: Hashable, Sendable {
  /// Where the words stand.
  public var field: Field
  /// The words, quotation marks included where they belong to the label.
  public var span: Span
  /// The name without quotation marks, with its head noun.
  public var name: String
  /// What sort of initiative.
  public var kind: ProgramKind
  /// The topics that the words and their sentence signal.
  public var topics: [String]
  /// The rule that found it.
  public var rule: String

  /// Makes a program mention.
  public init(
    field: Field, span: Span, name: String, kind: ProgramKind, topics: [String] = [],
    rule: String
  ) {
    self.field = field
    self.span = span
    self.name = name
    self.kind = kind
    self.topics = topics
    self.rule = rule
  }
}

/// Words that name an organisation.
public struct OrganizationMention: Hashable, Sendable {
  /// Where the words stand.
  public var field: Field
  /// The words.
  public var span: Span
  /// The fullest form the text makes certain.
  public var name: String

  /// Makes an organisation mention.
  public init(field: Field, span: Span, name: String) {
    self.field = field
    self.span = span
    self.name = name
  }
}

/// Words that name a person of the article (not of its byline).
public struct PersonMention: Hashable, Sendable {
  /// Where the name stands.
  public var field: Field
  /// The name.
  public var span: Span
  /// The name as a string.
  public var name: String
  /// The role as printed.
  public var role: String?

  /// Makes a person mention.
  public init(field: Field, span: Span, name: String, role: String? = nil) {
    self.field = field
    self.span = span
    self.name = name
    self.role = role
  }
}

/// A numeric fact as the words state it; positions are those of the body.
public struct Quantity: Hashable, Sendable {
  /// Numeral to the end of the unit.
  public var span: Span
  /// The value in base scale.
  public var value: Double
  /// The upper bound of a range.
  public var valueMax: Double?
  /// The unit without its multiplier; empty where none is printed.
  public var unit: String
  /// How exact it is.
  public var approx: Approximation?
  /// What is counted or measured, as printed.
  public var subject: String?
  /// Where the subject stands.
  public var subjectSpan: Span?
  /// What happened to it.
  public var action: String?
  /// What it measures.
  public var kind: FactKind
  /// For a rate: each what.
  public var per: String?
  /// The words that date it.
  public var timeText: String?
  /// Where those words stand.
  public var timeSpan: Span?
  /// The sentence.
  public var sentence: Span
  /// The rule that found it.
  public var rule: String

  /// Makes a quantity.
  public init(
    span: Span, value: Double, valueMax: Double? = nil, unit: String,
    approx: Approximation? = nil, subject: String? = nil, subjectSpan: Span? = nil,
    action: String? = nil, kind: FactKind, per: String? = nil, timeText: String? = nil,
    timeSpan: Span? = nil, sentence: Span, rule: String
  ) {
    self.span = span
    self.value = value
    self.valueMax = valueMax
    self.unit = unit
    self.approx = approx
    self.subject = subject
    self.subjectSpan = subjectSpan
    self.action = action
    self.kind = kind
    self.per = per
    self.timeText = timeText
    self.timeSpan = timeSpan
    self.sentence = sentence
    self.rule = rule
  }
}

/// An article with everything its words name and state: the result of `extract`.
public struct ExtractedArticle: Sendable {
  /// The article.
  public var article: Article
  /// Place mentions: those of the title, then the subtitle, then the body in reading order.
  public var places: [PlaceMention] = []
  /// Program mentions, in the same order.
  public var programs: [ProgramMention] = []
  /// Organisation mentions, in the same order.
  public var organizations: [OrganizationMention] = []
  /// Person mentions, in the same order.
  public var people: [PersonMention] = []
  /// Numeric facts of the body, in reading order.
  public var quantities: [Quantity] = []

  /// An article nothing was found in yet.
  public init(article: Article) { self.article = article }
}
