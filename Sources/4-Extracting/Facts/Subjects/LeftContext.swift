import Matching
import Model
import Units

/// What stands before a number in its clause.
struct LeftContext {
  /// The verb, with the words of change and modality that go with it.
  var action: Range<Int>?
  /// The noun phrase between that verb and the number, or before both where they touch.
  var subject: Range<Int>?
  /// Whether the verb stands right before the number.
  var isAdjacent = false
  /// Whether that verb leads to a complement: 达到, 为.
  var isLink = false
  /// Whether that verb tells a change: 增长.
  var isChange = false
}

/// Reads the words before a number.
struct LeftReader {
  private let passage: FencedText
  private var text: [Unicode.Scalar] { passage.scalars }
  private let words = FactLexicons.standard
  private let nouns: NounPhrase

  /// Reads a passage.
  init(_ passage: FencedText) {
    self.passage = passage
    nouns = NounPhrase(passage)
  }

  /// The context of a number at `number`, reading no further back than `limit`.
  ///
  /// `isMeasured` says that the number is a length or a weight, which 长 and 重 may lead to.
  func context(of number: Int, limit: Int, isMeasured: Bool = true) -> LeftContext {
    let end = trimmed(number, limit)
    if end > limit, text[end - 1] == "的", !passage.isNamed[end - 1] {
      return attribute(end, limit)
    }
    let clause = ClauseWords(passage, from: limit, to: end)
    if let share = share(clause, end, limit) { return share }
    if let adjacent = adjacentVerb(clause, end), isVerb(adjacent, clause, limit),
      isMeasured || !isDimension(adjacent)
    {
      return touching(adjacent, clause, limit)
    }
    return apart(clause, end, limit)
  }

  /// 长 of 镇长 and 重 of 双重 lead to no number of people or things.
  private func isDimension(_ word: ClauseWords.Word) -> Bool {
    word.range.count == 1 && ["长", "宽", "高", "深", "厚", "重"].contains(text[word.range.lowerBound])
  }

  /// 新建成的200平方米长廊: what the words before 的 describe stands behind the number.
  private func attribute(_ end: Int, _ limit: Int) -> LeftContext {
    let clause = ClauseWords(passage, from: limit, to: end - 1)
    if let share = share(clause, end, limit) { return share }
    guard let last = clause.found.last, last.verb != nil, last.range.upperBound == end - 1 else {
      return LeftContext(
        action: owner(clause, before: end).map { run(endingWith: $0, clause, limit) })
    }
    let inner = run(endingWith: last, clause, limit)
    let outer = owner(clause, before: inner.lowerBound).map { run(endingWith: $0, clause, limit) }
    return LeftContext(action: outer ?? inner)
  }

  /// 修复 in 修复去年损坏的200米围墙: the verb whose object the attribute belongs to.
  private func owner(_ clause: ClauseWords, before end: Int) -> ClauseWords.Word? {
    clause.found.last {
      $0.verb == .action && $0.range.upperBound < end && isHead($0, clause) && !locates($0)
    }
  }

  /// 位于 says where something is, not what happened.
  private func locates(_ word: ClauseWords.Word) -> Bool {
    ["位于", "坐落", "坐落于", "地处", "来自", "毗邻", "隶属"].contains(passage.string(word.range))
  }

  /// 占年度计划的100.12%, 约占总数46%: the part that a share is taken of belongs to the verb.
  private func share(_ clause: ClauseWords, _ end: Int, _ limit: Int) -> LeftContext? {
    guard let mark = (limit..<end).last(where: { text[$0] == "占" && !passage.isNamed[$0] }),
      mark + 1 < end, text[mark + 1] != "地", text[mark + 1] != "比", text[mark + 1] != "用",
      text[mark + 1] != "据", text[mark + 1] != "有"
    else { return nil }
    let stop = text[end - 1] == "的" ? end - 1 : end
    let isTarget = ["划", "标", "务", "算"].contains(text[stop - 1])
    return LeftContext(
      action: mark..<(isTarget ? stop : mark + 1), subject: nouns.ending(limit..<mark),
      isAdjacent: true, isLink: true)
  }

