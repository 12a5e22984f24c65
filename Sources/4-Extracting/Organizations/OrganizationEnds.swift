import Matching

/// What some endings tell of the name before them.
enum OrganizationEnds {
  /// What may be named by a division alone: 富阳|中学.
  static let schools = WordSet(words: [
    "中学", "小学", "学校", "医院", "大学", "学院", "银行", "一中", "二中", "三中", "一小", "二小",
  ])

  /// Ends of businesses' names that are ordinary words too.
  static let trades = WordSet(words: ["科技", "传媒", "股份", "物业", "实业", "商场", "超市"])

  /// Short ends that close a name, whatever follows.
  static let closing = WordSet(words: [
    "集团", "公司", "医院", "学校", "支行", "分行", "水厂", "电厂", "煤矿", "林场", "酒厂", "糖厂", "钢厂", "纸厂", "茶厂",
  ])

  private static let owned = WordSet(words: [
    "拟", "计划", "董事长", "总经理", "经理", "负责人", "创始人", "公司", "老板", "店主", "店长", "厂长", "院长", "校长", "园长",
    "场主",
  ])

  /// Whether the run ends with an ending, or what follows only a business does or has:
  /// 精工科技|拟投资, 江岸药店|老板.
  static func closesBusiness(_ suffix: Range<Int>, in passage: Passage) -> Bool {
    passage.runEnd(from: suffix.lowerBound) == suffix.upperBound
      || owned.longestMatch(in: passage.text, at: suffix.upperBound) != nil
  }
}
