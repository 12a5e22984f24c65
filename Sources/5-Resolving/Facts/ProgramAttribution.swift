import Model

/// Finds the initiative a number belongs to: one its sentence names, else one that the sentence
/// before it in the paragraph names.
struct ProgramAttribution {
  private struct Mention {
    let span: Span
    let record: Int
  }

  private let text: [Unicode.Scalar]
  private let mentions: [Mention]

  /// Reads the mentions of the body.
  init(_ extracted: ExtractedArticle, _ programs: Resolved<ProgramRecord>) {
    text = extracted.article.body.scalars
    mentions = zip(extracted.programs, programs.recordOfMention).compactMap { mention, record in
      guard mention.field == .body, let record else { return nil }
      return Mention(span: mention.span, record: record)
    }
  }

  /// The index of the program, nil where the words name none.
  func program(of quantity: Quantity) -> Int? {
    let sentence = quantity.sentence
    let inside = mentions.filter { sentence.contains($0.span) }
    if let before = inside.last(where: { $0.span.end <= quantity.span.start }) {
      return before.record
    }
    if let after = inside.first { return after.record }
    let start = paragraphStart(sentence.start)
    return mentions.last { start <= $0.span.start && $0.span.end <= sentence.start }?.record
  }

  /// Beyond this a paragraph is cut, so that work stays linear in the length of a text.
  private static let longestParagraph = 3000

  private func paragraphStart(_ position: Int) -> Int {
    let floor = max(0, position - Self.longestParagraph)
    var at = position
    while at > floor, text[at - 1] != "\n" { at -= 1 }
    return at
  }
}
