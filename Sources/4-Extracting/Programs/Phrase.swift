import Matching
import Model

/// A run of name characters that ends with a head noun.
struct Phrase {
  /// Where it starts.
  let start: Int
  /// Where its head noun starts.
  let headStart: Int
  /// Where it ends.
  let end: Int
  /// The head noun.
  let head: ProgramLexicon.Head
  /// The text around it.
  let passage: Passage

  /// Whether it is distinctive enough to be a name.
  var isName: Bool {
    guard length >= 2, length <= 20, !isGeneric, !isCounted else { return false }
    if let kind = strictKind { return kind }
    if head.kind == .campaign, head.headClass != .event, hasEdition { return true }
    switch (head.headClass, head.kind) {
    case (.strong, .method): return true
    case (.strong, .campaign): return true
    case (.strong, .project):
      return hasPlace || holdsWorks || (length >= 6 && cue != nil) || followsKnown
    case (.strong, .platform): return length >= 4 && hasPlace || length >= 6 && cue != nil
    case (.strong, .mechanism): return length >= 4 && (hasPlace || cue == .name)
    case (.strong, .target): return length >= 4 && cue != nil
    case (.works, _): return (hasPlace || length >= 2) && isBuilt
    case (.soft, .project): return isRegional
    case (.soft, .mechanism): return isNumeral || (endsWithZhi && length >= 3 && cue != nil)
    case (.soft, .campaign): return length >= 4 && isDated && cue != nil
    default: return false
    }
  }

  /// The modifiers' length in code points.
  private var length: Int { headStart - start }
  private var modifier: ArraySlice<Unicode.Scalar> { passage.text[start..<headStart] }

  /// Whether the form alone decides.
  private var strictKind: Bool? {
    if isNumeral, length >= 2 { return head.headClass == .strong }
    if isApp || isAbbreviated { return true }
    return nil
  }

  /// PPP模式: an abbreviation with the head noun of a way of doing things.
  private var isAbbreviated: Bool {
    passage.has("模式", at: headStart) && (2...5).contains(length)
      && modifier.allSatisfy { ("A"..."Z").contains($0) }
  }

  private var isApp: Bool {
    passage.text[headStart].isASCIILetter && modifier.contains(where: \.isHan)
  }

  /// Whether it is one of a series: 第三届, 首届 stands before it.
  private var hasEdition: Bool { start > 0 && passage.text[start - 1] == "届" }

  private var endsWithZhi: Bool { end - headStart == 1 && passage.text[headStart] == "制" }

  /// Whether its modifier, a place left aside, only says what sort of thing it is.
  private var isGeneric: Bool {
    let place = passage.places.last { $0.span.start >= start && $0.span.end <= headStart }
    guard let place else { return isSort(start..<headStart) }
    let rest = place.span.end..<headStart
    guard head.kind == .project, !isPhased, place.isDivision, place.span.start == start,
      isSort(rest)
    else { return false }
    if passage.has("项目", at: headStart) { return true }
    return passage.has("工程", at: headStart) && !holdsDeed(rest) && cue == nil
  }

  /// Whether words only say what sort of thing it is; what a known program pays for is a sort of
  /// project (一事一议财政奖补项目).
  private func isSort(_ range: Range<Int>) -> Bool {
    passage.isGeneric(range)
      || head.kind == .project
        && [ProgramLexicon.knownNames, ProgramLexicon.generic].fill(range, of: passage.text)
  }

  /// Whether it goes on a list of known projects: 雪亮工程、|慧眼工程.
  private var followsKnown: Bool {
    guard start > 1, "、和与及".unicodeScalars.contains(passage.text[start - 1]) else { return false }
    let known = ProgramLexicon.known.longestMatch(
      in: passage.text, endingAt: start - 1, from: max(0, start - 13))
    return known?.value == head.kind
  }

  /// Whether words say what is done: 老旧小区改造, not 水利.
  private func holdsDeed(_ range: Range<Int>) -> Bool {
    range.contains {
      ProgramLexicon.deeds.longestMatch(in: passage.text, at: $0, end: range.upperBound) != nil
    }
  }

  /// 二期项目: a project that is built in phases is one of its own.
  private var isPhased: Bool {
    passage.text[headStart - 1] == "期" && ProgramName.numerals.contains(passage.text[headStart - 2])
  }

  private var isNumeral: Bool {
    ProgramName.isNumeral(modifier) && length >= 2 && !counts
  }

