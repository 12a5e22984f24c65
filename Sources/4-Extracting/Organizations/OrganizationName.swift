import Divisions
import Matching
import Model

/// The name of an organisation, read leftwards from its ending.
struct OrganizationName {
  /// Where it stands.
  let range: Range<Int>
  /// The name; longer than its range where a list says the place once for all.
  let text: String
  /// The places it starts with.
  let place: Range<Int>?

  /// Reads the name that ends with a suffix; nil where the words are no name.
  ///
  /// `listPlace` is the place of the list that the name may go on.
  init?(
    _ passage: Passage, suffix: Range<Int>, _ kind: OrganizationLexicon.Suffix,
    listPlace: Range<Int>?
  ) {
    guard passage.runStart[suffix.lowerBound] <= suffix.lowerBound else { return nil }
    if let start = BrokenNames(passage, suffix: suffix, kind: kind).start {
      range = start..<suffix.upperBound
      text = ProgramName.plain(passage.text[range])
      place = nil
      return
    }
    let words = NameWords(passage, suffix: suffix, kind: kind)
    if let place = words.places {
      guard words.isNameOfPlace(place) else { return nil }
      range = words.withParent(before: place.lowerBound)..<suffix.upperBound
      text = ProgramName.plain(passage.text[range])
      self.place = place
      return
    }
    place = nil
    range = words.start..<suffix.upperBound
    let own = ProgramName.plain(passage.text[range])
    if let listPlace, words.goesOnList {
      text = ProgramName.plain(passage.text[listPlace]) + own
    } else if let listPlace, words.repeatsLevel(of: listPlace) {
      text = ProgramName.plain(passage.text[listPlace] + passage.text[range].dropFirst())
    } else {
      guard words.isOwnName else { return nil }
      text = own
    }
  }
}

/// The words before the ending of an organisation's name.
private struct NameWords {
  let passage: Passage
  let suffix: Range<Int>
  let kind: OrganizationLexicon.Suffix
  /// Where the name starts if no place does.
  let start: Int

  init(_ passage: Passage, suffix: Range<Int>, kind: OrganizationLexicon.Suffix) {
    self.passage = passage
    self.suffix = suffix
    self.kind = kind
    let floor = Self.floor(passage, before: suffix.lowerBound)
    let start =
      Self.stateStart(passage.text, floor..<suffix.lowerBound)
      ?? Self.afterLead(passage.text, floor..<suffix.lowerBound)
    self.start = Self.afterInside(
      passage, Self.afterLevel(passage.text, start, suffix, kind))
  }

  /// 村里|金岗养羊合作社: 里 after a level belongs to the words before.
  private static func afterInside(_ passage: Passage, _ start: Int) -> Int {
    let text = passage.text
    guard start > 0, "里中".unicodeScalars.contains(text[start]),
      "村镇乡县市区".unicodeScalars.contains(text[start - 1]),
      passage.places(in: start..<start + 1).isEmpty
    else { return start }
    return start + 1
  }

  /// 县|慧洋家居有限公司: a business bears its own name, the level before it only says where.
  private static func afterLevel(
    _ text: [Unicode.Scalar], _ start: Int, _ suffix: Range<Int>,
    _ kind: OrganizationLexicon.Suffix
  ) -> Int {
    guard kind == .named, start + 4 <= suffix.lowerBound,
      "市县区镇村".unicodeScalars.contains(text[start]),
      text[suffix].suffix(2).elementsEqual("公司".unicodeScalars)
        || text[suffix].suffix(3).elementsEqual("合作社".unicodeScalars)
    else { return start }
    return Gazetteer.shared.longestMatch(in: text, at: start) == nil ? start + 1 : start
  }

  private var text: [Unicode.Scalar] { passage.text }
  private var modifier: Range<Int> { start..<max(start, suffix.lowerBound) }

