import Matching

/// What stands behind a number's unit in its clause.
struct RightContext {
  /// The noun phrase right behind the unit.
  var subject: Range<Int>?
  /// The first verb behind that phrase.
  var action: Range<Int>?
  /// The first verb behind that phrase that is no part of a noun.
  var deed: Range<Int>?
  /// Whether the phrase is joined by 的: 36.68亿元的工程.
  var isAttribute = false
}

/// Reads the words behind a number.
struct RightReader {
  private let passage: FencedText
  private var text: [Unicode.Scalar] { passage.scalars }
  private let nouns: NounPhrase

  /// Reads a passage.
  init(_ passage: FencedText) {
    self.passage = passage
    nouns = NounPhrase(passage)
  }

  /// The context behind `start`, to the end of the clause.
  func context(from start: Int, limit: Int) -> RightContext {
    var context = RightContext()
    var at = start
    if at < limit, text[at] == "的" {
      context.isAttribute = true
      at += 1
    }
    let isWithin = at < limit && text[at] == "内"
    if isWithin { at += 1 }
    if let thing = dimensioned(at) {
      context.isAttribute = true
      at = thing
    }
    let clauseEnd = passage.fence(.clause, from: at, limit: limit)
    if let next = followingNumber(at, clauseEnd) ?? attributeNumber(at, clauseEnd) { at = next }
    let stop =
      context.isAttribute
      ? yardstick(at, clauseEnd) ?? nounEnd(from: at, limit: clauseEnd)
      : nounEnd(from: at, limit: clauseEnd)
    context.subject = isWithin || joinsNext(at, clauseEnd) ? nil : nouns.opening(at..<stop)
    let rest = ClauseWords(
      passage, from: afterCircumstance(stop, clauseEnd), to: clauseEnd)
    if stop == clauseEnd || text[stop] != "总" {
      context.action = verb(of: rest) ?? tail(of: rest)
    }
    context.deed = context.isAttribute ? nil : verb(of: rest, only: .action)
    if !isWithin, context.subject.map(isDescription) ?? true,
      let late = lateNoun(from: at, limit: clauseEnd)
    {
      context.subject = late
    }
    return context
  }

  /// 3宗和其他案件600宗: 和 leads to the next member of a list.
  private func joinsNext(_ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, ["和", "与", "及", "并", "或"].contains(text[index]),
      !passage.isNamed[index]
    else { return false }
    return !["谐", "平", "睦", "解", "会", "网", "购", "行"].contains(text[index + 1])
  }

  private static let yardsticks = WordSet(words: [
    "价格", "标准", "速度", "比例", "单价", "均价", "利率", "增速", "历史",
  ])

  /// 6元的价格与商户签约: a noun that measures ends the phrase.
  private func yardstick(_ index: Int, _ limit: Int) -> Int? {
    Self.yardsticks.longestMatch(in: text, at: index, end: limit).map { index + $0.length }
  }

  /// 25个群众身边的场所, 两名经验丰富的战士, 1辆无保险的车: words of place and quality lead to the noun
  /// behind 的.
  private func isDescription(_ subject: Range<Int>) -> Bool {
    guard subject.count > 1, subject.upperBound < text.count, text[subject.upperBound] == "的"
    else { return false }
    return ["无", "未", "非", "最", "较", "更", "很", "带"].contains(text[subject.lowerBound])
      || Self.qualities.value(
        of: text, in: subject.upperBound - 2..<subject.upperBound) != nil
  }

  private static let qualities = WordSet(words: [
    "身边", "附近", "周边", "周围", "丰富", "困难", "良好", "优秀", "严重", "突出", "薄弱", "完善", "齐全", "明显", "适宜", "成熟",
    "特殊", "稳定", "便利", "较大", "较高", "先进", "偏远", "落后", "老化", "破旧",
  ])

  /// 两米宽的村道: the word of dimension between the number and 的.
  private func dimensioned(_ index: Int) -> Int? {
    guard index + 2 < text.count, ["宽", "高", "长", "深", "厚", "重"].contains(text[index]),
      text[index + 1] == "的"
    else { return nil }
    return index + 2
  }

  /// 八方面35项标准: the noun stands behind the second number.
  private func followingNumber(_ index: Int, _ limit: Int) -> Int? {
    var index = index
    while index < limit, ["共", "约", "近", "超"].contains(text[index]) { index += 1 }
    guard index < limit, Figures.arabic(text[index]) != nil,
      let numeral = NumeralReader(text: text).numeral(at: index),
      let measure = MeasureReader(text: text).measure(at: numeral.range.upperBound),
      measure.range.upperBound < limit, passage.fences[measure.range.upperBound] == .none
    else { return nil }
    return measure.range.upperBound
  }

