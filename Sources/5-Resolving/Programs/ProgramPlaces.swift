import Matching
import Model

/// Where the article shows its initiatives running.
struct ProgramPlaces {
  private let extracted: ExtractedArticle
  private let places: Resolved<PlaceRecord>
  private let text: [Unicode.Scalar]
  private let sentences: Sentences
  /// The resolved place mentions of each field, in reading order.
  private let mentions: [Field: [Int]]
  /// The record of the place the article is about.
  private let main: Int?

  /// Prepares an article.
  init(_ extracted: ExtractedArticle, places: Resolved<PlaceRecord>) {
    self.extracted = extracted
    self.places = places
    text = extracted.article.body.scalars
    sentences = Sentences(text)
    main = Self.main(extracted, places)
    let resolved = extracted.places.indices.filter { places.recordOfMention[$0] != nil }
    mentions = Dictionary(grouping: resolved) { extracted.places[$0].field }
  }

  /// The place that governs a mention: the one in its name, the nearest before it in its sentence,
  /// the one the paragraph has come to, or the one the article is about.
  func place(of mention: ProgramMention) -> Int? {
    if let named = named(in: mention) { return named }
    guard mention.field == .body else {
      return nearest(in: mention.field, 0..<mention.span.start) ?? main
    }
    var end = mention.span.start
    for _ in 0..<Self.reach {
      let start = sentences.start(before: end)
      if let place = spoken(in: start..<end) { return place }
      guard start > 0, text[start - 1] != "\n" else { break }
      end = start - 1
    }
    return main
  }

  /// How many sentences back a paragraph is asked for its place.
  private static let reach = 12

  /// The place in the name, if the article's own place holds it or is held by it as a province's.
  private func named(in mention: ProgramMention) -> Int? {
    guard let record = nearest(in: mention.field, mention.span.range) else { return nil }
    guard let main, record != main else { return record }
    let own = places.records[record]
    let isInside = own.path.contains { $0 == places.records[main].own }
    return isInside || own.own.level == .province ? record : nil
  }

  /// The last place that a stretch of the body names, or means by 该镇 or 该小区.
  private func spoken(in range: Range<Int>) -> Int? {
    let named = nearestMention(in: .body, range)
    for index in range.reversed() where text[index] == "该" {
      if let named, extracted.places[named].span.start > index { break }
      if let level = level(at: index + 1) { return nearest(level, before: index) }
    }
    return named.flatMap { places.recordOfMention[$0] }
  }

  private static let levels: [(word: String, level: PlaceLevel)] = [
    ("镇", .town), ("乡", .town), ("街道", .town), ("社区", .community), ("村", .community),
    ("小区", .estate), ("县", .county), ("区", .county), ("市", .city),
  ]

  private func level(at index: Int) -> PlaceLevel? {
    Self.levels.first { text[min(index, text.count)...].starts(with: $0.word.unicodeScalars) }?
      .level
  }

  private func nearest(in field: Field, _ range: Range<Int>) -> Int? {
    nearestMention(in: field, range).flatMap { places.recordOfMention[$0] }
  }

  /// The last resolved place mention inside a range, those of people left aside (某镇负责人).
  private func nearestMention(in field: Field, _ range: Range<Int>) -> Int? {
    let mentions = mentions[field] ?? []
    var index = mentions.partitioningIndex(where: {
      extracted.places[$0].span.start >= range.upperBound
    })
    while index > 0 {
      index -= 1
      let span = extracted.places[mentions[index]].span
      if span.start < range.lowerBound { return nil }
      if span.end <= range.upperBound, !(field == .body && isOfPeople(span.end)) {
        return mentions[index]
      }
    }
    return nil
  }

  private static let people = ["负责人", "干部", "代表", "居民", "村民"]

  private func isOfPeople(_ end: Int) -> Bool {
    Self.people.contains { text[end...].starts(with: $0.unicodeScalars) }
  }

  private func nearest(_ level: PlaceLevel, before end: Int) -> Int? {
    let mention = extracted.places.indices.last { index in
      guard let record = places.recordOfMention[index] else { return false }
      let place = extracted.places[index]
      return (place.field != .body || place.span.end <= end)
        && Self.fits(places.records[record].own, level)
    }
    return mention.flatMap { places.recordOfMention[$0] }
  }

  /// Whether a place may be meant by a word of a level; 该市 also means a county-level city.
  private static func fits(_ place: PlaceRecord.Step, _ level: PlaceLevel) -> Bool {
    place.level == level
      || level == .city && place.level == .county && place.name.unicodeScalars.last == "市"
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