  /// The start of the run, dashes and counts (三家) left behind.
  private static func floor(_ passage: Passage, before index: Int) -> Int {
    // A text without any mark is one run without end; no name is longer than this.
    var floor = max(runStart(passage, of: index), index - 40)
    for at in floor..<index {
      let scalar = passage.text[at]
      let isCount =
        at > 0 && "家所个名位支间届".unicodeScalars.contains(scalar)
        && !(scalar == "支" && at + 1 < passage.text.count && passage.text[at + 1] == "队")
        && "一二两三四五六七八九十几多余首".unicodeScalars.contains(passage.text[at - 1])
      // 分公司|兼西藏分公司, 温泉路|省测绘局.
      let isOther =
        "兼给".unicodeScalars.contains(scalar)
        || scalar == "路" && "省市县".unicodeScalars.contains(passage.text[at + 1])
      if isCount || isOther || "—–+-＋".unicodeScalars.contains(scalar) { floor = at + 1 }
    }
    return floor
  }

  /// The start of the run with the trades (开发, 服务) and the single 和 or 发 that a name holds
  /// although they bound other names: 泽丰农业|开发|有限公司, 泰|和|集团.
  private static func runStart(_ passage: Passage, of index: Int) -> Int {
    var start = passage.runStart[index]
    while start > 1, let length = inner(passage, endingAt: start, isLast: start == index) {
      start = passage.runStart[start - length - 1]
    }
    // 呼和浩特: a place may hold a word that bounds other names.
    let place = passage.places(in: start..<start + 1).first { $0.span.start < start }
    return place?.span.start ?? start
  }

  /// Whether the name of a province or city, in its short form too, ends at `end`.
  private static func endsDivision(_ text: [Unicode.Scalar], _ end: Int) -> Bool {
    (2...3).contains { length in
      end >= length
        && Gazetteer.shared.matches(in: text, at: end - length, end: end)
          .contains { match in
            match.length == length
              && match.meanings.contains {
                Gazetteer.shared.level(of: $0.id).depth < PlaceLevel.county.depth
              }
          }
    }
  }

  /// The length of a boundary that a name may hold and that ends at `end`, after name characters.
  private static func inner(_ passage: Passage, endingAt end: Int, isLast: Bool) -> Int? {
    let text = passage.text
    // 湖南|中铭公司: right behind a place 中 begins a name.
    if text[end - 1] == "中", endsDivision(text, end - 1) { return 1 }
    if text[end - 1] == "和" {
      guard isLast else { return nil }
      let before = passage.runStart[end - 2]
      return before == end - 2 && text[before].isHan ? 1 : nil
    }
    let trade = OrganizationLexicon.trades.longestMatch(
      in: text, endingAt: end, from: max(0, end - 4))
    guard let length = trade?.length, end > length, passage.runStart[end - length - 1] < end,
      passage.runStart[end - length - 1] + 1 < end - length
    else { return nil }
    return length
  }

  /// Past the last word that only introduces a name: 联系|绿源公司, 董事长|….
  private static func afterLead(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    var start = afterOwn(text, range)
    for at in range where at >= start {
      guard
        let lead = OrganizationLexicon.leads.longestMatch(in: text, at: at, end: range.upperBound),
        at + lead.length + 2 <= range.upperBound
          || at + lead.length == range.upperBound && !lead.value
      else { continue }
      start = at + lead.length
    }
    return start
  }

  /// 我公司|白家湾水厂: whose it is; 开发|商|利嘉置业: the end of a word that bounds names.
  private static func afterOwn(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    let start = range.lowerBound
    if start > 1, start + 3 <= range.upperBound, "商方".unicodeScalars.contains(text[start]),
      Boundaries.isBoundary(text, start - 2..<start)
    {
      return start + 1
    }
    guard start > 0, "我该本".unicodeScalars.contains(text[start - 1]), start + 4 <= range.upperBound,
      Self.owners.holds(text, start..<start + 2)
    else { return start }
    return start + 2
  }

  private static let owners = WordSet(words: ["公司", "单位", "集团", "企业", "学校", "医院"])

  private static let stateWords = [
    "国家", "全国", "中央", "中国", "中共", "中华", "中铁", "中建", "中交", "中冶",
  ]

  private static func stateStart(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
    range.first { at in
      stateWords.contains { text[at..<range.upperBound].starts(with: $0.unicodeScalars) }
    }
  }

