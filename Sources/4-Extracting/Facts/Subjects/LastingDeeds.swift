/// Verbs that go on for a while, so that the length of time behind them is theirs: 实施6年来.
enum LastingDeeds {
  private static let words: Set<String> = [
    "实施", "开展", "运行", "推行", "推进", "运营", "坚持", "经营", "创办", "开办", "帮扶", "驻村", "建设", "试点",
  ]

  /// Whether the words before `end` close with such a verb.
  static func ends(_ passage: FencedText, _ end: Int) -> Bool {
    end > 1 && words.contains(passage.string(end - 2..<end))
  }
}