  /// Whether the numeral only counts (10大项目) or numbers a part (二期工程, 三标段项目).
  private var counts: Bool {
    let after = modifier.drop { ProgramName.numerals.contains($0) }
    guard let first = after.first else { return false }
    return Self.classifiers.contains(first)
      || Self.parts.longestMatch(in: passage.text, at: after.startIndex) != nil
  }

  /// Whether it counts things or gives their rank (两个灌区改造项目, 首个控制性工程).
  private var isCounted: Bool {
    guard head.kind == .project else { return false }
    if ["首个", "首条", "首座"].contains(where: { word in
      (start..<headStart).contains { passage.has(word, at: $0) }
    }) {
      return true
    }
    return start + 1 < headStart && "两三四五六七八九十几".unicodeScalars.contains(passage.text[start])
      && "个座条项处所宗批类种".unicodeScalars.contains(passage.text[start + 1])
  }

  /// 陕南移民搬迁: what is done for a region that is no administrative division.
  private var isRegional: Bool {
    Self.regions.value(of: passage.text, in: start..<headStart) != nil
  }

  /// Regions that no gazetteer lists.
  static let regions = WordSet(words: [
    "陕南", "陕北", "关中", "苏南", "苏北", "苏中", "皖北", "皖南", "皖西", "赣南", "赣北", "浙西", "浙南", "闽西", "闽南", "闽北",
    "粤北", "粤东", "粤西", "桂北", "桂西", "湘西", "湘南", "鄂西", "鄂东", "豫南", "豫西", "豫北", "鲁西", "鲁南", "胶东", "冀南",
    "冀北", "晋北", "晋南", "辽西", "辽东", "川东", "川南", "川西", "川北", "滇西", "滇东", "黔北", "黔东", "黔西南", "渝东",
    "渝东北",
    "渝东南", "陇南", "陇东", "河西", "宁南", "南疆", "北疆", "三峡", "三峡库区", "库区", "西海固", "大别山", "武陵山", "秦巴山区",
    "乌蒙山",
    "沂蒙山", "太行山", "六盘山", "罗霄山", "大小凉山", "滩区", "黄河滩区", "丹江口库区", "淮河", "洞庭湖", "鄱阳湖",
  ])

  private static let classifiers = ScalarSet("个项种类大条批期级次座处所家名号宗")
  private static let parts = WordSet(words: ["阶段", "标段", "标", "步", "季度", "年", "月", "日"])

  private var hasPlace: Bool {
    passage.places.contains { $0.span.start >= start && $0.span.end <= headStart }
      || start > 0 && passage.place(endingAt: start) != nil
      || leadEnd > 0 && passage.place(endingAt: leadEnd) != nil
  }

  /// Whether the modifier holds something that is built (水库, 灌区) or a named road or river.
  var holdsWorks: Bool {
    for at in start + 2..<max(headStart, start + 2) {
      if isNamedWay(at) { return true }
      if isBuiltThing(at), !passage.isGeneric(start..<at) { return true }
    }
    return false
  }

  /// Whether the end of the name of something that is built starts at `at`: 水库, 灌区.
  private func isBuiltThing(_ at: Int) -> Bool {
    if ProgramLexicon.sites.longestMatch(in: passage.text, at: at, end: headStart) != nil {
      return true
    }
    let head = ProgramLexicon.heads.longestMatch(in: passage.text, at: at, end: headStart)
    return head?.value.headClass == .works
  }

  /// 飞鸿路, 盐河, not 公路 or 城市道路: a road or water that two characters or more name.
  private func isNamedWay(_ at: Int) -> Bool {
    Self.ways.contains(passage.text[at]) && !Self.wayKinds.contains(passage.text[at - 1])
      && !passage.isGeneric(start..<at)
  }

  private static let ways = ScalarSet("路街巷河江溪渠湖堤坝沟闸桥圩塘港湾")
  private static let wayKinds = ScalarSet("公道铁线马管电思出门短水山小大各条内外沿村镇乡区县市街老旧断头")

  /// Where the words before the phrase and a date end.
  private var leadEnd: Int {
    var at = start
    while at > 0,
      passage.text[at - 1].isASCIIDigit || passage.text[at - 1] == "年"
        || passage.text[at - 1] == "“"
    {
      at -= 1
    }
    return at
  }

  private var isDated: Bool { leadEnd < start }

