import Matching
import Model
import Units

/// What a number counts or measures, and what was done.
struct SubjectFinding {
  /// The thing counted or measured.
  var subject: Range<Int>?
  /// The verb.
  var action: Range<Int>?
  /// Whether the number tells a change.
  var isChange = false
  /// The things that 分别 gives one number each, those still without one.
  var waiting: [Range<Int>] = []
  /// The rule that found the subject.
  var rule = "none"
}

/// Chooses between the words before and behind a number.
struct SubjectFinder {
  let passage: FencedText
  private let left: LeftReader
  private let right: RightReader
  let nouns: NounPhrase

  /// Finds subjects in a passage.
  init(_ passage: FencedText) {
    self.passage = passage
    left = LeftReader(passage)
    right = RightReader(passage)
    nouns = NounPhrase(passage)
  }

  /// Where a number stands.
  struct Site {
    /// The number with its unit and approximation.
    let range: Range<Int>
    /// What the unit measures, nil for none.
    let dimension: Dimension?
    /// The unit, where it names people: 人, 户; nil behind a number of people.
    var people: Range<Int>?
    /// Whether the number before counted things.
    var followsThing = false
    /// Whether the number before has the same unit, which names no people.
    var repeatsUnit = false
    /// Whether the unit names divisions: 78村, 4市.
    var isDivision = false
    /// The unit, where it is a noun that is counted without a classifier: 四举措, 两镇.
    var unitNoun: Range<Int>?
    /// Whether it is an age that one must have: 60岁以上.
    var isGroup = false
    /// Whether 以上 or the like closes it.
    var isClosed = false
    /// The first position of its clause that no earlier number has taken.
    let start: Int
    /// The end of its sentence.
    let end: Int
  }

  /// The finding for a number; `previous` is that of the number before it in the paragraph.
  func finding(at site: Site, previous: SubjectFinding?) -> SubjectFinding {
    let before = left.context(
      of: site.range.lowerBound, limit: site.start, isMeasured: !isThing(site))
    let behind = right.context(from: site.range.upperBound, limit: site.end)
    var finding = choose(site, before, behind)
    if let noun = site.unitNoun,
      site.isDivision || finding.rule == "before" || behind.subject == nil
    {
      finding = SubjectFinding(subject: noun, action: before.action, rule: "unit")
    }
    finding.isChange = before.isChange
    if finding.rule == "before", let object = sharedObject(site, before, previous) {
      finding.subject = object
    }
    if let deed = lasting(site, before) {
      finding.subject = deed
      finding.rule = "deed"
    }
    share(&finding, site, previous)
    if finding.subject == nil, !restate(&finding, site, previous) {
      inherit(&finding, site, before, previous)
    }
    if finding.subject == nil { finding.subject = placeBefore(site) }
    if finding.action == nil { finding.action = before.action }
    if let deed = deed(finding, before, behind) { finding.action = deed }
    if finding.action == nil, site.repeatsUnit { nameDeed(&finding, site, previous) }
    if finding.action == nil {
      finding.action = missingVerb(finding, site, behind, previous)
      finding.isChange = finding.isChange || sharesChange(finding, site, previous)
    }
    if finding.action == nil { nameDeed(&finding, site, previous) }
    if let aim = finding.action, let deed = behind.action, site.dimension == .time,
      ["力争", "争取", "确保", "预计", "计划"].contains(passage.string(aim))
    {
      finding.action = deed
    }
    return finding
  }

  /// 学习三天, 驻村一周: a length of time right behind a verb is that of the deed.
  private func lasting(_ site: Site, _ before: LeftContext) -> Range<Int>? {
    guard site.dimension == .time, !before.isLink, !before.isChange,
      let action = before.action, action.count > 1,
      before.isAdjacent || before.subject?.upperBound == action.upperBound,
      let verb = FactLexicons.standard.verbs.value(of: passage.scalars, in: action),
      verb == .action || verb == .nominal, !Self.spending.contains(passage.string(action))
    else { return nil }
    return action
  }