  /// The chain of places that the name starts with.
  ///
  /// A short form (佛山 before 顺德区) only says where; what follows a finished name is another
  /// name; a village's body needs no town.
  var places: Range<Int>? {
    var chain: [PlaceMention] = []
    for place in passage.places(in: start..<max(start, suffix.upperBound))
    where place.span.start >= start && place.span.start < suffix.lowerBound
      && place.span.end <= suffix.upperBound
    {
      if let last = chain.last, !isBranch, holdsSuffix(last.span.end..<place.span.start) {
        chain = []
      }
      if let last = chain.last, chain.count == 1, !hasLevelWord(last),
        last.span.end == place.span.start
      {
        chain = []
      }
      chain.append(place)
    }
    if kind == .party,
      let own = chain.last(where: { $0.level == .community || $0.level == .estate })
    {
      chain = [own]
    }
    guard let first = chain.first, let last = chain.last else { return nil }
    return first.span.start..<last.span.end
  }

  /// 眉山市公安局|岷东新区|分局: a part of the body named before its own place.
  private var isBranch: Bool {
    ["分局", "支队", "大队", "中队", "派出所", "支行", "分行", "分公司"].contains {
      suffix.count == $0.unicodeScalars.count && passage.has($0, at: suffix.lowerBound)
    }
  }

  private func hasLevelWord(_ place: PlaceMention) -> Bool {
    "省市县区镇乡道州盟旗村".unicodeScalars.contains(text[place.span.end - 1])
  }

  private func holdsSuffix(_ range: Range<Int>) -> Bool {
    range.contains {
      OrganizationLexicon.suffixes.longestMatch(in: text, at: $0, end: range.upperBound) != nil
    }
  }

  /// Whether a name may start with these places.
  func isNameOfPlace(_ place: Range<Int>) -> Bool {
    guard suffix.upperBound - place.lowerBound <= 30, text[place.upperBound] != "任" else {
      return false
    }
    let gap = suffix.lowerBound - place.upperBound
    switch kind {
    case .direct: return gap <= 0
    case .named:
      return gap > 0 && !isCounted(place.upperBound)
        || gap <= 0
          && (suffix.count > 2 || isSchool(of: place)
            || withParent(before: place.lowerBound) < place.lowerBound)
    case .office, .party, .local: return true
    }
  }

  /// 湾口村|小学: the school of a village or town.
  private func isSchool(of place: Range<Int>) -> Bool {
    "村镇乡".unicodeScalars.contains(text[place.upperBound - 1])
      && ["小学", "中学", "学校"].contains { passage.has($0, at: suffix.lowerBound) }
  }

  /// 柳林县|一酒店, 柳林县|某公司: one of them, with no name.
  private func isCounted(_ index: Int) -> Bool {
    if "某各该".unicodeScalars.contains(text[index]) { return true }
    // 枣阳市一医院 is the first of its name.
    return text[index] == "一" && index + 1 == suffix.lowerBound
      && !passage.has("医院", at: suffix.lowerBound)
  }

  /// Where the name starts with its owner, if one stands before its place.
  func withParent(before index: Int) -> Int {
    OrganizationOwners.start(in: passage, before: index, from: start, suffix: suffix)
  }

  /// 县总工会 in a list that began with 柳林县: the level is said again for the place.
  func repeatsLevel(of place: Range<Int>) -> Bool {
    kind == .office && "市县区旗州".unicodeScalars.contains(text[start])
      && text[place.upperBound - 1] == text[start] && suffix.upperBound - start > 3
  }

  /// Whether the words go on a list whose first name said the place (青川县文明办、综治办).
  var goesOnList: Bool {
    kind == .office && suffix.upperBound - start > 2 && !startsWithLevel && levelEnd == nil
      && !passage.has("国网", at: start)
  }

  private var startsWithLevel: Bool { "省市县区镇州乡村".unicodeScalars.contains(text[start]) }

