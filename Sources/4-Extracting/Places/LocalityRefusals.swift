import Matching
import Model

/// What is no name of a place, although a head noun ends it.
extension LocalityFinder {
  /// Whether the head noun only begins another word or head noun: 村民, 镇级, 乡亲, 花园小区.
  func isContinued(
    _ head: PlaceLexicons.HeadNoun, at index: Int, _ end: Int
  ) -> Bool {
    guard let next = text[end] else { return false }
    if head.word == "村",
      isEveryVillage(at: end) || isEachVillage(at: end) || text.hasPrefix("而过", at: end)
    {
      return true
    }
    if next == text[end - 1] { return false }
    let following = [
      "村": "民级里上口干医庄落务规史容界镇子组貌头尾", "镇": "级上区域痛静压守定村长", "乡": "村镇土亲愁间音情贤下",
      // 玉斯屯|克阿依库勒村: a sound of a longer name.
      "屯": "克尔垦",
      "新城": "区镇", "新村": "民", "居": "民住家委", "苑": "区", "花园": "式",
    ]
    if let words = following[head.word], words.unicodeScalars.contains(next) { return true }
    if head.word == "村", opensHousing(at: index, end) { return true }
    return head.level == .estate
      && lexicons.headNouns.longestMatch(in: text.scalars, at: end) != nil
  }

  /// 李村|社区, 砂阳新村|小区: a community or housing area that bears the name of a village.
  private func opensHousing(at index: Int, _ end: Int) -> Bool {
    text.hasPrefix("社区", at: end)
      || text[index - 1] == "新"
        && ["小区", "花园", "家园", "公寓"].contains { text.hasPrefix($0, at: end) }
  }

  /// 公路村|村通, 配齐村|（居）民: every village, or its people.
  private func isEveryVillage(at end: Int) -> Bool {
    if text[end] == "村" {
      return text[end + 1].map { "通有都皆寨户组响绿".unicodeScalars.contains($0) } ?? false
    }
    return text[end] == "(" || text[end] == "（"
      ? text[end + 1].map { "居社组屯".unicodeScalars.contains($0) } ?? false : false
  }

  /// 发展一村|一品, 一村|一策: something for each village.
  private func isEachVillage(at end: Int) -> Bool {
    end > 1 && text[end - 2] == "一"
      && text[end].map { "一多".unicodeScalars.contains($0) } == true
  }

  /// 6镇, 21村: so many of them, not one of a name.
  func isCounted(_ head: PlaceLexicons.HeadNoun, at index: Int) -> Bool {
    index > 0 && text.scalars[index - 1].isASCIIDigit
      && (head.level == .town || head.word == "村")
  }

  func isName(_ found: Found) -> Bool {
    let stem = found.stem
    if found.head.strength == .bare, stem.isEmpty { return true }
    guard !stem.isEmpty, text[stem.upperBound - 1] != text[stem.upperBound],
      found.head.word != "居" || text[stem.upperBound - 1].map(isNumeral) == true
    else { return false }
    guard !isGeneric(stem) || isKnownUnderParent(found), !endsInKind(found) || isHillVillage(found),
      !holdsCommonNoun(stem),
      !isTask(found)
    else { return false }
    if !found.villages.isEmpty { return true }
    guard
      !text.scalars[stem].contains(where: Self.grammar.contains) || isReturn(found)
        || isRiceField(found),
      !startsWithCount(stem)
    else { return false }
    guard found.hasParent || found.head.word != "村" || stem.count <= 4 else { return false }
    guard stem.count >= 2, !isQuoted(found.range), !endsInWord(stem) || standsAlone(found) else {
      return false
    }
    return found.head.level != .town || found.hasParent || holdsVillage(found)
  }

  /// 柳林县|还乡河村: right after a place 还 may begin a name.
  private func isReturn(_ found: Found) -> Bool {
    let stem = found.stem
    return found.hasParent && stem.count >= 3 && text[stem.lowerBound] == "还"
      && !text.scalars[stem.dropFirst()].contains(where: Self.grammar.contains)
  }

  /// 花溪街道|幸福社区: a kind by its words, and a community that lies there by that name.
  private func isKnownUnderParent(_ found: Found) -> Bool {
    found.hasParent && !found.villages.isEmpty && found.stem.count == 2 && found.head.word == "社区"
  }

  /// 扶伦村|那造屯, 定业乡|那楠村: right after a place 那, the southern word for a field, begins a name.
  private func isRiceField(_ found: Found) -> Bool {
    let stem = found.stem
    return found.hasParent && stem.count == 2 && text[stem.lowerBound] == "那"
      && ["屯", "村", "社区"].contains(found.head.word)
      && !Self.grammar.contains(text.scalars[stem.lowerBound + 1])
      && !isCount(stem) && !lexicons.nameStops.holds(text.scalars, stem)
  }