  /// Verbs whose object is the time itself.
  private static let spending: Set<String> = [
    "历时", "历经", "为期", "耗时", "需要", "经过", "使用", "利用", "规划", "计划", "预计", "判处", "参加", "获得",
    "用于", "力争", "争取", "确保", "还有", "已有", "共有", "延长", "超过", "节约", "节省", "提前", "进入", "拥有", "缩减", "压减",
    "完成",
  ]

  /// 粮食和油料分别增长3%和5%: each number has its own thing.
  private func share(
    _ finding: inout SubjectFinding, _ site: Site, _ previous: SubjectFinding?
  ) {
    if let previous, let next = previous.waiting.first, finding.rule == "none", isNext(site) {
      finding.subject = next
      finding.rule = "respectively"
      finding.waiting = Array(previous.waiting.dropFirst())
    } else if let subject = finding.subject, isDistributed(subject, site) {
      let members = members(of: wholeList(subject, site))
      guard members.count > 1, let first = members.first else { return }
      finding.subject = first
      finding.waiting = Array(members.dropFirst())
      finding.rule = "respectively"
    }
  }

  /// Whether a list goes on to this number with nothing but its mark and 和 between.
  private func isNext(_ site: Site) -> Bool {
    site.start > 0
      && (isListed(site) || isJoined(site) || ["，", ","].contains(passage.scalars[site.start - 1])
        || passage.fences[site.start] == .clause)
  }

  /// Whether 分别 stands between a subject and its number.
  private func isDistributed(_ subject: Range<Int>, _ site: Site) -> Bool {
    guard subject.upperBound < site.range.lowerBound else { return false }
    let between = passage.scalars[subject.upperBound..<site.range.lowerBound]
    return between.indices.dropLast().contains { between[$0] == "分" && between[$0 + 1] == "别" }
  }

  /// 城镇居民人均收入、农民人均收入: the list of which a long subject is the last member.
  private func wholeList(_ subject: Range<Int>, _ site: Site) -> Range<Int> {
    var low = subject.lowerBound
    var reach = low
    while low > site.start, subject.lowerBound - low < 40, passage.fences[low - 1] < .clause {
      low -= 1
      if passage.fences[low] == .list { reach = low }
    }
    guard reach < subject.lowerBound, let first = nouns.ending(low..<reach) else { return subject }
    return first.lowerBound..<subject.upperBound
  }

  /// The members of 甲、乙和丙; none where one is only a word of order (第二、第三产业).
  private func members(of subject: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = subject.lowerBound
    for at in subject where isMark(at) {
      found.append(start..<at)
      start = at + 1
    }
    found.append(start..<subject.upperBound)
    let isWhole = found.allSatisfy { $0.count > 1 && passage.scalars[$0.lowerBound] != "第" }
    return isWhole && !passage.string(subject).contains("占") ? found : []
  }

  private func isMark(_ index: Int) -> Bool {
    !passage.isNamed[index]
      && (passage.fences[index] == .list || ["和", "与", "及"].contains(passage.scalars[index]))
  }

  /// 共有8家企业落户, 有6米宽: 有 only introduces what does something.
  private func deed(
    _ finding: SubjectFinding, _ before: LeftContext, _ behind: RightContext
  ) -> Range<Int>? {
    guard let action = finding.action, action == before.action, before.isAdjacent,
      [
        "累计", "共计", "合计", "有", "共有", "已有", "现有", "尚有", "还有", "另有", "仍有", "约有", "都有",
      ].contains(passage.string(action))
    else { return nil }
    return behind.deed
  }