  /// 改造12个小区 has a verb; in 开展执法检查23次 and 老旧小区改造56个 the same words are nouns.
  private func isVerb(_ word: ClauseWords.Word, _ clause: ClauseWords, _ limit: Int) -> Bool {
    guard word.verb == .nominal else { return true }
    if isSuffix(text[word.range.upperBound - 1]), word.range.count > 2 { return true }
    if text[limit..<word.range.lowerBound].contains("由") || isLed(word, clause) { return true }
    let before = clause.found.last { $0.range.upperBound <= word.range.lowerBound }
    if let before, before.verb != nil {
      return before.range.upperBound == word.range.lowerBound && !isLight(before)
    }
    return nouns.ending(limit..<word.range.lowerBound) == nil
  }

  /// Whether an adverb or words of time stand right before: 已安置, 去年续建, 每年接待.
  private func isLed(_ word: ClauseWords.Word, _ clause: ClauseWords) -> Bool {
    let start = word.range.lowerBound
    guard start > clause.range.lowerBound else { return false }
    if passage.isTime[start - 1] || eachLength(endingAt: start, clause.range.lowerBound) != nil {
      return true
    }
    if isAdverb(start - 1) { return true }
    return clause.found.contains {
      $0.verb == nil && !$0.isScope && $0.range.upperBound == start
    }
  }

  private func isAdverb(_ index: Int) -> Bool {
    !passage.isNamed[index] && ["已", "将", "拟", "曾"].contains(text[index])
  }

  /// The position before 约, 近, 共 and the like.
  private func trimmed(_ number: Int, _ limit: Int) -> Int {
    var end = number
    while end > limit {
      let cut = wordEnding(at: end, limit)
      guard cut > 0 else { return end }
      end -= cut
    }
    return end
  }

  private func wordEnding(at end: Int, _ limit: Int) -> Int {
    if passage.isTime[end - 1] { return 1 }
    if text[end - 1] == "的", end - 2 >= limit, passage.isTime[end - 2] { return 1 }
    for length in stride(from: min(3, end - limit), through: 1, by: -1) {
      let range = end - length..<end
      if let near = words.approximators.value(of: text, in: range), near.stands == "before",
        words.verbs.value(of: text, in: range) == nil || length == 1 || near.approx == .under
      {
        return length
      }
      if length > 1, !passage.isNamed[end - 1], words.adverbs.value(of: text, in: range) != nil,
        words.verbs.value(of: text, in: range) == nil
      {
        return length
      }
    }
    if let each = eachLength(endingAt: end, limit) { return each }
    let last = text[end - 1]
    return ["已", "共", "就", "又", "还", "各", "均", "都", "仅", "只", "约", "近", "总", " ", "了"].contains(
      last)
      && !passage.isNamed[end - 1] && last != "总" && last != "了" ? 1 : 0
  }

  /// 每天, 每小时 and 每亩 right before the number tell its rate, not its subject.
  private func eachLength(endingAt end: Int, _ limit: Int) -> Int? {
    for length in 2...5 where end - length >= limit {
      let start = end - length
      guard text[start] == "每", !passage.isNamed[start] else { continue }
      return isEach(start + 1, end) ? length : nil
    }
    return nil
  }

  private func isEach(_ start: Int, _ end: Int) -> Bool {
    if let unit = UnitTable.standard.longestMatch(in: text, at: start, end: end) {
      return unit.length == end - start || unit.value.printed == "个"
    }
    return ["天", "日", "周", "月", "季度", "季", "年", "晚"].contains(passage.string(start..<end))
  }

  // MARK: A verb that touches the number

  private func adjacentVerb(_ clause: ClauseWords, _ end: Int) -> ClauseWords.Word? {
    let stop = end > clause.range.lowerBound && isSuffix(text[end - 1]) ? end - 1 : end
    if let word = clause.found.last, word.verb != nil, word.range.upperBound == end { return word }
    if let word = clause.found.last, word.verb != nil, word.range.upperBound == stop {
      return ClauseWords.Word(range: word.range.lowerBound..<end, verb: word.verb)
    }
    let isSingle = stop == end || ["了", "过", "着", "出", "到", "成"].contains(text[stop])
    guard isSingle, stop > clause.range.lowerBound, !passage.isNamed[stop - 1],
      !closesNoun(stop, clause.range.lowerBound),
      let verb = words.verbs.value(of: text, in: stop - 1..<stop)
    else { return nil }
    return ClauseWords.Word(range: stop - 1..<end, verb: verb)
  }

  /// 固定资产: the last sign belongs to a noun.
  private func closesNoun(_ end: Int, _ limit: Int) -> Bool {
    (max(limit, end - 4)..<max(limit, end - 1)).contains { start in
      words.nouns.longestMatch(in: text, at: start, end: end)?.length == end - start
    }
  }