  /// 27条通村: a number and what it counts.
  private func startsWithCount(_ stem: Range<Int>) -> Bool {
    guard text[stem.lowerBound]?.isASCIIDigit == true else { return false }
    let digits = text.scalars[stem].prefix { $0.isASCIIDigit }
    return digits.endIndex < stem.upperBound
      && "个座处批家名位条户件项万余多村镇乡".unicodeScalars.contains(text.scalars[digits.endIndex])
  }

  /// 青石镇|草坪村: a village follows a town that the gazetteer does not know.
  private func holdsVillage(_ found: Found) -> Bool {
    guard found.isBounded, found.stem.count <= 3,
      "镇乡".unicodeScalars.contains(text.scalars[found.range.upperBound - 1])
    else { return false }
    let start = found.range.upperBound
    let end = (start + 2...start + 4).first { text[$0] == "村" }
    guard let end, !taken.overlaps(start..<end + 1) else { return false }
    let stem = start..<end
    return text.scalars[stem].allSatisfy { $0.isHan && !Self.grammar.contains($0) }
      && !isGeneric(stem) && !endsInWord(stem)
      && !lexicons.nameStops.holds(text.scalars, start..<start + 1)
      && lexicons.genericStems.value(of: text.scalars, in: end - 1..<end + 1) == nil
      && !isEveryVillage(at: end + 1)
      && text[end + 1].map { !"级庄镇".unicodeScalars.contains($0) } ?? true
  }

  /// 蔡甸区跃进社区，…: an ordinary word as a name, right after a place and before a mark.
  private func standsAlone(_ found: Found) -> Bool {
    found.hasParent && found.stem.count == 2
      && text[found.range.upperBound].map { "，,。、；;：:".unicodeScalars.contains($0) } ?? true
  }

  /// Characters of grammar that no name holds: 足不出村.
  private static let grammar = ScalarSet("不了着们这那哪我你他她它么吗呢吧啊很也还就才又被给让把")

  func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
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
    if isNumbered(stem) || isStreet(stem) { return false }
    return endsHardWord(stem.upperBound, from: stem.lowerBound)
      || endsHardWord(stem.upperBound - 1, from: stem.lowerBound)
      || last.map { "于以至等与及对到从让给向该每各我有为".unicodeScalars.contains($0) } == true
  }

  /// 建设路社区, 和平街小区: a street may bear any word.
  private func isStreet(_ stem: Range<Int>) -> Bool {
    guard stem.count == 3, let last = text[stem.upperBound - 1] else { return false }
    return "路街巷桥坊里".unicodeScalars.contains(last)
      && endsHardWord(stem.upperBound - 1, from: stem.lowerBound)
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
    // 个老小区, 散居型社区, 嵌入式社区: nothing but the age or the make of it.
    if "老旧型号式".unicodeScalars.contains(last) { return true }
    if "些这那该各每某两".unicodeScalars.contains(last) { return true }
    if text.scalars[words].allSatisfy(\.isASCIIDigit) { return true }
    // 进入|一小区
    if last == "一" {
      return text[words.upperBound - 2].map { "到在入进出了为有是的近".unicodeScalars.contains($0) } ?? true
    }
    guard "个座处批家名位条所间".unicodeScalars.contains(last), let before = text[words.upperBound - 2]
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
        && !isAdvance($0, found)
    }
  }

  /// 前进|社区, 跃进村: 进 is the end of a word that places are named after.
  private func isAdvance(_ start: Int, _ found: Found) -> Bool {
    start > found.stem.lowerBound && text[start] == "进"
      && text[start - 1].map { "前跃先奋".unicodeScalars.contains($0) } == true
  }

  /// 零陵区|香零山村: after a place more than the kind 山村, unless the words before say what sort.
  private func isHillVillage(_ found: Found) -> Bool {
    let stem = found.stem
    guard found.head.word == "村" else { return false }
    if stem.count == 2 { return isShortHillVillage(found) }
    guard found.hasParent, stem.count >= 3 else { return false }
    let front = stem.lowerBound..<stem.upperBound - 1
    return !isGeneric(front) && !lexicons.plainWords.holds(text.scalars, front)
  }

  /// 王丕街道|永兴村, 林头镇|福山村: right after a place, or known to lie there; 深山村 and 振兴村 are none.
  private func isShortHillVillage(_ found: Found) -> Bool {
    let stem = found.stem
    guard found.hasParent || !found.villages.isEmpty, let first = text[stem.lowerBound] else {
      return false
    }
    return !"小大深老穷偏荒高各全本多治护进入到驻下联".unicodeScalars.contains(first)
      && !lexicons.nameStops.holds(text.scalars, stem) && text.string(stem) != "振兴"
      && text[found.range.upperBound].map { !"富强".unicodeScalars.contains($0) } ?? true
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
