/// Nouns that measure, so that the number behind them is their value: 面积, 总投资.
enum MeasureNouns {
  private static let signs: Set<Unicode.Scalar> = [
    "积", "长", "度", "额", "资", "金", "值", "量", "费", "款", "价", "入", "本", "重", "高", "宽", "距", "程", "数",
    "模",
    "率", "比", "例", "期", "限", "间", "龄", "润", "税", "债", "出", "产", "房", "地", "口", "力", "容", "速",
  ]

  /// Nouns of things that end like them: 工程 beside 里程.
  private static let things: Set<String> = [
    "工程", "车间", "房间", "窗口", "路口", "港口", "基地", "工地", "住房", "厂房", "课程", "耕地", "林地", "草地", "湿地",
    "空地", "农地", "土地", "田地", "荒地",
  ]

  /// Whether the words before `end` close with such a noun.
  static func ends(_ passage: FencedText, _ end: Int) -> Bool {
    end > 0 && signs.contains(passage.scalars[end - 1])
      && (end < 2 || !things.contains(passage.string(end - 2..<end)))
  }
}
