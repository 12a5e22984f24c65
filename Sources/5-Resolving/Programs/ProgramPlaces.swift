import Matching
import Model

/// Where the article shows its initiatives running.
struct ProgramPlaces {
  private let extracted: ExtractedArticle
  private let places: Resolved<PlaceRecord>
  private let main: Int?

  /// Prepares an article.
  init(_ extracted: ExtractedArticle, places: Resolved<PlaceRecord>) {
    self.extracted = extracted
    self.places = places
    main = Self.main(extracted, places)
  }

  /// The place that governs a mention: the nearest before it in its sentence, else the one that
  /// 该镇 or 全市 stands for, else the one the article is about.
  func place(of mention: ProgramMention) -> Int? {
    guard mention.field == .body else {
      return nearest(in: mention.field, before: mention.span.end, from: 0) ?? main
    }
    let text = extracted.article.body.scalars
    var start = mention.span.start
    while start > 0, !text[start - 1].endsSentence, text[start - 1] != "\n" { start -= 1 }
    if let back = anaphor(in: text, start..<mention.span.start) { return back }
    return nearest(in: .body, before: mention.span.end, from: start) ?? carried(to: start, in: text)
      ?? main
  }

  /// The record of the last place mention that ends between `start` and `end`.
  private func nearest(in field: Field, before end: Int, from start: Int) -> Int? {
    for (index, place) in extracted.places.enumerated().reversed()
    where place.field == field && place.span.end <= end && place.span.start >= start {
      if let record = places.recordOfMention[index] { return record }
    }
    return nil
  }

  /// The place of the paragraph so far.
  private func carried(to index: Int, in text: [Unicode.Scalar]) -> Int? {
    var start = index
    while start > 0, text[start - 1] != "\n" { start -= 1 }
    return nearest(in: .body, before: index, from: start)
  }

  private static let levels: [(word: String, level: PlaceLevel)] = [
    ("该镇", .town), ("该乡", .town), ("该街道", .town), ("该社区", .community), ("该村", .community),
    ("该小区", .estate), ("该县", .county), ("该区", .county), ("该市", .city),
  ]

  /// The place that the last 该镇, 该小区 … of a sentence's beginning stands for.
  private func anaphor(in text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    for index in range.reversed() where text[index] == "该" {
      for (word, level) in Self.levels where text[index...].starts(with: word.unicodeScalars) {
        guard nearest(in: .body, before: range.upperBound, from: index) == nil else { return nil }
        return nearest(level, before: index)
      }
    }
    return nil
  }

  private func nearest(_ level: PlaceLevel, before end: Int) -> Int? {
    for (index, place) in extracted.places.enumerated().reversed() {
      guard let record = places.recordOfMention[index],
        place.field != .body || place.span.end <= end,
        places.records[record].own.level == level
      else { continue }
      return record
    }
    return nil
  }

  /// The last place of the headline, else the place named most often.
  private static func main(_ extracted: ExtractedArticle, _ places: Resolved<PlaceRecord>) -> Int? {
    for field in [Field.title, .subtitle] {
      for (index, place) in extracted.places.enumerated().reversed() where place.field == field {
        if let record = places.recordOfMention[index] { return record }
      }
    }
    return places.records.indices.max {
      (places.records[$0].mentions, $1) < (places.records[$1].mentions, $0)
    }
  }
}
