import Matching
import Model

/// Finds the people of one passage by the words beside their names.
struct PersonScan {
  let passage: Passage
  let names: NameReader
  let roles: RoleReader
  private(set) var found: [PersonMention] = []
  /// The rest of the list read last: the scan comes by each of its members again.
  private var openList: ArraySlice<Range<Int>> = []
  /// Names of those who made the article, found beside 记者 and the like.
  private(set) var press: Set<String> = []

  /// Reads a passage.
  init(_ passage: Passage, organizations: [OrganizationMention]) {
    self.passage = passage
    names = NameReader(passage)
    roles = RoleReader(passage, organizations: organizations)
    run(organizations)
  }

  var text: [Unicode.Scalar] { passage.text }

  private mutating func run(_ organizations: [OrganizationMention]) {
    let ends = Set(organizations.filter { $0.field == passage.field }.map(\.span.end))
    var at = 0
    while at < text.count { at = person(at: at, ends) ?? at + 1 }
  }

  private mutating func person(at index: Int, _ organizationEnds: Set<Int>) -> Int? {
    guard names.mayStart(at: index) else { return nil }
    let byRole = appointed(at: index) ?? roleFirst(at: index)
    if let end = byRole ?? roleLast(at: index, organizationEnds) { return end }
    if let end = callingLast(at: index) ?? speaker(at: index) ?? aged(at: index)
      ?? introduced(at: index) ?? described(at: index) ?? member(at: index, organizationEnds)
    {
      return end
    }
    return holder(at: index) ?? identified(at: index) ?? foreign(at: index) ?? pair(at: index)
      ?? recurrent(at: index)
  }

  mutating func add(_ range: Range<Int>, role: String?) {
    found.append(
      PersonMention(
        field: passage.field, span: Span(range), name: ProgramName.plain(text[range]), role: role))
  }

  /// 主任王芳, 村民李建国、赵梅: a role, then the names that share it.
  private mutating func roleFirst(at index: Int) -> Int? {
    guard index > 0, text[index] != "和" else { return nil }
    let dash = roleEndBeforeDash(index)
    let end = dash ?? captionRoleEnd(before: index)
    guard let role = roles.role(before: end ?? index),
      let name = named(at: index, afterOffice: role.kind == .office),
      !isHouse(index, after: role.text),
      end == nil || role.kind != .press && (dash != nil || opensSpeech(at: name.upperBound))
    else { return nil }
    guard role.kind != .press else {
      press.insert(ProgramName.plain(text[name]))
      return name.upperBound
    }
    guard
      role.kind == .office || isLikely(name) || speaks(name)
        || isPossible(name) && names.count(name) > 1
    else { return nil }
    add(name, role: role.text)
    return followers(after: name.upperBound, role: role.text)
  }

  /// 居民|楼加装电梯: the house, not somebody of that name.
  private func isHouse(_ index: Int, after role: String) -> Bool {
    "楼房".unicodeScalars.contains(text[index]) && (role.hasSuffix("民") || role.hasSuffix("生"))
  }

  /// The name behind a role: the one with a surname, or the longer one that its sounds make.
  private func named(at index: Int, afterOffice: Bool) -> Range<Int>? {
    let name = names.name(at: index, afterOffice: afterOffice, afterRole: true)
    guard let sounded = names.sounded(at: index), sounded.count > (name?.count ?? 1) else {
      return name
    }
    return sounded
  }

  /// 养殖户 王芳：…: where the role ends that a space parts from the name, as under broadcasts.
  private func captionRoleEnd(before index: Int) -> Int? {
    var end = index
    while end > 0, text[end - 1] == " " || text[end - 1] == "\u{3000}" { end -= 1 }
    return end == index || end == 0 ? nil : end
  }

  private func opensSpeech(at index: Int) -> Bool {
    index < text.count && (text[index] == "：" || text[index] == ":")
  }

  /// Whether only a person does what the words behind a name say; a name with a dot needs no more.
  private func speaks(_ name: Range<Int>) -> Bool {
    PersonLexicon.after.longestMatch(in: text, at: name.upperBound)?.value == .says
      || text[name].contains("·")
  }

  /// Whether the characters are those of given names, as beside a calling they must be: callings
  /// stand before all sorts of words.
  func isLikely(_ name: Range<Int>) -> Bool {
    name.dropFirst().allSatisfy { PersonLexicon.given.value(of: text, in: $0..<$0 + 1) != nil }
      || names.sounded(at: name.lowerBound) == name
  }

  /// Whether one of the characters is one of given names: enough beside an office.
  func isPossible(_ name: Range<Int>) -> Bool {
    !"科部处室院".unicodeScalars.contains(text[name.upperBound - 1])
      && name.dropFirst().contains { PersonLexicon.given.value(of: text, in: $0..<$0 + 1) != nil }
  }

