import Matching
import Model

/// Initiatives named without quotation marks: a distinctive phrase that ends with a head noun
/// (柳林水库扩建工程, 路长巡查制), and names known all over the country.
struct NamedPhrases {
  private let passage: Passage
  private let labels: [Label]

  /// Prepares the rule for one passage.
  init(_ passage: Passage) {
    self.passage = passage
    labels = Label.all(in: passage)
  }

  /// The initiatives, in reading order.
  func candidates() -> [ProgramCandidate] {
    var found: [ProgramCandidate] = []
    var at = 0
    var next = 0
    while at < passage.text.count {
      if let known = wider(known(at: at)) {
        found.append(known)
        at = known.range.upperBound
      } else if next < labels.count, labels[next].range.lowerBound <= at {
        if !isMeeting(labels[next]) { at = max(at, labels[next].range.upperBound) }
        next += 1
      } else if let head = ProgramLexicon.heads.longestMatch(in: passage.text, at: at) {
        found += phrase(headAt: at, length: head.length, head.value)
        at += head.length
      } else {
        at += 1
      }
    }
    return found
  }

  private func known(at index: Int) -> ProgramCandidate? {
    guard let match = ProgramLexicon.known.longestMatch(in: passage.text, at: index) else {
      return nil
    }
    let range = index..<index + match.length
    return ProgramCandidate(
      range: range, name: passage.string(range), kind: match.value, rule: "known")
  }

  /// A known name with the head noun that makes another of it (党员积分制管理模式).
  private func wider(_ known: ProgramCandidate?) -> ProgramCandidate? {
    guard let known else { return nil }
    var at = known.range.upperBound
    if passage.has("管理", at: at) || passage.has("工作", at: at) { at += 2 }
    guard passage.has("模式", at: at) || passage.has("机制", at: at),
      let head = ProgramLexicon.heads.longestMatch(in: passage.text, at: at),
      passage.runStart[at] <= known.range.lowerBound
    else { return known }
    return phrase(headAt: at, length: head.length, head.value).first ?? known
  }

  private static let meetings = WordSet(words: [
    "推进会", "启动会", "动员会", "启动仪式", "现场会", "座谈会", "工作会", "部署会", "推进会议", "工作会议", "动员大会", "总结会",
    "表彰会", "开工仪式", "协调会", "专题会", "调度会", "发布会", "恳谈会",
  ])

  /// Whether a label names a meeting, which may hold an initiative's name.
  private func isMeeting(_ label: Label) -> Bool {
    let inside = label.range.dropFirst().dropLast()
    return Self.meetings.longestMatch(
      in: passage.text, endingAt: inside.upperBound, from: inside.lowerBound) != nil
  }

  private func phrase(
    headAt index: Int, length: Int, _ head: ProgramLexicon.Head
  ) -> [ProgramCandidate] {
    let end = index + length
    if index > 0, isListEnd(index - 1) { return [] }
    guard passage.runStart[index] < index, ends(at: end, from: index, head) else { return [] }
    var start = trimmed(joined(passage.runStart[index], before: index), before: index)
    if let wider = sectionStart(start, before: index) {
      let phrase = Phrase(
        start: trimmed(wider, before: index), headStart: index, end: end, head: head,
        passage: passage)
      let isCampaign = head.kind == .campaign && head.headClass == .strong
      if isCampaign || head.kind == .project && phrase.holdsWorks { start = phrase.start }
    }
    if head.headClass == .soft, head.kind == .project {
      let region = Phrase.regions.longestMatch(in: passage.text, endingAt: index, from: start)
      start = region.map { index - $0.length } ?? start
    }
    let phrase = Phrase(start: start, headStart: index, end: end, head: head, passage: passage)
    guard phrase.isName, start == 0 || passage.text[start - 1] != "《" else { return [] }
    return [
      ProgramCandidate(
        range: start..<end, name: passage.string(start..<end), kind: head.kind,
        rule: "phrase-with-head")
    ]
  }

  /// Words of doing and of occasions that may stand behind a name and are none of it.
  private static let followers = WordSet(words: [
    "建设", "试点", "建设试点", "试点工作", "建设试点工作", "建设工作", "工作", "现场", "施工现场", "建设现场", "项目现场", "工地",
    "启动仪式", "开工仪式", "奠基仪式", "通车仪式", "竣工仪式", "推进会", "动员会", "启动会", "专题会", "座谈会", "专题座谈会",
    "现场会", "部署会", "期间", "活动", "系列活动", "主会场", "分会场", "开幕式", "闭幕式", "启动式", "颁奖仪式", "颁奖典礼", "总决赛",
    "以来", "进展", "进度", "情况", "工作部署", "工作要求", "工作任务", "工作会",
  ])

