import Matching
import Model

/// What stands behind a label: a head noun, 等 with the class of a list, or a word that shows the
/// label to be a slogan.
struct LabelTail {
  /// Where the tail starts.
  let start: Int
  /// The head noun, if there is one.
  private(set) var head: ProgramLexicon.Head?
  /// Whether 的 stands between label and head.
  private(set) var followsParticle = false
  /// Whether that 的 is no part of the name: nothing but a word for a sort stands before the head
  /// (“1+2”的发展模式, but “换一换”的志愿者服务方式).
  private(set) var dropsParticle = false
  /// Whether 活动 stands right behind the label, or ends the words there (“…”校园宣传活动).
  private(set) var isActivity: Bool
  /// Whether 建设 does.
  let isConstruction: Bool
  /// Whether the head only gives the class of the list before 等.
  private(set) var isClass = false
  /// Whether the label is none.
  let isRefused: Bool
  /// Whether nothing stands between the label and a head noun that makes a name of any label.
  var isHeadBeside: Bool {
    isBeside && (head?.headClass == .strong || head?.headClass == .soft)
  }
  /// Whether the head noun belongs to the label, not to a list or an attribute.
  private(set) var isBeside = false
  private var headEnd: Int?

  /// The end of the name that takes the head noun in.
  var nameEnd: Int? { isClass ? nil : headEnd }

  /// Reads the words from `start` on.
  init(after start: Int, in passage: Passage) {
    self.start = start
    isActivity = passage.has("活动", at: start)
    isConstruction = passage.has("建设", at: start)
    isRefused = Self.refuses(passage, at: start)
    guard start < passage.text.count, !isRefused else { return }
    var at = start
    isBeside = !"等的".unicodeScalars.contains(passage.text[at])
    if passage.text[at] == "等" {
      isClass = true
      at = Self.skipCount(passage, from: at + 1)
    } else if let end = Self.count(passage, from: at) {
      isClass = true
      at = end
    } else if passage.text[at] == "的" {
      at += 1
      followsParticle = true
    }
    readHead(passage, from: at)
    if isBeside, !isClass, let end = headEnd, passage.has("活动", at: end - 2) { isActivity = true }
  }

  /// Whether the words at `index` show the label to be a slogan; 主题 and 功能 do, 主题宣传活动 and
  /// 功能体系 do not.
  private static func refuses(_ passage: Passage, at index: Int) -> Bool {
    guard let match = ProgramLexicon.refusedAfter.longestMatch(in: passage.text, at: index) else {
      return false
    }
    let word = index + match.length
    let end = min(passage.runEnd(from: index), index + 10)
    guard word < end, passage.runStart[index] <= index else { return true }
    let heads = (word..<end).compactMap {
      ProgramLexicon.heads.longestMatch(in: passage.text, at: $0, end: end)?.value
    }
    guard let head = heads.first(where: { $0.headClass == .strong }) ?? heads.last else {
      return true
    }
    return head.kind == .campaign ? head.headClass == .event : head.headClass != .strong
  }

  /// Passes over a counting word such as 四类 or 两大.
  private static func skipCount(_ passage: Passage, from index: Int) -> Int {
    count(passage, from: index) ?? index
  }

  /// Where a counting word that starts at `index` ends.
  private static func count(_ passage: Passage, from index: Int) -> Int? {
    let text = passage.text
    guard index + 1 < text.count, "一二三四五六七八九十两多".unicodeScalars.contains(text[index]),
      "个项类大种".unicodeScalars.contains(text[index + 1])
    else { return nil }
    return index + 2
  }

  /// Whether nothing but another head right behind it can go on with a name (模式办食堂 is two words).
  private static func isWhole(_ head: ProgramLexicon.Head) -> Bool {
    head.headClass == .strong && (head.kind == .mechanism || head.kind == .method)
  }

  /// The end of the words behind a label; a verb with a head noun right behind it is part of them
  /// (“村村比”创建活动, “邻里说”宣传格局).
  private static func end(of passage: Passage, from index: Int) -> Int {
    let end = passage.runEnd(from: index)
    guard end - index <= 6, let verb = verbs.longestMatch(in: passage.text, at: end),
      let head = ProgramLexicon.heads.longestMatch(in: passage.text, at: end + verb.length),
      [.strong, .soft, .label].contains(head.value.headClass)
    else { return end }
    return end + verb.length + head.length
  }

  private static let verbs = WordSet(words: [
    "宣传", "服务", "管理", "治理", "学习", "培训", "创建", "发展", "保护", "整治", "指导", "监督", "帮扶", "运营", "运行", "调解",
    "协调", "常态化", "创新", "推广", "实践", "培育", "培养", "保障", "联动", "共建", "评比", "争创", "关爱", "守护", "宣讲", "支持",
    "常态", "工作",
  ])

  /// Takes a target right at `index`, else the last strong or soft head of the run (12 code points:
  /// longer modifiers belong to another phrase), else a weak one or a document's kind right there.
  private mutating func readHead(_ passage: Passage, from index: Int) {
    let end = min(Self.end(of: passage, from: index), index + 16)
    var best: (head: ProgramLexicon.Head, end: Int)?
    if let near = ProgramLexicon.heads.longestMatch(in: passage.text, at: index),
      near.value.headClass == .weak || near.value.headClass == .document && index == start
    {
      best = (near.value, index + near.length)
    }
    var at = index
    while at < end {
      guard let match = ProgramLexicon.heads.longestMatch(in: passage.text, at: at, end: end) else {
        at += 1
        continue
      }
      let isNear = at == index
      switch match.value.headClass {
      case .strong, .soft, .label:
        if let best, at > best.end, Self.isWhole(best.head) { break }
        best = (match.value, at + match.length)
      case .weak, .event, .works, .document: break
      }
      if isNear, match.value.kind == .target, match.value.headClass != .weak { break }
      at += match.length
    }
    head = best?.head
    headEnd = best?.end
    dropsParticle = followsParticle && best.map { $0.end - index <= 6 } ?? false
  }
}
