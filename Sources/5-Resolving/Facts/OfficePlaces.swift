import Model

/// The runs of a body that name organisations or the roles of people.
///
/// 清溪镇党委书记李某到石音村调研: whoever comes from above does not move the news there.
struct OfficePlaces {
  private let spans: [Span]
  private let records: [PlaceRecord]
  private let main: Int?

  /// Reads an article whose place is `main`.
  init(_ extracted: ExtractedArticle, _ records: [PlaceRecord], main: Int?) {
    let text = extracted.article.body.scalars
    let offices = extracted.organizations.filter { $0.field == .body }.map(\.span)
    let roles = extracted.people.compactMap { Self.role(of: $0, in: text) }
    spans = offices + roles
    self.records = records
    self.main = main
  }

  /// Whether a sign is the place of an office above the article's own place.
  func hold(_ sign: PlaceSign) -> Bool {
    guard let main, case .place(let record) = sign.means, record != main,
      records[main].path.contains(where: { $0.name == records[record].name })
    else { return false }
    return spans.contains { $0.contains(sign.span) }
  }

  /// The role, which stands before the name.
  private static func role(of person: PersonMention, in text: [Unicode.Scalar]) -> Span? {
    guard person.field == .body, let role = person.role?.unicodeScalars else { return nil }
    let start = person.span.start - role.count
    guard start >= 0, text[start..<person.span.start].elementsEqual(role) else { return nil }
    return Span(start: start, end: person.span.start)
  }
}
