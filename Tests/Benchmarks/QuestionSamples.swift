import CorpusGenerator
import Model
import Querying
import SQLite

/// Names of an archive to ask for, drawn by a seed.
struct QuestionSamples {
  private var random = Dice(seed: 7)
  private let counties: [String]
  private let cities: [String]
  private let villages: [String]
  private let people: [String]
  private let sources: [String]
  private let texts: [String]

  init(_ file: ArchiveFile) throws {
    func some(_ sql: String) throws -> [String] { try file.rows(sql) { $0.text(0) ?? "" } }
    counties = try some("SELECT path FROM places WHERE level = 'county' LIMIT 500")
    cities = try some("SELECT path FROM places WHERE level = 'city' LIMIT 200")
    villages = try some("SELECT path FROM places WHERE level = 'community' LIMIT 2000")
    people = try some("SELECT DISTINCT name FROM bylines LIMIT 500")
    sources = try some("SELECT DISTINCT source FROM articles LIMIT 300")
    texts = try some("SELECT text FROM articles LIMIT 500")
  }

  mutating func county() -> Filters.Place { Filters.Place(random.pick(counties)) }
  mutating func city() -> Filters.Place { Filters.Place(random.pick(cities)) }
  mutating func village() -> Filters.Place { Filters.Place(random.pick(villages)) }
  mutating func person() -> String { random.pick(people) }
  mutating func source() -> String { random.pick(sources) }
  mutating func year() -> CalendarDate? {
    CalendarDate(year: random.number(2016..<2025), month: random.number(1..<13), day: 1)
  }
  mutating func number(_ range: Range<Int>) -> Double { Double(random.number(range)) }
  mutating func pick(_ words: [String]) -> String { random.pick(words) }

  /// Words that stand in some article.
  mutating func words(_ count: Int) -> String {
    let text = Array(random.pick(texts).unicodeScalars)
    let start = random.number(0..<max(1, text.count - count))
    let words = String(String.UnicodeScalarView(text[start..<min(start + count, text.count)]))
    // What search ignores is no question.
    return words.allSatisfy { $0.isPunctuation || $0.isWhitespace } ? "居民" : words
  }
}
