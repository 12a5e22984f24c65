/// What a careful reader recorded from one page; `Tests/Gold/GUIDELINES.md` explains every key.
package struct GoldDocument: Decodable, Sendable {
  /// The name of the page.
  package var document: String
  /// Its articles, later copies among them.
  package var articles: [GoldArticle]
}

/// One article of gold.
package struct GoldArticle: Decodable, Sendable {
  /// The headline.
  package var title: String?
  /// news, feature, photo or notice.
  package var kind: String
  /// The paper or site credited.
  package var source: String?
  /// The day of print, as an ISO date.
  package var published: String?
  /// Those credited.
  package var byline: [GoldCredit]
  /// The first words of the body.
  package var startQuote: String
  /// The last words of the body.
  package var endQuote: String
  /// Which article of the page it repeats.
  package var duplicateOf: Int?
  /// Its places.
  package var places: [GoldPlace]
  /// Its initiatives.
  package var programs: [GoldProgram]
  /// Its organisations.
  package var organizations: [String]
  /// Its people, those credited aside.
  package var people: [GoldPerson]
  /// Its numbers.
  package var facts: [GoldFact]

  /// Its words in reports.
  package var heading: String {
    let words = title.flatMap { $0.isEmpty ? nil : $0 } ?? startQuote
    return String(String.UnicodeScalarView(words.unicodeScalars.prefix(16)))
  }
}

/// Someone credited with an article.
package struct GoldCredit: Decodable, Sendable {
  /// The name.
  package var name: String
}

/// A place of an article.
package struct GoldPlace: Decodable, Sendable {
  /// The name.
  package var name: String
  /// From province to estate, or zone.
  package var level: String
  /// The names from the province down.
  package var path: [String]
  /// The code of GB/T 2260.
  package var code: String?
}

/// An initiative of an article.
package struct GoldProgram: Decodable, Sendable {
  /// The name.
  package var name: String
  /// From method to target.
  package var kind: String
  /// The name of its place.
  package var place: String?
  /// What it serves.
  package var topics: [String]
}

/// A person of an article.
package struct GoldPerson: Decodable, Sendable {
  /// The name.
  package var name: String
  /// The office or calling as printed.
  package var role: String?
}

/// A number of an article.
package struct GoldFact: Decodable, Sendable {
  /// Numeral and unit as printed.
  package var quote: String
  /// In base scale; the lower bound of a range.
  package var value: Double
  /// The upper bound of a range.
  package var valueMax: Double?
  /// The unit without its multiplier.
  package var unit: String
  /// over, about, nearly or under.
  package var approx: String?
  /// What is counted or measured.
  package var subject: String?
  /// What happened to it.
  package var action: String?
  /// From count to measure.
  package var kind: String
  /// The name of its place.
  package var place: String?
  /// The words that date it.
  package var timeText: String?
  /// The name of its initiative.
  package var program: String?
  /// Whose number it is, where not the place's.
  package var owner: Judgement
  /// The quote of the number it is a part of.
  package var total: Judgement
  /// The first day, as an ISO date.
  package var timeStart: Judgement
  /// The last day, as an ISO date.
  package var timeEnd: Judgement

  /// What gold says where a key may be missing, because not every page was read for it.
  package enum Judgement: Equatable, Sendable {
    /// Nobody looked.
    case unread
    /// There is none.
    case none
    /// There is this one.
    case some(String)

    /// The words, nil for none.
    package var words: String? {
      if case .some(let words) = self { words } else { nil }
    }
  }

  private enum Key: String, CodingKey {
    case quote, value, valueMax, unit, approx, subject, action, kind, place, timeText, program
    case owner, total, timeStart, timeEnd
  }

  /// Reads a fact; the keys of a judgement may be missing.
  package init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    quote = try box.decode(String.self, forKey: .quote)
    value = try box.decode(Double.self, forKey: .value)
    valueMax = try box.decodeIfPresent(Double.self, forKey: .valueMax)
    unit = try box.decode(String.self, forKey: .unit)
    approx = try box.decodeIfPresent(String.self, forKey: .approx)
    subject = try box.decodeIfPresent(String.self, forKey: .subject)
    action = try box.decodeIfPresent(String.self, forKey: .action)
    kind = try box.decode(String.self, forKey: .kind)
    place = try box.decodeIfPresent(String.self, forKey: .place)
    timeText = try box.decodeIfPresent(String.self, forKey: .timeText)
    program = try box.decodeIfPresent(String.self, forKey: .program)
    owner = try Self.judgement(box, .owner)
    total = try Self.judgement(box, .total)
    timeStart = try Self.judgement(box, .timeStart)
    timeEnd = try Self.judgement(box, .timeEnd)
  }

  private static func judgement(
    _ box: KeyedDecodingContainer<Key>, _ key: Key
  ) throws -> Judgement {
    guard box.contains(key) else { return .unread }
    let words = try box.decodeIfPresent(String.self, forKey: key)
    return words.flatMap { $0.isEmpty ? nil : .some($0) } ?? Judgement.none
  }
}
