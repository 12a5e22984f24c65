import Matching
import Model

/// The words the place rules look for; a class, since every rule carries it along.
final class PlaceLexicons: Sendable {
  /// How much a head noun alone says.
  enum Strength: String, Sendable {
    /// It makes a name.
    case strong
    /// It makes a name where something else speaks for one.
    case weak
    /// It may be a whole name by itself: 高新区.
    case bare
  }

  /// The lexicons built into the program.
  static let shared = PlaceLexicons()

  /// A head noun of places below the gazetteer.
  struct HeadNoun: Sendable {
    /// The level that the noun shows.
    let level: PlaceLevel
    /// How much the noun alone says.
    let strength: Strength
    /// The noun itself.
    let word: String
  }

  /// Division names that are also ordinary words.
  let ordinaryNames = WordSet(words: LexiconFile(PackageResources.place_ordinary_names_txt).words)
  /// What follows a division's name inside a longer name.
  let nameEnds = WordSet(words: LexiconFile(PackageResources.place_name_ends_txt).words)
  /// Ordinary words that begin like such an ending.
  let openWords = WordSet(words: LexiconFile(PackageResources.place_open_words_txt).words)
  /// Endings of institutions that tell of no place; false for one that hides only a short form.
  let institutionEnds = WordSet(
    LexiconFile(PackageResources.place_institution_ends_txt).entries.map { fields in
      (fields[0], fields.count < 2)
    })
  /// Words before a name that do not belong to it.
  let nameStops = WordSet(words: LexiconFile(PackageResources.place_name_stops_txt).words)
  /// Frequent words that end no name.
  let plainWords = WordSet(
    words: LexiconFile(PackageResources.place_plain_words_a_txt).words
      + LexiconFile(PackageResources.place_plain_words_b_txt).words
      + LexiconFile(PackageResources.place_plain_words_c_txt).words)
  /// Words that end like a county of one character: 响应 before 县委.
  let cutWords = WordSet(words: LexiconFile(PackageResources.place_cut_words_txt).words)
  /// What makes a head noun a kind.
  let genericStems = WordSet(words: LexiconFile(PackageResources.place_generic_stems_txt).words)
  /// What follows the name of a housing area.
  let estateSigns = WordSet(words: LexiconFile(PackageResources.place_estate_signs_txt).words)
  /// Words of living or lying that stand before a housing area.
  let homeWords = WordSet(words: LexiconFile(PackageResources.place_home_words_txt).words)
  /// Spots in or near a housing area, and what is done there.
  let spotWords = WordSet(words: LexiconFile(PackageResources.place_spot_words_txt).words)
  /// Head nouns of places below the gazetteer.
  let headNouns = Lexicon(
    LexiconFile(PackageResources.place_head_nouns_txt).entries.compactMap { fields in
      fields.count < 3 ? nil : PlaceLexicons.headNoun(fields)
    })

  private static func headNoun(_ fields: [String]) -> (String, HeadNoun)? {
    guard let level = PlaceLevel(rawValue: fields[1]), let strength = Strength(rawValue: fields[2])
    else { return nil }
    return (fields[0], HeadNoun(level: level, strength: strength, word: fields[0]))
  }

  private init() {}
}

extension Lexicon {
  /// Whether a word starts at `index`.
  func startsWord(in text: [Unicode.Scalar], at index: Int) -> Bool {
    index < text.count && longestMatch(in: text, at: index) != nil
  }

  /// Whether a word fills the range.
  func holds(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    value(of: text, in: range) != nil
  }

  /// Whether a word of at most `longest` code points ends at `end`, not before `start`.
  func endsWord(
    in text: [Unicode.Scalar], at end: Int, from start: Int, longest: Int = 6
  ) -> Bool {
    guard end > start else { return false }
    return (max(start, end - longest)..<end).contains { holds(text, $0..<end) }
  }
}
