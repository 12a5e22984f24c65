import Matching
import Model

/// Finds the most specific place a number is about.
///
/// The words decide in this order: a place named before the number in its sentence, or a word
/// such as 全市 that points to one; the same in the sentences before it in the paragraph; the
/// place the article is about. Places within a program's name say where that runs, not where
/// the number holds.
struct PlaceAttribution {
  private let text: [Unicode.Scalar]
  private let records: [PlaceRecord]
  private let signs: [PlaceSign]
  /// For each sign in brackets the last one outside before it.
  private let outside: [Int?]
  private let sites: [ProgramSite]
  private let main: Int?
  /// The place of the headline.
  private let headline: Int?
  private let speakers: SpeakerPlaces?

  /// Reads the mentions of an article.
  init(_ extracted: ExtractedArticle, _ places: Resolved<PlaceRecord>) {
    text = extracted.article.body.scalars
    records = places.records
    let reader = PlaceSigns(extracted, places)
    signs = reader.signs
    var open: Int?
    outside = reader.signs.indices.map { index in
      if reader.signs[index].bracketEnd == nil { open = index }
      return open
    }
    sites = reader.sites
    main = reader.mainPlace
    headline = reader.headlinePlace
    speakers = SpeakerPlaces(extracted, reader.signs, places.records, main: reader.mainPlace)
  }

  /// The index of the place, nil where nothing names one.
  func place(of quantity: Quantity) -> Int? {
    let sentence = quantity.sentence
    if isTotal(sentence), let main,
      lastSign(before: quantity.span.start).map({
        signs[$0].span.start < sentence.start
      }) ?? true
    {
      return main
    }
    if isOneOfMany(quantity, sentence), let main { return main }
    if let near = place(before: quantity.span.start, from: sentence.start) {
      return near.record.flatMap { deeper(than: $0, behind: quantity) } ?? near.record
    }
    let start = paragraphStart(sentence.start)
    let earlier = place(before: sentence.start, from: start).flatMap { isAbroad($0) ? nil : $0 }
    let base = earlier == nil ? main : earlier?.record
    if let base, let behind = deeper(than: base, behind: quantity) { return behind }
    if let earlier { return earlier.record }
    if let site = sites.last(where: { start <= $0.span.start && $0.span.end <= quantity.span.start }
    ) {
      return site.record
    }
    return speakers?.place(at: quantity.span.start, from: start) ?? scene(before: start) ?? main
  }

  /// 以上合计, 总计: a sum over what was told is the article's, not the last place's.
  private func isTotal(_ sentence: Span) -> Bool {
    (sentence.start..<min(sentence.start + 4, sentence.end)).contains { index in
      ["合计", "总计", "共计"].contains { word in
        text[index...].starts(with: word.unicodeScalars)
      }
    }
  }

  /// 某小区成为首批40个试点小区之一: the number is of those it is one of.
  private func isOneOfMany(_ quantity: Quantity, _ sentence: Span) -> Bool {
    guard let last = lastSign(before: quantity.span.start), signs[last].isPlace,
      signs[last].span.start >= sentence.start
    else { return false }
    let reach = clauseEnd(quantity, 16)
    return text[quantity.span.end..<reach].indices.dropFirst().contains {
      text[$0 - 1] == "之" && text[$0] == "一" && ($0 + 1 == reach)
    }
  }

  /// The end of the clause behind a number, no further than `limit` code points.
  private func clauseEnd(_ quantity: Quantity, _ limit: Int) -> Int {
    let end = min(quantity.sentence.end, quantity.span.end + limit)
    let marks: [Unicode.Scalar] = ["，", ",", "；", ";", "。", "：", "（", "）", "(", ")"]
    return (quantity.span.end..<max(end, quantity.span.end)).first { marks.contains(text[$0]) }
      ?? end
  }

  /// 4名记者在某村蹲点, 14个部门入驻某社区: a place within the one before, where it happens.
  private func deeper(than near: Int, behind quantity: Quantity) -> Int? {
    guard let index = firstSign(from: quantity.span.end) else { return nil }
    let sign = signs[index]
    guard sign.span.start < clauseEnd(quantity, 30), isEntered(sign.span.start),
      let found = record(index), found != near
    else { return nil }
    return records[found].path.map(\.name).contains(records[near].name)
      && records[found].path.count > records[near].path.count ? found : nil
  }

  private static let entries = ["在", "入驻", "进驻", "落户", "走进", "来到", "驻扎", "入住"]
    .map { Array($0.unicodeScalars) }

  private func isEntered(_ start: Int) -> Bool {
    Self.entries.contains { word in
      start >= word.count && text[start - word.count..<start].elementsEqual(word)
    }
  }

  /// The first sign at or behind a position.
  private func firstSign(from position: Int) -> Int? {
    var low = 0
    var high = signs.count
    while low < high {
      let middle = (low + high) / 2
      if signs[middle].span.start < position { low = middle + 1 } else { high = middle }
    }
    return low < signs.count ? low : nil
  }

