import Matching
import Model

// What a number has in common with the one before it: lists, parts of a whole, the same thing
// counted twice.
extension SubjectFinder {
  /// 分别增长15%和35%: the second is a change too.
  func sharesChange(
    _ finding: SubjectFinding, _ site: Site, _ previous: SubjectFinding?
  ) -> Bool {
    guard let previous, previous.isChange, isShare(site), isListed(site) else { return false }
    return finding.action != nil && finding.action == previous.action
  }

  /// The verb that a list shares, else the one behind the subject.
  func missingVerb(
    _ finding: SubjectFinding, _ site: Site, _ behind: RightContext, _ previous: SubjectFinding?
  ) -> Range<Int>? {
    if opensChange(site) { return behind.action }
    if finding.rule == "before" {
      let goesOn =
        isListed(site) || isJoined(site) || goesOn(site, previous) || opensPart(site)
        || repeats(site, previous)
      return (goesOn ? sharedVerb(site, previous) : nil) ?? verbAfter(site, behind)
    }
    guard isListed(site) || isJoined(site) else {
      return behind.action ?? sharedVerb(site, previous)
    }
    return sharedVerb(site, previous) ?? behind.action
  }

  /// 现有农户300户，耕地500亩: what is had goes on behind a comma.
  func goesOn(_ site: Site, _ previous: SubjectFinding?) -> Bool {
    guard site.start > 0, ["，", ","].contains(passage.scalars[site.start - 1]),
      let action = previous?.action,
      !MeasureNouns.ends(passage, site.range.lowerBound)
    else { return false }
    return ["有", "共有", "现有", "拥有", "下辖", "设有", "建有", "配有"].contains(passage.string(action))
  }

  /// 举办展览30场，讲座20场: the same unit goes on behind a comma.
  func repeats(_ site: Site, _ previous: SubjectFinding?) -> Bool {
    guard site.repeatsUnit, site.start > 0,
      ["，", ","].contains(passage.scalars[site.start - 1]), let action = previous?.action,
      let verb = FactLexicons.standard.verbs.longestMatch(
        in: passage.scalars, at: action.lowerBound, end: action.upperBound)
    else { return false }
    return verb.value == .action && previous?.rule == "before"
  }

  /// 代表、群众70人参加了会议: the verb right behind what counts people or things.
  func verbAfter(_ site: Site, _ behind: RightContext) -> Range<Int>? {
    guard isThing(site), behind.subject == nil, let action = behind.action,
      action.lowerBound - site.range.upperBound <= 2
    else { return nil }
    return action
  }

  /// Whether 、 or 和 joins the number to the one before it.
  func isListed(_ site: Site) -> Bool {
    guard site.start > 0, site.start < site.range.upperBound else { return false }
    return passage.fences[site.start - 1] == .list
      || ["和", "及", "与", "、"].contains(passage.scalars[site.start])
  }

  /// 900户业主和3000名居民: 和 stands behind what the number before it counts.
  func isJoined(_ site: Site) -> Bool {
    var at = site.range.lowerBound
    while at > site.start, ["近", "约", "超", "余"].contains(passage.scalars[at - 1]) { at -= 1 }
    return at > site.start && ["和", "及", "与"].contains(passage.scalars[at - 1])
      && site.start > 0 && passage.fences[site.start - 1] < .clause
  }

  /// 增加水稻26万亩、蔬菜16万亩; 设有20个专科，6个科室: a list shares its first verb.
  func sharedVerb(_ site: Site, _ previous: SubjectFinding?) -> Range<Int>? {
    guard site.start > 0, let previous, let action = previous.action,
      !previous.isChange || isShare(site) || isListed(site)
    else { return nil }
    if leadsOnly(action), !isListed(site), !isJoined(site) { return nil }
    let mark = passage.scalars[site.start - 1]
    let opener = passage.scalars[site.start..<site.range.lowerBound].first ?? "、"
    let isJoined =
      passage.fences[site.start - 1] == .list || isJoined(site)
      || ["，", ",", "（", "("].contains(mark) || isRestated(site)
      || ["和", "及", "与", "、"].contains(opener)
    return isJoined ? action : nil
  }

  /// 达 and 超过 lead to their own number only.
  private func leadsOnly(_ action: Range<Int>) -> Bool {
    FactLexicons.standard.verbs.value(of: passage.scalars, in: action) == .link
  }

  /// 从41%提高到84%: the first number has the verb of the change.
  func opensChange(_ site: Site) -> Bool {
    var at = site.range.lowerBound
    while at > site.start, passage.isTime[at - 1] || passage.scalars[at - 1] == "的" { at -= 1 }
    return at > site.start && ["从", "由"].contains(passage.scalars[at - 1])
  }

  /// 建成基地7万亩，其中核桃6万亩: a part has the verb of the whole.
  func opensPart(_ site: Site) -> Bool {
    site.start + 1 < site.range.lowerBound && passage.string(site.start..<site.start + 2) == "其中"
  }

  /// 28条共215公里, 5户14间: nothing but 共 or 约 between two numbers of the same thing.
  func isRestated(_ site: Site) -> Bool {
    guard site.start > 0, passage.fences[site.start - 1] == .none,
      site.range.lowerBound - site.start <= 3
    else { return false }
    return (site.start..<site.range.lowerBound).allSatisfy {
      ["共", "约", "近", "计", "合", "总", "长", "达", "超", "余"].contains(passage.scalars[$0])
    }
  }

