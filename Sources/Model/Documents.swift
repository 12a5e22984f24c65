// The values that the first three stages hand on.

/// A file as it came in.
public struct SourceFile: Sendable {
  /// Its name, relative to the import root.
  public let name: String
  /// Its bytes, untouched.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What the markup around a line says of it; plain text has none.
public struct Markup: Hashable, Sendable {
  /// The part of a page a block stands in, as its element and class names declare it.
  public enum Region: String, Sendable, CaseIterable {
    /// Nothing says otherwise.
    case content
    /// `nav`, menus, breadcrumbs.
    case navigation
    /// Related links, rankings, side columns, comments.
    case aside
    /// `header` bars and share buttons.
    case banner
    /// `footer`.
    case footer
    /// `display:none`, `hidden`.
    case hidden
  }

  /// The name of the block element, such as `p`, `h1`, `td`, `figcaption`, `title`.
  public var tag: String
  /// 1 to 6 for a heading.
  public var headingLevel: Int?
  /// How many code points of the line are link text.
  public var linkLength: Int
  /// Whether all of the line is bold or strong.
  public var isStrong: Bool
  /// Whether the line is centred.
  public var isCentred: Bool
  /// The declared part of the page.
  public var region: Region
  /// The number of the container (`div`, `td`, `article`, …) that directly holds the block.
  public var container: Int
  /// Whether a rule (`hr`) or the start of an `article` element stands right before the line.
  public var startsSection: Bool

  /// Makes markup.
  public init(
    tag: String, headingLevel: Int? = nil, linkLength: Int = 0, isStrong: Bool = false,
    isCentred: Bool = false, region: Region = .content, container: Int = 0,
    startsSection: Bool = false
  ) {
    self.tag = tag
    self.headingLevel = headingLevel
    self.linkLength = linkLength
    self.isStrong = isStrong
    self.isCentred = isCentred
    self.region = region
    self.container = container
    self.startsSection = startsSection
  }
}

/// One printed line, or one block of markup.
public struct Line: Hashable, Sendable {
  /// Where it stands in the text, without its line end.
  public var span: Span
  /// What the markup says of it; nil in plain text.
  public var markup: Markup?
  /// How many blank lines stand before it.
  public var blankBefore: Int

  /// Makes a line.
  public init(span: Span, markup: Markup? = nil, blankBefore: Int = 0) {
    self.span = span
    self.markup = markup
    self.blankBefore = blankBefore
  }
}

/// What a page says of itself outside its visible text (`meta`, JSON-LD, `title`).
public struct PageMetadata: Hashable, Sendable {
  /// The headline.
  public var title: SourcedText?
  /// The paper or site it was first printed in.
  public var source: String?
  /// Who wrote it.
  public var author: String?
  /// The day of publication.
  public var published: CalendarDate?
  /// Where on the web it was saved from: an absolute `http` or `https` address of at most 2,000
  /// characters, none a blank or control character.
  public var url: String?
  /// When it was saved, by ISO 8601: `2024-03-05T02:00:00Z` in UTC, `2024-03-05T10:00:00` where no
  /// zone is told, `2024-03-05` where only the day is.
  public var savedAt: String?

  /// Metadata of a page that says nothing.
  public init() {}
}

/// Bytes turned into text: the result of `decode`.
public struct DecodedDocument: Sendable {
  /// The file's name.
  public var name: String
  /// `text/plain`, `text/html` or `text/markdown`.
  public var mediaType: String
  /// The encoding, by its WHATWG name in lower case: `utf-8`, `gb18030`, `big5`, `utf-16le`.
  public var charset: String
  /// The text, lines ended by `\n`.
  public var text: SourcedText
  /// The non-blank lines, in order.
  public var lines: [Line]
  /// What the page declares.
  public var metadata: PageMetadata
  /// What was odd.
  public var diagnostics: [Diagnostic]