  /// Whether the words are a name without any known place.
  var isOwnName: Bool {
    guard suffix.upperBound - start <= 20, !startsWithLevel, !passage.has("街道", at: start),
      !OrganizationEnds.trades.holds(text, suffix)
        || OrganizationEnds.closesBusiness(suffix, in: passage)
    else { return false }
    let isState = Self.stateStart(text, modifier) != nil
    switch kind {
    case .direct: return levelEnd == suffix.lowerBound
    case .office: return isState || levelEnd != nil || opensWithRegion || isOfDivision
    case .local: return isState || levelEnd != nil || isOfDivision || isLocalName
    case .party, .named:
      guard modifier.count >= 2, !isGeneric(modifier) || isNumbered else { return false }
      if let levelEnd { return levelEnd == suffix.lowerBound || !isCounted(levelEnd) }
      return suffix.count > 2 || isClosed || opensWithDivision
        || isOfDivision && OrganizationEnds.schools.holds(text, suffix)
    }
  }

  /// Whether a division's name opens the words: 湖南|正禾农场.
  private var opensWithDivision: Bool {
    let gazetteer = Gazetteer.shared
    guard let match = gazetteer.longestMatch(in: text, at: start) else { return false }
    return start + match.length < suffix.lowerBound
      && match.meanings.contains { gazetteer.level(of: $0.id) != .town }
  }

  /// 河北|电视台: the short name of a division is all that stands before the ending.
  private var isOfDivision: Bool {
    guard modifier.count >= 2, suffix.count > 1, !isGeneric(modifier),
      !PlaceLexicons.shared.plainWords.holds(text, modifier)
    else { return false }
    let gazetteer = Gazetteer.shared
    return gazetteer.matches(in: text, at: start, end: suffix.lowerBound).contains { match in
      match.length == modifier.count
        && match.meanings.contains { gazetteer.level(of: $0.id).depth <= PlaceLevel.county.depth }
    }
  }

  /// 城关|供电所: a short name right before the ending.
  private var isLocalName: Bool {
    (2...6).contains(modifier.count) && !isGeneric(modifier)
      && passage.runStart[start] == start
      && !PlaceLexicons.shared.plainWords.holds(text, modifier)
      && modifier.allSatisfy { text[$0].isHan && !"的各该某本".unicodeScalars.contains(text[$0]) }
  }

  /// 陕南|移民搬迁领导小组: a part of a province says where, as a place does.
  private var opensWithRegion: Bool {
    guard modifier.count >= 4 else { return false }
    return "冀晋蒙辽吉苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘疆".unicodeScalars.contains(text[start])
      && "东西南北中".unicodeScalars.contains(text[start + 1])
  }

  /// 石化|三小: a number makes a name of any word, but not of one that counts too (一老一小).
  private var isNumbered: Bool {
    suffix.count == 2 && Self.numerals.contains(text[suffix.lowerBound])
      && !Self.numerals.contains(text[start])
  }

  private static let numerals = ScalarSet("一二三四五六七八九十")

  /// Whether a short ending closes the name: the run ends, or the word seldom goes on.
  private var isClosed: Bool {
    if OrganizationEnds.closesBusiness(suffix, in: passage) { return true }
    guard modifier.count <= 8, suffix.upperBound < text.count else { return false }
    if "后前时处内外近".unicodeScalars.contains(text[suffix.lowerBound - 1]) { return false }
    if modifier.count == 2, PlaceLexicons.shared.plainWords.holds(text, modifier) { return false }
    return OrganizationEnds.closing.holds(text, suffix)
      && !"化制法感城".unicodeScalars.contains(text[suffix.upperBound])
  }

  /// Where a place ends that only its form shows: two code points or more and 市, 县 or 镇.
  private var levelEnd: Int? {
    guard modifier.count >= 3 else { return nil }
    let end = modifier.dropFirst(2).first { "省市县区镇乡州旗村".unicodeScalars.contains(text[$0]) }
    guard let end, end - start <= 6, !isGeneric(start..<end) else { return nil }
    return end + 1
  }

  /// Whether words only say what sort of thing it is.
  private func isGeneric(_ range: Range<Int>) -> Bool {
    [OrganizationLexicon.generic, OrganizationLexicon.leads].fill(range, of: text)
  }
}
