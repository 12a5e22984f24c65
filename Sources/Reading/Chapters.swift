import Extracting
import Matching
import Model
import Resolving

/// Reads one article; a very long one in chapters, so that what must be compared with everything
/// else in its article stays bounded and the work grows as the text does.
///
/// - Parameters:
///   - article: one article of a page.
///   - ordinal: its place on the page.
///   - bound: what the document may still give.
/// - Returns: the finished record.
/// - Throws: `TooMuchToRead` when the document gives more than any may.
func readArticle(
  _ article: Article, ordinal: Int, within bound: inout ReadingBound
) throws(TooMuchToRead) -> ArticleRecord {
  let chapters = chapterRanges(of: article.body.scalars)
  guard chapters.count > 1 else {
    let record = resolve(extract(from: article), ordinal: ordinal)
    try bound.spend(record.rows)
    return record
  }
  var record = ArticleRecord(article, ordinal: ordinal)
  try bound.spend(record.rows)
  var book = ChapterBook()
  for range in chapters {
    let chapter = resolve(extract(from: article.chapter(range)), ordinal: ordinal)
    try bound.spend(chapter.rows - chapter.sourceSpans.count)
    book.add(chapter, at: range.lowerBound, to: &record)
  }
  return record
}

/// The longest text read in one piece, in code points: about 120 kB.
///
/// Newspaper pieces have some thousand, reports of governments and bulletins up to thirty thousand.
private let longestChapter = 40_000

/// The chapters of a body: the whole of an ordinary one, else runs that end with a line, or where
/// there is none with a sentence, a mark or a blank.
private func chapterRanges(of text: [Unicode.Scalar]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = 0
  while text.count - start > longestChapter {
    let window = start + longestChapter / 2..<start + longestChapter
    let ends: [(Unicode.Scalar) -> Bool] = [
      { $0 == "\n" }, \.endsSentence, { "；;，,、".unicodeScalars.contains($0) }, \.isSpace,
    ]
    let last = ends.lazy.compactMap { isEnd in window.last { isEnd(text[$0]) } }.first
    let end = (last ?? window.upperBound - 1) + 1
    ranges.append(start..<(text[end - 1] == "\n" ? end - 1 : end))
    start = end
  }
  return ranges + [start..<text.count]
}

extension Article {
  /// A run of the body under the same headline.
  fileprivate func chapter(_ range: Range<Int>) -> Article {
    var chapter = self
    chapter.body = body.slice(range)
    let inside = asides.filter { Span(range).contains($0) }
    chapter.asides = inside.map { $0.shifted(by: -range.lowerBound) }
    return chapter
  }
}

/// Puts what the chapters of an article give into one record, each entity once.
private struct ChapterBook {
  private var places: [PlaceKey: Int] = [:]
  private var programs: [ProgramKey: Int] = [:]
  private var organizations: [String: Int] = [:]
  private var people: [String: Int] = [:]
  private var isFirst = true

  /// What makes a place one row of the archive.
  private struct PlaceKey: Hashable {
    let path: String
    let level: PlaceLevel
  }

  /// What makes an initiative one row of an article.
  private struct ProgramKey: Hashable {
    let name: String
    let kind: ProgramKind
  }

  /// Adds a chapter that begins at `offset` of the article's body.
  mutating func add(_ chapter: ArticleRecord, at offset: Int, to record: inout ArticleRecord) {
    let placeAt = chapter.places.map { add($0, to: &record) }
    let programAt = chapter.programs.map { add($0, places: placeAt, to: &record) }
    let organizationAt = chapter.organizations.map { add($0, to: &record) }
    let personAt = chapter.people.map { add($0, to: &record) }
    for mention in chapter.mentions {
      var mention = mention
      mention.span = mention.span.shifted(by: offset)
      switch mention.kind {
      case .place: mention.entity = placeAt[mention.entity]
      case .program: mention.entity = programAt[mention.entity]
      case .organization: mention.entity = organizationAt[mention.entity]
      case .person: mention.entity = personAt[mention.entity]
      }
      record.mentions.append(mention)
      if !isFirst { record.count(mention) }
    }
    for fact in chapter.facts {
      var fact = fact
      fact.span = fact.span.shifted(by: offset)
      fact.sentence = fact.sentence.shifted(by: offset)
      fact.place = fact.place.map { placeAt[$0] }
      fact.program = fact.program.map { programAt[$0] }
      record.facts.append(fact)
    }
    isFirst = false
  }

  /// How often the headline names an entity is in the first chapter's counts; the later chapters
  /// add what their own text mentions.
  private func opening(_ mentions: Int) -> Int { isFirst ? mentions : 0 }

  private mutating func add(_ place: PlaceRecord, to record: inout ArticleRecord) -> Int {
    let key = PlaceKey(path: place.pathText, level: place.own.level)
    if let known = places[key] {
      let new = place.candidates.filter { !record.places[known].candidates.contains($0) }
      record.places[known].candidates += new
      return known
    }
    var place = place
    place.mentions = opening(place.mentions)
    record.places.append(place)
    places[key] = record.places.count - 1
    return record.places.count - 1
  }

  private mutating func add(
    _ program: ProgramRecord, places placeAt: [Int], to record: inout ArticleRecord
  ) -> Int {
    var program = program
    program.place = program.place.map { placeAt[$0] }
    let key = ProgramKey(name: program.name, kind: program.kind)
    if let known = programs[key] {
      record.programs[known].place = record.programs[known].place ?? program.place
      record.programs[known].printed.appendNew(program.printed)
      record.programs[known].topics.appendNew(program.topics)
      return known
    }
    program.mentions = opening(program.mentions)
    record.programs.append(program)
    programs[key] = record.programs.count - 1
    return record.programs.count - 1
  }

  private mutating func add(
    _ organization: OrganizationRecord, to record: inout ArticleRecord
  ) -> Int {
    if let known = organizations[organization.name] { return known }
    var organization = organization
    organization.mentions = opening(organization.mentions)
    record.organizations.append(organization)
    organizations[organization.name] = record.organizations.count - 1
    return record.organizations.count - 1
  }

  private mutating func add(_ person: PersonRecord, to record: inout ArticleRecord) -> Int {
    if let known = people[person.name] {
      record.people[known].role = record.people[known].role ?? person.role
      return known
    }
    var person = person
    person.mentions = opening(person.mentions)
    record.people.append(person)
    people[person.name] = record.people.count - 1
    return record.people.count - 1
  }
}

extension [String] {
  fileprivate mutating func appendNew(_ words: [String]) {
    append(contentsOf: words.filter { !contains($0) })
  }
}

extension ArticleRecord {
  /// Counts a mention for what it names.
  fileprivate mutating func count(_ mention: MentionRecord) {
    switch mention.kind {
    case .place: places[mention.entity].mentions += 1
    case .program: programs[mention.entity].mentions += 1
    case .organization: organizations[mention.entity].mentions += 1
    case .person: people[mention.entity].mentions += 1
    }
  }
}
