import Matching

/// Finds the words that date things: 今年1-11月, 截至2023年底, 自今年3月运行以来.
struct TimeReader {
  private let passage: FencedText
  private var text: [Unicode.Scalar] { passage.scalars }
  private let words = TimeWords.standard

  /// Makes a reader of a passage.
  init(_ passage: FencedText) { self.passage = passage }

  /// Every phrase of time, in order; vague ones with no reach.
  func phrases() -> [TimePhrase] {
    var found: [TimePhrase] = []
    var index = 0
    while index < text.count {
      guard
        let range = phrase(at: index) ?? span(at: index) ?? opening(at: index)
          ?? event(endingAt: index, after: found.last)
      else {
        index += 1
        continue
      }
      found.append(TimePhrase(range: range, reach: reach(of: range)))
      index = range.upperBound
    }
    return found
  }

  // MARK: Words

  /// 项目库建立以来: a clause that dates by what happened.
  private func event(endingAt index: Int, after last: TimePhrase?) -> Range<Int>? {
    guard index + 1 < text.count, text[index] == "以", text[index + 1] == "来" else { return nil }
    let start = passage.clauseStart(before: index, limit: max(0, index - 16))
    guard start == 0 || passage.fences[start - 1] >= .clause, index - start > 2,
      last.map({ $0.range.upperBound <= start }) ?? true
    else { return nil }
    return start..<index + 2
  }

  /// 两年来, 近5年来: a length of time up to now.
  private func span(at start: Int) -> Range<Int>? {
    var at = start
    if text[at] == "近" { at += 1 }
    let digits = at
    while at < text.count, at - digits < 3,
      Figures.arabic(text[at]) != nil || Figures.chinese(text[at]) != nil || text[at] == "十"
    { at += 1 }
    guard at > digits, at + 1 < text.count, text[at] == "年", text[at + 1] == "来",
      !LastingDeeds.ends(passage, start)
    else { return nil }
    return start..<at + 2
  }

  /// 前11个月, 春运前4天: how long from the beginning.
  private func opening(at start: Int) -> Range<Int>? {
    guard text[start] == "前",
      start == 0 || !["提", "之", "以", "目", "先", "日"].contains(text[start - 1]),
      let end = openingEnd(start)
    else { return nil }
    return start..<end
  }

  private func openingEnd(_ start: Int) -> Int? {
    var at = start + 1
    while at < text.count, at - start < 4,
      Figures.arabic(text[at]) != nil || Figures.chinese(text[at]) != nil || text[at] == "十"
    { at += 1 }
    guard at > start + 1 else { return nil }
    for unit in ["个月", "季度", "天"] {
      let word = Array(unit.unicodeScalars)
      if text[at...].starts(with: word) { return at + word.count }
    }
    return nil
  }

  private func phrase(at start: Int) -> Range<Int>? {
    var at = start
    var isPrefixed = false
    if let prefix = words.prefixes.longestMatch(in: text, at: start) {
      at += prefix.length
      isPrefixed = true
    }
    guard let core = core(at: at) else {
      return isPrefixed ? since(from: start, at: at, isDated: false) : nil
    }
    let end = rangeEnd(core)
    if isPrefixed, let whole = since(from: start, at: end, isDated: true) { return whole }
    return (isPrefixed && isMidway(start, to: end) ? at : start)..<suffixEnd(end)
  }

  /// 提高到|今年, 从|2011年的41%: inside a clause the preposition belongs to the verb.
  private func isMidway(_ start: Int, to end: Int) -> Bool {
    guard start > 0, passage.fences[start - 1] < .clause, text[start] == "到" || text[start] == "从"
    else { return false }
    return end < text.count && text[end] != "起" && text[end] != "到" && text[end] != "至"
      && text[end] != "开"
  }

  /// A chain of year, month, day and clock: at least one of them.
  private func core(at start: Int) -> Int? {
    var at = start
    while let next = step(at: at, isFirst: at == start) { at = next }
    return at > start ? at : nil
  }