  /// 开展, 完成, 实施: verbs whose object names what is done.
  private func isLight(_ word: ClauseWords.Word) -> Bool {
    [
      "开展", "完成", "实施", "组织", "进行", "实现", "举办", "参与", "提供", "接受", "推进", "加强", "累计完成", "计划完成", "享受",
      "获得", "争取", "落实", "召开", "举行", "参加", "实行", "给予", "申请", "预计", "计划",
    ].contains(passage.string(word.range))
  }

  private func isSuffix(_ scalar: Unicode.Scalar) -> Bool {
    ["了", "过", "着", "出", "到", "至", "成", "为", "起", "入"].contains(scalar)
  }

  private func touching(
    _ verb: ClauseWords.Word, _ clause: ClauseWords, _ limit: Int
  ) -> LeftContext {
    let action = run(endingWith: verb, clause, limit)
    var context = LeftContext(action: action, isAdjacent: true)
    context.isLink = verb.verb == .link
    context.isChange = verb.verb == .change
    context.subject = subject(before: action.lowerBound, clause, limit)
    if context.isLink, let done = workBefore(action, clause, limit) { context.action = done }
    return context
  }

  /// 开工建设总面积达900亩: 达 only leads to the number of what was done.
  private func workBefore(
    _ link: Range<Int>, _ clause: ClauseWords, _ limit: Int
  ) -> Range<Int>? {
    guard text[link.lowerBound] == "达" || text[link.lowerBound] == "超" || link.count > 1,
      MeasureNouns.ends(passage, link.lowerBound), !text[link].contains("为"),
      let verb = clause.found.last(where: { $0.range.upperBound < link.lowerBound }),
      verb.verb == .action || verb.verb == .nominal && isLed(verb, clause), isHead(verb, clause)
    else { return nil }
    return run(endingWith: verb, clause, limit)
  }

  /// The verb with the verbs and adverbs that touch it: 累计完成, 已争取到位, 新开工改造.
  private func run(
    endingWith verb: ClauseWords.Word, _ clause: ClauseWords, _ limit: Int
  ) -> Range<Int> {
    var low = verb.range.lowerBound
    for word in clause.found.reversed() where word.range.upperBound <= low {
      guard word.range.upperBound == low, verb.range.upperBound - word.range.lowerBound <= 8,
        word.verb != nil
      else { break }
      if word.verb == .nominal, verb.verb == .link || verb.verb == .change, !isGoal(verb) { break }
      low = word.range.lowerBound
    }
    return low..<verb.range.upperBound
  }

  /// 扩容至, 发展到: where what the verb before does leads to.
  private func isGoal(_ word: ClauseWords.Word) -> Bool {
    word.range.count == 1
      && (text[word.range.lowerBound] == "至" || text[word.range.lowerBound] == "到")
  }

  /// The noun phrase before a verb, back to the verb before it.
  private func subject(before end: Int, _ clause: ClauseWords, _ limit: Int) -> Range<Int>? {
    let compared = comparison(limit, end)
    let stop = compared?.lowerBound ?? end
    let earlier = clause.found.last {
      $0.verb == .action && $0.range.upperBound < stop && isHead($0, clause)
    }
    let from = earlier?.range.upperBound ?? limit
    if let found = nouns.ending(from..<max(from, stop)) { return found }
    guard let compared else { return nil }
    return nouns.ending(compared.upperBound..<end)
  }

  /// 比同期, 比2016年全年, 较上年: what a change is measured against.
  private func comparison(_ limit: Int, _ end: Int) -> Range<Int>? {
    var at = limit
    while at < end {
      if text[at] == "比" || text[at] == "较", !passage.isNamed[at],
        at == limit
          || text[at - 1] != "占" && text[at - 1] != "同" && text[at - 1] != "环"
            && text[at - 1] != "对"
      {
        var stop = at + 1
        let marks: [Unicode.Scalar] = ["前", "期", "年", "月", "季", "度", "底", "初", "末"]
        for index in at + 1..<max(at + 1, min(end, at + 14)) where marks.contains(text[index]) {
          stop = index + 1
        }
        return stop > at + 1 ? at..<stop : nil
      }
      at += 1
    }
    return nil
  }

  // MARK: A verb with its object before the number

