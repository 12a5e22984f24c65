import Matching

/// The words of time, read once.
final class TimeWords: Sendable {
  /// Where a word may stand in a phrase.
  enum Part: Sendable {
    /// 今年, 上半年, 下午.
    case unit
    /// 初, 底, 末: only behind another word.
    case vagueEnd
  }

  /// The words built into the program.
  static let standard = TimeWords()

  let prefixes: WordSet
  let parts: Lexicon<Part>
  let suffixes: WordSet
  let vague: WordSet

  private init() {
    let entries = LexiconFile(PackageResources.times_tsv).entries.filter { $0.count == 2 }
    func words(_ kind: String) -> [String] { entries.filter { $0[1] == kind }.map { $0[0] } }
    prefixes = WordSet(
      words: ["截至", "截止", "截止到", "自", "从", "自从", "北京时间", "早在", "到", "至"])
    parts = Lexicon(
      (words("year") + words("part") + words("day") + words("vague")).map { ($0, .unit) }
        + words("end").map { ($0, .vagueEnd) })
    suffixes = WordSet(words: words("since"))
    vague = WordSet(words: words("vague"))
  }
}
