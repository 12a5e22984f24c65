import Matching
import Model

/// Those who own bodies all over the country and stand before the place of each.
enum OrganizationOwners {
  private static let partyNames = [
    "共青团", "民建", "民革", "民盟", "民进", "农工党", "致公党", "台盟", "九三学社",
  ]

  private static let parties = WordSet(words: partyNames)

  private static let owners = WordSet(
    words: partyNames + [
      "中共", "国网", "国家税务总局", "武警", "农行", "工行", "建行", "邮储", "南方电网",
    ])

  private static let concerns = WordSet(words: [
    "银行", "农商行", "商行", "信用社", "联社", "保险", "人寿", "财险", "证券", "公司", "集团",
  ])

  private static let branches = WordSet(words: ["支行", "分行", "支公司", "分公司", "营业部"])

  /// Where a name starts whose place starts at `index`: 中共|柳林县委, 农行|柳林支行, and back to
  /// `start` the concern of a branch, 江南银行|柳林支行.
  static func start(
    in passage: Passage, before index: Int, from start: Int, suffix: Range<Int>
  ) -> Int {
    let text = passage.text
    if let owner = owners.longestMatch(in: text, endingAt: index, from: max(0, index - 6)) {
      return index - owner.length
    }
    // 农行|甘肃张掖分行: the province between.
    if let place = passage.place(endingAt: index),
      let owner = owners.longestMatch(
        in: text, endingAt: place.span.start, from: max(0, place.span.start - 6))
    {
      return place.span.start - owner.length
    }
    guard branches.longestMatch(in: text, at: suffix.lowerBound) != nil, start + 2 <= index,
      index - start <= 10,
      concerns.longestMatch(in: text, endingAt: index, from: start) != nil
    else { return index }
    return start
  }

  /// The length of the party or league whose committee stands before `index`: 共青团|柳林县委 is not
  /// 柳林县委.
  static func party(in passage: Passage, before index: Int) -> Int {
    parties.longestMatch(in: passage.text, endingAt: index, from: max(0, index - 4))?.length ?? 0
  }
}
