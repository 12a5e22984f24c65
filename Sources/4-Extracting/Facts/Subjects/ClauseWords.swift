import Matching

/// The verbs and adverbs of a run of words, found by the longest word at each position.
///
/// What lies between is taken for nouns; names and labels are nouns whole.
struct ClauseWords {
  /// A verb or adverb; nil class for an adverb.
  struct Word {
    let range: Range<Int>
    let verb: FactLexicons.VerbClass?
    /// Whether it only says whose: 全市.
    var isScope = false
  }

  let range: Range<Int>
  private(set) var found: [Word] = []

  /// Reads the words of `from..<to`.
  init(_ passage: FencedText, from: Int, to: Int) {
    range = from..<max(from, to)
    let lexicons = FactLexicons.standard
    var at = from
    while at < to {
      guard !passage.isNamed[at] else {
        at += 1
        continue
      }
      let word = Self.word(passage, at, to, lexicons)
      let noun = lexicons.nouns.longestMatch(in: passage.scalars, at: at, end: to)?.length ?? 0
      if let word, word.range.count >= noun {
        found.append(word)
        at = word.range.upperBound
      } else {
        at += max(1, noun)
      }
    }
  }

  private static func word(
    _ passage: FencedText, _ at: Int, _ end: Int, _ lexicons: FactLexicons
  ) -> Word? {
    let verb = lexicons.verbs.longestMatch(in: passage.scalars, at: at, end: end)
    let adverb = lexicons.adverbs.longestMatch(in: passage.scalars, at: at, end: end)
    if let verb, verb.length >= (adverb?.length ?? 0), verb.length > 1 || at + 1 == end,
      !makesNoun(passage.scalars, at + verb.length, end),
      verb.value != .nominal
        || !makesPlaceOfWork(passage.scalars, at + verb.length, end)
          && !makesInstrument(passage, at, at + verb.length, end)
    {
      return Word(range: at..<at + verb.length, verb: verb.value)
    }
    if let adverb, adverb.length > 1 {
      return Word(range: at..<at + adverb.length, verb: nil, isScope: adverb.value)
    }
    return isPair(passage.scalars, at, end)
      ? Word(range: at..<at + 2, verb: .nominal) : nil
  }

  private static let doings = ScalarSet("建筑修砌铺浇挖拆装换植栽播撒查缉抓捕救搜清扫洗运送购售租捐赠拨缴征罚追退焊堆垒填锯砍伐采摘编织印刷涂粉盘整")

  /// 垒砌, 搜缴, 拆换: two signs that are verbs make one.
  private static func isPair(_ text: [Unicode.Scalar], _ at: Int, _ end: Int) -> Bool {
    at + 2 < end && doings.contains(text[at]) && doings.contains(text[at + 1])
      && text[at] != text[at + 1]
      && (at...at + 1).allSatisfy {
        FactLexicons.standard.nouns.longestMatch(in: text, at: $0, end: end) == nil
      }
  }

  /// 率, 量, 额: a verb before them is part of a noun (到位率), unless they open one of their own.
  private static func makesNoun(_ text: [Unicode.Scalar], _ index: Int, _ end: Int) -> Bool {
    guard index < end,
      ["率", "量", "额", "数", "者", "员", "站", "厂", "费", "价", "权", "证", "卡", "法"].contains(text[index])
        || isSpot(text, index)
    else { return false }
    guard index + 1 < text.count else { return true }
    return !["点", "房", "用", "据", "工", "书", "片", "治", "格", "值"].contains(text[index + 1])
  }

  /// 连接线, 蓄水位: 线 and 位 close a noun that opens with the verb.
  private static func isSpot(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard ["线", "位"].contains(text[index]) else { return false }
    return index + 1 >= text.count
      || !["路", "缆", "上", "下", "索", "杆", "材", "于", "居", "列", "置", "次", "民"].contains(
        text[index + 1])
  }

  private static let instruments = WordSet(words: [
    "人员", "车辆", "队伍", "设备", "机械", "物资", "器材", "工具", "费用", "资金", "基地", "中心", "平台", "网络", "系统", "设施",
    "大户",
    "能手", "单位", "企业", "机构",
  ])

  /// 、抢修车辆554台次, 出动抢修人员, 发电机28台: who does something or with what; but 检查车辆 at the head of a
  /// clause has an object.
  private static func makesInstrument(
    _ passage: FencedText, _ start: Int, _ index: Int, _ end: Int
  ) -> Bool {
    let text = passage.scalars
    if let word = instruments.longestMatch(in: text, at: index, end: end) {
      guard index + word.length == end, start > 0 else { return false }
      let verbs = FactLexicons.standard.verbs
      return passage.fences[start - 1] == .list
        || start > 1 && passage.fences[start - 1] == .none
          && verbs.value(of: text, in: start - 2..<start) == .action
    }
    return index + 1 == end && ["机", "车", "船", "艇", "器", "泵"].contains(text[index])
  }

  /// 社, 队, 点: 合作社, 服务队, 示范点 are nouns.
  private static func makesPlaceOfWork(
    _ text: [Unicode.Scalar], _ index: Int, _ end: Int
  ) -> Bool {
    guard index < end, ["社", "队", "组", "室", "点", "园", "网", "店", "院", "所"].contains(text[index])
    else { return false }
    return index + 1 >= text.count || !["区", "织", "有", "亮", "位"].contains(text[index + 1])
  }

  /// Whether a verb of action is among them.
  var holdsAction: Bool { found.contains { $0.verb == .action || $0.verb == .nominal } }
}
