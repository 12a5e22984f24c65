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
  let passage: FencedText
  var text: [Unicode.Scalar] { passage.scalars }
  let words = FactLexicons.standard
  let nouns: NounPhrase

  /// Reads a passage.
  init(_ passage: FencedText) {
    self.passage = passage
    nouns = NounPhrase(passage)
  }

  /// The context of a number at `number`, reading no further back than `limit`.
  ///
  /// `isMeasured` says that the number is a length or a weight, which 长 and 重 may lead to.
  func context(of number: Int, limit: Int, isMeasured: Bool = true) -> LeftContext {
    let limit = afterDeed(limit, number)
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

  /// 建成后水库蓄水位: what is done by then opens the clause and governs no number.
  private func afterDeed(_ limit: Int, _ number: Int) -> Int {
    let reach = min(number - 2, limit + 8)
    guard limit < reach,
      let mark = (limit + 2..<max(limit + 2, reach)).first(where: { text[$0] == "后" }),
      !["勤", "期", "续", "台", "方", "备", "代"].contains(text[mark + 1]), !passage.isNamed[mark]
    else { return limit }
    let words = ClauseWords(passage, from: limit, to: mark)
    guard let verb = words.found.last, verb.verb != nil, verb.range.upperBound == mark,
      verb.range.count > 1
    else { return limit }
    return mark + 1
  }

  /// 长 of 镇长 and 重 of 双重 lead to no number of people or things.
  private func isDimension(_ word: ClauseWords.Word) -> Bool {
    word.range.count == 1 && ["长", "宽", "高", "深", "厚", "重"].contains(text[word.range.lowerBound])
  }

  /// 新建成的200平方米长廊: what the words before 的 describe stands behind the number.
  func attribute(_ end: Int, _ limit: Int) -> LeftContext {
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
  func locates(_ word: ClauseWords.Word) -> Bool {
    ["位于", "坐落", "坐落于", "地处", "来自", "毗邻", "隶属"].contains(passage.string(word.range))
  }

  /// 占年度计划的100.12%, 约占总数46%: the part that a share is taken of belongs to the verb.
  func share(_ clause: ClauseWords, _ end: Int, _ limit: Int) -> LeftContext? {
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
    let last = text[word.range.upperBound - 1]
    if isSuffix(last) || last == "来", word.range.count > 2 { return true }
    if text[limit..<word.range.lowerBound].contains("由") || isLed(word, clause) { return true }
    let before = clause.found.last { $0.range.upperBound <= word.range.lowerBound }
    if let before, before.verb != nil {
      if isGiven(word, clause) { return false }
      return before.range.upperBound == word.range.lowerBound && !isLight(before)
    }
    return nouns.ending(limit..<word.range.lowerBound) == nil
  }

  /// 发放教育补贴, 拨付救灾补助: money is what the first verb of the chain gives.
  private func isGiven(_ word: ClauseWords.Word, _ clause: ClauseWords) -> Bool {
    guard ["贴", "助", "款", "资", "偿"].contains(text[word.range.upperBound - 1]) else { return false }
    var low = word.range.lowerBound
    for verb in clause.found.reversed() where verb.range.upperBound == low && verb.verb != nil {
      low = verb.range.lowerBound
      if Self.givers.contains(passage.string(verb.range)) { return true }
    }
    return false
  }

  private static let givers: Set<String> = [
    "发放", "累计发放", "拨付", "兑现", "下达", "争取", "落实", "申请", "申领", "领取", "筹集", "支付", "安排", "获得", "给予",
    "提供",
  ]

  /// Whether an adverb or words of time stand right before: 已安置, 去年续建, 每年接待.
  func isLed(_ word: ClauseWords.Word, _ clause: ClauseWords) -> Bool {
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

  func isAdverb(_ index: Int) -> Bool {
    guard !passage.isNamed[index] else { return false }
    if ["已", "将", "拟", "曾"].contains(text[index]) { return true }
    return ["能", "可", "应", "须"].contains(text[index])
      && (index == 0
        || ![
          "节", "功", "产", "热", "电", "智", "效", "动", "性", "势", "技", "职", "赋", "储", "许", "认", "供", "响",
          "反", "对", "相",
        ].contains(text[index - 1]))
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
        words.verbs.value(of: text, in: range) == nil || length == 1 || near.approx == .under,
        length > 1 || end - 2 < limit || text[end - 1] != "近" || text[end - 2] != "接"
      {
        return length
      }
      if length > 1, !passage.isNamed[end - 1], words.adverbs.value(of: text, in: range) != nil,
        !(text[range.lowerBound] == "其" && text[end - 1] == "他"),
        words.verbs.value(of: text, in: range) == nil
      {
        return length
      }
    }
    if let each = eachLength(endingAt: end, limit) { return each }
    let last = text[end - 1]
    return ["已", "共", "就", "又", "还", "各", "均", "都", "仅", "只", "约", "近", " "].contains(last)
      && !passage.isNamed[end - 1] && !(last == "近" && end - 2 >= limit && text[end - 2] == "接")
      ? 1 : 0
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
    var stop = end > clause.range.lowerBound && isSuffix(text[end - 1]) ? end - 1 : end
    if end - 2 > clause.range.lowerBound,
      ["过来", "起来", "出来", "回来", "下来"].contains(passage.string(end - 2..<end))
    {
      stop = end - 2
      if let word = clause.found.last(where: { $0.range.upperBound == stop && $0.verb != nil }) {
        return ClauseWords.Word(range: word.range.lowerBound..<end, verb: word.verb)
      }
    }
    if let word = clause.found.last, word.verb != nil, word.range.upperBound == end { return word }
    if let word = clause.found.last, word.verb != nil, word.range.upperBound == stop {
      return ClauseWords.Word(range: word.range.lowerBound..<end, verb: word.verb)
    }
    let isSingle =
      stop == end || stop == end - 2 || ["了", "过", "着", "出", "到", "成"].contains(text[stop])
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
    if let work = lengthOfWork(action, clause) {
      context.action = work
      context.subject = nouns.ending(work.upperBound..<action.lowerBound) ?? context.subject
    }
    return context
  }

  /// 整治渠道总长43公里: the verb that opens the clause tells what was done.
  private func lengthOfWork(_ length: Range<Int>, _ clause: ClauseWords) -> Range<Int>? {
    guard ["总长", "全长", "总宽"].contains(passage.string(length)),
      let first = clause.found.first(where: { $0.verb != nil }), first.verb != .link,
      first.range.lowerBound == clause.range.lowerBound || isLed(first, clause),
      first.range.count > 1, length.lowerBound - first.range.upperBound >= 2, !locates(first)
    else { return nil }
    return first.range
  }

  /// 开工建设总面积达900亩: 达 only leads to the number of what was done.
  private func workBefore(
    _ link: Range<Int>, _ clause: ClauseWords, _ limit: Int
  ) -> Range<Int>? {
    let isSum = ["共计", "合计", "总计", "累计"].contains(passage.string(link))
    guard text[link.lowerBound] == "达" || text[link.lowerBound] == "超" || link.count > 1,
      isSum || MeasureNouns.ends(passage, link.lowerBound), !text[link].contains("为"),
      let verb = clause.found.last(where: { $0.range.upperBound < link.lowerBound }),
      verb.verb == .action || verb.verb == .nominal && isLed(verb, clause), isHead(verb, clause)
    else { return nil }
    return run(endingWith: verb, clause, limit)
  }

  /// The verb with the verbs and adverbs that touch it: 累计完成, 已争取到位, 新开工改造.
  func run(
    endingWith verb: ClauseWords.Word, _ clause: ClauseWords, _ limit: Int
  ) -> Range<Int> {
    var low = verb.range.lowerBound
    for word in clause.found.reversed() where word.range.upperBound <= low {
      guard word.range.upperBound == low, verb.range.upperBound - word.range.lowerBound <= 8,
        word.verb != nil, !["包括", "包含", "涵盖"].contains(passage.string(word.range))
      else { break }
      if word.verb == .nominal, verb.verb == .link || verb.verb == .change, !isGoal(verb) { break }
      if word.verb == .nominal, isDone(verb), !isLed(word, clause),
        nouns.ending(limit..<word.range.lowerBound) != nil
      {
        break
      }
      low = word.range.lowerBound
    }
    return low..<verb.range.upperBound
  }

  /// 固定资产投资|完成46亿元: the verb before belongs to the noun.
  private func isDone(_ word: ClauseWords.Word) -> Bool {
    ["完成", "累计完成", "实现", "超额完成"].contains(passage.string(word.range))
  }

  /// 扩容至, 发展到: where what the verb before does leads to.
  private func isGoal(_ word: ClauseWords.Word) -> Bool {
    word.range.count == 1
      && (text[word.range.lowerBound] == "至" || text[word.range.lowerBound] == "到")
  }

  /// The noun phrase before a verb, back to the verb before it.
  func subject(before end: Int, _ clause: ClauseWords, _ limit: Int) -> Range<Int>? {
    let compared = comparison(limit, end)
    var stop = compared?.lowerBound ?? end
    if stop == end, stop > limit,
      isAdverb(stop - 1) || isMore(stop - 1, limit) || isWill(stop - 1, limit)
    {
      stop -= 1
    }
    let earlier = clause.found.last {
      $0.verb == .action && $0.range.upperBound < stop && isHead($0, clause)
    }
    let from = earlier?.range.upperBound ?? limit
    if let found = nouns.ending(from..<max(from, stop)) { return found }
    guard let compared else { return nil }
    return nouns.ending(compared.upperBound..<end)
  }

  /// 效益会增加: 会 of what will be; but 协会 and 大会 are nouns.
  private func isWill(_ index: Int, _ limit: Int) -> Bool {
    text[index] == "会" && index > limit && index + 1 < text.count
      && ["增", "减", "提", "降", "达", "超", "上", "下"].contains(text[index + 1])
      && ["益", "入", "量", "价", "格", "数", "本", "率", "值", "额"].contains(text[index - 1])
  }

  /// 多加开139列: 多 goes with the verb; but 差不多 is a word.
  private func isMore(_ index: Int, _ limit: Int) -> Bool {
    ["多", "少"].contains(text[index])
      && (index == limit || !["不", "很", "至", "许", "最"].contains(text[index - 1]))
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
}