  /// Gives a number that restates the one before its subject; whether it did.
  func restate(_ finding: inout SubjectFinding, _ site: Site, _ previous: SubjectFinding?) -> Bool {
    guard isRestated(site), let earlier = previous?.subject else { return false }
    finding.subject = earlier
    finding.rule = "restated"
    return true
  }

  /// 8万人受灾, 房屋倒塌100间，800间损坏: what stands behind the number only says what happened.
  func nameDeed(_ finding: inout SubjectFinding, _ site: Site, _ previous: SubjectFinding?) {
    guard finding.rule == "behind", let subject = finding.subject,
      let verb = FactLexicons.standard.verbs.value(of: passage.scalars, in: subject),
      verb == .nominal || verb == .action
    else { return }
    finding.action = subject
    if site.repeatsUnit, let earlier = previous?.subject { finding.subject = earlier }
  }

  /// 楼栋长38个、志愿者77人的服务网络: in a list the noun stands where it stood before.
  func isListedBefore(_ site: Site, _ before: LeftContext, _ behind: RightContext) -> Bool {
    guard isThing(site), behind.isAttribute, before.action == nil, isListed(site) else {
      return false
    }
    return before.subject?.upperBound == site.range.lowerBound
  }

  /// The whole clause before, where it holds no number: 该会客厅由街道建成，投资200万元; the ends of a
  /// road are passed over: 公路起于甲镇，止于乙镇，全长30公里.
  func clauseBefore(_ site: Site) -> Range<Int>? {
    var start = site.start
    for _ in 0..<4 {
      guard start > 1, passage.fences[start - 1] == .clause,
        ["，", ","].contains(passage.scalars[start - 1])
      else { return nil }
      let end = start - 1
      start = passage.clauseStart(before: end, limit: 0)
      guard start < end,
        !(start..<end).contains(where: { Figures.arabic(passage.scalars[$0]) != nil })
      else { return nil }
      guard let mark = roadEnd(in: start..<end) else { return topic(start..<end, site) }
      if let subject = nouns.ending(start..<mark) { return subject }
    }
    return nil
  }

  private func topic(_ clause: Range<Int>, _ site: Site) -> Range<Int>? {
    let words = ClauseWords(passage, from: clause.lowerBound, to: clause.upperBound)
    let verbs = words.found.filter { $0.verb == .action || $0.verb == .nominal }
    guard let verb = verbs.first else { return nil }
    let objects = verbs.reversed().lazy.compactMap { word in
      nouns.ending(word.range.upperBound..<clause.upperBound)
    }
    let works = ["工作", "任务", "项目", "工程", "行动", "活动", "建设"]
    if isThing(site), let object = objects.first(where: { !works.contains(passage.string($0)) }) {
      return object
    }
    return nouns.ending(clause.lowerBound..<verb.range.lowerBound)
      ?? nouns.ending(verb.range.upperBound..<clause.upperBound)
  }

  private static let ends = WordSet(words: [
    "起于", "起自", "始于", "止于", "终于", "途经", "途径", "东起", "西起", "南起", "北起", "东至", "西至", "南至", "北至", "西经",
    "东经", "南经", "北经", "起点", "终点",
  ])

  /// Where the words start that tell where a road runs, nil where the clause tells of no road.
  private func roadEnd(in clause: Range<Int>) -> Int? {
    clause.first {
      Self.ends.longestMatch(in: passage.scalars, at: $0, end: clause.upperBound) != nil
    }
  }

  /// 带动群众80人务工就业: what stands behind the number only says what they do.
  func tellsDeed(_ site: Site, _ before: LeftContext, _ behind: RightContext) -> Bool {
    guard isThing(site), before.action != nil, let left = before.subject,
      left.upperBound == site.range.lowerBound, namesPeople(left),
      let subject = behind.subject
    else { return false }
    let words = ClauseWords(passage, from: subject.lowerBound, to: subject.upperBound)
    var at = subject.lowerBound
    for word in words.found where word.range.lowerBound == at && word.verb != nil {
      at = word.range.upperBound
    }
    return at == subject.upperBound
  }

  /// 超过50%受损管网, 96%用户已恢复: the whole of a share stands right behind it.
  func isPartOf(_ site: Site, _ before: LeftContext, _ behind: RightContext) -> Bool {
    guard before.subject == nil, !before.isChange, let subject = behind.subject,
      subject.lowerBound == site.range.upperBound, subject.count > 2, behind.action != nil
    else { return false }
    return before.action == nil || before.isLink
  }

  /// 甲站发送旅客5万人，乙站发送3万人: the same deed is done to the same.
  func sharedObject(
    _ site: Site, _ before: LeftContext, _ previous: SubjectFinding?
  ) -> Range<Int>? {
    guard isThing(site), before.isAdjacent, !before.isLink, !before.isChange,
      let action = before.action, let earlier = previous?.action, let object = previous?.subject,
      action.count > 1, passage.string(action) == passage.string(earlier),
      action != earlier, object.lowerBound >= earlier.upperBound
    else { return nil }
    return object
  }
}