  private func apart(_ clause: ClauseWords, _ end: Int, _ limit: Int) -> LeftContext {
    var context = LeftContext()
    if let verb = governingVerb(clause, end).map({ chained($0, clause, end) }) {
      context.action = run(endingWith: verb, clause, limit)
      context.subject = nouns.ending(verb.range.upperBound..<end)
    }
    if context.subject == nil {
      let found = nouns.ending(limit..<end)
      context.subject = found
      if found == nil, !isList(from: context.action?.upperBound ?? limit, to: end) {
        context.action = nil
      }
    }
    if context.action == nil, let own = possession(end, limit) { context.action = own }
    if context.action == nil, let subject = context.subject, isOpener(subject) {
      context.action = subject.lowerBound..<subject.lowerBound + 1
      context.subject = subject.lowerBound + 1..<subject.upperBound
    }
    if context.action == nil { nameVerb(&context, clause, end) }
    return context
  }

  /// 建幼儿园80所, 种树500棵: a verb of one sign with its object.
  private func isOpener(_ subject: Range<Int>) -> Bool {
    let first = subject.lowerBound
    return subject.count > 1 && !passage.isNamed[first]
      && ["建", "修", "种", "养", "送", "栽", "铺", "架", "挖", "拆", "购"].contains(text[first])
      && words.nouns.longestMatch(in: text, at: first, end: subject.upperBound) == nil
      && words.verbs.longestMatch(in: text, at: first, end: subject.upperBound)?.length == 1
      && (first == 0 || passage.fences[first - 1] >= .list || passage.isTime[first - 1]
        || isAdverb(first - 1) || ["共", "新", "并", "又"].contains(text[first - 1]))
  }

  /// 下辖甲、乙、丙3个村: names of a list stand between the verb and the number.
  private func isList(from start: Int, to end: Int) -> Bool {
    start < end && (start..<end).contains { passage.fences[$0] == .list }
  }

  /// 菜有萝卜、白菜等6种: 有 before a list that 等 closes.
  private func possession(_ end: Int, _ limit: Int) -> Range<Int>? {
    guard end > limit, text[end - 1] == "等" else { return nil }
    let mark = (limit..<end).last { at in
      text[at] == "有" && !passage.isNamed[at]
        && words.nouns.longestMatch(in: text, at: at, end: end) == nil
        && (at == limit || !["所", "只", "没", "国", "如", "持", "占"].contains(text[at - 1]))
    }
    return mark.map { $0..<$0 + 1 }
  }

  /// 生猪出栏80万头: the verb inside the noun; 有大棚132个: 有 at its head.
  private func nameVerb(_ context: inout LeftContext, _ clause: ClauseWords, _ end: Int) {
    guard let subject = context.subject else { return }
    if text[subject.lowerBound] == "有", subject.count > 2 {
      context.action = subject.lowerBound..<subject.lowerBound + 1
      context.subject = subject.lowerBound + 1..<subject.upperBound
    } else if let verb = clause.found.last, verb.verb == .nominal, verb.range.upperBound == end,
      verb.range.lowerBound == clause.range.lowerBound
        || text[verb.range.lowerBound - 1] != "总"
    {
      context.action = verb.range
    }
  }

  /// 新开工改造, 完成整治: a verb that only starts or ends what the next one does.
  private func chained(
    _ verb: ClauseWords.Word, _ clause: ClauseWords, _ end: Int
  ) -> ClauseWords.Word {
    if let pair = coordinated(verb, clause, end) { return pair }
    guard ["新开工", "开工", "启动", "完成", "计划", "预计", "实施", "用于"].contains(passage.string(verb.range)),
      let next = clause.found.first(where: { $0.range.lowerBound == verb.range.upperBound }),
      next.verb == .nominal, end - next.range.upperBound >= 2
    else { return verb }
    return ClauseWords.Word(range: verb.range.lowerBound..<next.range.upperBound, verb: verb.verb)
  }

  /// 新增或更新公交车: two verbs that share their object.
  private func coordinated(
    _ verb: ClauseWords.Word, _ clause: ClauseWords, _ end: Int
  ) -> ClauseWords.Word? {
    let mark = verb.range.upperBound
    guard mark < end, ["和", "或", "及", "与", "并", "、"].contains(text[mark]),
      let next = clause.found.first(where: { $0.range.lowerBound == mark + 1 }),
      next.verb == .nominal || next.verb == .action, end - next.range.upperBound >= 2
    else { return nil }
    return ClauseWords.Word(range: verb.range.lowerBound..<next.range.upperBound, verb: verb.verb)
  }

