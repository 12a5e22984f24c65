import Matching
import Model

/// The words of questions besides names, numbers and dates.
enum QuestionLexicon {
  /// The words, Latin letters in lower case.
  static let words: Lexicon<QuestionWord> = {
    var words = Lexicon<QuestionWord>()
    for entry in LexiconFile(PackageResources.question_words_txt).entries {
      guard let word = word(role: entry[1], value: entry.count > 2 ? entry[2] : "") else {
        continue
      }
      words.insert(entry[0], merged(words[entry[0]], word))
    }
    for entry in LexiconFile(PackageResources.fact_actions_txt).entries {
      words.insert(entry[0], .action(entry.count > 1 ? entry[1] : entry[0]))
    }
    for entry in LexiconFile(PackageResources.fact_subjects_txt).entries {
      let unit = entry.count > 2 ? entry[2] : nil
      words.insert(entry[0].lowercased(), .subject(entry[1], unit: unit))
    }
    return words
  }()

  /// The head nouns a person leaves out of a program's name.
  static let programEndings = Set(LexiconFile(PackageResources.program_endings_txt).words)

  /// All words, to find the one a person may have meant.
  static var spellings: [String] { LexiconFile(PackageResources.question_words_txt).words }

  private static func merged(_ known: QuestionWord?, _ word: QuestionWord) -> QuestionWord {
    switch (known, word) {
    case (.show(let show), .group(let group)): .showOrGroup(show, group)
    default: word
    }
  }

  private static func word(role: String, value: String) -> QuestionWord? {
    if let comparison = Comparison(rawValue: role) { return .compare(comparison) }
    if let time = TimeWord(rawValue: role) { return .time(time) }
    if let order = Order(rawValue: role) { return .order(order) }
    if let untold = Untold(rawValue: role) { return .untold(untold) }
    switch role {
    case "show": return Show(rawValue: value).map { .show($0) }
    case "group": return Grouping(rawValue: value).map { .group($0) }
    case "kind": return ArticleKind(rawValue: value).map { .kind($0) }
    case "least-after": return .compareAfter(.least)
    case "most-after": return .compareAfter(.most)
    case "unit": return .unit(value)
    case "asked-unit": return .askedUnit(value)
    case "role": return .role(value)
    case "action": return .action(value)
    default: return plain[role]
    }
  }

  private static let plain: [String: QuestionWord] = [
    "each": .each, "which": .which, "many": .many, "money": .money, "spend": .spend,
    "about": .about, "mention": .mention, "run": .run, "filler": .filler,
    "relative": .relative, "place": .place, "total": .total, "amount": .amount, "unit-of": .unitOf,
    "or": .either, "between": .between, "between-after": .between, "without": .without,
  ]
}