  /// How far back, in code points, a place sets the scene: about two paragraphs of a newspaper.
  private static let sceneReach = 150

  /// The place that the paragraphs before end on, where it lies in the article's place.
  private func scene(before start: Int) -> Int? {
    guard start > 0, !opensItem(start), let main, let last = lastSign(before: start - 1),
      start - signs[last].span.end <= Self.sceneReach, let near = record(last),
      listMembers(endingAt: last, from: paragraphStart(signs[last].span.start)).count == 1
    else { return nil }
    return records[near].lies(in: records[main]) ? near : nil
  }

  /// 在深圳市推介…。全年引进…: a place that has nothing to do with that of the headline told only where
  /// one sentence took place.
  private func isAbroad(_ answer: Answer) -> Bool {
    guard let headline, let near = answer.record, let own = records[headline].path.first,
      let other = records[near].path.first
    else { return false }
    return own.name != other.name && own.level == .province && other.level == .province
  }

  /// 二是…, （三）…, 3．…: a new item of a list leaves the scene of the one before.
  private func opensItem(_ start: Int) -> Bool {
    var at = start
    while at < text.count, at < start + 3, text[at] == " " || text[at] == "　" { at += 1 }
    guard at + 1 < text.count else { return false }
    if "一二三四五六七八九十".unicodeScalars.contains(text[at]) {
      return ["是", "、"].contains(text[at + 1])
    }
    if text[at] == "（" || text[at] == "(" {
      return "一二三四五六七八九十123456789".unicodeScalars.contains(text[at + 1])
    }
    return "123456789".unicodeScalars.contains(text[at]) && ["．", ".", "、"].contains(text[at + 1])
  }

  private struct Answer {
    /// nil for 全国 and the like, which no place of the article is.
    let record: Int?
  }

  /// What the last sign within a run points to; 分别 gives each number of a list its own.
  private func place(before position: Int, from start: Int) -> Answer? {
    guard let last = lastSign(before: position), signs[last].span.start >= start else { return nil }
    guard case .place(let record) = signs[last].means else { return answer(signs[last], last) }
    let members = listMembers(endingAt: last, from: start)
    if members.count == 1, opensList(last, before: position) {
      return Answer(record: parent(of: record))
    }
    guard members.count > 1 else { return Answer(record: record) }
    let ends = chainEnds(members)
    if let own = distributed(ends, position) { return Answer(record: own) }
    guard ends.count > 1 else { return Answer(record: record) }
    return Answer(record: commonPlace(ends) ?? before(members, start))
  }

  private func answer(_ sign: PlaceSign, _ index: Int) -> Answer {
    guard case .pointer(let pointer) = sign.means else { return Answer(record: nil) }
    if let main, pointer.fits(records[main]), !isFitting(pointer, between: sign, index) {
      return Answer(record: main)
    }
    let earlier = signs[..<index].last { fits(pointer, $0) }
    if let earlier, case .place(let record) = earlier.means { return Answer(record: record) }
    return Answer(record: main.flatMap { ancestor(of: $0, pointer) })
  }

  /// Whether the paragraph names a place that a pointer fits before it.
  private func isFitting(_ pointer: PlacePointer, between sign: PlaceSign, _ index: Int) -> Bool {
    let start = paragraphStart(sign.span.start)
    return signs[..<index].reversed().prefix { $0.span.start >= start }
      .contains { fits(pointer, $0) }
  }

  private func fits(_ pointer: PlacePointer, _ sign: PlaceSign) -> Bool {
    guard case .place(let record) = sign.means else { return false }
    return pointer.fits(records[record])
  }

  /// The place itself or the one on its path that a pointer such as 全县 fits.
  private func ancestor(of place: Int, _ pointer: PlacePointer) -> Int? {
    if pointer.fits(records[place]) { return place }
    let steps = records[place].path.map(\.name)
    return records.indices.first { steps.contains(records[$0].name) && pointer.fits(records[$0]) }
  }

  // MARK: Lists of places

  /// The places of a list (凤凰村、石音村和鹤泉村) whose last member is the sign at `index`.
  private func listMembers(endingAt index: Int, from start: Int) -> [Int] {
    let end = signs[index].span.end
    let isSummed = end < text.count && (text[end] == "等" || isCounted(end))
    var members = [index]
    var at = index
    while at > 0, signs[at - 1].span.start >= start, signs[at - 1].isPlace,
      isJoined(signs[at - 1].span.end, signs[at].span.start)
        || isSummed && isListed(signs[at - 1].span.end, signs[at].span.start)
    {
      at -= 1
      members.insert(at, at: 0)
    }
    return isParentFirst(members) ? [index] : members
  }