  /// 35岁的王芳: an age, then a name.
  private mutating func aged(at index: Int) -> Int? {
    let start = index > 0 && text[index - 1] == "的" ? index - 2 : index - 1
    guard start > 0, text[start] == "岁", text[start - 1].isASCIIDigit,
      let name = named(at: index, afterOffice: false), name.count > 1, isLikely(name)
    else { return nil }
    add(name, role: nil)
    return name.upperBound
  }

  /// The names that go on a list with 、 or 和.
  private mutating func followers(after end: Int, role: String?) -> Int {
    var end = end
    while end + 1 < text.count, "、和与".unicodeScalars.contains(text[end]),
      let next = names.name(at: end + 1), isListed(next.upperBound, after: next)
    {
      add(next, role: role)
      end = next.upperBound
    }
    return end
  }

  private func isListed(_ index: Int, after name: Range<Int>) -> Bool {
    if index >= text.count || passage.runStart[index] > index || text[index] == "等" { return true }
    let after = PersonLexicon.after.longestMatch(in: text, at: index)
    // 传承人王芳和|花瑶挑花…: a verb of one character may belong to another word.
    return after.map { name.count > 2 || $0.length > 1 || $0.value == .says } ?? false
  }

  /// 选举王芳为会长, and 王芳、李建国为副会长: names, then the office they are given.
  private mutating func appointed(at index: Int) -> Int? {
    guard startsClause(index), let list = nameList(at: index), let first = list.first,
      let last = list.last, isLikely(first) || list.count > 2 && isPossible(first)
    else { return nil }
    var at = last.upperBound
    if let role = roleOfList(at) {
      for name in list { add(name, role: role) }
      return at
    }
    if attends(list) || countsPeople(at) {
      for name in list { add(name, role: nil) }
      return at
    }
    for word in ["当选为", "担任", "出任", "当选", "为", "任"] where passage.has(word, at: at) {
      at += word.unicodeScalars.count
      guard let role = roles.role(after: at, wholeClause: true) else { return nil }
      for name in list { add(name, role: role) }
      return at
    }
    guard isListOfPeople(list, at: index) else { return nil }
    for name in list { add(name, role: nil) }
    return at
  }

  private static let attending = WordSet(words: [
    "出席", "参加", "陪同", "到场", "见证", "一同", "参与", "等领导", "组成",
  ])

  /// Whether three names or more are said to be present: 王芳、李建国、赵梅出席.
  private func attends(_ list: ArraySlice<Range<Int>>) -> Bool {
    guard list.count >= 3, let last = list.last,
      Self.attending.longestMatch(in: text, at: last.upperBound) != nil
    else { return false }
    return list.allSatisfy { names.name(at: $0.lowerBound) == $0 }
  }

  /// 等知名主播 behind a list of names.
  private func roleOfList(_ index: Int) -> String? {
    var start = passage.has("等人", at: index) ? index + 2 : index
    if passage.has("等", at: start) { start += 1 }
    start = afterCount(start)
    guard start > index else { return nil }
    for at in start..<min(start + 6, text.count) where passage.runStart[at] <= start {
      if let role = PersonLexicon.roles.longestMatch(in: text, at: at), role.value != .press {
        return ProgramName.plain(text[start..<at + role.length])
      }
    }
    return nil
  }

  /// Past 4名, 三位.
  private func afterCount(_ index: Int) -> Int {
    var at = index
    while at < min(index + 4, text.count),
      text[at].isASCIIDigit || "一二两三四五六七八九十".unicodeScalars.contains(text[at])
    { at += 1 }
    guard at > index, at < text.count, "名位".unicodeScalars.contains(text[at]) else { return index }
    return at + 1
  }

  /// Names that 、 joins; the first must be sure to be one, a later one may be a pen name.
  private mutating func nameList(at index: Int) -> ArraySlice<Range<Int>>? {
    guard let first = names.name(at: index) else { return nil }
    openList = openList.drop { $0.lowerBound < index }
    if openList.first != first { openList = wholeList(from: first) ?? [] }
    return openList.isEmpty ? nil : openList
  }

  /// A list is read in parts of so many names, since each may be asked what follows all of them.
  private static let longestList = 200

  /// The list that the name at `index` opens.
  func wholeList(at index: Int) -> ArraySlice<Range<Int>>? {
    names.name(at: index).flatMap { wholeList(from: $0) }
  }

  private func wholeList(from first: Range<Int>) -> ArraySlice<Range<Int>>? {
    var list = [first]
    while list.count < Self.longestList, let last = list.last, last.upperBound + 2 < text.count,
      text[last.upperBound] == "、"
    {
      let start = last.upperBound + 1
      var end = passage.runEnd(from: start)
      if end - start > 4 { end = names.name(at: start)?.upperBound ?? end }
      guard (2...4).contains(end - start), text[start].isHan else { return nil }
      list.append(start..<end)
    }
    return list[...]
  }

