import Matching
import Model

/// Tells where the people live and work who say or do something in an article.
///
/// A villager who was met in the village speaks of it three paragraphs later, where no place is named;
/// what a quotation at the head of a paragraph tells is about the place of whoever said it.
struct SpeakerPlaces {
  private let text: [Unicode.Scalar]
  private let signs: [PlaceSign]
  private let records: [PlaceRecord]
  private let main: Int
  /// Every mention of a person whose place is known, in order.
  private let mentions: [(start: Int, record: Int)]

  /// How far, in code points, from a name its place may stand.
  private static let reach = 60

  /// Reads an article; nil where it has no place of its own.
  init?(
    _ extracted: ExtractedArticle, _ signs: [PlaceSign], _ records: [PlaceRecord], main: Int?
  ) {
    guard let main else { return nil }
    text = extracted.article.body.scalars
    self.signs = signs
    self.records = records
    self.main = main
    var homes: [String: Int?] = [:]
    var found: [(start: Int, record: Int)] = []
    for person in extracted.people where person.field == .body {
      if homes[person.name] == nil {
        homes[person.name] = Self.home(of: person.span.start, text, signs).flatMap {
          records[$0].lies(in: records[main]) ? $0 : nil
        }
      }
      if let home = homes[person.name], let home {
        found.append((person.span.start, home))
      }
    }
    mentions = found.sorted { $0.start < $1.start }
  }

  /// The place of whoever the paragraph from `start` names around a position.
  func place(at position: Int, from start: Int) -> Int? {
    let next = mentions.partitioningIndex { $0.start >= position }
    if next > 0, mentions[next - 1].start >= start { return mentions[next - 1].record }
    guard next < mentions.count, mentions[next].start - position < 2 * Self.reach,
      !text[position..<mentions[next].start].contains("\n")
    else { return quoted(position, from: start) }
    return mentions[next].record
  }

  /// “每天需要30个人工。”记者走进石羊村: the place told right behind the quotation.
  private func quoted(_ position: Int, from start: Int) -> Int? {
    guard start < text.count, text[start].opensQuotation,
      let close = text[position..<min(text.count, position + 4 * Self.reach)].firstIndex(where: {
        $0 == "”" || $0 == "\n"
      }), text[close] == "”"
    else { return nil }
    let end = min(text.count, close + Self.reach)
    var last: Int?
    var index = signs.partitioningIndex { $0.span.start >= close }
    while index < signs.count, signs[index].span.end <= end,
      !text[close + 1..<signs[index].span.start].contains(where: { $0.endsSentence || $0 == "\n" })
    {
      if case .place(let record) = signs[index].means { last = record }
      index += 1
    }
    return last.flatMap { records[$0].lies(in: records[main]) ? $0 : nil }
  }

  /// The last place of the sentence before a name.
  private static func home(
    of start: Int, _ text: [Unicode.Scalar], _ signs: [PlaceSign]
  ) -> Int? {
    let index = signs.partitioningIndex { $0.span.start >= start }
    guard index > 0, case .place(let record) = signs[index - 1].means,
      start - signs[index - 1].span.end < reach, signs[index - 1].span.end <= start,
      !text[signs[index - 1].span.end..<start].contains(where: { $0.endsSentence || $0 == "\n" })
    else { return nil }
    return record
  }
}

extension PlaceRecord {
  /// Whether a place is a village, a street or a town within another.
  func lies(in other: PlaceRecord) -> Bool {
    path.count > other.path.count && path.contains { $0.name == other.name }
  }
}