  /// 甲区、乙区新建两个小区: a number of things stands close behind the list.
  private func isCounted(_ end: Int) -> Bool {
    for index in end..<max(end, min(text.count - 2, end + 7)) {
      if "，。；：、（".unicodeScalars.contains(text[index]) { return false }
      if "两三四五六七八九十23456789".unicodeScalars.contains(text[index]), text[index + 1] == "个",
        text[index + 2].isHan
      {
        return true
      }
    }
    return false
  }

  /// 甲镇、乙、丙等乡镇: the names behind are of places that nothing else tells of.
  private func opensList(_ index: Int, before position: Int) -> Bool {
    let end = signs[index].span.end
    let reach = min(position, end + 30)
    guard end < reach, text[end] == "、" else { return false }
    for at in end..<reach {
      if "，。；：".unicodeScalars.contains(text[at]) { return false }
      if text[at] == "等" { return at > end + 1 }
    }
    return false
  }

  /// The place of the article that a place lies in, else the main place.
  private func parent(of place: Int) -> Int? {
    for step in records[place].path.dropLast().reversed() {
      if let found = records.firstIndex(where: { $0.name == step.name }) { return found }
    }
    return main
  }

  /// 、, 和 or the 至 of a route between two names; nothing between them is a name and its parent's.
  private func isJoined(_ end: Int, _ start: Int) -> Bool {
    guard start >= end, start - end <= 1 else { return false }
    return start == end || ["、", "和", "与", "及", "至", "到"].contains(text[end])
  }

  /// 柳河区新锦小区、平安区兴业家园等3个: words that are no place may stand before the mark of a list.
  private func isListed(_ end: Int, _ start: Int) -> Bool {
    guard start > end, start - end <= 10, text[start - 1] == "、" else { return false }
    return text[end..<start - 1].allSatisfy { $0 != "，" && $0 != "。" && $0 != "；" && $0 != "\n" }
  }

  /// Whether no sign of joining stands between: 四川省德阳市绵竹市.
  private func isParentFirst(_ members: [Int]) -> Bool {
    zip(members, members.dropFirst()).allSatisfy { signs[$0].span.end == signs[$1].span.start }
  }

  private func record(_ sign: Int) -> Int? {
    guard case .place(let record) = signs[sign].means else { return nil }
    return record
  }

  /// The deepest place of the article that holds every member.
  private func commonPlace(_ members: [Int]) -> Int? {
    let paths = members.compactMap { record($0) }.map { records[$0].path.map(\.name) }
    guard let first = paths.first else { return nil }
    let shared = first.indices.prefix { depth in
      paths.allSatisfy { depth < $0.count - 1 && $0[depth] == first[depth] }
    }
    for depth in shared.reversed() {
      if let found = records.firstIndex(where: { $0.name == first[depth] }) { return found }
    }
    return nil
  }

  private func before(_ members: [Int], _ start: Int) -> Int? {
    guard let first = members.first, first > 0, signs[first - 1].span.start >= start else {
      return main
    }
    return record(first - 1) ?? main
  }

  /// The last place of each chain of a list: 仁和区 of 攀枝花市仁和区和凉山州会理县.
  private func chainEnds(_ members: [Int]) -> [Int] {
    members.filter { index in
      index == members[members.count - 1]
        || signs[index].span.end != signs[index + 1].span.start
    }
  }

  /// 元谋县和永仁县分别死亡5人和1人: the second number is 永仁县's.
  private func distributed(_ ends: [Int], _ position: Int) -> Int? {
    guard ends.count > 1, let last = ends.last else { return nil }
    let between = text[signs[last].span.end..<position]
    guard
      let mark = between.indices.dropFirst().first(where: {
        text[$0 - 1] == "分" && text[$0] == "别"
      })
    else { return nil }
    let passed = numbers(in: mark + 1..<position)
    return passed < ends.count ? record(ends[passed]) : nil
  }

  /// How many figures stand in a run.
  private func numbers(in range: Range<Int>) -> Int {
    var count = 0
    var isInside = false
    for index in range {
      let isFigure = (0x30...0x39).contains(text[index].value) || text[index] == "."
      if isFigure, !isInside { count += 1 }
      isInside = isFigure
    }
    return count
  }

  // MARK: Positions

  private func lastSign(before position: Int) -> Int? {
    var low = 0
    var high = signs.count
    while low < high {
      let middle = (low + high) / 2
      if signs[middle].span.end <= position { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    if let end = signs[low - 1].bracketEnd, end < position { return outside[low - 1] }
    return low - 1
  }

  /// Beyond this a paragraph is cut, so that work stays linear in the length of a text.
  private static let longestParagraph = 3000

  private func paragraphStart(_ position: Int) -> Int {
    let floor = max(0, position - Self.longestParagraph)
    var at = position
    while at > floor, text[at - 1] != "\n" { at -= 1 }
    return at
  }
}
