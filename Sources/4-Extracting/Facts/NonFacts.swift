import Matching
import Model
import Units

/// A numeral with its unit, before anyone asks whether it is a fact.
struct NumberCandidate {
  /// The figure.
  let numeral: Numeral
  /// The unit, nil where none is printed.
  let measure: Measure?
  /// From the figure to the end of the unit.
  let range: Range<Int>
}

/// The numbers that are no facts, each refused by a rule of its own.
///
/// A rule looks at the words around one candidate and nothing else.
struct NonFacts {
  let passage: FencedText
  var text: [Unicode.Scalar] { passage.scalars }
  let words = FactLexicons.standard

  /// Rules over a passage.
  init(_ passage: FencedText) { self.passage = passage }

  /// Whether any rule refuses the candidate.
  func refuse(_ candidate: NumberCandidate) -> Bool {
    isInsideName(candidate) || isGlued(candidate) || isOrdinal(candidate) || isVague(candidate)
      || isIdiom(candidate) || isYear(candidate) || isCode(candidate) || isRatio(candidate)
      || isBareOne(candidate) || isLevel(candidate) || isPhase(candidate) || isLabel(candidate)
      || isUnitless(candidate) || isPosition(candidate) || isLastStretch(candidate)
      || isAgeGroup(candidate) || isServiceRadius(candidate) || isFused(candidate)
      || isBatch(candidate) || isPlaceName(candidate) || isHalfThing(candidate)
      || isCalendarLength(candidate) || isMilestone(candidate) || isAddress(candidate)
      || isRank(candidate) || isDivisionName(candidate) || isVoltage(candidate)
  }

  // MARK: Surroundings

  func before(_ candidate: NumberCandidate, _ distance: Int = 1) -> Unicode.Scalar {
    let index = candidate.range.lowerBound - distance
    return index >= 0 ? text[index] : "\n"
  }

  func after(_ candidate: NumberCandidate, _ distance: Int = 0) -> Unicode.Scalar {
    let index = candidate.range.upperBound + distance
    return index < text.count ? text[index] : "\n"
  }

  func follows(_ candidate: NumberCandidate, _ word: String) -> Bool {
    let scalars = word.unicodeScalars
    let end = candidate.range.upperBound
    guard end + scalars.count <= text.count else { return false }
    return zip(scalars, text[end...]).allSatisfy { $0 == $1 }
  }

  func precedes(_ candidate: NumberCandidate, _ word: String) -> Bool {
    let scalars = word.unicodeScalars
    let start = candidate.range.lowerBound - scalars.count
    guard start >= 0 else { return false }
    return zip(scalars, text[start...]).allSatisfy { $0 == $1 }
  }

  // MARK: Rules

  /// “五个一”, 三社联动, 十九大 inside a name that was found, a label or a book title.
  private func isInsideName(_ candidate: NumberCandidate) -> Bool {
    passage.isNamed[candidate.range.lowerBound]
  }

  /// A4, 4G, 1+5, 4/5G, 2019-05: the figure goes on in letters or signs.
  private func isGlued(_ candidate: NumberCandidate) -> Bool {
    let first = before(candidate)
    if first.isASCIILetter || Figures.arabic(first) != nil { return true }
    if ["+", "＋", "/", "／", ".", "_", "#", "№", "$"].contains(first) {
      return first != "." || Figures.arabic(before(candidate, 2)) != nil
    }
    if Figures.joinsRange(first), first != "至", first != "到" {
      return Figures.arabic(before(candidate, 2)) != nil
    }
    let next = after(candidate)
    return ["+", "＋"].contains(next) || (candidate.measure == nil && next.isASCIILetter)
  }

  /// 第九届, 首3, No.5.
  private func isOrdinal(_ candidate: NumberCandidate) -> Bool {
    let first = before(candidate)
    return first == "第" || first == "№" || (first == "." && before(candidate, 2) == "o")
  }

