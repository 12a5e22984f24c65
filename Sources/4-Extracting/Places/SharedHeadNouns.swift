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
    let head: PlaceLexicons.HeadNoun
    /// The head noun with what stands between it and the last member.
    let tail: Range<Int>
  }

  private static let nouns = [
    "社区居委会", "居委会", "社区", "行政村", "自然村", "自然屯", "村", "街道", "镇", "乡", "乡镇", "小区", "屯",
    "居民小区",
  ]

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
    guard at > index else { return nil }
    guard
      let word = Self.nouns.filter({ text.hasPrefix($0, at: at) }).max(by: { $0.count < $1.count })
    else { return nil }
    let end = at + word.unicodeScalars.count
    guard let head = head(of: word), text[end] != "民" else { return nil }
    let members = members(before: index)
    return members.count < 2 ? nil : List(members: members, head: head, tail: index..<end)
  }

  /// The noun a list member gets: 屯 for 自然屯, 社区 for 社区居委会.
  private func head(of word: String) -> PlaceLexicons.HeadNoun? {
    let names = [
      "社区居委会": "社区", "居委会": "社区", "行政村": "村", "自然村": "村", "自然屯": "屯", "居民小区": "小区",
      "乡镇": "",
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
    let matches = gazetteer.matches(in: text.scalars, at: start, end: end)
    return matches.first { match in
      end - start - match.length >= 2
        && match.meanings.contains { gazetteer.level(of: $0.id) != .town }
    }.map { start + $0.length } ?? start
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
    return hasHead ? nil : start..<end
  }
}