  /// What a project has but is not (工程质量, 项目部): behind its head noun it makes another noun.
  private static let parts = WordSet(words: [
    "部", "队", "师", "处", "组", "办", "局", "科", "库", "区", "段", "款", "量", "建设者", "质量", "负责", "经理",
    "业主",
    "法人", "单位", "公司", "有限", "院", "学", "指挥", "领导", "管理", "监理", "设计", "招标", "投标", "概算", "预算", "造价",
    "技术",
    "审批",
    "立项", "储备", "类", "名", "化", "群", "制", "车", "机械", "申报",
    "评审",
    "包装", "谋划", "补助", "奖补", "贷款", "融资", "合作", "合同", "协议", "人员", "工人", "工地", "现场", "用",
    "总公司", "总承包", "总指挥", "总监", "总工程师", "投资公司", "投资有限", "建设公司", "建设有限", "建设指挥", "建设管理",
    "建设领导", "建设集团", "施工队", "施工单位", "施工方", "推进会", "推进办",
  ])

  /// Whether a name can end at `end`: where its run does, or before 建设 and 试点; a project's or a
  /// model's also before any other word that is none of its parts.
  private func ends(at end: Int, from index: Int, _ head: ProgramLexicon.Head) -> Bool {
    let runEnd = passage.runEnd(from: index)
    if runEnd == end || head.headClass == .works && Phrase.isBuilt(passage, from: end) {
      return true
    }
    if head.kind == .project && head.headClass != .works || passage.has("模式", at: end - 2),
      ProgramLexicon.heads.longestMatch(in: passage.text, at: end) == nil,
      Self.parts.longestMatch(in: passage.text, at: end) == nil
    {
      return true
    }
    return Self.followers.value(of: passage.text, in: end..<max(end, runEnd)) != nil
  }

  private func isListEnd(_ index: Int) -> Bool { passage.text[index] == "等" }

  private static let joints = WordSet(words: ["连通", "连接", "互通", "贯通", "对接", "连片"])

  /// The start of a name that joins two things (柳湖与青河连通工程) or two deeds done to one
  /// (白石滩灌区续建配套与节水改造工程).
  private func joined(_ start: Int, before end: Int) -> Int {
    guard start > 2, "与和至及".unicodeScalars.contains(passage.text[start - 1]),
      passage.runStart[start - 2] < start - 1
    else { return start }
    let first = passage.runStart[start - 2]
    let joinsThings =
      start - first <= 7
      && (start..<end).contains { Self.joints.longestMatch(in: passage.text, at: $0) != nil }
    let joinsDeeds =
      passage.text[start - 1] != "至" && passage.isGeneric(start..<end)
      && Self.deeds.longestMatch(in: passage.text, endingAt: start - 1, from: first) != nil
    return joinsThings || joinsDeeds ? first : start
  }

  /// What is done to something that is built.
  private static let deeds = WordSet(words: [
    "续建配套", "配套", "扩容", "护岸", "护坡", "疏浚", "清淤", "截污", "加固", "除险", "改造", "治理", "整治", "绿化", "亮化",
    "修缮", "扩建", "改建", "拓宽", "防洪", "排涝", "供水", "灌溉",
  ])

  /// Deeds that a name may hold in its middle.
  private static let cuts = WordSet(words: [
    "改造", "建设", "扩建", "改建", "整治", "提升", "修复", "加固", "升级", "治理", "保护", "利用", "开发", "处理",
  ])

  /// The start of a name that a deed cuts through before the section or phase it ends with:
  /// 飞鸿路拓宽改造北段工程.
  private func sectionStart(_ start: Int, before end: Int) -> Int? {
    guard start > 3, start < end, passage.runStart[start - 1] > start - 1,
      let deed = Self.cuts.longestMatch(in: passage.text, endingAt: start, from: start - 2),
      end - start <= 3 && "段期".unicodeScalars.contains(passage.text[end - 1])
        || passage.isGeneric(start..<end)
    else { return nil }
    let before = start - deed.length - 1
    return passage.runStart[before] <= before ? passage.runStart[before] : nil
  }

  /// Where the name starts behind a dash that sets its class before it: 国家水利工程——柳林灌区工程.
  private func nameStart(_ start: Int, before end: Int) -> Int {
    let dash = (start..<end).last { "—–".unicodeScalars.contains(passage.text[$0]) }
    guard let dash, dash == start || passage.text[dash - 1] == passage.text[dash], dash + 1 < end
    else { return start }
    let before = passage.text[start..<dash].drop { "—–".unicodeScalars.contains($0) }
    let isClass = ["项目", "工程", "行动", "活动", "平台"].contains {
      passage.has($0, at: dash - 3)
    }
    return before.count <= 1 || isClass ? dash + 1 : start
  }

  /// Leaves out edition words, and a class before the name (重点项目柳林水库工程).
  private func trimmed(_ start: Int, before end: Int) -> Int {
    var start =
      ProgramName.lastEditionEnd(in: passage.text, start..<end)
      ?? ProgramName.editionEnd(in: passage.text, start..<end)
    if start > 0, start < end, "我该全本".unicodeScalars.contains(passage.text[start - 1]),
      "省市州县区镇乡村".unicodeScalars.contains(passage.text[start])
    {
      start += 1
    }
    start = nameStart(start, before: end)
    for at in start..<max(start, end - 4) {
      for word in ["重点项目", "重大项目", "重点工程", "重大工程"] where passage.has(word, at: at) {
        start = at + 4
      }
    }
    return start
  }
}
