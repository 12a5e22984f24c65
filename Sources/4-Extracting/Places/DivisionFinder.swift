import Divisions
import Matching
import Model

/// Finds the names of provinces, cities, counties and towns in one field.
///
/// A full name counts unless it stands inside the name of something else; a short one also needs
/// support as soon as it is a county's, a town's, or an ordinary word.
struct DivisionFinder {
  let text: PlaceText
  /// The divisions that the article names in full, or its dateline and source give.
  let stated: Set<DivisionID>
  /// Runs that already belong to another mention.
  let taken: TakenRuns
  let gazetteer: Gazetteer
  let lexicons: PlaceLexicons

  /// A name found.
  struct Found {
    let range: Range<Int>
    let meanings: [DivisionMeaning]
    var isFull: Bool { meanings.contains { $0.form != .short } }
    var ids: [DivisionID] { meanings.map(\.id) }
  }

  /// All names, in order, none overlapping another.
  func find() -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < text.scalars.count {
      if let run = taken.run(at: index) {
        index = run.upperBound
      } else if let next = name(at: index, after: found.last) {
        found.append(next)
        index = next.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Full names only, whatever else they may be: the article's evidence.
  static func statements(
    in text: PlaceText, _ lexicons: PlaceLexicons
  ) -> Set<DivisionID> {
    var stated: Set<DivisionID> = []
    var index = 0
    while index < text.scalars.count {
      let full = text.divisions(at: index).first { match in
        match.meanings.contains { $0.form != .short }
      }
      guard let full else {
        index += 1
        continue
      }
      let range = index..<index + full.length
      if !lexicons.ordinaryNames.holds(text.scalars, range), !cutsWord(range, text, lexicons) {
        stated.formUnion(full.meanings.filter { $0.form != .short }.map(\.id))
      }
      index += full.length
    }
    return stated
  }

  private func name(at index: Int, after previous: Found?) -> Found? {
    guard text.scalars[index].isHan else { return nil }
    for match in text.divisions(at: index) {
      let range = index..<index + match.length
      guard !taken.overlaps(range) else { continue }
      let meanings = accepted(match.meanings, range, after: previous)
      if !meanings.isEmpty, !isInsideAnotherName(range, meanings) {
        return Found(range: range, meanings: meanings)
      }
    }
    return nil
  }

  private func accepted(
    _ meanings: [DivisionMeaning], _ range: Range<Int>, after previous: Found?
  ) -> [DivisionMeaning] {
    let parent = previous.flatMap { joins($0, range) ? $0 : nil }
    let isOrdinary = lexicons.ordinaryNames.holds(text.scalars, range)
    let full = meanings.filter { $0.form != .short }
    if !full.isEmpty {
      if parent == nil, Self.isOfWords(range, text, lexicons) { return [] }
      let beside = isListed(previous, range) ? previous : parent
      let isPlain = !isOrdinary && !Self.cutsWord(range, text, lexicons)
      let isSafe = isPlain || full.contains { isSupported($0.id, range, by: beside) }
      return isSafe && !isGenericTown(range, full, parent) ? full : []
    }
    if isBelowTown(parent) || isLikened(range) { return [] }
    if Self.isSide(range, text) || Self.endsInSide(range, text) || Self.cutsCount(range, text) {
      return []
    }
    let short = meanings.filter {
      isShortAccepted($0, range, parent, isOrdinary)
        || isOrdinary && isListed(previous, range) && isBeside($0.id, previous)
    }
    guard short.isEmpty, !isOrdinary,
      isListed(previous, range) || opensZone(range) || opensList(meanings, range)
        || isVisited(range)
    else { return short }
    return onlyCounty(meanings)
  }

  /// 古城镇|西安平村: right after a town no wider place stands, but its villages do.
  private func isBelowTown(_ parent: Found?) -> Bool {
    guard let parent, parent.isFull, parent.range.count >= 3 else { return false }
    return parent.ids.allSatisfy { gazetteer.level(of: $0) == .town }
  }

  /// 小丽江: a place that is likened to another.
  private func isLikened(_ range: Range<Int>) -> Bool {
    text[range.lowerBound - 1] == "小"
      && text[range.lowerBound - 2].map { $0.opensQuotation || $0 == "\"" || $0 == "的" } == true
  }

  /// 庆阳、天水、金昌: an ordinary word beside another city of its province in a list.
  private func isBeside(_ id: DivisionID, _ previous: Found?) -> Bool {
    guard let previous, gazetteer.level(of: id) == .city else { return false }
    return previous.ids.contains { other in
      gazetteer.level(of: other) == .city && gazetteer.parent(of: other) == gazetteer.parent(of: id)
    }
  }

  /// 走进安乡: a word of going somewhere before the name.
  private func isVisited(_ range: Range<Int>) -> Bool {
    !lexicons.plainWords.holds(text.scalars, range)
      && ["走进", "来到", "前往", "奔赴", "赶赴", "远赴", "抵达", "做客", "落户", "家住"].contains {
        text.hasPrefix($0, at: range.lowerBound - $0.unicodeScalars.count)
      }
  }

  /// The county of today that a short form means, if only one does.
  private func onlyCounty(_ meanings: [DivisionMeaning]) -> [DivisionMeaning] {
    let counties = meanings.filter {
      gazetteer.level(of: $0.id) == .county && !gazetteer.isAbolished($0.id)
    }
    return counties.count == 1 ? counties : []
  }

  /// 新津、双流、雅安: two names of the same province in a list speak for each other.
  private func opensList(_ meanings: [DivisionMeaning], _ range: Range<Int>) -> Bool {
    guard range.count >= 2, text[range.upperBound] == "、",
      text[range.lowerBound - 1]?.isHan != true
        || "在于从到赴和与".unicodeScalars.contains(text[range.lowerBound - 1] ?? " "),
      let county = onlyCounty(meanings).first?.id
    else { return false }
    let next = gazetteer.matches(in: text.scalars, at: range.upperBound + 1).first
    guard let next, next.length >= 2,
      text[range.upperBound + 1 + next.length] == "、"
        || text[range.upperBound + 1 + next.length] == "等"
    else { return false }
    return next.meanings.contains { other in
      gazetteer.level(of: other.id) != .town && gazetteer.level(of: other.id) != .province
        && gazetteer.path(of: other.id)[0] == gazetteer.path(of: county)[0]
    }
  }

  /// Whether a short form may name this division here.
  private func isShortAccepted(
    _ meaning: DivisionMeaning, _ range: Range<Int>, _ parent: Found?, _ isOrdinary: Bool
  ) -> Bool {
    switch gazetteer.level(of: meaning.id) {
    case .province: true
    case .city: !isOrdinary || isSupported(meaning.id, range, by: parent)
    case .county: isSupported(meaning.id, range, by: parent)
    case .town:
      stated.contains(meaning.id) && (range.count >= 3 || opensVillage(at: range.upperBound))
        || follows(parent, meaning.id, range) || opensOffice(meaning.id, range)
    default: false
    }
  }

  /// 铁厂|新声村: a short village name follows and ends the phrase.
  private func opensVillage(at index: Int) -> Bool {
    (index + 2...index + 3).contains { at in
      ["村", "社区"].contains { word in
        text.hasPrefix(word, at: at) && text[at + word.unicodeScalars.count]?.isHan != true
      }
    }
  }

  /// 工人|办事处: the office of a street, named without the word for it.
  private func opensOffice(_ id: DivisionID, _ range: Range<Int>) -> Bool {
    range.count >= 2 && ["办事处", "街办"].contains { text.hasPrefix($0, at: range.upperBound) }
      && gazetteer.name(of: id).hasSuffix("街道")
  }

  /// 双流 where the article has 双流县 or 双流区: the unit before or after in full.
  private func isStatedUnderItsName(_ id: DivisionID, _ range: Range<Int>) -> Bool {
    let words = text.string(range)
    return stated.contains { other in
      (gazetteer.current(other) == id || gazetteer.current(id) == other)
        && gazetteer.name(of: other).hasPrefix(words)
    }
  }

  /// 南海大沥: a town's short form right after the short form of what it lies in.
  private func follows(_ parent: Found?, _ id: DivisionID, _ range: Range<Int>) -> Bool {
    guard let parent, !parent.isFull, let direct = gazetteer.parent(of: id) else { return false }
    return parent.ids.contains(direct) && !lexicons.plainWords.holds(text.scalars, range)
      && !lexicons.genericStems.holds(text.scalars, range) && !gazetteer.isAbolished(id)
  }

  /// Whether the words around, or a full name elsewhere, speak for a division.
  private func isSupported(_ id: DivisionID, _ range: Range<Int>, by parent: Found?) -> Bool {
    if stated.contains(id) || isStatedUnderItsName(id, range) { return true }
    if let parent, parent.ids.contains(where: { isNear(id, $0) }) { return true }
    return hasChild(of: id, at: range.upperBound) || hasOffice(at: range.upperBound)
  }

  /// Whether a division lies in another, or beside it in the same city, or both are in a span.
  private func isNear(_ id: DivisionID, _ other: DivisionID) -> Bool {
    if gazetteer.isAbolished(id) { return false }
    return gazetteer.isWithin(id, other) || gazetteer.parent(of: id) == gazetteer.parent(of: other)
  }

  /// Whether a full name of a unit inside the division follows at once.
  private func hasChild(of id: DivisionID, at index: Int) -> Bool {
    text.divisions(at: index).contains { match in
      match.meanings.contains {
        $0.form != .short && $0.id != id && gazetteer.isWithin($0.id, id)
      }
    }
  }

  private func hasOffice(at index: Int) -> Bool {
    ["县委", "区委", "市委", "县政府", "区政府", "市政府", "县人", "市人大", "市人民"].contains {
      text.hasPrefix($0, at: index)
    }
  }

  /// 东海高新区: a zone that bears the county's name follows.
  private func opensZone(_ range: Range<Int>) -> Bool {
    // 瓯|江口产业集聚区: the name would begin inside another word.
    let before = text[range.lowerBound - 1]
    guard
      before?.isHan != true
        || lexicons.nameStops.holds(text.scalars, range.lowerBound - 1..<range.lowerBound)
        || taken.end(before: range.lowerBound) == range.lowerBound
    else { return false }
    return lexicons.headNouns.longestMatch(in: text.scalars, at: range.upperBound)?.value.strength
      == .bare
  }

  /// Whether a name follows the one before directly.
  private func joins(_ previous: Found, _ range: Range<Int>) -> Bool {
    let gap = previous.range.upperBound..<range.lowerBound
    return gap.isEmpty || (gap.count == 1 && text[gap.lowerBound] == "·")
  }

  /// 南充至潼南, 绵竹、什邡: a name in a list or span with the one before.
  private func isListed(_ previous: Found?, _ range: Range<Int>) -> Bool {
    guard let previous, range.lowerBound - previous.range.upperBound == 1 else { return false }
    return text[previous.range.upperBound].map { "至到—、和与及".unicodeScalars.contains($0) } ?? false
  }

  /// 小城镇, 全镇: a town's name that ends an ordinary phrase.
  private func isGenericTown(
    _ range: Range<Int>, _ meanings: [DivisionMeaning], _ parent: Found?
  ) -> Bool {
    guard parent == nil, meanings.allSatisfy({ gazetteer.level(of: $0.id) == .town }) else {
      return false
    }
    guard let head = headNoun(endingAt: range.upperBound, from: range.lowerBound) else {
      return false
    }
    let stem = range.lowerBound..<range.upperBound - head.word.unicodeScalars.count
    if stem.count == 1, meanings.contains(where: isInStatedCounty) {
      return lexicons.nameStops.holds(text.scalars, stem)
    }
    return stem.count < 2 || lexicons.genericStems.holds(text.scalars, stem)
      || lexicons.nameStops.holds(text.scalars, stem)
  }

  /// 糜镇 in an article of 陵城区: a town of one character in a county that is named in full.
  private func isInStatedCounty(_ meaning: DivisionMeaning) -> Bool {
    guard !gazetteer.isAbolished(meaning.id), let county = gazetteer.parent(of: meaning.id) else {
      return false
    }
    return stated.contains(county) && gazetteer.level(of: county) == .county
  }

  private func headNoun(endingAt end: Int, from start: Int) -> PlaceLexicons.HeadNoun? {
    (start..<end).lazy.compactMap { lexicons.headNouns.value(of: text.scalars, in: $0..<end) }.first
  }

  private func isInsideAnotherName(_ range: Range<Int>, _ meanings: [DivisionMeaning]) -> Bool {
    let isShort = meanings.allSatisfy { $0.form == .short }
    return isInBook(range) || isRoleOrHonour(range, meanings)
      || (isShort && endsName(at: range.upperBound)
        && !hasAnyChild(meanings, at: range.upperBound))
      || opensInstitution(at: range.upperBound, isShort: isShort)
  }

  /// Whether the words at `index` end a longer name: 成都|路, but not 四川|山区.
  private func endsName(at index: Int) -> Bool {
    guard let end = lexicons.nameEnds.longestMatch(in: text.scalars, at: index) else {
      return false
    }
    return end.length > 1 || !lexicons.openWords.startsWord(in: text.scalars, at: index)
  }

  private func hasAnyChild(_ meanings: [DivisionMeaning], at index: Int) -> Bool {
    meanings.contains { hasChild(of: $0.id, at: index) }
  }

  /// Whether the words that follow make an institution's name: 四川|省社会科学院, 成都|信息工程大学.
  private func opensInstitution(at index: Int, isShort: Bool) -> Bool {
    let end = text.endOfHan(from: index, limit: isShort ? 16 : 12)
    for at in index..<max(index, end) {
      if text[at] == "的" || text[at] == "在" || text[at] == "等" { return false }
      // 柳林县|大桥乡石桥小学: a town between them lies in the division.
      if at > index + 1, text[at] == "镇" || text[at] == "乡" { return false }
      if at > index,
        !gazetteer.matches(in: text.scalars, at: at, end: end).allSatisfy({ match in
          match.meanings.allSatisfy { $0.form == .short }
        })
      {
        return false
      }
      if isShort, text.hasPrefix("有限公司", at: at) { return true }
      guard at - index <= 9,
        let match = lexicons.institutionEnds.longestMatch(in: text.scalars, at: at)
      else { continue }
      if match.value || isShort && (at > index || text[at + 1] == "会") { return true }
    }
    return false
  }

  /// Whether the name stands in a work's title.
  private func isInBook(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound - 1
    while let scalar = text[at], scalar != "\n", range.lowerBound - at < 40 {
      if scalar == "》" { return false }
      if scalar == "《" { return true }
      at -= 1
    }
    return false
  }

  /// A province or city that only lends its name to a leader's office or to an honour.
  private func isRoleOrHonour(_ range: Range<Int>, _ meanings: [DivisionMeaning]) -> Bool {
    guard meanings.allSatisfy({ gazetteer.level(of: $0.id) == .province }) else { return false }
    let roles = ["省委书记", "省省委书记", "省省长", "省委常委", "区党委书记", "区主席", "市委书记", "市市长"]
    let start = range.upperBound - 1
    if roles.contains(where: { text.hasPrefix($0, at: start) || text.hasPrefix($0, at: start + 1) })
    {
      return true
    }
    let clause = text.clause(around: range.lowerBound)
    return text.contains(anyOf: ["获", "评为", "授予", "荣膺", "入选", "荣誉"], in: clause)
      && text.contains(
        anyOf: ["荣誉", "称号", "先进", "标兵", "模范", "优秀", "十佳", "文明单位"],
        in: range.upperBound..<clause.upperBound)
  }
}
