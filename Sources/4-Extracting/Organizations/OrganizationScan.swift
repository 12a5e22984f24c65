import Matching
import Model

/// Finds organisations in one passage, each as far left and right as its name goes.
struct OrganizationScan {
  private let passage: Passage
  /// The initiatives, whose words name no organisation.
  private let skips: [Span]
  private var found: [OrganizationMention] = []
  /// The place that the last name started with, for the list that may follow.
  private var listPlace: Range<Int>?

  /// Reads a passage.
  static func mentions(in passage: Passage, skipping skips: [Span]) -> [OrganizationMention] {
    var scan = OrganizationScan(passage, skips)
    scan.run()
    return scan.found
  }

  private init(_ passage: Passage, _ skips: [Span]) {
    self.passage = passage
    self.skips = skips
  }

  private var text: [Unicode.Scalar] { passage.text }
  private var lastEnd: Int { found.last?.span.end ?? 0 }

  private mutating func run() {
    var at = 0
    while at < text.count {
      if let known = OrganizationLexicon.known.longestMatch(in: text, at: at),
        !isCutOff(at: at + known.length)
      {
        add(at..<at + known.length)
        at += known.length
      } else if let end = secondOfPair(at: at) {
        at = end
      } else if let committee = committee(at: at) {
        add(committee)
        at = committee.upperBound
      } else if let suffix = suffix(at: at) {
        at = takeName(suffixAt: at, suffix)
      } else {
        at += 1
      }
    }
  }

  private mutating func add(_ range: Range<Int>, name: String? = nil) {
    while let last = found.last, last.span.start >= range.lowerBound { found.removeLast() }
    guard range.lowerBound >= lastEnd else { return }
    found.append(
      OrganizationMention(
        field: passage.field, span: Span(range),
        name: name ?? ProgramName.plain(text[range])))
  }

  /// A party committee named after a place: 青川县|委, 江南省|省委.
  private mutating func committee(at index: Int) -> Range<Int>? {
    guard index > 1, text[index] == "委", isLevel(text[index - 1]),
      index + 1 >= text.count || !"员会托办任派".unicodeScalars.contains(text[index + 1])
    else { return nil }
    var end = index
    // 江南省|省委, but 德州市|委.
    if isLevel(text[index - 2]), passage.place(endingAt: index) == nil { end -= 1 }
    let start: Int
    if let place = passage.place(endingAt: end) {
      start = chainStart(place)
    } else {
      start = passage.runStart[index - 1]
      guard (3...5).contains(end - start), !isLevel(text[start]),
        !text[start..<end].contains("届"), !isPhrase(start..<end)
      else { return nil }
    }
    listPlace = start..<end
    return start - OrganizationOwners.party(in: passage, before: start)..<index + 1
  }

  /// 林青代表市|委, 全国优秀县|委: words that are no name of a place.
  private func isPhrase(_ range: Range<Int>) -> Bool {
    OrganizationLexicon.generic.longestMatch(in: text, at: range.lowerBound, end: range.upperBound)
      != nil || range.contains { passage.has("代表", at: $0) }
  }

  private func isLevel(_ scalar: Unicode.Scalar) -> Bool {
    "省市县区州旗盟".unicodeScalars.contains(scalar)
  }

  private static let bodies = WordSet(words: ["政府", "人民政府", "人大", "政协", "纪委"])

  /// 县政府 after “青川县委、”, 政府 after 石桥镇党委: the place is said once for both.
  private mutating func secondOfPair(at index: Int) -> Int? {
    guard let place = listPlace, let last = found.last, text[last.span.end - 1] == "委",
      last.span.end == index
        || last.span.end == index - 1 && "、和".unicodeScalars.contains(text[index - 1])
    else { return nil }
    let start = isLevel(text[index]) || text[index] == "镇" ? index + 1 : index
    guard let body = Self.bodies.longestMatch(in: text, at: start) else { return nil }
    let end = start + body.length
    add(index..<end, name: ProgramName.plain(text[place]) + ProgramName.plain(text[start..<end]))
    return end
  }

