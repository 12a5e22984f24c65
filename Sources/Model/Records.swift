// What the reading core gives for one document: plain values, ready for JSON or a database.

/// One place of an article.
public struct PlaceRecord: Hashable, Codable, Sendable {
  /// One step of a path.
  public struct Step: Hashable, Codable, Sendable {
    /// The name, in full.
    public let name: String
    /// The level.
    public let level: PlaceLevel
    /// The GB/T 2260 code of a province, city or county.
    public let adcode: Adcode?

    /// Makes a step.
    public init(name: String, level: PlaceLevel, adcode: Adcode? = nil) {
      self.name = name
      self.level = level
      self.adcode = adcode
    }
  }

  /// From the province down to the place itself, which is the last step; levels that do not
  /// exist or cannot be known are left out.
  public var path: [Step]
  /// The seat, by WGS 84, where the gazetteer has it.
  public var longitude: Double?
  /// The seat, by WGS 84, where the gazetteer has it.
  public var latitude: Double?
  /// For a name the text does not settle: the paths it may mean, such as `四川省/达州市/…`.
  public var candidates: [String]
  /// How often the article names it, in any form.
  public var mentions: Int

  /// Makes a place record.
  public init(
    path: [Step], longitude: Double? = nil, latitude: Double? = nil, candidates: [String] = [],
    mentions: Int
  ) {
    precondition(!path.isEmpty, "a place has at least its own name")
    self.path = path
    self.longitude = longitude
    self.latitude = latitude
    self.candidates = candidates
    self.mentions = mentions
  }

  /// The place's own step.
  public var own: Step { path[path.count - 1] }
  /// The place's own name.
  public var name: String { own.name }
  /// The path as `四川省/德阳市/绵竹市`.
  public var pathText: String { path.map(\.name).joined(separator: "/") }
}

/// One initiative in an article.
public struct ProgramRecord: Hashable, Codable, Sendable {
  /// The name without quotation marks, with its head noun.
  public var name: String
  /// What sort of initiative.
  public var kind: ProgramKind
  /// The topics it serves.
  public var topics: [String]
  /// Where the article shows it running: an index into the article's places.
  public var place: Int?
  /// The forms the article prints, each with its quotation marks.
  public var printed: [String]
  /// How often the article names it.
  public var mentions: Int

  /// Makes a program record.
  public init(
    name: String, kind: ProgramKind, topics: [String], place: Int?, printed: [String],
    mentions: Int
  ) {
    self.name = name
    self.kind = kind
    self.topics = topics
    self.place = place
    self.printed = printed
    self.mentions = mentions
  }
}

/// One organisation in an article.
public struct OrganizationRecord: Hashable, Codable, Sendable {
  /// The fullest form the text makes certain.
  public var name: String
  /// How often the article names it.
  public var mentions: Int

  /// Makes an organisation record.
  public init(name: String, mentions: Int) {
    self.name = name
    self.mentions = mentions
  }
}

/// One person in an article.
public struct PersonRecord: Hashable, Codable, Sendable {
  /// The name.
  public var name: String
  /// The role as printed.
  public var role: String?
  /// How often the article names the person.
  public var mentions: Int

  /// Makes a person record.
  public init(name: String, role: String?, mentions: Int) {
    self.name = name
    self.role = role
    self.mentions = mentions
  }
}

/// One mention of an entity in the body.
public struct MentionRecord: Hashable, Codable, Sendable {
  /// Where the words stand.
  public var span: Span
  /// The words.
  public var quote: String
  /// What they name.
  public var kind: EntityKind
  /// An index into the article's places, programs, organisations or people.
  public var entity: Int

  /// Makes a mention.
  public init(span: Span, quote: String, kind: EntityKind, entity: Int) {
    self.span = span
    self.quote = quote
    self.kind = kind
    self.entity = entity
  }
}

/// One numeric fact.
public struct FactRecord: Hashable, Codable, Sendable {
  /// Where the words stand in the body.
  public var span: Span
  /// The words.
  public var quote: String
  /// The value in base scale: 万, 亿 and 千 multiplied out.
  public var value: Double
  /// The upper bound of a range.
  public var valueMax: Double?
  /// The unit without its multiplier; empty where none is printed.
  public var unit: String
  /// How exact it is.
  public var approx: Approximation?
  /// What is counted or measured.
  public var subject: String?
  /// What happened to it.
  public var action: String?
  /// What it measures.
  public var kind: FactKind
  /// For a rate: each what.
  public var per: String?
  /// The most specific place it is about: an index into the article's places.
  public var place: Int?
  /// The words that date it.
  public var timeText: String?
  /// The days those words mean.
  public var period: Period?
  /// The initiative it belongs to: an index into the article's programs.
  public var program: Int?
  /// Where the sentence stands; of a very long one the part round the quote.
  public var sentence: Span
  /// The sentence, or that part of it.
  public var sentenceText: String
  /// The rule that found it.
  public var rule: String

