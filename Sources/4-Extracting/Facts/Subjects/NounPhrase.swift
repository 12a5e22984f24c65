import Matching
import Units

/// Cuts a run of words down to the noun phrase that is counted.
struct NounPhrase {
  private let passage: FencedText
  private var text: [Unicode.Scalar] { passage.scalars }
  private let words = FactLexicons.standard

  /// The longest subject; a longer run keeps its end, where the head noun stands.
  static let longest = 16
  /// Beyond this a phrase is cut down to the head noun that 等 leads to.
  private static let head = 10
  /// Beyond this a list is cut down to its last member.
  private static let listed = 13

  /// Cuts phrases of a passage.
  init(_ passage: FencedText) { self.passage = passage }

  /// The phrase that ends a run before its verb or number; nil where nothing is left.
  func ending(_ range: Range<Int>) -> Range<Int>? {
    var low = afterMark(range.lowerBound, range.upperBound)
    var high = range.upperBound
    if isOther(low, high) { return high - 2..<high }
    trimStart(&low, high)
    trimEnd(low, &high)
    dropBracket(low, &high)
    guard !isReckoning(low, high), !isThere(low, high) else { return nil }
    if let ratio = ratio(low, high) { return ratio }
    low = max(afterLastAttribute(low, high), afterLastTime(low, high))
    trimStart(&low, high)
    if high - low > Self.head { low = afterEnumeration(low, high) }
    if high - low > Self.listed { low = afterLastList(low, high) }
    if high - low > Self.longest { low = high - Self.longest }
    return isNoun(low, high) ? low..<high : nil
  }

  /// （三）: the mark of a list in front.
  private func afterMark(_ low: Int, _ high: Int) -> Int {
    guard low + 2 < high, text[low] == "（" || text[low] == "(",
      let close = (low + 2..<min(high, low + 4)).first(where: {
        text[$0] == "）" || text[$0] == ")"
      }),
      (low + 1..<close).allSatisfy({ Figures.canStart(text[$0]) })
    else { return low }
    return close + 1
  }

  /// 其中核桃6亩、其它2亩: what is left of a whole.
  private func isOther(_ low: Int, _ high: Int) -> Bool {
    high - low >= 2 && high - low <= 3 && text[high - 2] == "其"
      && (text[high - 1] == "它" || text[high - 1] == "他")
  }

  /// 按平均汇率计算, 按小区数计: how a number is reckoned, not what it measures.
  private func isReckoning(_ low: Int, _ high: Int) -> Bool {
    guard high - low > 2 else { return false }
    if ["计算", "折算", "测算", "换算"].contains(passage.string(high - 2..<high)) { return true }
    return text[high - 1] == "计" && low > 0 && (text[low - 1] == "按" || text[low] == "按")
  }

  /// 从农户那里: a place where something comes from.
  private func isThere(_ low: Int, _ high: Int) -> Bool {
    high - low > 2 && text[high - 1] == "里" && (text[high - 2] == "那" || text[high - 2] == "这")
  }

  /// 税收占财政收入的比重: the whole names the ratio.
  private func ratio(_ low: Int, _ high: Int) -> Range<Int>? {
    guard high - low > 4, high - low <= 24, text[high - 3] == "的",
      text[high - 2] == "比", text[high - 1] == "重" || text[high - 1] == "例",
      let mark = (low..<high).first(where: { text[$0] == "占" && !passage.isNamed[$0] }),
      mark > low
    else { return nil }
    return low..<high
  }

  /// The phrase that opens a run after the unit; nil where nothing is left.
  func opening(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    trimStart(&low, high)
    trimEnd(low, &high)
    return isNoun(low, high) ? low..<high : nil
  }

  /// Adverbs, places and words of scope in front: 全市, 该镇, 其中.
  private func trimStart(_ low: inout Int, _ high: Int) {
    while low < high {
      if passage.isTime[low] {
        low += 1
      } else if let length = demonstrative(low, high) {
        low += length
      } else if text[low] == "每", !passage.isNamed[low] {
        low += rateLength(low, high)
      } else if passage.isPlace[low] {
        let end = placeEnd(low, high)
        guard end < high else { return }
        low = end
      } else if words.nouns.longestMatch(in: text, at: low, end: high) != nil {
        return
      } else if let word = words.adverbs.longestMatch(in: text, at: low, end: high),
        word.length > 1 || isLooseOpening(text[low]) && !opensBound(low, high)
      {
        low += word.length
      } else if ["的", "了", "着", "过", " ", "、", "“", "”", "·", "—", "-"].contains(text[low]),
        !passage.isNamed[low]
      {
        low += 1
      } else {
        return
      }
    }
  }

  /// 这辆客车, 该座大桥: a word that points with its classifier.
  private func demonstrative(_ low: Int, _ high: Int) -> Int? {
    guard low + 2 < high, ["这", "那", "该", "此"].contains(text[low]),
      ["辆", "座", "条", "个", "家", "名", "项", "处", "起", "栋", "所", "位", "台"].contains(text[low + 1]),
      !["目", "庭", "体", "罚", "在", "属", "置"].contains(text[low + 2])
    else { return nil }
    return 2
  }

