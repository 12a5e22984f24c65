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
    /// How many code points of the name stand behind the head noun: 家园|B区.
    var tail = 0
    /// The villages of the region that bear the name.
    var villages: [DivisionID] = []
    /// Whether a mark, a word or another place fixes the left end.
    var isBounded: Bool
    /// Whether a wider place stands right before it.
    var hasParent: Bool

    /// The words before the head noun.
    var stem: Range<Int> {
      range.lowerBound..<range.upperBound - tail - head.word.unicodeScalars.count
    }
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
      index = next?.range.upperBound ?? index + (isWhole(match.value, at: index) ? match.length : 1)
    }
    let governed = Set(found.filter { isGoverned($0) }.map { text.string($0.range) })
    return found.enumerated().filter {
      governed.contains(text.string($1.range))
        || isKept($1, next: $0 + 1 < found.count ? found[$0 + 1] : nil)
    }
    .map(\.element)
  }

  /// Whether a refused noun holds no other: 高新区 is no 新区, 牧民新村 no 村.
  private func isWhole(_ head: PlaceLexicons.HeadNoun, at index: Int) -> Bool {
    head.strength == .bare
      || head.word == "新村" && index >= 2
        && lexicons.genericStems.holds(text.scalars, index - 2..<index)
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

  func place(
    headAt index: Int, _ head: PlaceLexicons.HeadNoun, after previous: Int
  ) -> Found? {
    let end = index + head.word.unicodeScalars.count
    guard !taken.overlaps(index..<end), !isContinued(head, at: index, end),
      !isCounted(head, at: index)
    else { return nil }
    let floor = floor(of: index, head, after: previous)
    var left = leftEnd(of: index, floor: floor.start, afterPlace: floor.isPlace)
    left = afterPost(left, before: index)
    left = afterOpening(left, before: index, afterPlace: floor.isPlace && left == floor.start)
    if head.level == .zone { left = afterOffice(left, before: index) }
    if head.level == .estate { left = afterRoad(left, before: index) }
    let tail = head.level == .estate ? partLength(at: end) : 0
    var found = Found(
      range: left..<end + tail, head: head, tail: tail,
      isBounded: left > floor.start || floor.isPlace || isOpen(left),
      hasParent: floor.isPlace
        && (left == floor.start || isRoad(floor.start..<left) || isOffice(floor.start..<left)))
    if head.level == .community || head.word == "新村" { adoptVillage(&found, floor: floor.start) }
    return isName(found) ? found : nil
  }

  /// The length of the part of a housing area that its name ends in: B区.
  private func partLength(at index: Int) -> Int {
    text[index]?.isASCIILetter == true && text[index + 1] == "区" ? 2 : 0
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
      // 东一村|委|梅花营村: the committee of the village before.
      if text[start] == "委", text[start - 1] == "村", start + 3 <= index {
        return text[start + 1] == "会" ? start + 2 : start + 1
      }
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
    if "对在从把给赴到经据继让".unicodeScalars.contains(first) { return start + 1 }
    return opensWithPost(start) || joinsBracket(start) ? start + 1 : start
  }

  /// 疾控中心|驻|小寨村: behind the office that posts somebody.
  private func afterPost(_ start: Int, before index: Int) -> Int {
    (start..<max(start, index - 1)).last { at in
      text[at] == "驻" && text[at - 1].map { "心局院委司队行社办校站所".unicodeScalars.contains($0) } == true
    }.map { $0 + 1 } ?? start
  }

  /// 驻|小寨村: who is posted there says no part of the name; 驻马, 驻驾 may.
  private func opensWithPost(_ start: Int) -> Bool {
    text[start] == "驻" && text[start + 1].map { !"马驾".unicodeScalars.contains($0) } == true
  }

  /// 洪湖西路（…）|和|笋岗南村: after a bracket 和 joins.
  private func joinsBracket(_ start: Int) -> Bool {
    guard let first = text[start], "和与及".unicodeScalars.contains(first) else { return false }
    return text[start - 1].map { ")）".unicodeScalars.contains($0) } == true
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

  func endsHardWord(_ end: Int, from floor: Int) -> Bool {
    if let last = text[end - 1], "的了是在把被将".unicodeScalars.contains(last) { return true }
    if endsZone(end, from: floor) { return true }
    let starts = max(floor, end - 4)..<max(floor, end - 1)
    return starts.contains {
      !isMiles($0..<end)
        && (lexicons.nameStops.holds(text.scalars, $0..<end)
          || lexicons.plainWords.holds(text.scalars, $0..<end))
    }
  }

  /// 高山片区|南尾村, 洋经济开发区|青合社区: what a part of a town or a zone says is no name's.
  private func endsZone(_ end: Int, from floor: Int) -> Bool {
    end - 2 >= floor && text[end - 1] == "区"
      && text[end - 2].map { "片园发".unicodeScalars.contains($0) } == true
  }

  /// 五里|桥, 十里|铺: so many miles begin a name.
  private func isMiles(_ words: Range<Int>) -> Bool {
    words.count == 2 && text[words.upperBound - 1] == "里"
      && isNumeral(text.scalars[words.lowerBound])
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
  func villages(named range: Range<Int>) -> [DivisionID] {
    gazetteer.villages(named: text.scalars[range]).filter {
      gazetteer.isWithin($0, anyOf: region)
    }
  }
}