  private func choose(_ site: Site, _ before: LeftContext, _ behind: RightContext) -> SubjectFinding
  {
    if prefersRight(site, before, behind), let subject = behind.subject {
      let action = before.isLink || isPreposition(before) ? nil : before.action
      return SubjectFinding(
        subject: site.isGroup ? people(subject) : subject,
        action: action ?? (before.isLink ? behind.action : nil), rule: "behind")
    }
    if let subject = before.subject {
      return target(site, before, subject)
    }
    if let subject = behind.subject, !before.isChange || isThing(site),
      !isShare(site) || behind.isAttribute, isThing(site) || !opensWithVerb(behind)
    {
      return SubjectFinding(
        subject: subject, action: before.action ?? behind.action, rule: "behind")
    }
    return SubjectFinding(subject: nil, action: before.action)
  }

  private static let people = WordSet(words: [
    "老年人", "老人", "村民", "居民", "群众", "人员", "职工", "儿童", "学生", "党员", "妇女", "青年", "农民", "公民", "市民", "工人",
    "男子", "女性", "男性", "患者", "高龄老人", "教师",
  ])

  /// 老年人 of 60岁以上老年人体检率: who must have the age.
  private func people(_ subject: Range<Int>) -> Range<Int> {
    for at in subject {
      if let word = Self.people.longestMatch(in: passage.scalars, at: at, end: subject.upperBound) {
        return subject.lowerBound..<at + word.length
      }
    }
    return subject
  }

  /// 完成年度计划82.3%: the target belongs to the verb, the subject stands before.
  private func target(
    _ site: Site, _ before: LeftContext, _ subject: Range<Int>
  ) -> SubjectFinding {
    guard isShare(site), let action = before.action, !before.isLink,
      ["划", "标", "务", "算"].contains(passage.scalars[subject.upperBound - 1])
    else { return SubjectFinding(subject: subject, action: before.action, rule: "before") }
    return SubjectFinding(
      subject: nil, action: action.lowerBound..<max(action.upperBound, subject.upperBound))
  }

  private func prefersRight(
    _ site: Site, _ before: LeftContext, _ behind: RightContext
  ) -> Bool {
    guard behind.subject != nil else { return false }
    if isShare(site) {
      if isPartOf(site, before, behind) { return true }
      return (behind.isAttribute || site.isClosed && before.action == nil) && !before.isChange
        && !before.isLink
    }
    if isListedBefore(site, before, behind) || tellsDeed(site, before, behind) { return false }
    if isThing(site) || site.isGroup { return true }
    if before.isLink || before.isChange || opensWithVerb(behind) { return false }
    return before.subject.map { !namesMeasure($0) || behind.isAttribute && namesWorth($0) } ?? true
  }

  /// 为60名老人举办: 为 before people is “for”.
  private func isPreposition(_ before: LeftContext) -> Bool {
    before.action.map { passage.string($0) == "为" } ?? false
  }

  /// 投资200万元建设而成: the word behind money or a measure is its verb.
  private func opensWithVerb(_ behind: RightContext) -> Bool {
    guard let subject = behind.subject, !behind.isAttribute else { return false }
    let words = ClauseWords(passage, from: subject.lowerBound, to: subject.upperBound)
    return words.found.first.map {
      $0.verb != nil && $0.range.lowerBound == subject.lowerBound
        && !($0.verb == .nominal && subject.count > $0.range.count + 1
          && MeasureNouns.ends(passage, subject.upperBound))
    } ?? false
  }

  /// 价值20万元的农产品: what is worth the money stands behind.
  private func namesWorth(_ range: Range<Int>) -> Bool {
    range.count > 1 && passage.string(range.upperBound - 2..<range.upperBound) == "价值"
  }

  /// 总面积, 总投资: a noun that measures, so that the number is its value.
  private func namesMeasure(_ range: Range<Int>) -> Bool {
    MeasureNouns.ends(passage, range.upperBound)
  }

  func isShare(_ site: Site) -> Bool {
    site.dimension == .share || site.dimension == .multiple
  }

  /// Whether the number counts people or things.
  func isThing(_ site: Site) -> Bool {
    let things: [Dimension] = [.count, .people, .households, .visits]
    return site.dimension.map { things.contains($0) || $0.rawValue == "magnitude" } ?? false
  }