  /// 王芳秘书长: an office right behind a name.
  private mutating func roleLast(at index: Int, _ organizationEnds: Set<Int>) -> Int? {
    guard let name = names.name(at: index), name.count > 1,
      organizationEnds.contains(index)
        || (startsClause(index) || followsDepartment(index, name)) && isPossible(name),
      let role = PersonLexicon.roles.longestMatch(in: text, at: name.upperBound),
      role.value == .office
    else { return nil }
    let office = text[name.upperBound..<name.upperBound + role.length]
    add(name, role: ProgramName.plain(text[bodyStart(before: index)..<index] + office))
    return name.upperBound + role.length
  }

  /// 区住建局|王建国主任: where a body of a level begins that stands before the name.
  private func bodyStart(before index: Int) -> Int {
    let start = index > 0 ? passage.runStart[index - 1] : index
    guard start + 2 < index, index - start <= 10, "省市县区镇乡村".unicodeScalars.contains(text[start]),
      Self.bodyEnds.contains(text[index - 1])
    else { return index }
    return start
  }

  private static let bodyEnds = ScalarSet("局厅委办院所校站社会")

  /// 儿科|王芳主任, 区住建局|王建国主任: a part of a body, or a body, ends right before.
  private func followsDepartment(_ index: Int, _ name: Range<Int>) -> Bool {
    guard index > 1, passage.runStart[index] < index else { return false }
    return "科部处室股办队组系".unicodeScalars.contains(text[index - 1])
      || name.count > 2 && Self.bodyEnds.contains(text[index - 1])
  }

  /// 王建国老人, 王建国同学: what an elder or a pupil is called, right behind a name.
  private mutating func callingLast(at index: Int) -> Int? {
    guard let name = names.name(at: index), name.count > 2,
      startsClause(index) || isLikely(name) && isAddressed(name.upperBound),
      isPossible(name) || !"村镇乡区县市院会队组员人户家岁龄年性".unicodeScalars.contains(text[name.upperBound - 1]),
      let calling = Self.callings.longestMatch(in: text, at: name.upperBound)
    else { return nil }
    let end = name.upperBound + calling.length
    add(name, role: calling.value ? ProgramName.plain(text[name.upperBound..<end]) : nil)
    return end
  }

  /// 爱心基金王芳芳女士: an address that stands behind full names, whatever precedes them.
  private func isAddressed(_ index: Int) -> Bool {
    ["女士", "先生", "同志"].contains { passage.has($0, at: index) }
  }

  /// What stands behind a name; true for what tells a part in life.
  private static let callings = WordSet([
    ("老人", true), ("同学", true), ("老师", true), ("医生", true), ("师傅", true), ("教授", true),
    ("先生", false), ("女士", false), ("同志", false), ("夫妇", false), ("大爷", false), ("大妈", false),
    ("奶奶", false), ("爷爷", false), ("阿姨", false), ("大姐", false), ("一家", false),
  ])

  /// 育才小学|王芳、李敏等10名教师: those who belong to a body, right behind its name.
  private mutating func member(at index: Int, _ organizationEnds: Set<Int>) -> Int? {
    guard organizationEnds.contains(index), let name = names.name(at: index), name.count > 1,
      isLikely(name), name.upperBound < text.count
    else { return nil }
    let isMember = ["等", "、", "同学", "老师", "同志"].contains { passage.has($0, at: name.upperBound) }
    guard isMember else { return nil }
    add(name, role: nil)
    return followers(after: name.upperBound, role: nil)
  }

  /// 名叫王芳, 他叫王芳: words that tell a name.
  private mutating func introduced(at index: Int) -> Int? {
    guard index > 1,
      PersonLexicon.naming.longestMatch(in: text, endingAt: index, from: max(0, index - 4)) != nil,
      let name = names.name(at: index), name.count > 1, isLikely(name)
    else { return nil }
    add(name, role: nil)
    return name.upperBound
  }

  /// 王芳，女，今年45岁: a name that opens a clause, and what is told of people right behind it.
  private mutating func described(at index: Int) -> Int? {
    guard startsClause(index), let name = names.name(at: index), name.count > 1, isLikely(name),
      name.upperBound + 1 < text.count
    else { return nil }
    let isApart = "，,(（".unicodeScalars.contains(text[name.upperBound])
    let start = isApart ? name.upperBound + 1 : name.upperBound
    guard let word = PersonLexicon.describing.longestMatch(in: text, at: start),
      isApart || word.length > 1
    else { return nil }
    add(name, role: nil)
    return name.upperBound
  }

  /// 王芳说: a clause that starts with a name and goes on with a word that only people do.
  private mutating func speaker(at index: Int) -> Int? {
    guard startsClause(index), let name = named(at: index, afterOffice: false), name.count > 1,
      PersonLexicon.after.longestMatch(in: text, at: name.upperBound)?.value == .says,
      isLikely(name)
    else { return nil }
    add(name, role: nil)
    return name.upperBound
  }

  func startsClause(_ index: Int) -> Bool {
    // 于 bounds names and is a surname too.
    passage.runStart[index] == index
      || text[index] == "于" && (index == 0 || !text[index - 1].isHan)
  }
}
