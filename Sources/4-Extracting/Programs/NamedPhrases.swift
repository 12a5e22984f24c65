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
      if let known = known(at: at) {
        found.append(known)
        at = known.range.upperBound
      } else if next < labels.count, labels[next].range.lowerBound <= at {
        at = max(at, labels[next].range.upperBound)
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

  private func phrase(
    headAt index: Int, length: Int, _ head: ProgramLexicon.Head
  ) -> [ProgramCandidate] {
    let end = index + length
    if index > 0, isListEnd(index - 1) { return [] }
    guard passage.runStart[index] < index, ends(at: end, from: index, head) else { return [] }
    var start = trimmed(joined(passage.runStart[index], before: index), before: index)
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
    "以来", "进展", "进度", "情况",
  ])

  /// What a project has but is not (工程质量, 项目部): behind its head noun it makes another noun.
  private static let parts = WordSet(words: [
    "部", "队", "师", "处", "组", "办", "局", "科", "库", "区", "段", "款", "量", "建设者", "资金", "质量", "负责", "经理",
    "业主",
    "法人", "单位", "公司", "院", "学", "指挥", "领导", "管理", "监理", "设计", "招标", "投标", "概算", "预算", "造价", "技术",
    "审批",
    "立项", "储备", "用地", "验收", "总", "类", "名", "化", "群", "制", "车", "机械", "建设", "推进", "施工", "申报",
    "评审",
    "包装", "谋划", "补助", "奖补", "贷款", "融资", "投资", "合作", "合同", "协议", "人员", "工人", "工地", "现场", "用", "实施",
  ])

  /// Whether a name can end at `end`: where its run does, or before 建设 and 试点; a project's or a
  /// model's also before any other word that is none of its parts.
  private func ends(at end: Int, from index: Int, _ head: ProgramLexicon.Head) -> Bool {
    let runEnd = passage.runEnd(from: index)
    if runEnd == end { return true }
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

  /// The start of a name that joins two things: 柳湖与青河连通工程.
  private func joined(_ start: Int, before end: Int) -> Int {
    guard start > 2, "与和至".unicodeScalars.contains(passage.text[start - 1]),
      passage.runStart[start - 2] < start - 1, start - passage.runStart[start - 2] <= 7,
      (start..<end).contains(where: { Self.joints.longestMatch(in: passage.text, at: $0) != nil })
    else { return start }
    return passage.runStart[start - 2]
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
    for at in start..<max(start, end - 4) {
      for word in ["重点项目", "重大项目", "重点工程", "重大工程"] where passage.has(word, at: at) {
        start = at + 4
      }
    }
    return start
  }
}
