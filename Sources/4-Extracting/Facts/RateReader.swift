import Matching
import Units

/// Reads “for each what”: 每小时10元, 人均, 元/平方米.
struct RateReader {
  private let passage: FencedText
  private var text: [Unicode.Scalar] { passage.scalars }

  /// Reads a passage.
  init(_ passage: FencedText) { self.passage = passage }

  /// What one of which the number holds for, nil where it is no rate.
  func per(of candidate: NumberCandidate, in range: Range<Int>) -> String? {
    if let per = candidate.measure?.per { return per }
    return each(before: range.lowerBound) ?? behind(range.upperBound)
      ?? average(before: range.lowerBound, candidate)
  }

  /// 每…: the nearest before the number in its clause, joined with those right before it.
  private func each(before start: Int) -> String? {
    let limit = max(0, start - 16)
    var at = start
    var found: String?
    while at > limit, passage.fences[at - 1] < .clause {
      at -= 1
      if Figures.arabic(text[at]) != nil, found == nil, at + 1 < start { return nil }
      guard text[at] == "每", !passage.isNamed[at], let word = word(after: at, limit: start) else {
        continue
      }
      found = found.map { word == $0 ? $0 : "\(word)/\($0)" } ?? word
    }
    return found
  }

  private func word(after mark: Int, limit: Int) -> String? {
    var at = mark + 1
    if at < limit, text[at] == "1" || text[at] == "一" { at += 1 }
    guard at < limit else { return nil }
    for word in ["天", "日", "周", "月", "季度", "季", "年", "晚", "学期", "班", "村", "半年", "半月"]
    where starts(word, at) {
      return word
    }
    if let unit = UnitTable.standard.longestMatch(in: text, at: at, end: limit),
      unit.value.printed != "个"
    {
      return unit.value.printed
    }
    guard text[at] == "个" || text[at] == "名" else { return nil }
    return noun(from: at + 1, limit: limit)
  }

  private func noun(from start: Int, limit: Int) -> String? {
    let words = ClauseWords(passage, from: start, to: limit)
    let stop = min(words.found.first?.range.lowerBound ?? limit, start + 4, limit)
    var end = start
    while end < stop, text[end].isHan, !["有", "均", "都", "为", "约", "需", "的"].contains(text[end]) {
      end += 1
    }
    return end > start ? passage.string(start..<end) : nil
  }

  private func starts(_ word: String, _ index: Int) -> Bool {
    let scalars = word.unicodeScalars
    guard index + scalars.count <= text.count else { return false }
    return zip(scalars, text[index...]).allSatisfy { $0 == $1 }
  }

  /// 10元每小时, 20元一次.
  private func behind(_ end: Int) -> String? {
    guard end + 1 < text.count else { return nil }
    if text[end] == "每" { return word(after: end, limit: min(text.count, end + 4)) }
    guard text[end] == "一", let unit = UnitTable.standard.longestMatch(in: text, at: end + 1),
      end + 1 + unit.length >= text.count || passage.fences[end + 1 + unit.length] > .none
    else { return nil }
    return unit.value.printed
  }

  /// 人均, 户均, 亩产, and 一天就是80元.
  private func average(before start: Int, _ candidate: NumberCandidate) -> String? {
    let limit = max(1, start - 10)
    var at = start
    while at > limit, passage.fences[at - 1] == .none {
      at -= 1
      if text[at] == "均", ["人", "户", "亩", "日", "月", "年", "村"].contains(text[at - 1]) {
        return String(text[at - 1])
      }
      if text[at] == "产", text[at - 1] == "亩" { return "亩" }
    }
    return one(before: start) ?? wage(before: start, candidate)
  }

  /// 一亩地能种500株, 一棚收3茬: one of what opens the clause.
  private func one(before start: Int) -> String? {
    let low = passage.clauseStart(before: start, limit: max(0, start - 16))
    guard start - low > 2,
      let mark = (low..<min(low + 3, start - 1)).first(where: { text[$0] == "一" }),
      passage.isNamed[mark] == false, mark == low || mark == low + 2 && text[low] == "现",
      let unit = ["亩", "棚", "株", "棵", "户"].first(where: { String(text[mark + 1]) == $0 })
    else { return nil }
    let next = mark + 2 < start ? text[mark + 2] : "\n"
    return ["地", "能", "可", "就", "产", "收", "要", "卖", "田"].contains(next) ? unit : nil
  }

  private func wage(before start: Int, _ candidate: NumberCandidate) -> String? {
    guard candidate.measure?.dimension.isMoney == true else { return nil }
    for (words, per) in [("一天就是", "天"), ("一天", "天"), ("一个月", "月"), ("一年", "年"), ("一小时", "小时")]
    where start >= words.unicodeScalars.count && starts(words, start - words.unicodeScalars.count) {
      return per
    }
    return nil
  }
}