  /// 六个县级400户以上安置点: the second number tells the size of what the first one counts.
  private func attributeNumber(_ index: Int, _ limit: Int) -> Int? {
    let reach = min(limit, index + 6)
    guard index < reach,
      let start = (index..<reach).first(where: { Figures.arabic(text[$0]) != nil }), start > index,
      passage.fences[index..<start].allSatisfy({ $0 == .none }),
      !text[index..<start].contains(where: { ["和", "及", "与", "占"].contains($0) }),
      let numeral = NumeralReader(text: text).numeral(at: start),
      let measure = MeasureReader(text: text).measure(at: numeral.range.upperBound),
      let near = FactLexicons.standard.approximators.longestMatch(
        in: text, at: measure.range.upperBound, end: limit), near.value.stands == "after"
    else { return nil }
    let end = measure.range.upperBound + near.length
    return end < limit && text[end] == "的" ? end + 1 : end
  }

  /// To the next verb, number, adverb or word of grammar.
  private func nounEnd(from start: Int, limit: Int) -> Int {
    let words = ClauseWords(passage, from: start, to: limit)
    var end = passage.fence(.list, from: start, limit: limit)
    if let stop = words.found.first(where: { stops($0, from: start) }) {
      end = min(end, stop.range.lowerBound)
    }
    var at = start
    while at < end {
      if passage.isNamed[at] {
        at += 1
        continue
      }
      if let noun = FactLexicons.standard.nouns.longestMatch(in: text, at: at, end: end) {
        at += noun.length
        continue
      }
      if endsNoun(text[at]) || startsNumber(at, from: start) || joinsNumber(at, end)
        || endsAmong(at, start, limit) || opensTotal(at, start, limit)
      {
        return at
      }
      at += 1
    }
    return end
  }

  private func stops(_ word: ClauseWords.Word, from start: Int) -> Bool {
    switch word.verb {
    case .action: return true
    case .link: return word.range.count > 1
    case .change: return word.range.count > 1
    case .nominal: return isDoneByPeople(word, from: start)
    case .adjacent: return false
    case nil: return !word.isScope
    }
  }

  /// 205个村中，…; 20户人家那里: 中, 里 and 那里 are no part of what is counted.
  private func endsAmong(_ index: Int, _ start: Int, _ limit: Int) -> Bool {
    if index == start, index + 1 < text.count, text[index] == "当", text[index + 1] == "中" {
      return true
    }
    guard index > start else { return false }
    if index + 1 < text.count, text[index] == "那" || text[index] == "这", text[index + 1] == "里" {
      return true
    }
    if index + 1 < text.count, text[index] == "当", text[index + 1] == "中" { return true }
    return (text[index] == "中" || text[index] == "里")
      && (index + 1 >= limit || passage.fences[index + 1] >= .clause)
      && ["）", ")", "区", "户", "人", "员", "民", "业", "目", "村", "件", "案", "间"].contains(text[index - 1])
  }

  /// 两个项目总投资3亿元: the total is what the next number measures.
  private func opensTotal(_ index: Int, _ start: Int, _ limit: Int) -> Bool {
    guard text[index] == "总", index > start + 1, index + 3 < limit else { return false }
    return ["投资", "面积", "里程", "库容", "人口", "产值", "产量", "建筑", "长度", "收入"].contains(
      passage.string(index + 1..<index + 3))
      && (index + 3..<min(limit, index + 7)).contains { Figures.arabic(text[$0]) != nil }
  }

  private static let doings: Set<String> = [
    "种植", "养殖", "发展", "务工", "打工", "外出", "返乡", "参观", "受益", "签约", "组成", "加工", "投保", "就读", "入住", "创业",
    "停电", "停水", "停气", "受灾", "排查", "巡查", "巡逻", "检查", "走访",
    "值守", "检修", "抢修",
  ]

  /// 500户群众种植食用菌: what people do ends the noun that names them.
  private func isDoneByPeople(_ word: ClauseWords.Word, from start: Int) -> Bool {
    word.range.lowerBound == start + 1 && ["村", "县", "镇", "乡"].contains(text[start])
      || word.range.lowerBound > start + 1 && Self.doings.contains(passage.string(word.range))
        && ["户", "民", "众", "人", "员", "工", "生", "伍", "队", "警"].contains(
          text[word.range.lowerBound - 1])
  }

  private func endsNoun(_ scalar: Unicode.Scalar) -> Bool {
    [
      "的", "在", "于", "被", "已", "均", "都", "将", "由", "为", "对", "向", "从", "以", "并", "而", "了", "着", "过",
      "是",
      "有", "因", "把", "使", "让", "就", "也", "还", "又", "则", "每", "占", "达", "未", "不", "可", "需", "说", "拉",
      "供", "经", "到",
      "“", "”", "　", " ",
    ]
    .contains(scalar)
  }

