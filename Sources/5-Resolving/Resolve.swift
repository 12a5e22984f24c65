package import Model

/// Decides which entity each mention means, and what each number is about.
///
/// - Parameters:
///   - extracted: an article with its mentions.
///   - ordinal: its place on the page.
/// - Returns: the finished record. A name that the text does not settle keeps its candidates and
///   gets no code.
package func resolve(_ extracted: ExtractedArticle, ordinal: Int) -> ArticleRecord {
  var record = ArticleRecord(extracted.article, ordinal: ordinal)
  let places = resolvePlaces(extracted)
  let programs = resolvePrograms(extracted, places: places)
  let organizations = resolveOrganizations(extracted)
  let people = resolvePeople(extracted)
  record.places = places.records
  record.programs = programs.records
  record.organizations = organizations.records
  record.people = people.records
  record.facts = resolveFacts(extracted, places: places, programs: programs)
  let body = extracted.article.body
  record.mentions =
    (mentions(of: extracted.places, in: body, as: .place, places.recordOfMention)
    + mentions(of: extracted.programs, in: body, as: .program, programs.recordOfMention)
    + mentions(
      of: extracted.organizations, in: body, as: .organization, organizations.recordOfMention)
    + mentions(of: extracted.people, in: body, as: .person, people.recordOfMention))
    .sorted { ($0.span, $0.kind.rawValue) < ($1.span, $1.kind.rawValue) }
  return record
}

private func mentions(
  of found: [some Located], in body: SourcedText, as kind: EntityKind, _ recordOfMention: [Int?]
) -> [MentionRecord] {
  zip(found, recordOfMention).compactMap { mention, record in
    guard mention.field == .body, let record else { return nil }
    return MentionRecord(
      span: mention.span, quote: body.string(mention.span), kind: kind, entity: record)
  }
}

/// A mention that stands somewhere.
private protocol Located {
  var field: Field { get }
  var span: Span { get }
}

extension PlaceMention: Located {}
extension ProgramMention: Located {}
extension OrganizationMention: Located {}
extension PersonMention: Located {}
