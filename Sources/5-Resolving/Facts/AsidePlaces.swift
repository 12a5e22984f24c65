import Matching
import Model

/// Tells the places a sentence is about from those that only relate one to another: neighbours,
/// distances, origins, the division that holds it.
struct AsidePlaces {
  private let text: [Unicode.Scalar]
  private let sentences: Sentences

  /// Reads a body.
  init(_ text: [Unicode.Scalar]) {
    self.text = text
    sentences = Sentences(text)
  }

  /// The signs without the places aside.
  func topics(of signs: [PlaceSign]) -> [PlaceSign] {
    var kept: [PlaceSign] = []
    var lead: Lead?
    let lasts = lastJoined(signs)
    for (index, sign) in signs.enumerated() {
      let follows =
        index > 0
        && (isJoined(signs[index - 1].span.end, sign.span.start)
          || lead != nil && isWithin(signs[index - 1].span.end, sign.span.start))
      lead =
        follows
        ? lead : self.lead(before: sign.span.start) ?? definition(by: sign, of: kept.last)
      if sign.isPlace, isDirection(sign.span.end) { continue }
      guard sign.isPlace, let lead = lead ?? neighbourhood(after: signs[lasts[index]]) else {
        kept.append(sign)
        continue
      }
      let hasTopic = kept.last.map { isSameSentence($0.span.end, sign.span.start) } ?? false
      if lead == .related && !hasTopic { kept.append(sign) }
    }
    return kept
  }

  // MARK: Leads

  /// Words before a place.
  private enum Lead {
    /// They leave it aside where the sentence has named another before: 新锦小区位于朝阳街道.
    case related
    /// They leave it aside always: 来自甘肃省, 西接牛集镇.
    case foreign
  }

  private static let leads = Lexicon<Lead>(
    [
      "位于", "地处", "位处", "坐落于", "坐落在", "毗邻", "紧邻", "邻近", "隶属", "隶属于", "属于", "接壤", "从", "离", "距",
      "距离", "赶赴", "前往", "奔赴", "开往", "发往", "通往", "通向", "连接", "直达",
      "运往", "销往", "发源于",
    ].map { ($0, .related) }
      + [
        "来自", "籍贯", "祖籍", "出生于", "起于", "起自", "始于", "止于", "终于", "途经", "途径", "向东经", "向西经", "向南经",
        "向北经",
      ].map { ($0, .foreign) })

  private func lead(before start: Int) -> Lead? {
    isBearing(before: start)
      ? .foreign : Self.leads.longestEnding(in: text, at: start, notBefore: 0)?.value
  }

  /// 甲村是乙县丙镇的一个村; 甲村种菜多年，是乙县有名的…: the second name tells what the first one is.
  private func definition(by sign: PlaceSign, of last: PlaceSign?) -> Lead? {
    guard let last, last.isPlace, sign.span.start > last.span.end,
      text[sign.span.start - 1] == "是"
    else { return nil }
    if last.span.end + 1 == sign.span.start { return .related }
    let opens = sign.span.start - 2
    return opens > last.span.end && (text[opens] == "，" || text[opens] == ",")
      && isSameSentence(last.span.end, sign.span.start) ? .related : nil
  }

  /// 位于青石镇北郊|柳岸街道: a bearing between a place and one within it.
  private func isWithin(_ end: Int, _ start: Int) -> Bool {
    guard start > end, start - end <= 3 else { return false }
    return text[end..<start].allSatisfy { "东西南北中部郊侧面的城".unicodeScalars.contains($0) }
  }

  /// 广州往|湛江方向: where a road leads.
  private func isDirection(_ end: Int) -> Bool {
    guard end + 1 < text.count else { return false }
    return text[end] == "方" && text[end + 1] == "向" || text[end] == "往" && text[end + 1] != "来"
  }

  private static let relations = ScalarSet("与和同接邻临靠连抵至距依隔望倚濒枕起到毗紧离")
  private static let bearings = ScalarSet("东西南北")

  /// 西接牛集镇, 东南距涡阳县, 北与古井镇: a bearing and at most two words of relation.
  private func isBearing(before start: Int) -> Bool {
    var at = start
    while at > 0, start - at < 2, Self.relations.contains(text[at - 1]) { at -= 1 }
    return at < start && at > 0 && Self.bearings.contains(text[at - 1])
  }

  private static let neighbourhoods = WordSet(words: [
    "接壤", "毗邻", "毗连", "相邻", "相连", "相接", "交界", "为邻", "搭界", "相望", "隔河相望", "隔江相望", "一河之隔", "一江之隔",
    "一山之隔",
  ])

  /// 与古井镇、十八里镇接壤: what follows the last of places that are joined.
  private func neighbourhood(after last: PlaceSign) -> Lead? {
    let end = last.span.end
    return end < text.count && Self.neighbourhoods.longestMatch(in: text, at: end) != nil
      ? .related : nil
  }

  // MARK: Positions

  /// For each sign the index of the last one that a chain of joined signs leads to.
  private func lastJoined(_ signs: [PlaceSign]) -> [Int] {
    var lasts = Array(signs.indices)
    for index in signs.indices.dropLast().reversed()
    where isJoined(signs[index].span.end, signs[index + 1].span.start) {
      lasts[index] = lasts[index + 1]
    }
    return lasts
  }

  private func isJoined(_ end: Int, _ start: Int) -> Bool {
    start == end || (start == end + 1 && ["、", "和", "与", "及", "至", "到"].contains(text[end]))
  }

  private func isSameSentence(_ from: Int, _ to: Int) -> Bool {
    from <= to && sentences.isOne(from, to)
  }
}
