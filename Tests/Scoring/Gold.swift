/// What a careful reader recorded from one page; `Tests/Gold/GUIDELINES.md` explains every key.
package struct GoldDocument: Decodable, Sendable {
  /// The name of the page.
  package var document: String
  /// Its articles, later copies among them.
  package var articles: [GoldArticle]
}

/// One article of gold.
package struct GoldArticle: Decodable, Sendable {
  package var title: String?
  package var kind: String
  package var source: String?
  package var published: String?
  package var byline: [GoldCredit]
  package var startQuote: String
  package var endQuote: String
  package var duplicateOf: Int?
  package var places: [GoldPlace]
  package var programs: [GoldProgram]
  package var organizations: [String]
  package var people: [GoldPerson]
  package var facts: [GoldFact]

  /// Its words in reports.
  package var heading: String {
    let words = title.flatMap { $0.isEmpty ? nil : $0 } ?? startQuote
    return String(String.UnicodeScalarView(words.unicodeScalars.prefix(16)))
  }
}

/// Someone credited with an article.
package struct GoldCredit: Decodable, Sendable {
  package var name: String
}

/// A place of an article.
package struct GoldPlace: Decodable, Sendable {
  package var name: String
  package var level: String
  package var path: [String]
  package var code: String?
}

/// An initiative of an article.
package struct GoldProgram: Decodable, Sendable {
  package var name: String
  package var kind: String
  package var place: String?
  package var topics: [String]
}

/// A person of an article.
package struct GoldPerson: Decodable, Sendable {
  package var name: String
  package var role: String?
}

/// A number of an article.
package struct GoldFact: Decodable, Sendable {
  package var quote: String
  package var value: Double
  package var valueMax: Double?
  package var unit: String
  package var approx: String?
  package var subject: String?
  package var action: String?
  package var kind: String
  package var place: String?
  package var timeText: String?
  package var program: String?
  package var owner: Judgement
  package var total: Judgement
  package var timeStart: Judgement
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