  /// 每 with the unit behind it, as in 每月工资.
  private func rateLength(_ low: Int, _ high: Int) -> Int {
    guard low + 1 < high else { return 1 }
    let units: [Unicode.Scalar] = ["天", "日", "周", "月", "年", "季", "亩", "人", "户", "台", "个"]
    if units.contains(text[low + 1]) { return 2 }
    return 1 + (UnitTable.standard.longestMatch(in: text, at: low + 1, end: high)?.length ?? 0)
  }

  /// 以下, 以上: no 以 of its own.
  private func opensBound(_ low: Int, _ high: Int) -> Bool {
    text[low] == "以" && low + 1 < high
      && ["下", "上", "内", "外", "前", "后", "来", "工", "奖"].contains(text[low + 1])
  }

  private func placeEnd(_ low: Int, _ high: Int) -> Int {
    var end = low
    while end < high, passage.isPlace[end] { end += 1 }
    return end
  }

  private func isLooseOpening(_ scalar: Unicode.Scalar) -> Bool {
    [
      "和", "与", "及", "并", "或", "共", "各", "该", "有", "在", "对", "将", "为", "已", "均", "都", "还", "又",
      "也", "从", "由", "把", "其", "每", "另", "约", "近", "我", "这", "那", "就", "便", "且", "而", "再", "使",
      "让", "令", "以", "按", "致",
    ]
    .contains(scalar)
  }

  private func trimEnd(_ low: Int, _ high: inout Int) {
    while high > low {
      if passage.isTime[high - 1] {
        high -= 1
        continue
      }
      if high - low > 3, text[high - 2] == "每",
        ["天", "日", "年", "月", "周"].contains(text[high - 1])
      {
        high -= 2
        continue
      }
      if let adverb = adverbLength(low, high) {
        high -= adverb
        continue
      }
      if high - low > 1, text[high - 1] == "均",
        ["亩", "人", "户", "年", "月", "日", "村"].contains(text[high - 2])
      {
        high -= 2
        continue
      }
      let last = text[high - 1]
      guard
        [
          "的", "了", "着", "过", " ", "、", "等", "及", "和", "与", "共", "约", "近", "超", "已", "均", "都", "其",
          "也", "就", "—", "-", "达", "为", "有", "各", "仅", "只", "在", "是", "于", "并", "还", "又", "即", "逾",
          "从", "由", "将", "把", "被", "对", "向", "给", "却", "才", "竟", "便",
        ]
        .contains(last), !passage.isNamed[high - 1], !closesNoun(low, high)
      else {
        return
      }
      high -= 1
    }
  }

  /// 违法行为: the last sign belongs to a noun.
  private func closesNoun(_ low: Int, _ high: Int) -> Bool {
    high - low > 2 && text[high - 1] == "为"
      && words.nouns.value(of: text, in: high - 2..<high) != nil
  }

  /// 比重分别, 居委会专门: an adverb between a phrase and its verb.
  private func adverbLength(_ low: Int, _ high: Int) -> Int? {
    for length in [3, 2] where high - length > low && !passage.isNamed[high - 1] {
      let range = high - length..<high
      let word = words.adverbs.value(of: text, in: range)
      if word == false || word != nil && ["专门", "优先"].contains(passage.string(range)),
        words.verbs.value(of: text, in: range) == nil
      {
        return length
      }
    }
    return nil
  }

  /// 档案库项目（已完工项目）: the remark is left out.
  private func dropBracket(_ low: Int, _ high: inout Int) {
    guard high > low, text[high - 1] == "）" || text[high - 1] == ")",
      let open = (low..<high).last(where: { text[$0] == "（" || text[$0] == "(" }), open > low
    else { return }
    high = open
  }

  /// Behind words of time inside: 合作社今年玫瑰.
  private func afterLastTime(_ low: Int, _ high: Int) -> Int {
    guard let last = (low..<max(low, high - 1)).last(where: { passage.isTime[$0] }) else {
      return low
    }
    return last + 1
  }

  /// Behind the last 的 with words after it.
  private func afterLastAttribute(_ low: Int, _ high: Int) -> Int {
    var at = high - 1
    while at > low {
      if text[at - 1] == "的", !passage.isNamed[at - 1] { return at }
      at -= 1
    }
    return low
  }

  /// Behind 等 of an enumeration: 种植面积 in 蔬菜、瓜果等种植面积.
  private func afterEnumeration(_ low: Int, _ high: Int) -> Int {
    var at = high - 2
    while at > low {
      if text[at] == "等", !passage.isNamed[at] { return at + 1 }
      at -= 1
    }
    return low
  }

  private func afterLastList(_ low: Int, _ high: Int) -> Int {
    var at = high - 1
    while at > low {
      if passage.fences[at - 1] == .list { return at }
      at -= 1
    }
    return low
  }

  private func isNoun(_ low: Int, _ high: Int) -> Bool {
    guard high > low, text[low] != "一" || high - low > 2,
      text[low..<high].contains(where: { $0.isHan || $0.isASCIILetter })
    else {
      return false
    }
    return !(low..<high).allSatisfy { passage.isPlace[$0] } && high - low > 1
      || (high - low == 1 && text[low].isHan)
  }
}