  /// 数十家, 几百人, 好几十项: an order of magnitude.
  private func isVague(_ candidate: NumberCandidate) -> Bool {
    let first = before(candidate)
    if first == "数" { return !closesNoun(candidate) }
    if first == "几" || first == "多" && candidate.numeral.script == .bare {
      return true
    }
    return candidate.numeral.value == 0 && candidate.numeral.script == .chinese
  }

  /// 参加人数300人, 物价指数103.2: 数 closes the noun that the number measures.
  private func closesNoun(_ candidate: NumberCandidate) -> Bool {
    let nouns: ScalarSet = "人指总户次件天分基台头家辆座位例篇个起系函倍员场项点"
    return candidate.numeral.script == .arabic && nouns.contains(before(candidate, 2))
  }

  /// 千家万户, 四面八方, 一批.
  private func isIdiom(_ candidate: NumberCandidate) -> Bool {
    let start = candidate.range.lowerBound
    for back in 0...min(2, start) {
      guard let word = words.idioms.longestMatch(in: text, at: start - back),
        word.length > back
      else { continue }
      guard start - back + word.length >= candidate.range.upperBound else { continue }
      return candidate.numeral.script != .arabic
    }
    return isMirrored(candidate)
  }

  /// 千…万…, 百…千…: two bare multipliers side by side (千山万水).
  private func isMirrored(_ candidate: NumberCandidate) -> Bool {
    guard candidate.numeral.script == .bare else { return false }
    let isPair =
      Figures.multiplier(before(candidate, 2)) != nil || Figures.multiplier(after(candidate)) != nil
    return isPair && candidate.numeral.range.count == 1
  }

  /// 2024年, 二〇二四年, 99年.
  private func isYear(_ candidate: NumberCandidate) -> Bool {
    guard candidate.measure?.unit == "年" else {
      return candidate.numeral.isFigureByFigure
    }
    let numeral = candidate.numeral
    if numeral.script == .arabic, !numeral.isScaled, numeral.digitCount == 4,
      (1000...2999).contains(numeral.value)
    {
      return true
    }
    let opensWithZero = Figures.arabic(text[candidate.range.lowerBound]) == 0
    return numeral.isFigureByFigure || (opensWithZero && numeral.digitCount == 2)
      || isShortYear(candidate)
  }

  /// 98年底, 13年8月: two figures before a month or a part of the year.
  private func isShortYear(_ candidate: NumberCandidate) -> Bool {
    guard candidate.numeral.digitCount == 2, candidate.numeral.script == .arabic else {
      return false
    }
    let next = after(candidate)
    if next == "底" || next == "初" || next == "末" { return true }
    return Figures.arabic(next) != nil
      && (after(candidate, 1) == "月" || after(candidate, 2) == "月")
  }

  /// Telephone, QQ, licence and postal numbers: many figures without a unit, or after 号.
  private func isCode(_ candidate: NumberCandidate) -> Bool {
    let numeral = candidate.numeral
    guard numeral.script == .arabic, !numeral.isScaled else { return false }
    let opensWithZero =
      Figures.arabic(text[candidate.range.lowerBound]) == 0 && numeral.digitCount > 1
    return opensWithZero || numeral.digitCount > 12
      || ["〔", "[", "［", "号"].contains(before(candidate))
  }

  /// 87：9：4, 1.1:50.3, 17:00.
  private func isRatio(_ candidate: NumberCandidate) -> Bool {
    let signs: [Unicode.Scalar] = ["：", ":", "∶"]
    if signs.contains(before(candidate)), Figures.arabic(before(candidate, 2)) != nil {
      return true
    }
    let end = candidate.numeral.range.upperBound
    return candidate.measure == nil && end + 1 < text.count && signs.contains(text[end])
      && Figures.arabic(text[end + 1]) != nil
  }

