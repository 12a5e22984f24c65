import Matching
import Model

/// The words that programs are told by.
enum ProgramLexicon {
  /// How far a head noun makes a name.
  enum HeadClass: String {
    /// Makes a name of any label beside it, and of a distinctive phrase before it.
    case strong
    /// Makes a name where a verb introduces it or the label has a distinctive form.
    case soft
    /// Makes a name of a label only.
    case label
    /// Only tells what a label right beside it names.
    case weak
    /// Something that is built.
    case works
    /// Something that is issued.
    case document
    /// A span of time that a label names.
    case event
  }

  /// The head noun of an initiative.
  struct Head {
    /// What sort of initiative it makes.
    let kind: ProgramKind
    /// How far it makes a name.
    let headClass: HeadClass
  }

  /// What a verb before a label says.
  enum Cue: String {
    /// The label is an initiative.
    case name
    /// Something is set up: the label is an initiative if it has a head noun.
    case build
    /// The label is an initiative if its form is distinctive.
    case soft
    /// Only a name without marks is an initiative.
    case unquoted
  }

  /// Head nouns.
  static let heads = Lexicon(
    LexiconFile(PackageResources.program_heads_txt).entries.compactMap { fields in
      guard fields.count == 3, let kind = ProgramKind(rawValue: fields[1]),
        let headClass = HeadClass(rawValue: fields[2])
      else { return nil }
      return (fields[0], Head(kind: kind, headClass: headClass))
    } as [(String, Head)])

  /// Verbs that introduce an initiative.
  static let cues = Lexicon(
    LexiconFile(PackageResources.program_cues_txt).entries.compactMap { fields in
      Cue(rawValue: fields[1]).map { (fields[0], $0) }
    })

  /// Initiatives known all over the country.
  static let known = Lexicon(
    LexiconFile(PackageResources.program_known_txt).entries.compactMap { fields in
      ProgramKind(rawValue: fields[1]).map { (fields[0], $0) }
    })

  /// The names of those.
  static let knownNames = WordSet(words: LexiconFile(PackageResources.program_known_txt).words)

  /// Words that only say what sort of thing is meant (重大, 服务平台).
  static let generic = WordSet(words: LexiconFile(PackageResources.program_generic_txt).words)

  /// Verbs that a project's or a campaign's name may hold: 农田整治, 文明提升行动.
  static let deeds = WordSet(words: [
    "建设", "改造", "整治", "治理", "保护", "修复", "提升", "扩建", "改建", "新建", "维修", "加固", "开发", "升级", "安置",
    "拓宽", "修缮", "更新", "迁建", "利用", "综合治理", "综合整治", "升级改造", "提升改造", "改扩建", "开发利用", "保护利用",
    "清理", "培育", "推进", "改善", "优化", "巩固", "巩固提升", "突破", "倍增",
  ])

  /// Ends of the names of things that are built or repaired: 灌区, 小学, 互通.
  static let sites = WordSet(words: LexiconFile(PackageResources.program_sites_txt).words)

  /// Words that, right behind a label, show that it is none.
  static let refusedAfter = refused("after")

  /// Labels that are metaphors, slogans or self-praise.
  static let refusedLabels = refused("label")

  private static func refused(_ place: String) -> WordSet {
    let entries = LexiconFile(PackageResources.program_refused_txt).entries
    return WordSet(words: entries.filter { $0[1] == place }.map { $0[0] })
  }
}

extension Lexicon {
  /// The longest word of the lexicon that ends at `end` and starts at `start` or later.
  func longestMatch(in text: [Unicode.Scalar], endingAt end: Int, from start: Int)
    -> (length: Int, value: Value)?
  {
    guard start < end else { return nil }
    for index in max(start, end - 12)..<end {
      if let value = value(of: text, in: index..<end) {
        return (end - index, value)
      }
    }
    return nil
  }
}