  /// The start of the chain of places that ends with `place`: 青川县 in 青川县乔庄镇.
  private func chainStart(_ place: PlaceMention) -> Int {
    var start = place.span.start
    while let before = passage.place(endingAt: start), before.span.start < start,
      isLevel(text[start - 1])
    {
      start = before.span.start
    }
    return start
  }

  /// 教育部|门, 交通部|长, 文化部|署: the last character begins another word.
  private func isCutOff(at index: Int) -> Bool {
    index < text.count && "门长署".unicodeScalars.contains(text[index])
  }

  private func suffix(at index: Int) -> (length: Int, kind: OrganizationLexicon.Suffix)? {
    guard let match = OrganizationLexicon.suffixes.longestMatch(in: text, at: index) else {
      return nil
    }
    let end = index + match.length
    if end < text.count, isInsideWord(text[end - 1], text[end]) { return nil }
    return (match.length, match.value)
  }

  /// Whether two code points stand inside another word: 局|长, 委|员, 大学|生.
  private func isInsideWord(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    switch last {
    case "厂", "矿": "长区房商家里方址业山产石工".unicodeScalars.contains(next)
    case "局", "厅": "长面部势限域里内堂".unicodeScalars.contains(next)
    case "委", "会": "员长议场".unicodeScalars.contains(next)
    case "学": "生习".unicodeScalars.contains(next)
    case "中": "全国心央学医小级队间期".unicodeScalars.contains(next)
    case "小": "区组时学微型康朋孩伙额".unicodeScalars.contains(next)
    case "校": "园友门外内服车".unicodeScalars.contains(next)
    case "行": "动业为政人".unicodeScalars.contains(next)
    case "所": "有在长谓".unicodeScalars.contains(next)
    case "院": "长落坝".unicodeScalars.contains(next)
    case "组": "织合成建团".unicodeScalars.contains(next)
    case "队": "长员伍".unicodeScalars.contains(next)
    case "技": "园馆术".unicodeScalars.contains(next)
    default: false
    }
  }

  private mutating func takeName(
    suffixAt index: Int, _ suffix: (length: Int, kind: OrganizationLexicon.Suffix)
  ) -> Int {
    let end = index + suffix.length
    guard !isAddress(index..<end), !isInsidePlace(end),
      let name = OrganizationName(
        passage, suffix: index..<end, suffix.kind, listPlace: inList(index))
    else {
      return end
    }
    listPlace = name.place ?? listPlace
    if let whole = branch(name.range) { add(whole) } else { add(name.range, name: name.text) }
    return end
  }

  /// 棉纺厂|小区: the name of a place goes on.
  private func isInsidePlace(_ end: Int) -> Bool {
    passage.places(in: end..<end + 1).contains { $0.span.start < end && $0.span.end > end }
  }

  /// 相如街道办|罐子坝社区: an office that only says where the place behind it lies.
  private func isAddress(_ suffix: Range<Int>) -> Bool {
    ["街道办", "街办", "办事处", "街道办事处"].contains {
      suffix.count == $0.unicodeScalars.count && passage.has($0, at: suffix.lowerBound)
    }
      && passage.places(in: suffix.upperBound..<suffix.upperBound + 1)
        .contains { $0.span.start == suffix.upperBound }
  }

  /// 中国建设银行|柳林支行: the part of a body known by name that stands right before.
  private func branch(_ range: Range<Int>) -> Range<Int>? {
    guard let last = found.last, last.span.end == range.lowerBound,
      text[range.upperBound - 1] == "行",
      OrganizationLexicon.known.value(of: text, in: last.span.range) != nil
    else { return nil }
    return last.span.start..<range.upperBound
  }

  /// The place of the list that the name at `index` may go on.
  private func inList(_ index: Int) -> Range<Int>? {
    guard let last = found.last, let place = listPlace, passage.runStart[index] <= index else {
      return nil
    }
    let start = passage.runStart[index]
    guard start == last.span.end + 1, "、和与".unicodeScalars.contains(text[start - 1]) else {
      return nil
    }
    return place
  }
}

extension Array {
  /// The element at an index, nil outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
