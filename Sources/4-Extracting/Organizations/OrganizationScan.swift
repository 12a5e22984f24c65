import Matching
import Model

/// Finds organisations in one passage, each as far left and right as its name goes.
struct OrganizationScan {
  private let passage: Passage
  private var found: [OrganizationMention] = []
  /// The place that the last name started with, for the list that may follow.
  private var listPlace: Range<Int>?

  /// Reads a passage.
  static func mentions(in passage: Passage) -> [OrganizationMention] {
    var scan = OrganizationScan(passage)
    scan.run()
    return scan.found
  }

  private init(_ passage: Passage) { self.passage = passage }

  private var text: [Unicode.Scalar] { passage.text }
  private var lastEnd: Int { found.last?.span.end ?? 0 }

  private mutating func run() {
    var at = 0
    while at < text.count {
      if let known = OrganizationLexicon.known.longestMatch(in: text, at: at) {
        add(at..<at + known.length)
        at += known.length
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

  /// A party committee or government named after a place: 青川县|委, 江南省|省委, 青川县|政府.
  private mutating func committee(at index: Int) -> Range<Int>? {
    if let second = secondOfPair(at: index) { return second }
    guard let place = passage.place(endingAt: index), index > 0 else { return nil }
    var end = index
    if end < text.count, text[end] == text[index - 1] || "省市县区州".unicodeScalars.contains(text[end]),
      end + 1 < text.count, text[end + 1] == "委"
    {
      end += 2
    } else if end < text.count, text[end] == "委", "省市县区州旗盟".unicodeScalars.contains(text[index - 1])
    {
      end += 1
    } else {
      return nil
    }
    if end < text.count, "员会托办任派".unicodeScalars.contains(text[end]) { return nil }
    listPlace = place.span.range
    return chainStart(place)..<end
  }

  /// 县政府 after “青川县委、”: the place is said once for both.
  private mutating func secondOfPair(at index: Int) -> Range<Int>? {
    guard let place = listPlace, let last = found.last, index > 0,
      last.span.end == index
        || (last.span.end == index - 1 && "、和".unicodeScalars.contains(text[index - 1])),
      text[last.span.end - 1] == "委"
    else { return nil }
    let level = text[place.upperBound - 1]
    for word in ["政府", "人大", "政协", "纪委", "人民政府"] {
      let at =
        text[safe: index] == level || "省市县区".unicodeScalars.contains(text[index])
        ? index + 1 : index
      guard passage.has(word, at: at) else { continue }
      let end = at + word.unicodeScalars.count
      let rest = ProgramName.plain(text[at..<end])
      found.append(
        OrganizationMention(
          field: passage.field, span: Span(start: index, end: end),
          name: ProgramName.plain(text[place]) + rest))
      return nil
    }
    return nil
  }

  /// The start of the chain of places that ends with `place`: 青川县 in 青川县乔庄镇.
  private func chainStart(_ place: PlaceMention) -> Int {
    var start = place.span.start
    while let before = passage.place(endingAt: start), before.span.start < start {
      start = before.span.start
    }
    return start
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
    case "局", "厅": "长面部势限域里内堂".unicodeScalars.contains(next)
    case "委", "会": "员长议场".unicodeScalars.contains(next)
    case "学": "生习校".unicodeScalars.contains(next)
    case "行": "动业为政人".unicodeScalars.contains(next)
    case "所": "有在长谓".unicodeScalars.contains(next)
    case "院": "长落坝".unicodeScalars.contains(next)
    case "队": "长员伍".unicodeScalars.contains(next)
    case "技": "园馆术".unicodeScalars.contains(next)
    default: false
    }
  }

  private mutating func takeName(
    suffixAt index: Int, _ suffix: (length: Int, kind: OrganizationLexicon.Suffix)
  ) -> Int {
    let end = index + suffix.length
    guard
      let name = OrganizationName(
        passage, suffixAt: index, end: end, suffix.kind, listPlace: inList(index))
    else {
      return end
    }
    listPlace = name.place ?? listPlace
    add(name.range, name: name.text)
    return end
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