  /// Makes a fact out of a quantity of `body`, not yet placed; `sentence` is what is told of the
  /// words it stands in.
  public init(_ quantity: Quantity, of body: SourcedText, sentence: Span) {
    span = quantity.span
    quote = body.string(quantity.span)
    self.sentence = sentence
    sentenceText = body.string(sentence)
    value = quantity.value
    valueMax = quantity.valueMax
    unit = quantity.unit
    approx = quantity.approx
    subject = quantity.subject
    action = quantity.action
    kind = quantity.kind
    per = quantity.per
    timeText = quantity.timeText
    rule = quantity.rule
  }
}

/// One article, read to the end.
public struct ArticleRecord: Codable, Sendable {
  /// Its place on the page, from 0.
  public var ordinal: Int
  /// The headline.
  public var title: String?
  /// The bytes of the original the headline stands on.
  public var titleBytes: SourceSpan?
  /// The second headline.
  public var subtitle: String?
  /// What sort of piece it is.
  public var kind: ArticleKind
  /// The paper or site credited.
  public var source: String?
  /// The day of publication.
  public var published: CalendarDate?
  /// What that day is known from; nil where there is none.
  public var publishedFrom: PublishedFrom?
  /// The address of its page, if the page holds no other article but copies of this one.
  public var url: String?
  /// The place in “德阳讯”.
  public var dateline: String?
  /// The script as printed.
  public var script: Script
  /// Everyone credited.
  public var bylines: [Byline]
  /// The body, in Simplified script.
  public var text: String
  /// The ordinal of the earlier article it repeats.
  public var duplicateOf: Int?
  /// How the text came from the original, covering it in order.
  public var sourceSpans: [SourceSpan]
  /// The places of title, subtitle, captions and body, each once.
  public var places: [PlaceRecord] = []
  /// The initiatives, each once.
  public var programs: [ProgramRecord] = []
  /// The organisations, each once.
  public var organizations: [OrganizationRecord] = []
  /// The people, each once.
  public var people: [PersonRecord] = []
  /// Every mention in the body, in reading order.
  public var mentions: [MentionRecord] = []
  /// Every numeric fact, in reading order.
  public var facts: [FactRecord] = []

  /// Makes the record of an article nothing was found in yet.
  public init(_ article: Article, ordinal: Int) {
    self.ordinal = ordinal
    title = article.title?.string
    titleBytes = article.title.flatMap { title in
      title.bytes(of: 0..<title.count).map {
        SourceSpan(
          span: title.span, byteOffset: Int($0.byteOffset), byteLength: Int($0.byteLength))
      }
    }
    subtitle = article.subtitle?.string
    kind = article.kind
    source = article.source
    published = article.publication?.day
    publishedFrom = article.publication?.from
    url = article.url
    dateline = article.dateline
    script = article.script
    bylines = article.bylines
    text = article.body.string
    duplicateOf = article.duplicateOf
    sourceSpans = article.body.sourceSpans()
  }
}

/// How an import of a document ended.
public enum DocumentStatus: String, Codable, Sendable, CaseIterable {
  /// It was read.
  case ok
  /// It holds no article.
  case empty
  /// It could not be read; `error` says why.
  case failed
}

/// One document, read to the end: the result of the reading core.
public struct DocumentRecord: Codable, Sendable {
  /// Its name, relative to the import root.
  public var name: String
  /// The SHA-256 of its bytes, in lower-case hexadecimal.
  public var sha256: String
  /// `text/plain`, `text/html` or `text/markdown`; nil where it could not be told.
  public var mediaType: String?
  /// The encoding by its WHATWG name in lower case; nil where it could not be told.
  public var charset: String?
  /// The size of the original.
  public var byteCount: Int
  /// Where on the web the page was saved from, as it says itself: an absolute `http` or `https`
  /// address of at most 2,000 characters.
  public var url: String?
  /// When it was saved, as it says itself, by ISO 8601: `2024-03-05T02:00:00Z` in UTC,
  /// `2024-03-05T10:00:00` where no zone is told, `2024-03-05` where only the day is.
  public var savedAt: String?
  /// How reading ended.
  public var status: DocumentStatus
  /// Why it failed.
  public var error: String?
  /// The articles in the order of the page.
  public var articles: [ArticleRecord]
  /// Every removal and change, in the order of the bytes.
  public var edits: [Edit]
  /// What was odd.
  public var diagnostics: [Diagnostic]
  /// The release and digest of the rules that read it.
  public var rules: String

  /// Makes a document record.
  public init(
    name: String, sha256: String, mediaType: String?, charset: String?, byteCount: Int,
    url: String? = nil, savedAt: String? = nil, status: DocumentStatus, error: String? = nil,
    articles: [ArticleRecord] = [], edits: [Edit] = [],
    diagnostics: [Diagnostic] = [], rules: String = Model.rules
  ) {
    self.name = name
    self.sha256 = sha256
    self.mediaType = mediaType
    self.charset = charset
    self.byteCount = byteCount
    self.url = url
    self.savedAt = savedAt
    self.status = status
    self.error = error
    self.articles = articles
    self.edits = edits
    self.diagnostics = diagnostics
    self.rules = rules
  }
}