  /// The last verb of action with words behind it; a verb that may be part of a noun counts only
  /// where it opens the clause.
  private func governingVerb(_ clause: ClauseWords, _ end: Int) -> ClauseWords.Word? {
    let strong = clause.found.last {
      ($0.verb == .action || $0.verb == .link && $0.range.count > 1 && !isSum($0))
        && $0.range.upperBound < end && isHead($0, clause)
        && !(isCompound($0, clause, end) && isGoverned($0, clause))
    }
    if let strong { return moved(by: strong, clause, end) ?? strong }
    return clause.found.first {
      ($0.verb == .nominal || $0.verb == .change) && $0.range.upperBound < end
        && (opensClause($0, clause)
          || $0.verb == .nominal && (isLed($0, clause) || hasAgent($0, clause, end)))
        && ($0.verb == .change || !isCompound($0, clause, end))
    }
  }

  /// 合作社种植食用菌50万袋: who does it stands right before, and no place of work behind.
  private func hasAgent(
    _ word: ClauseWords.Word, _ clause: ClauseWords, _ end: Int
  ) -> Bool {
    let start = word.range.lowerBound
    guard start > clause.range.lowerBound + 1, end - word.range.upperBound >= 2 else {
      return false
    }
    let isAgent =
      text[start - 1] == "共" && text[start - 2] != "公"
      || ["社", "司", "民", "户", "厂", "局", "委", "府", "办"].contains(text[start - 1])
    return isAgent
      && ![
        "地", "点", "站", "备", "员", "园", "区", "场", "间", "户", "者", "心", "目", "务", "构", "业", "金", "本",
        "入", "地",
      ]
      .contains(text[end - 1])
  }

  /// 带动农户发展油菜300亩: what the people do whom the first verb moves.
  private func moved(
    by verb: ClauseWords.Word, _ clause: ClauseWords, _ end: Int
  ) -> ClauseWords.Word? {
    guard Self.movers.contains(passage.string(verb.range)) else { return nil }
    return clause.found.first {
      $0.verb == .nominal && $0.range.lowerBound > verb.range.upperBound + 1
        && end - $0.range.upperBound >= 2 && isPerson(text[$0.range.lowerBound - 1])
    }
  }

  private static let movers: Set<String> = [
    "带动", "引导", "帮助", "组织", "动员", "鼓励", "支持", "扶持", "号召", "指导", "吸引", "辐射带动", "发动", "资助",
  ]

  private func isPerson(_ scalar: Unicode.Scalar) -> Bool {
    ["户", "民", "众", "人", "员", "者", "工", "生", "年", "女", "社", "业"].contains(scalar)
  }

  /// 灌溉面积, 服务人口: the verb is part of the noun that measures.
  private func isCompound(
    _ word: ClauseWords.Word, _ clause: ClauseWords, _ end: Int
  ) -> Bool {
    end - word.range.upperBound <= 4 && MeasureNouns.ends(passage, end)
      && text[word.range.upperBound] != "了"
  }

  /// 完成改建里程60公里: whether another verb has the verb within its object.
  private func isGoverned(_ word: ClauseWords.Word, _ clause: ClauseWords) -> Bool {
    clause.found.contains {
      $0.range.upperBound <= word.range.lowerBound
        && ["完成", "累计完成", "计划完成"].contains(passage.string($0.range))
    }
  }

  /// 累计 and 共计 add up what another verb does.
  private func isSum(_ word: ClauseWords.Word) -> Bool {
    ["累计", "共计", "合计", "总计"].contains(passage.string(word.range))
  }

  /// Not a verb within an attribute (获得的资金) nor glued before 的.
  private func isHead(_ word: ClauseWords.Word, _ clause: ClauseWords) -> Bool {
    let next = word.range.upperBound
    return next >= clause.range.upperBound || text[next] != "的"
  }

  private func opensClause(_ word: ClauseWords.Word, _ clause: ClauseWords) -> Bool {
    var at = clause.range.lowerBound
    for earlier in clause.found where earlier.range.upperBound <= word.range.lowerBound {
      if earlier.range.lowerBound == at { at = earlier.range.upperBound }
    }
    while at < word.range.lowerBound, passage.isPlace[at] { at += 1 }
    while at < word.range.lowerBound,
      ["共", "已", "将", "还", "又", "新", "并", "也", "各", "再", "该", "县", "市", "区", "镇"].contains(text[at])
    {
      at += 1
    }
    return at >= word.range.lowerBound
  }
}