  /// The subject of the number before it, or the words before the brackets it stands in.
  private func inherit(
    _ finding: inout SubjectFinding, _ site: Site, _ before: LeftContext,
    _ previous: SubjectFinding?
  ) {
    if before.action == nil, let whole = whole(site) {
      finding.subject = whole
      finding.rule = "whole"
    } else if let own = ownSubject(site, before) ?? gain(before) {
      finding.subject = own
      finding.rule = "verb as noun"
    } else if let outer = bracketed(site) {
      finding.subject = outer
      finding.rule = "brackets"
    } else if let topic = clauseBefore(site), before.isAdjacent {
      finding.subject = topic
      finding.rule = "clause before"
    } else if let people = site.people, !namesPeople(previous?.subject),
      !site.followsThing || before.action != nil
    {
      finding.subject = people
      finding.rule = "unit"
    } else if let earlier = previous?.subject {
      finding.subject = earlier
      finding.rule = "number before"
    }
  }

  /// 游客增长5%，达3万人: the number before told of people.
  func namesPeople(_ range: Range<Int>?) -> Bool {
    guard let last = range?.upperBound else { return false }
    return ["人", "户", "民", "口", "客", "员", "众", "生", "工", "者", "力"].contains(
      passage.scalars[last - 1])
  }

  /// 这些收入的60%: what a share is taken of, right before it.
  private func whole(_ site: Site) -> Range<Int>? {
    let mark = site.range.lowerBound - 1
    guard site.dimension == .share, mark > site.start, passage.scalars[mark] == "的",
      !passage.isNamed[mark]
    else { return nil }
    return nouns.ending(site.start..<mark)
  }

  /// 户均增收达8000元: what is gained names itself.
  private func gain(_ before: LeftContext) -> Range<Int>? {
    guard let action = before.action, action.count > 1, before.isChange || before.isLink else {
      return nil
    }
    let word = action.lowerBound..<action.lowerBound + 2
    return ["增收", "增产", "减产", "增效", "减收"].contains(passage.string(word)) ? word : nil
  }

  /// 住院3874人次, 投资3亿元: a verb that stands alone names what it counts.
  private func ownSubject(_ site: Site, _ before: LeftContext) -> Range<Int>? {
    guard before.isAdjacent, !before.isLink, !before.isChange, let action = before.action,
      let verb = FactLexicons.standard.verbs.value(of: passage.scalars, in: action),
      verb == .nominal, site.dimension != .count, site.dimension != .people,
      site.dimension != .area, site.dimension != .time
    else { return nil }
    return action
  }

  /// 发酵酒（增长87%）.
  private func bracketed(_ site: Site) -> Range<Int>? {
    let open = site.start - 1
    guard open > 0, passage.scalars[open] == "（" || passage.scalars[open] == "(" else { return nil }
    var low = open
    while low > 0, passage.fences[low - 1] == .none {
      low -= 1
      if Figures.arabic(passage.scalars[low]) != nil { return nil }
    }
    guard !"比较".unicodeScalars.contains(passage.scalars[low]) else { return nil }
    let words = ClauseWords(passage, from: low, to: open)
    if let verb = words.found.last(where: { $0.verb == .action }) { low = verb.range.upperBound }
    while low < open, ["有", "为", "是"].contains(passage.scalars[low]) { low += 1 }
    return nouns.ending(low..<open)
  }

  /// 占地80亩: where nothing else is named, the place the sentence is about.
  private func placeBefore(_ site: Site) -> Range<Int>? {
    let limit = max(0, site.start - 120)
    var end = site.range.lowerBound
    while end > limit, !passage.isPlace[end - 1] {
      guard passage.scalars[end - 1] != "\n" else { return nil }
      end -= 1
    }
    var start = end
    while start > limit, passage.isPlace[start - 1] { start -= 1 }
    return start < end && end > limit ? start..<end : nil
  }
}