  /// Makes a decoded document.
  public init(
    name: String, mediaType: String, charset: String, text: SourcedText, lines: [Line],
    metadata: PageMetadata = PageMetadata(), diagnostics: [Diagnostic] = []
  ) {
    self.name = name
    self.mediaType = mediaType
    self.charset = charset
    self.text = text
    self.lines = lines
    self.metadata = metadata
    self.diagnostics = diagnostics
  }
}

/// Text with the scan's and the page's noise undone: the result of `restore`.
///
/// Each line is a whole paragraph, headline or caption. Boilerplate that no article needs is
/// gone, with an edit for each removal; lines that tell source, author or date are still there.
public struct RestoredDocument: Sendable {
  /// The file's name.
  public var name: String
  /// The text in Simplified script, paragraphs ended by `\n`.
  public var text: SourcedText
  /// The paragraphs, in order.
  public var lines: [Line]
  /// The script as printed.
  public var script: Script
  /// What the page declares, in Simplified script.
  public var metadata: PageMetadata
  /// Every removal and change, in the order of the bytes.
  public var edits: [Edit]
  /// What was odd.
  public var diagnostics: [Diagnostic]

  /// Makes a restored document.
  public init(
    name: String, text: SourcedText, lines: [Line], script: Script, metadata: PageMetadata,
    edits: [Edit] = [], diagnostics: [Diagnostic] = []
  ) {
    self.name = name
    self.text = text
    self.lines = lines
    self.script = script
    self.metadata = metadata
    self.edits = edits
    self.diagnostics = diagnostics
  }
}

/// One credit of an article.
public struct Byline: Hashable, Codable, Sendable {
  /// The person.
  public var name: String
  /// The role as printed, such as 记者 or 文/图.
  public var role: String?

  /// Makes a byline.
  public init(name: String, role: String? = nil) {
    self.name = name
    self.role = role
  }
}

/// A day of publication and what it is known from.
public struct PublicationDay: Hashable, Sendable {
  /// The day.
  public let day: CalendarDate
  /// What tells it.
  public let from: PublishedFrom

  /// Makes a day that `from` tells.
  public init(_ day: CalendarDate, from: PublishedFrom) {
    self.day = day
    self.from = from
  }
}

/// One article of a page, not yet read for places and numbers.
public struct Article: Sendable {
  /// The headline, whole.
  public var title: SourcedText?
  /// The second headline.
  public var subtitle: SourcedText?
  /// What sort of piece it is.
  public var kind: ArticleKind
  /// The paper or site credited.
  public var source: String?
  /// The day of publication with what tells it, if anything does.
  public var publication: PublicationDay?
  /// The address of its page, if the page holds no other article but copies of this one.
  public var url: String?
  /// The place in “德阳讯”.
  public var dateline: String?
  /// The script as printed.
  public var script: Script
  /// Everyone credited.
  public var bylines: [Byline]
  /// The body, paragraphs ended by `\n` except the last.
  public var body: SourcedText
  /// The paragraphs of the body that are captions or headings inside it.
  public var asides: [Span]
  /// The ordinal of the earlier article of the page that this one repeats.
  public var duplicateOf: Int?
  /// The bodies that sign a notice, as printed under it.
  public var signatories: [String]
  /// The day of publication.
  public var published: CalendarDate? { publication?.day }

  /// Makes an article.
  public init(
    title: SourcedText? = nil, subtitle: SourcedText? = nil, kind: ArticleKind = .news,
    source: String? = nil, publication: PublicationDay? = nil, dateline: String? = nil,
    script: Script = .simplified, bylines: [Byline] = [], body: SourcedText,
    asides: [Span] = [], duplicateOf: Int? = nil, signatories: [String] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.kind = kind
    self.signatories = signatories
    self.source = source
    self.publication = publication
    self.dateline = dateline
    self.script = script
    self.bylines = bylines
    self.body = body
    self.asides = asides
    self.duplicateOf = duplicateOf
  }
}

/// A page split into its articles: the result of `segment`.
public struct SegmentedDocument: Sendable {
  /// The file's name.
  public var name: String
  /// The articles in the order of the page; a later copy points to the first.
  public var articles: [Article]
  /// Every removal and change, in the order of the bytes.
  public var edits: [Edit]
  /// What was odd.
  public var diagnostics: [Diagnostic]

  /// Makes a segmented document.
  public init(
    name: String, articles: [Article], edits: [Edit] = [], diagnostics: [Diagnostic] = []
  ) {
    self.name = name
    self.articles = articles
    self.edits = edits
    self.diagnostics = diagnostics
  }
}