  /// The verb that introduces the phrase or the list it stands in.
  private var cue: ProgramLexicon.Cue? {
    var at = leadEnd
    for _ in 0..<6 {
      if at > 0, "了的".unicodeScalars.contains(passage.text[at - 1]) { at -= 1 }
      let found = ProgramLexicon.cues.longestMatch(
        in: passage.text, endingAt: at, from: max(0, at - 6))
      if let found { return found.value }
      guard at > 1, "、和及".unicodeScalars.contains(passage.text[at - 1]),
        passage.runStart[at - 2] < at - 1
      else { return nil }
      at = passage.runStart[at - 2]
    }
    return nil
  }

  private static let built = WordSet(words: [
    "建成", "通车", "开工", "竣工", "投用", "投入使用", "动工", "完工", "今年将建成", "正式开工", "加快推进",
    "稳步推进", "建设", "全面开工", "已开工", "已建成", "正式通车", "顺利通车", "正式启动", "已正式开工", "揭牌", "开园", "合龙",
    "贯通", "试通车", "通水", "试通水", "下闸蓄水", "封顶", "投运", "主体完工",
  ])

  /// Adverbs that may stand before words of building.
  private static let adverbs = WordSet(words: [
    "也", "已", "均", "都", "正式", "顺利", "全线", "同步", "即将", "将", "相继", "先后", "陆续", "提前", "如期", "成功", "全面",
    "日前", "近日", "今日", "昨日",
  ])

  private static let buildVerbs = WordSet(words: [
    "修建", "新建", "扩建", "改建", "建设", "启动建设", "启动", "建成", "兴建", "实施", "推进", "开工建设", "打造",
  ])

  /// Where a phase in brackets behind it ends: （一期）工程.
  private var phaseEnd: Int {
    let text = passage.text
    guard end + 3 < text.count, "(（".unicodeScalars.contains(text[end]), text[end + 2] == "期",
      ")）".unicodeScalars.contains(text[end + 3])
    else { return end }
    return passage.has("工程", at: end + 4) || passage.has("项目", at: end + 4) ? end + 6 : end + 4
  }

  /// Whether the words around it say that it is being built.
  private var isBuilt: Bool {
    Self.buildVerbs.longestMatch(in: passage.text, endingAt: leadEnd, from: max(0, leadEnd - 4))
      != nil || isBuilt(from: phaseEnd)
  }

  /// Whether words of building stand at `index`, also behind adverbs, or behind the other thing that
  /// is built with it (柳林大桥与青山隧道也正式通车).
  private func isBuilt(from index: Int) -> Bool {
    if Self.isBuilt(passage, from: index) { return true }
    if let end = classEnd(from: index) { return Self.isBuilt(passage, from: end) }
    guard index + 1 < passage.text.count, "与和及、".unicodeScalars.contains(passage.text[index]),
      passage.runStart[index + 1] == index + 1
    else { return false }
    let last = passage.runEnd(from: index + 1)
    return ProgramLexicon.heads.longestMatch(in: passage.text, endingAt: last, from: index + 1)?
      .value.headClass == .works && Self.isBuilt(passage, from: last)
  }

  /// Where the class that 等 counts ends: 柳林水库等4个小型水库.
  private func classEnd(from index: Int) -> Int? {
    guard passage.has("等", at: index) else { return nil }
    let end = min(index + 14, passage.text.count)
    return (index + 2..<max(index + 2, end)).first {
      "库桥路渠园厂场站".unicodeScalars.contains(passage.text[$0 - 1])
        && Self.isBuilt(passage, from: $0)
    }
  }

  /// Whether words of building stand at `index` or behind adverbs there.
  static func isBuilt(_ passage: Passage, from index: Int) -> Bool {
    var at = index
    while true {
      if built.longestMatch(in: passage.text, at: at) != nil { return true }
      guard let adverb = adverbs.longestMatch(in: passage.text, at: at) else { return false }
      at += adverb.length
    }
  }
}

extension Passage {
  /// Whether words only say what sort of thing is meant (重大, 服务平台、服务机制).
  func isGeneric(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      if "、，,".unicodeScalars.contains(text[at]) {
        at += 1
      } else if let match = ProgramLexicon.generic.longestMatch(
        in: text, at: at, end: range.upperBound)
      {
        at += match.length
      } else {
        return false
      }
    }
    return true
  }
}

extension PlaceMention {
  /// Whether it says no more than which division something lies in; a housing area or a zone is
  /// itself what is built.
  fileprivate var isDivision: Bool { level != .estate && level != .zone && level != .community }
}