  private func step(at index: Int, isFirst: Bool) -> Int? {
    guard index < text.count else { return nil }
    if let word = words.parts.longestMatch(in: text, at: index) {
      guard !isFirst || word.value != .vagueEnd && word.length > 1, !isCounted(index) else {
        return nil
      }
      return index + word.length
    }
    if !isFirst, text[index] == "前", let end = openingEnd(index) { return end }
    return calendarUnit(at: index)
  }

  /// 5年内: the 年 that a figure counts opens no word of time.
  private func isCounted(_ index: Int) -> Bool {
    guard index > 0, text[index] == "年" || text[index] == "月" else { return false }
    let before = text[index - 1]
    return Figures.arabic(before) != nil || Figures.chinese(before) != nil
      || ["十", "几", "数", "多", "余", "正", "腊", "冬"].contains(before)
  }

  /// Figures with 年, 月, 日, 时 or 分, a range of them and a list of years too.
  private func calendarUnit(at start: Int) -> Int? {
    var at = start
    var digits = 0
    while at < text.count, at - start < 12, isDateFigure(at) {
      if !Figures.joinsRange(text[at]) { digits += 1 }
      at += 1
    }
    guard digits > 0, at < text.count else { return nil }
    switch text[at] {
    case "年": return isYear(start..<at) ? at + 1 : nil
    case "月": return digits <= 4 && !isAge(at) ? at + 1 : nil
    case "日": return digits <= 4 ? at + 1 : nil
    case "号": return start > 0 && text[start - 1] == "月" ? at + 1 : nil
    case "时", "点": return start > 0 && isClockContext(start) ? at + 1 : nil
    case "分": return start > 0 && (text[start - 1] == "时" || text[start - 1] == "点") ? at + 1 : nil
    case "和", "、": return isYear(start..<at) && isYearAfter(at + 1) ? at + 1 : nil
    default: return nil
    }
  }

  /// 6月龄 is how old an animal is.
  private func isAge(_ month: Int) -> Bool { month + 1 < text.count && text[month + 1] == "龄" }

  private func isDateFigure(_ index: Int) -> Bool {
    if Figures.arabic(text[index]) != nil || Figures.chinese(text[index]) != nil { return true }
    return text[index] == "十"
      || (Figures.joinsRange(text[index]) && index > 0 && Figures.arabic(text[index - 1]) != nil)
  }

  /// 2004年, 二〇〇四年, 2016-2020年; not 20年.
  private func isYear(_ range: Range<Int>) -> Bool {
    guard range.count >= 4 else {
      return range.count == 2 && Figures.arabic(text[range.lowerBound]).map { $0 == 0 } ?? false
    }
    guard let first = Figures.arabic(text[range.lowerBound]) else {
      return !text[range].contains("十") && range.count == 4
    }
    return (first == 1 || first == 2)
      && text[range.lowerBound..<range.lowerBound + 4].allSatisfy { Figures.arabic($0) != nil }
      && (range.count == 4 || range.count == 9 || range.count == 7)
  }

  private func isYearAfter(_ index: Int) -> Bool {
    index + 4 < text.count && isYear(index..<index + 4) && text[index + 4] == "年"
  }

  private func isClockContext(_ start: Int) -> Bool {
    ["日", "午", "晚", "晨", "天", "早", "夜"].contains(text[start - 1])
      || text[start - 1] == "上" && start > 1 && ["晚", "早"].contains(text[start - 2])
  }

  /// 从2004年到2007年, 4月6日-7日.
  private func rangeEnd(_ end: Int) -> Int {
    guard end < text.count, Figures.joinsRange(text[end]), let second = core(at: end + 1) else {
      return end
    }
    return second
  }

