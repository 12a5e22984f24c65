import Divisions
import Matching
import Model

/// Finds lists whose members share one head noun: 凤凰、石音、鹤泉等村; 杨舍、金港两镇.
struct SharedHeadNouns {
  let text: PlaceText
  let gazetteer: Gazetteer
  let lexicons: PlaceLexicons

  /// A list's members and the noun they share.
  struct List {
    let members: [Range<Int>]
    /// The noun each member gets; nil for a word for towns of any sort (等乡镇).
    let head: PlaceLexicons.HeadNoun?
    /// The head noun with what stands between it and the last member.
    let tail: Range<Int>
  }

  private static let nouns = [
    "社区居委会", "居委会", "社区", "行政村", "自然村", "自然屯", "村", "街道", "镇", "乡", "乡镇", "小区", "屯",
    "居民小区", "街镇", "镇街", "镇办", "乡镇街道",
  ]

  private static let mixed: Set<String> = ["乡镇", "街镇", "镇街", "镇办", "乡镇街道"]

  private static let numerals = ScalarSet("一二两三四五六七八九十多余")

  /// All such lists, in order.
  func find() -> [List] {
    var lists: [List] = []
    var index = 1
    while index < text.scalars.count {
      if let list = list(closedAt: index) {
        lists.append(list)
        index = list.tail.upperBound
      } else {
        index += 1
      }
    }
    return lists
  }

  /// A list whose closing words (等, 7个, 两) start at `index`.
  private func list(closedAt index: Int) -> List? {
    var at = index
    if text[at] == "等" { at += 1 }
    at = endOfCount(from: at)
    guard at > index else { return openList(closedAt: index) }
    guard
      let word = Self.nouns.filter({ text.hasPrefix($0, at: at) }).max(by: { $0.count < $1.count })
    else { return nil }
    let end = at + word.unicodeScalars.count
    let head = head(of: word)
    guard head != nil || Self.mixed.contains(word),
      text[end].map({ !"民委".unicodeScalars.contains($0) }) ?? true, !isOne(index..<at)
    else { return nil }
    let members = members(before: index)
    return members.count < 2 ? nil : List(members: members, head: head, tail: index..<end)
  }

  /// 东一|村: a list has more than one member.
  private func isOne(_ count: Range<Int>) -> Bool {
    count.count == 1 && text[count.lowerBound] == "一"
  }

  /// 柴坪镇石湾、冬瓜、柴坪村: bare names right after a town, and the head noun on the last alone.
  private func openList(closedAt index: Int) -> List? {
    guard text[index] == "村", text[index - 1]?.isHan == true,
      text[index + 1].map({ !"民委级里".unicodeScalars.contains($0) }) ?? true,
      let head = lexicons.headNouns["村"]
    else { return nil }
    var members: [Range<Int>] = []
    var at = index
    while let start = startOfBare(endingAt: at) {
      members.insert(start..<at, at: 0)
      guard text[start - 1] == "、" else { break }
      at = start - 1
    }
    guard members.count > 1, endsTown(members[0].lowerBound) else { return nil }
    return List(members: members, head: head, tail: index..<index + 1)
  }

  /// Where a bare name of two or three characters starts: after 、 or after a town.
  private func startOfBare(endingAt end: Int) -> Int? {
    (2...3).lazy.map { end - $0 }.first { start in
      start > 0 && (start..<end).allSatisfy { text[$0]?.isHan == true }
        && (text[start - 1] == "、" || endsTown(start))
        && !lexicons.plainWords.holds(text.scalars, start..<end)
        && !lexicons.genericStems.holds(text.scalars, start..<end)
        && lexicons.headNouns.value(of: text.scalars, in: end - 1..<end) == nil
    }
  }

  /// Whether the name of a town ends at `index`.
  private func endsTown(_ index: Int) -> Bool {
    guard let last = text[index - 1], "镇乡".unicodeScalars.contains(last) else { return false }
    return (max(0, index - 7)..<max(0, index - 1)).contains { start in
      text.divisions(at: start).contains { match in
        start + match.length == index
          && match.meanings.contains { gazetteer.level(of: $0.id) == .town && $0.form != .short }
      }
    }
  }

  /// The noun a list member gets: 屯 for 自然屯, 社区 for 社区居委会.
  private func head(of word: String) -> PlaceLexicons.HeadNoun? {
    let names = [
      "社区居委会": "社区", "居委会": "社区", "行政村": "村", "自然村": "村", "自然屯": "屯", "居民小区": "小区",
      "乡镇": "", "街镇": "", "镇街": "", "镇办": "", "乡镇街道": "",
    ]
    return lexicons.headNouns[names[word] ?? word]
  }

  /// 7个, 两, 三个: the end of a count, `index` itself for none.
  private func endOfCount(from index: Int) -> Int {
    var at = index
    while at < index + 8, let scalar = text[at],
      scalar.isASCIIDigit || Self.numerals.contains(scalar)
    {
      at += 1
    }
    if at > index, text[at] == "个" { at += 1 }
    return at
  }

  /// The bare members of the list that ends at `end`, first one first.
  private func members(before end: Int) -> [Range<Int>] {
    var members: [Range<Int>] = []
    var at = end
    while let member = member(endingAt: at, isLast: members.isEmpty) {
      members.insert(member, at: 0)
      guard let mark = text[member.lowerBound - 1], mark == "、" || mark == "和" else { break }
      at = member.lowerBound - 1
    }
    return members
  }

  /// 张家港杨舍、金港两镇: the first member begins after the division it lies in.
  private func afterDivision(from start: Int, to end: Int) -> Int {
    // 龙口西路 is a road, nothing of 龙口.
    if "路街道巷".unicodeScalars.contains(text[end - 1] ?? " ") { return start }
    let matches = gazetteer.matches(in: text.scalars, at: start, end: end)
    return matches.first { match in
      end - start - match.length >= 2
        && match.meanings.contains { gazetteer.level(of: $0.id) != .town }
    }.map { start + $0.length } ?? start
  }

  /// 东镇 for 东镇镇: a town's short form of two characters that ends like a full one.
  private func isShortTown(_ range: Range<Int>) -> Bool {
    range.count == 2
      && text.divisions(at: range.lowerBound).contains { match in
        match.length == 2
          && match.meanings.allSatisfy { $0.form == .short && gazetteer.level(of: $0.id) == .town }
      }
  }

  private func member(endingAt end: Int, isLast: Bool) -> Range<Int>? {
    var start = end
    while let scalar = text[start - 1], scalar.isHan, end - start < 6 {
      if scalar == "和", start < end { break }
      if lexicons.nameStops.endsWord(in: text.scalars, at: start, from: max(0, start - 4)),
        end - start >= 2
      {
        break
      }
      start -= 1
    }
    start = afterDivision(from: start, to: end)
    guard end - start >= 2 else { return nil }
    // A member with a head noun of its own belongs to a plain list.
    let hasHead = (start + 1..<end).contains {
      lexicons.headNouns.value(of: text.scalars, in: $0..<end) != nil
    }
    return hasHead && !isShortTown(start..<end) ? nil : start..<end
  }
}