  /// 十张桌子和五把吊扇: 和 leads to the next member of a list.
  private func joinsNumber(_ index: Int, _ limit: Int) -> Bool {
    guard ["和", "及", "与"].contains(text[index]), index + 2 < limit,
      Figures.canStart(text[index + 1]),
      let numeral = NumeralReader(text: text).numeral(at: index + 1)
    else { return false }
    return MeasureReader(text: text).measure(at: numeral.range.upperBound) != nil
  }

  private func startsNumber(_ index: Int, from start: Int) -> Bool {
    guard index > start || Figures.arabic(text[index]) != nil else { return false }
    if Figures.arabic(text[index]) != nil { return true }
    return passage.fences[max(start, index - 1)] == .list && Figures.canStart(text[index])
  }

  /// The first verb of a run, with those that touch it; of one class where `only` says so.
  private func verb(
    of words: ClauseWords, only: FactLexicons.VerbClass? = nil
  ) -> Range<Int>? {
    let verbs = words.found.filter {
      $0.verb != nil && ($0.verb != .link && $0.verb != .adjacent || $0.range.count > 1)
        && (only == nil || $0.verb == only || $0.verb == .nominal && isLed($0, words))
    }
    guard let first = verbs.first else { return nil }
    let isEmpty = ["进行", "进行了", "予以", "加以", "给予"].contains(passage.string(first.range))
    let verb = isEmpty ? verbs.dropFirst().first ?? first : first
    var end = verb.range.upperBound
    if Self.givers.contains(passage.string(verb.range)) { return verb.range }
    for next in words.found
    where next.verb != nil && touches(next.range.lowerBound, end, words.range.upperBound) {
      guard next.range.upperBound - verb.range.lowerBound <= 9 else { break }
      end = next.range.upperBound
    }
    return verb.range.lowerBound..<end
  }

  /// Verbs whose object names what is done: 提供生活用水.
  private static let givers: Set<String> = ["提供", "开展", "享受", "接受", "获得", "从事", "参与", "参加"]

  /// 在送医途中死亡: the circumstance before the verb.
  private func afterCircumstance(_ start: Int, _ limit: Int) -> Int {
    guard start < limit, text[start] == "在" else { return start }
    for index in start + 2..<max(start + 2, min(limit - 1, start + 10)) {
      let word = passage.string(index..<index + 2)
      if ["途中", "期间", "过程", "现场", "当场"].contains(word) { return index + 2 }
    }
    return start
  }

  /// 陆续离去, 主动退出: the words behind an adverb to the end of the clause, where no lexicon knows
  /// them.
  private func tail(of words: ClauseWords) -> Range<Int>? {
    guard let adverb = words.found.last, adverb.verb == nil, !adverb.isScope,
      Self.manners.contains(passage.string(adverb.range))
    else { return nil }
    let rest = adverb.range.upperBound..<words.range.upperBound
    return (2...4).contains(rest.count)
      && rest.allSatisfy({ text[$0].isHan && !passage.isNamed[$0] })
      ? rest : nil
  }

  private static let manners: Set<String> = [
    "陆续", "相继", "先后", "主动", "自愿", "纷纷", "成功", "顺利", "全部", "已经", "正在", "即将", "悉数", "双双", "紧急",
  ]

  /// 正在改造, 已安置: an adverb stands right before.
  private func isLed(_ word: ClauseWords.Word, _ words: ClauseWords) -> Bool {
    let start = word.range.lowerBound
    guard start > words.range.lowerBound else { return false }
    if ["已", "将", "未"].contains(text[start - 1]) { return true }
    return words.found.contains {
      $0.verb == nil && !$0.isScope && $0.range.upperBound == start
    }
  }

  /// 实现了通车: 了 may stand between two verbs that belong together.
  private func touches(_ next: Int, _ end: Int, _ limit: Int) -> Bool {
    next == end || next == end + 1 && end < limit && text[end] == "了"
  }

  /// 300名参加活动的群众: the noun behind the attribute.
  private func lateNoun(from start: Int, limit: Int) -> Range<Int>? {
    let reach = min(limit, start + 14)
    guard let mark = (start..<max(start, reach)).first(where: { text[$0] == "的" }), mark > start,
      mark + 1 < limit, passage.fences[start..<mark].allSatisfy({ $0 == .none })
    else { return nil }
    return nouns.opening(mark + 1..<nounEnd(from: mark + 1, limit: limit))
  }
}
