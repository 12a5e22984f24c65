import Matching
import Model

/// The word lists that the rules of numeric facts look for, read once; a class, since every rule
/// carries it along.
final class FactLexicons: Sendable {
  /// How a verb stands to the number after it.
  enum VerbClass: Sendable {
    /// Says what happened: 新建, 铺设.
    case action
    /// As often part of a noun as a verb: 改造, 服务.
    case nominal
    /// Leads to its complement: 达到, 为.
    case link
    /// Says how something changed: 同比增长.
    case change
    /// A verb only right before a numeral: 建, 有.
    case adjacent
  }

  /// What a word of approximation says.
  struct Approximator: Sendable {
    let stands: String
    let approx: Approximation
  }

  /// The lists built into the program.
  static let standard = FactLexicons()

  let verbs: Lexicon<VerbClass>
  /// Words that may open a clause; true for one that only says whose (全市).
  let adverbs: Lexicon<Bool>
  let lookalikes: WordSet
  let idioms: WordSet
  /// Nouns that hold a verb or a word of grammar: 自来水, 经济.
  let nouns: WordSet
  let approximators: Lexicon<Approximator>

  private init() {
    var verbs = Lexicon<VerbClass>()
    for word in LexiconFile(PackageResources.verbs_action_txt).words { verbs.insert(word, .action) }
    for word in LexiconFile(PackageResources.verbs_nominal_txt).words {
      verbs.insert(word, .nominal)
    }
    for entry in LexiconFile(PackageResources.verbs_other_tsv).entries where entry.count == 2 {
      verbs.insert(entry[0], Self.verbClass(entry[1]))
    }
    self.verbs = verbs
    adverbs = Lexicon(
      LexiconFile(PackageResources.adverbs_txt).entries.map { ($0[0], $0.count == 2) })
    lookalikes = WordSet(words: LexiconFile(PackageResources.lookalikes_txt).words)
    nouns = WordSet(words: LexiconFile(PackageResources.nouns_txt).words)
    idioms = WordSet(words: LexiconFile(PackageResources.idioms_txt).words)
    approximators = Lexicon(
      LexiconFile(PackageResources.approximations_tsv).entries.compactMap(Self.approximator))
  }

  private static func verbClass(_ name: String) -> VerbClass {
    switch name {
    case "link": .link
    case "change": .change
    default: .adjacent
    }
  }

  private static func approximator(_ fields: [String]) -> (String, Approximator)? {
    guard fields.count == 3, let approx = Approximation(rawValue: fields[2]) else { return nil }
    return (fields[0], Approximator(stands: fields[1], approx: approx))
  }
}