  /// 自2015年9月成立以来: to 以来 where it ends the clause.
  private func since(from start: Int, at: Int, isDated: Bool) -> Range<Int>? {
    let limit = min(text.count, at + 24)
    var index = at
    while index + 1 < limit, passage.fences[index] < .list {
      if text[index] == "以", text[index + 1] == "来" { return start..<index + 2 }
      if text[index] == "至", text[index + 1] == "今" { return start..<index + 2 }
      index += 1
    }
    return nil
  }

  private func suffixEnd(_ end: Int) -> Int {
    guard let suffix = words.suffixes.longestMatch(in: text, at: end) else { return end }
    return end + suffix.length
  }

  // MARK: Reach

  private func reach(of range: Range<Int>) -> TimePhrase.Reach {
    let tail = max(range.lowerBound, range.upperBound - 2)..<range.upperBound
    if words.vague.value(of: text, in: range) != nil || words.vague.value(of: text, in: tail) != nil
    {
      return .none
    }
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : "\n"
    if ["比", "较", "与", "跟", "同"].contains(before) { return .none }
    if isYardstick(range) || isLabel(range) { return .none }
    if ["于", "是", "计", "（", "(", "从", "由"].contains(before) || datesAge(range) { return .clause }
    if isReporting(after: range) { return .none }
    if text[range.lowerBound] == "到" || text[range.lowerBound] == "至" {
      return opensClause(range.lowerBound) || isAim(range.lowerBound) ? .sentence : .clause
    }
    let after = range.upperBound < text.count ? text[range.upperBound] : "\n"
    return after == "的" || isOrigin(range) ? .clause : .sentence
  }

  /// 预计到2020年, 力争到年底: an aim dates what follows.
  private func isAim(_ index: Int) -> Bool {
    index > 1 && ["预计", "力争", "计划", "争取", "确保"].contains(passage.string(index - 2..<index))
      && opensClause(index - 2)
  }

  /// 按2018年平均汇率: what a number is reckoned by.
  private func isYardstick(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && ["按", "照"].contains(text[range.lowerBound - 1])
  }

  /// “十四五”灌区改造: a label in quotation marks, but “十四五”期间 dates.
  private func isLabel(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    guard range.lowerBound > 0, end + 1 < text.count, text[range.lowerBound - 1] == "“",
      text[end] == "”"
    else { return false }
    if range.lowerBound > 1, ["是", "为", "比", "较", "超"].contains(text[range.lowerBound - 2]) {
      return true
    }
    return !["期", "时", "以", "末", "初", "开", "规"].contains(text[end + 1]) && !(text[end + 1] == "，")
  }

  /// 今年35岁: the year of an age dates nothing behind it.
  private func datesAge(_ range: Range<Int>) -> Bool {
    var at = range.upperBound
    while at < text.count, at < range.upperBound + 4,
      Figures.arabic(text[at]) != nil || Figures.chinese(text[at]) != nil || text[at] == "十"
    { at += 1 }
    return at > range.upperBound && at < text.count && text[at] == "岁"
  }

  private func opensClause(_ index: Int) -> Bool {
    index == 0 || passage.fences[index - 1] >= .clause
  }

  /// 3月24日，记者从县政府获悉: the day of the report dates nothing that it tells.
  private func isReporting(after range: Range<Int>) -> Bool {
    guard opensClause(range.lowerBound) else { return false }
    var at = range.upperBound
    while at < text.count, at < range.upperBound + 2, text[at] == "，" || text[at] == "," { at += 1 }
    guard at + 1 < text.count, text[at] == "记", text[at + 1] == "者" else { return false }
    let end = min(text.count - 1, at + 24)
    return (at..<end).contains { Self.reports.longestMatch(in: text, at: $0) != nil }
  }

  private static let reports = WordSet(words: ["获悉", "了解到", "得知", "采访", "走进", "来到", "看到"])

  /// 自1989年建成，…: where something began dates that alone; with 以来 it dates what follows.
  private func isOrigin(_ range: Range<Int>) -> Bool {
    text[range.lowerBound] == "自" && !["来", "起", "今"].contains(text[range.upperBound - 1])
  }
}
