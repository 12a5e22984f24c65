import Matching
import Model
import Units

/// A verb with its object before the number: 建成通村水泥路|176条.
extension LeftReader {
  func apart(_ clause: ClauseWords, _ end: Int, _ limit: Int) -> LeftContext {
    if let distance = distance(end, limit) { return distance }
    var context = LeftContext()
    if let verb = governingVerb(clause, end).map({ chained($0, clause, end) }) {
      context.action = isVisit(verb, end) ? nil : run(endingWith: verb, clause, limit)
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

  /// 距离县城3公里: what the length is measured from stands between 距离 and the number.
  private func distance(_ end: Int, _ limit: Int) -> LeftContext? {
    let floor = max(limit, end - 14)
    guard let mark = (floor..<end).last(where: { text[$0] == "距" && !passage.isNamed[$0] }),
      mark == limit || !["间", "差", "车", "行", "株", "焦"].contains(text[mark - 1])
    else { return nil }
    let stop = mark + 1 < end && text[mark + 1] == "离" ? mark + 2 : mark + 1
    guard end - stop >= 2, text[stop] != "今",
      (stop..<end).allSatisfy({ passage.fences[$0] == .none })
    else { return nil }
    let place =
      mark > limit && (limit..<mark).allSatisfy { passage.isPlace[$0] } ? limit..<mark : nil
    return LeftContext(action: mark..<stop, subject: nouns.ending(limit..<mark) ?? place)
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
    if text[subject.lowerBound] == "有", subject.count > 2,
      words.nouns.longestMatch(in: text, at: subject.lowerBound, end: subject.upperBound) == nil
    {
      context.action = subject.lowerBound..<subject.lowerBound + 1
      context.subject = subject.lowerBound + 1..<subject.upperBound
    } else if let verb = clause.found.last, verb.verb == .nominal, verb.range.upperBound == end,
      verb.range.lowerBound == clause.range.lowerBound
        || text[verb.range.lowerBound - 1] != "总" || passage.string(verb.range) == "占地"
    {
      context.action = verb.range
      if passage.string(verb.range) == "占地", verb.range.lowerBound > clause.range.lowerBound {
        let isTotal = text[verb.range.lowerBound - 1] == "总"
        context.subject = nouns.ending(
          subject.lowerBound..<verb.range.lowerBound - (isTotal ? 1 : 0))
      }
    }
  }

  /// 新开工改造, 完成整治: a verb that only starts or ends what the next one does.
  private func chained(
    _ verb: ClauseWords.Word, _ clause: ClauseWords, _ end: Int
  ) -> ClauseWords.Word {
    if let pair = coordinated(verb, clause, end) { return pair }
    if ["包括", "包含", "涵盖"].contains(passage.string(verb.range)),
      let next = clause.found.first(where: { $0.range.lowerBound == verb.range.upperBound }),
      next.verb == .nominal || next.verb == .action, end - next.range.upperBound >= 2
    {
      return next
    }
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
        && $0.range.upperBound < end && isHead($0, clause) && !isScene($0, end)
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

  /// 位于甲县的高速公路提前9个月: where something is governs no number.
  private func isScene(_ word: ClauseWords.Word, _ end: Int) -> Bool {
    locates(word) && text[word.range.upperBound..<end].contains("的")
  }

  /// 走进总投资2亿元的工地: whoever goes there does nothing to the money.
  private func isVisit(_ word: ClauseWords.Word, _ end: Int) -> Bool {
    ["走进", "来到", "前往", "走访", "深入"].contains(passage.string(word.range))
      && MeasureNouns.ends(passage, end)
  }

  /// 合作社种植食用菌50万袋: who does it stands right before, and no place of work behind.
  private func hasAgent(
    _ word: ClauseWords.Word, _ clause: ClauseWords, _ end: Int
  ) -> Bool {
    let start = word.range.lowerBound
    let follows = followsNumber(clause) && start - clause.range.lowerBound <= 4
    guard start > clause.range.lowerBound + (follows ? 0 : 1), end - word.range.upperBound >= 2
    else { return false }
    let isAgent =
      follows || text[start - 1] == "共" && text[start - 2] != "公"
      || ["社", "司", "民", "户", "厂", "局", "委", "府", "办", "警", "队"].contains(text[start - 1])
    return isAgent
      && ![
        "地", "点", "站", "备", "员", "园", "区", "场", "间", "户", "者", "心", "目", "务", "构", "业", "金", "本",
        "入",
      ]
      .contains(text[end - 1])
  }

  /// 39个村|改造线路16公里: another number stands right before the clause that is read.
  private func followsNumber(_ clause: ClauseWords) -> Bool {
    let start = clause.range.lowerBound
    return start > 0 && passage.fences[start - 1] == .none && text[start - 1].isHan
      && passage.fences[start] == .none
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
  func isHead(_ word: ClauseWords.Word, _ clause: ClauseWords) -> Bool {
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
