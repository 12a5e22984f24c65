import Matching

/// Words that tell whether a line end divides a sentence.
enum CommonWords {
  /// Whether two characters make one of the most frequent words.
  static func holds(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    pairs.contains(UInt64(a.value) << 32 | UInt64(b.value))
  }

  /// Whether a line ends with a word that cannot end it: 告诉, 以及, 位于.
  static func promisesMore(_ line: [Unicode.Scalar]) -> Bool {
    for length in 1...3 where length < line.count {
      if unfinished.value(of: line, in: line.count - length..<line.count) != nil { return true }
    }
    return false
  }

  /// Whether a line opens as only sentences do: 据了解，, 一是, 近日，.
  static func opensSentence(_ line: [Unicode.Scalar]) -> Bool {
    openings.longestMatch(in: line, at: 0) != nil
  }

  /// Whether a line is numbered: 一、, （三）, 2., 第四章.
  static func startsItem(_ line: [Unicode.Scalar]) -> Bool {
    var index = 0
    while index < line.count, index < 3, numerals.contains(line[index]) { index += 1 }
    guard index > 0, index < line.count else { return false }
    return line[index] == "、"
      || line[index] == "."
        && !(index + 1 < line.count
          && line[index + 1].isASCIIDigit)
  }

  /// Whether a run holds a word of credits: 记者, 摄, 通讯员.
  static func holdsCredit(_ run: [Unicode.Scalar]) -> Bool {
    guard run.count <= 40 else { return false }
    return run.indices.contains { credits.longestMatch(in: run, at: $0) != nil }
  }

  /// Whether a line is no longer than lines of credits are and holds one of their labels.
  static func holdsLabel(_ line: [Unicode.Scalar]) -> Bool {
    line.count <= 60 && line.indices.contains { labels.longestMatch(in: line, at: $0) != nil }
  }

  private static let labels = WordSet(
    words: ["来源：", "来源:", "作者：", "作者:", "发布时间", "发布日期", "发表时间", "责任编辑：", "责任编辑:"])
  private static let numerals = ScalarSet("一二三四五六七八九十0123456789")

  private static let unfinished = lexicon("unfinished")
  private static let openings = lexicon("opening")
  private static let credits = lexicon("credit")

  private static func lexicon(_ role: String) -> WordSet {
    WordSet(
      words: LexiconFile(PackageResources.break_words_txt).entries
        .filter { $0.count > 1 && $0[1] == role }
        .map { $0[0] })
  }

  private static let pairs: Set<UInt64> = {
    var pairs: Set<UInt64> = []
    let halves = [PackageResources.words_first_txt, PackageResources.words_second_txt]
    for group in halves.flatMap({ LexiconFile($0).words }) {
      let scalars = Array(group.unicodeScalars)
      guard let first = scalars.first else { continue }
      for second in scalars.dropFirst() {
        pairs.insert(UInt64(first.value) << 32 | UInt64(second.value))
      }
    }
    return pairs
  }()
}