  /// 一个小区, 一种尝试: 一 as an article.
  private func isBareOne(_ candidate: NumberCandidate) -> Bool {
    let numeral = candidate.numeral
    guard numeral.script == .chinese, numeral.value == 1, numeral.upper == nil,
      numeral.approx == nil, numeral.range.count == 1
    else { return false }
    guard let measure = candidate.measure else { return true }
    if measure.extra > 0 || measure.approx != nil { return false }
    return !counts(candidate, measure)
  }

  /// Where 一 truly counts: 为期一个月, 每季度一次, 三所小学、一所初中, 合为了一份.
  private func counts(_ candidate: NumberCandidate, _ measure: Measure) -> Bool {
    if measure.dimension == .time {
      return ["为期", "为期了", "历时", "历时了", "耗时", "长达", "用时", "时长", "仅用"].contains {
        precedes(candidate, $0)
      } || closesDeed(candidate)
    }
    if ["倍", "成"].contains(measure.unit) { return true }
    guard measure.dimension == .count || measure.dimension == .people else { return false }
    return ["合为", "合为了", "合并为", "整合为", "精简为", "减为", "压缩为", "缩减为", "减少到", "精简到"]
      .contains { precedes(candidate, $0) } || hasRate(candidate) || hasCountedNeighbour(candidate)
  }

  /// 驻村一周，培训一个月。: the verb right before lasts so long, and the clause ends.
  private func closesDeed(_ candidate: NumberCandidate) -> Bool {
    let end = candidate.range.upperBound
    guard end >= text.count || passage.fences[end] >= .clause else { return false }
    let start = passage.clauseStart(before: candidate.range.lowerBound, limit: 0)
    let words = ClauseWords(passage, from: start, to: candidate.range.lowerBound)
    guard let last = words.found.last, last.range.count > 1 else { return false }
    return (last.verb == .action || last.verb == .nominal)
      && last.range.upperBound == candidate.range.lowerBound
  }

  /// 每季度召开一次, 每月都有一个.
  private func hasRate(_ candidate: NumberCandidate) -> Bool {
    let start = candidate.range.lowerBound
    let limit = max(0, start - 10)
    var at = start
    while at > limit, passage.fences[at - 1] < .list {
      at -= 1
      guard text[at] == "每" else { continue }
      let next = at + 1 < start ? text[at + 1] : "\n"
      return ["天", "日", "周", "月", "年", "季", "小", "半", "两", "个", "人", "户"].contains(next)
        && text[start - 1] != "每"
    }
    return false
  }

  /// A member of a list whose other members are counted with the same classifier.
  private func hasCountedNeighbour(_ candidate: NumberCandidate) -> Bool {
    let sentence = passage.sentenceIndex(at: candidate.range.lowerBound)
    guard let sentence, let unit = candidate.measure, isListMember(candidate) else { return false }
    let span = passage.sentences[sentence]
    var at = passage.clauseStart(before: candidate.range.lowerBound, limit: span.start)
    if at > span.start, at + 1 >= candidate.range.lowerBound {
      at = passage.clauseStart(before: at - 1, limit: span.start)
    }
    let stop = passage.fence(.clause, from: candidate.range.upperBound, limit: span.end)
    var members = 0
    var plural = false
    while at < stop {
      guard Figures.chinese(text[at]) != nil || Figures.arabic(text[at]) != nil,
        let numeral = NumeralReader(text: text).single(at: at)
      else {
        at += 1
        continue
      }
      let end = numeral.range.upperBound
      if end < stop, text[end] == text[unit.range.lowerBound], !isSlogan(at) {
        members += 1
        plural = plural || numeral.value > 1
      }
      at = end
    }
    return members >= 2 && plural
  }

  private func isListMember(_ candidate: NumberCandidate) -> Bool {
    ["、", "和", "及", "与", "有", "设", "建", "，"].contains(before(candidate))
  }

  private func isSlogan(_ index: Int) -> Bool { passage.isNamed[index] }
}
