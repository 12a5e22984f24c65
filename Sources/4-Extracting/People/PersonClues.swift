import Matching
import Model

/// People that no role beside the name tells: what the sentence says of them does.
extension PersonScan {
  /// 阿依古丽·买买提: parts that all write sounds are a person's name wherever they stand.
  mutating func foreign(at index: Int) -> Int? {
    guard let name = names.name(at: index), text[name].contains("·"),
      text[name].allSatisfy({ $0 == "·" || $0 == "不" || PersonLexicon.sounds.contains($0) })
    else { return nil }
    add(name, role: nil)
    return name.upperBound
  }

  /// 时任村委会主任的王芳: the office is said of the name behind 的.
  mutating func holder(at index: Int) -> Int? {
    guard index > 4, text[index - 1] == "的",
      let role = roles.role(before: index - 1), role.kind == .office,
      opensOffice(clause(before: index)),
      let name = names.name(at: index, afterOffice: true, afterRole: true), isPossible(name)
    else { return nil }
    add(name, role: Self.withoutTenure(role.text))
    return name.upperBound
  }

  private static let tenures = WordSet(words: [
    "时任", "现任", "曾任", "原任", "身为", "作为", "担任", "兼任", "出任", "刚任", "新任", "历任",
  ])

  private func opensOffice(_ clause: Range<Int>) -> Bool {
    clause.contains { Self.tenures.longestMatch(in: text, at: $0) != nil }
  }

  private static func withoutTenure(_ role: String) -> String {
    let scalars = Array(role.unicodeScalars)
    guard tenures.longestMatch(in: scalars, at: 0) != nil, scalars.count > 3 else { return role }
    return String(String.UnicodeScalarView(scalars[2...]))
  }

  /// The words from the last mark up to `index`, no more than a clause holds.
  private func clause(before index: Int) -> Range<Int> {
    var start = index
    while start > 0, index - start < 40, !Self.marks.contains(text[start - 1]) { start -= 1 }
    return start..<index
  }

  private static let marks = ScalarSet("，,。；;：:！？\n“”")

  /// 王芳是柳林县实验中学教师, 王芳成为会长: what the person is, up to the end of the clause.
  mutating func identified(at index: Int) -> Int? {
    guard startsClause(index), let name = names.name(at: index), name.count > 1, isLikely(name),
      passage.has("是", at: name.upperBound) || passage.has("成为", at: name.upperBound)
    else { return nil }
    var end = name.upperBound
    while end < text.count, end - index < 40, !Self.marks.contains(text[end]) { end += 1 }
    guard let role = roles.role(before: end), role.kind != .press else { return nil }
    add(name, role: role.text)
    return name.upperBound
  }

  /// 王芳、李建国、赵梅: three whole names are a list of people, whatever is said of them;
  /// …的两人：王芳、李建国: so are two that a count announces.
  func isListOfPeople(_ list: ArraySlice<Range<Int>>, at index: Int) -> Bool {
    guard list.count >= 3 || list.count == 2 && isAnnounced(index),
      list.contains(where: { $0.count > 2 && isLikely($0) })
    else { return false }
    let whole = list.count { names.name(at: $0.lowerBound) == $0 && isPossible($0) }
    return whole == list.count || whole > 3 && whole + 1 == list.count
  }

  /// 党员王芳、李建国、赵梅: whether a list of people starts at `index`.
  func opensList(at index: Int) -> Bool {
    wholeList(at: index).map { $0.count > 2 && isListOfPeople($0, at: index) } ?? false
  }

  /// 王芳和李建国二人: a pair that is counted.
  mutating func pair(at index: Int) -> Int? {
    guard startsClause(index), let first = names.name(at: index), isLikely(first),
      first.upperBound < text.count, "和、与".unicodeScalars.contains(text[first.upperBound]),
      let second = names.name(at: first.upperBound + 1), isLikely(second),
      Self.pairs.longestMatch(in: text, at: second.upperBound) != nil
    else { return nil }
    add(first, role: nil)
    add(second, role: nil)
    return second.upperBound
  }

  private static let pairs = WordSet(words: [
    "二人", "两人", "俩人", "两位", "二位", "夫妇", "夫妻", "父子", "父女", "母子", "母女", "兄弟", "姐妹",
  ])

  private func isAnnounced(_ index: Int) -> Bool {
    index > 1 && (text[index - 1] == "：" || text[index - 1] == ":")
      && "人名位".unicodeScalars.contains(text[index - 2])
  }

  /// 王芳等10名同志: how many people the name stands for.
  func countsPeople(_ index: Int) -> Bool {
    guard passage.has("等", at: index) else { return false }
    var at = index + 1
    while at < min(index + 6, text.count), Self.numerals.contains(text[at]) { at += 1 }
    guard at > index + 1, at < text.count else { return false }
    return "人名位".unicodeScalars.contains(text[at])
  }

  private static let numerals = ScalarSet("0123456789一二两三四五六七八九十")

  /// 医生——王芳、李建国: where a role ends that a dash parts from the names.
  func roleEndBeforeDash(_ index: Int) -> Int? {
    index > 3 && text[index - 1] == "—" && text[index - 2] == "—" ? index - 2 : nil
  }

  /// 罗建国凭借…；罗建国说: a whole name that opens a clause, goes on with a word that follows
  /// names, and comes back.
  mutating func recurrent(at index: Int) -> Int? {
    guard startsClause(index), let name = names.name(at: index), name.count == 3, isLikely(name),
      !Self.thingEnds.contains(text[name.upperBound - 1]), names.count(name) > 1,
      isFollowed(name)
    else { return nil }
    add(name, role: nil)
    return name.upperBound
  }

  /// A verb of one character may belong to another word: 金葵花|种业.
  private func isFollowed(_ name: Range<Int>) -> Bool {
    if let after = PersonLexicon.after.longestMatch(in: text, at: name.upperBound) {
      return after.length > 1 || after.value == .says
        || Boundaries.isBoundary(
          text, name.upperBound..<name.upperBound + 1)
    }
    return names.count(name) > 2
  }

  /// Ends of the names of rivers, streets and wares that read as given names too.
  private static let thingEnds = ScalarSet("山江河湖海泉路桥村田石木岩川岭原土地水火牛马金银铜叶果")
}
