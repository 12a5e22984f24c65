import Matching
import Model

/// Finds the initiative a number belongs to: one its sentence names or means by 该项目, else one that
/// the sentences right before it in the paragraph name, else the one the article is about.
struct ProgramAttribution {
  private struct Mention {
    let span: Span
    let record: Int
  }

  private let text: [Unicode.Scalar]
  private let mentions: [Mention]
  private let names: [[Unicode.Scalar]]
  /// The initiative that the whole article is about.
  private let leading: Int?

  /// Reads the mentions of the body.
  init(_ extracted: ExtractedArticle, _ programs: Resolved<ProgramRecord>) {
    text = extracted.article.body.scalars
    leading = LeadingProgram(extracted, programs).record
    names = programs.records.map { Array($0.name.unicodeScalars) }
    mentions = zip(extracted.programs, programs.recordOfMention).compactMap { mention, record in
      guard mention.field == .body, let record else { return nil }
      return Mention(span: mention.span, record: record)
    }
  }

  /// The index of the program, nil where the words name none.
  func program(of quantity: Quantity) -> Int? {
    let sentence = quantity.sentence
    let inside = mentions.filter { sentence.contains($0.span) }
    if let counted = inside.first(where: { follows(quantity.span.end, $0) }) {
      return counted.record
    }
    let owners = inside.filter { $0.span.end <= quantity.span.start && !isExample($0) }
    let start = owners.last?.span.end ?? sentence.start
    if let meant = meant(in: start..<quantity.span.start) { return meant }
    if let before = owners.last { return before.record }
    if let after = inside.first(where: { $0.span.start >= quantity.span.end && !isExample($0) }) {
      return after.record
    }
    guard inside.isEmpty else { return nil }
    guard quantity.kind != .age else { return nil }
    return carried(to: sentence.start) ?? leading
  }

  /// How many sentences on an initiative's numbers may stand.
  private static let reach = 3

  /// The last initiative that the sentences before `start` in its paragraph name.
  private func carried(to start: Int) -> Int? {
    let paragraph = paragraphStart(start)
    let last = mentions.last { paragraph <= $0.span.start && $0.span.end <= start }
    guard let last else { return nil }
    let sentences = text[last.span.end..<start].count(where: \.endsSentence)
    return sentences <= Self.reach ? last.record : nil
  }

  /// Whether a mention stands right behind a number: 55个“…”项目, 为期一个月的“…”活动.
  private func follows(_ end: Int, _ mention: Mention) -> Bool {
    mention.span.start == end || mention.span.start == end + 1 && text[end] == "的"
  }

  /// Whether a mention is an example of a counted class (…、…等16个项目), to which its numbers belong.
  private func isExample(_ mention: Mention) -> Bool {
    let at = mention.span.end
    guard at + 1 < text.count else { return false }
    if text[at] == "等" {
      return text[at + 1].isASCIIDigit || Self.numerals.contains(text[at + 1])
    }
    guard text[at] == "、" else { return false }
    return mentions.contains { $0.span.start == at + 1 && isExample($0) }
  }

  private static let numerals = ScalarSet("一二三四五六七八九十两")

  /// The last initiative before a stretch that 该, 此项 or 这项 with its head noun means there.
  private func meant(in range: Range<Int>) -> Int? {
    for index in range.reversed() where "该此这".unicodeScalars.contains(text[index]) {
      var noun = index + 1
      while noun < range.upperBound, "项个一".unicodeScalars.contains(text[noun]) { noun += 1 }
      let found = mentions.last {
        $0.span.end <= index && ends(names[$0.record], with: text[noun..<range.upperBound])
      }
      if let found { return found.record }
    }
    return nil
  }

  /// Whether the last two, three or four characters of a name start a stretch of words.
  private func ends(_ name: [Unicode.Scalar], with words: ArraySlice<Unicode.Scalar>) -> Bool {
    (2...4).contains { name.count > $0 && words.starts(with: name.suffix($0)) }
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
