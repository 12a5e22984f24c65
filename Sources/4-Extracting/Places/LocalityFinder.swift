import Divisions
import Matching
import Model

/// Finds places below the gazetteer by their head noun: communities, estates, zones, and towns
/// that the gazetteer does not know.
struct LocalityFinder {
  let text: PlaceText
  /// Runs that belong to divisions and lists.
  let taken: TakenRuns
  /// The divisions the article speaks of, where known villages are looked for.
  let region: Set<DivisionID>
  let gazetteer: Gazetteer
  let lexicons: PlaceLexicons

  /// A place found by its form.
  struct Found {
    var range: Range<Int>
    var head: PlaceLexicons.HeadNoun
    /// The villages of the region that bear the name.
    var villages: [DivisionID] = []
    /// Whether a mark, a word or another place fixes the left end.
    var isBounded: Bool
    /// Whether a wider place stands right before it.
    var hasParent: Bool

    /// The words before the head noun.
    var stem: Range<Int> { range.lowerBound..<range.upperBound - head.word.unicodeScalars.count }
  }

  /// All of them, in order.
  func find() -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < text.scalars.count {
      guard let match = lexicons.headNouns.longestMatch(in: text.scalars, at: index) else {
        index += 1
        continue
      }
      let next = place(headAt: index, match.value, after: found.last?.range.upperBound ?? 0)
      if let next { found.append(next) }
      // A refused 高新区 is no 新区 either.
      index = next?.range.upperBound ?? index + (match.value.strength == .bare ? match.length : 1)
    }
    let governed = Set(found.filter { isGoverned($0) }.map { text.string($0.range) })
    return found.enumerated().filter {
      governed.contains(text.string($1.range))
        || isKept($1, next: $0 + 1 < found.count ? found[$0 + 1] : nil)
    }
    .map(\.element)
  }

  /// 高新区管委会: a zone with an office of its own is one, wherever the article names it.
  private func isGoverned(_ found: Found) -> Bool {
    found.head.strength == .bare && found.stem.isEmpty
      && ["管委会", "管理委员会", "党工委"].contains { text.hasPrefix($0, at: found.range.upperBound) }
  }

  /// 高新区 alone is a name only in front of a place or after one.
  private func isKept(_ found: Found, next: Found?) -> Bool {
    guard found.head.strength == .bare, found.stem.isEmpty, !found.hasParent else { return true }
    guard let next else { return false }
    let gap = found.range.upperBound..<next.range.lowerBound
    return gap.isEmpty || (gap.count == 1 && text[gap.lowerBound] == "的")
  }

  private func place(
    headAt index: Int, _ head: PlaceLexicons.HeadNoun, after previous: Int
  ) -> Found? {
    let end = index + head.word.unicodeScalars.count
    guard !taken.overlaps(index..<end), !isContinued(head, at: index, end),
      !isCounted(head, at: index)
    else { return nil }
    let floor = floor(of: index, head, after: previous)
    var left = leftEnd(of: index, floor: floor.start, afterPlace: floor.isPlace)
    left = afterOpening(left, before: index, afterPlace: floor.isPlace && left == floor.start)
    if head.level == .zone { left = afterOffice(left, before: index) }
    if head.level == .estate { left = afterRoad(left, before: index) }
    var found = Found(
      range: left..<end, head: head,
      isBounded: left > floor.start || floor.isPlace || isOpen(left),
      hasParent: floor.isPlace
        && (left == floor.start || isRoad(floor.start..<left) || isOffice(floor.start..<left)))
    if head.level == .community || head.word == "新村" { adoptVillage(&found, floor: floor.start) }
    return isName(found) ? found : nil
  }

  /// The furthest a name may reach to the left, and whether a place ends there.
  private func floor(
    of index: Int, _ head: PlaceLexicons.HeadNoun, after previous: Int
  ) -> (start: Int, isPlace: Bool) {
    let limit = head.level == .estate ? 10 : 8
    let wall = taken.end(before: index)
    let place = max(wall, previous)
    var start = index
    while start > place, index - start < limit, let scalar = text[start - 1], isNameScalar(scalar) {
      start -= 1
    }
    return (start, start == place && place > 0)
  }

  private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar.isASCIIDigit || scalar.isASCIILetter
  }

  private func isOpen(_ index: Int) -> Bool {
    text[index - 1].map { !isNameScalar($0) } ?? true
  }

  // MARK: The left end

  /// The left end of the name: after the last word that cannot belong to it.
  private func leftEnd(of index: Int, floor: Int, afterPlace: Bool) -> Int {
    var at = index - 2
    while at > floor {
      if endsHardWord(at, from: floor) { return afterSoft(at, before: index) }
      // After a place a single 和 may be part of the name: 信和, 永和.
      if !afterPlace, at - 1 > floor, endsSoftWord(at) { return at }
      at -= 1
    }
    return afterPlace ? afterSoft(floor, before: index) : floor
  }

  /// Skips a single word such as 和 or 与 that a name does not begin with after a place.
  private func afterSoft(_ start: Int, before index: Int) -> Int {
    start + 2 < index && endsSoftWord(start + 1) ? start + 1 : start
  }

  /// Past what opens a phrase and no name: 对|双井路社区; after a place its office: 街道|办|八亩坪村.
  private func afterOpening(_ start: Int, before index: Int, afterPlace: Bool) -> Int {
    if afterPlace {
      let office = Self.offices.first { text.hasPrefix($0, at: start) }
      return office.map { min(index, start + $0.unicodeScalars.count) } ?? start
    }
    if index - start < 3, start < index, let last = text[index - 1],
      "在到对从于至向往赴".unicodeScalars.contains(last)
    {
      return index
    }
    guard start + 3 <= index, let first = text[start] else { return start }
    // 市|滨海新城: the level only says whose it is.
    if "市县区".unicodeScalars.contains(first) {
      return gazetteer.matches(in: text.scalars, at: start).isEmpty ? start + 1 : start
    }
    return "对在从把给赴到经据".unicodeScalars.contains(first) ? start + 1 : start
  }

  private static let offices = ["办事处", "办", "人民政府", "政府", "党工委", "党委"]

  private func isOffice(_ words: Range<Int>) -> Bool {
    Self.offices.contains(text.string(words))
  }

  /// 公安局|岷东新区: an office before a zone belongs to another name.
  private func afterOffice(_ start: Int, before index: Int) -> Int {
    let ends = start + 2..<max(start + 2, index - 1)
    return ends.last { "局委厅".unicodeScalars.contains(text.scalars[$0]) }.map { $0 + 1 } ?? start
  }

  private func endsHardWord(_ end: Int, from floor: Int) -> Bool {
    if let last = text[end - 1], "的了是在把被将".unicodeScalars.contains(last) { return true }
    let starts = max(floor, end - 4)..<max(floor, end - 1)
    return starts.contains {
      lexicons.nameStops.holds(text.scalars, $0..<end)
        || lexicons.plainWords.holds(text.scalars, $0..<end)
    }
  }

  private func endsSoftWord(_ end: Int) -> Bool {
    lexicons.nameStops.holds(text.scalars, end - 1..<end)
  }

  /// 正兴街美邻苑小区: a road before the name tells where it lies.
  private func afterRoad(_ start: Int, before index: Int) -> Int {
    let ends = start + 2..<max(start + 2, index - 2)
    return ends.last { isRoad(start..<$0 + 1) }.map { $0 + 1 } ?? start
  }

  private func isRoad(_ words: Range<Int>) -> Bool {
    words.count >= 2
      && text[words.upperBound - 1].map { "路街巷号".unicodeScalars.contains($0) } == true
  }

  // MARK: Known villages

  /// A known village of the region may reach further left than the words suggest.
  private func adoptVillage(_ found: inout Found, floor: Int) {
    let end = found.range.upperBound
    for start in floor..<max(floor, end - 1) {
      guard start <= found.range.lowerBound || !found.isBounded else { return }
      let villages = villages(named: start..<end)
      guard !villages.isEmpty else { continue }
      if found.head.level == .estate {
        // 新村 below a street office is a housing area, below a town a village.
        guard let parent = gazetteer.parent(of: villages[0]),
          !gazetteer.name(of: parent).hasSuffix("街道"), let head = lexicons.headNouns["村"]
        else { return }
        found.head = head
      }
      found.range = start..<end
      found.villages = villages
      found.isBounded = true
      return
    }
  }

  /// The villages of a name inside the region.
  private func villages(named range: Range<Int>) -> [DivisionID] {
    gazetteer.villages(named: text.scalars[range]).filter { village in
      region.contains { gazetteer.isWithin(village, $0) }
    }
  }

  // MARK: What is no name

  /// Whether the head noun only begins another word or head noun: 村民, 镇级, 乡亲, 花园小区.
  private func isContinued(
    _ head: PlaceLexicons.HeadNoun, at index: Int, _ end: Int
  ) -> Bool {
    guard let next = text[end] else { return false }
    if next == text[end - 1] { return false }
    let following = [
      "村": "民级里上口干医庄落务规史容界镇子", "镇": "级上区域痛静压守定村长", "乡": "村镇土亲愁间音情贤下",
      "新城": "区镇", "新村": "民", "居": "民住家委", "苑": "区", "花园": "式",
    ]
    if let words = following[head.word], words.unicodeScalars.contains(next) { return true }
    return head.level == .estate
      && lexicons.headNouns.longestMatch(in: text.scalars, at: end) != nil
  }

  /// 6镇, 21村: so many of them, not one of a name.
  private func isCounted(_ head: PlaceLexicons.HeadNoun, at index: Int) -> Bool {
    index > 0 && text.scalars[index - 1].isASCIIDigit
      && (head.level == .town || head.word == "村")
  }

  private func isName(_ found: Found) -> Bool {
    let stem = found.stem
    if found.head.strength == .bare, stem.isEmpty { return true }
    guard !stem.isEmpty, text[stem.upperBound - 1] != text[stem.upperBound],
      found.head.word != "居" || text[stem.upperBound - 1].map(isNumeral) == true
    else { return false }
    guard !isGeneric(stem), !endsInKind(found) || isHillVillage(found), !holdsCommonNoun(stem),
      !isTask(found)
    else { return false }
    if !found.villages.isEmpty { return true }
    guard !text.scalars[stem].contains(where: Self.grammar.contains) else { return false }
    guard found.hasParent || found.head.word != "村" || stem.count <= 4 else { return false }
    guard stem.count >= 2, !isQuoted(found.range), !endsInWord(stem) || standsAlone(found) else {
      return false
    }
    return found.head.level != .town || found.hasParent
  }

  /// 蔡甸区跃进社区，…: an ordinary word as a name, right after a place and before a mark.
  private func standsAlone(_ found: Found) -> Bool {
    found.hasParent && found.stem.count == 2
      && text[found.range.upperBound].map { "，,。、；;：:".unicodeScalars.contains($0) } ?? true
  }

  /// Characters of grammar that no name holds: 足不出村.
  private static let grammar = ScalarSet("不了着们这那哪我你他她它么吗呢吧啊很也还就才又被给让把")

  private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }

  /// 参与小区, 为社区: the word before the noun is none of a name.
  private func endsInWord(_ stem: Range<Int>) -> Bool {
    let last = text[stem.upperBound - 1]
    if stem.count > 2, last == "和" { return true }
    if stem.count == 2, let first = text[stem.lowerBound],
      "到从在对向把被将让给各每该于以".unicodeScalars.contains(first)
    {
      return true
    }
    if isNumbered(stem) { return false }
    return endsHardWord(stem.upperBound, from: stem.lowerBound)
      || endsHardWord(stem.upperBound - 1, from: stem.lowerBound)
      || last.map { "于以至等与及对到从让给向该每各我有为".unicodeScalars.contains($0) } == true
  }

  /// 青年路第一社区, 天宝第二小区: a number of order ends the name.
  private func isNumbered(_ stem: Range<Int>) -> Bool {
    guard stem.count >= 4, let last = text[stem.upperBound - 1] else { return false }
    return text[stem.upperBound - 2] == "第" && isNumeral(last)
  }

  /// 老旧小区, 智慧社区, 33个小区: the words are, or end in, a word for a kind or a count.
  private func isGeneric(_ words: Range<Int>) -> Bool {
    let starts = words.lowerBound..<max(words.lowerBound, words.upperBound - 1)
    if words.count == 1
      ? lexicons.genericStems.holds(text.scalars, words)
      : starts.contains(where: { lexicons.genericStems.holds(text.scalars, $0..<words.upperBound) })
    {
      return true
    }
    return isCount(words)
  }

  /// 33个, 两家, 这些, 147名: the words end in a count.
  private func isCount(_ words: Range<Int>) -> Bool {
    guard let last = text[words.upperBound - 1] else { return true }
    // 个老小区, 散居型社区: nothing but the age or the make of it.
    if last == "老" || last == "旧" || last == "型" || last == "号" { return true }
    if "些这那该各每某".unicodeScalars.contains(last) { return true }
    // 进入|一小区
    if last == "一" {
      return text[words.upperBound - 2].map { "到在入进出了为有是的近".unicodeScalars.contains($0) } ?? true
    }
    guard "个座处批家名位条".unicodeScalars.contains(last), let before = text[words.upperBound - 2]
    else { return false }
    return before.isASCIIDigit || "一二两三四五六七八九十百千万余多几数各每这那".unicodeScalars.contains(before)
  }

  /// 小区居民和小区: a phrase, not a name.
  private func holdsCommonNoun(_ stem: Range<Int>) -> Bool {
    let words = ["小区", "社区", "居民", "村民", "业主", "乡镇"]
    if words.contains(text.string(stem)) { return true }
    let inner = stem.count > 4 ? stem : stem.lowerBound..<stem.upperBound - 1
    return text.contains(anyOf: words, in: inner)
  }

  /// 城乡, 农村: the head noun is itself the end of an ordinary word.
  private func endsInKind(_ found: Found) -> Bool {
    found.stem.contains {
      lexicons.genericStems.holds(text.scalars, $0..<found.range.upperBound)
    }
  }

  /// 零陵区|香零山村: after a place more than the kind 山村, unless the words before say what sort.
  private func isHillVillage(_ found: Found) -> Bool {
    let stem = found.stem
    guard found.hasParent, stem.count >= 3, found.head.word == "村" else { return false }
    let front = stem.lowerBound..<stem.upperBound - 1
    return !isGeneric(front) && !lexicons.plainWords.holds(text.scalars, front)
  }

  /// 清理小区, 进驻园区: a verb before the noun.
  private func isTask(_ found: Found) -> Bool {
    found.stem.count == 2 && !found.hasParent && found.villages.isEmpty
      && Boundaries.isBoundary(text.scalars, found.stem)
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    guard let before = text[range.lowerBound - 1], let after = text[range.upperBound] else {
      return false
    }
    return (before.opensQuotation || before == "\"") && (after.closesQuotation || after == "\"")
  }
}
