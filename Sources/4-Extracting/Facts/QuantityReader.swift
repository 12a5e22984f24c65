import Matching
import Model
import Units

/// Walks a body from figure to figure and makes facts of the numbers that are some.
struct QuantityReader {
  private let passage: FencedText
  private let numerals: NumeralReader
  private let measures: MeasureReader
  private let nonFacts: NonFacts
  private let approximations: ApproximationReader
  private let subjects: SubjectFinder
  private let rates: RateReader
  private let people: [PersonMention]
  private let headings: [Span]
  private var dating: Dating

  /// Reads an article.
  init(_ extracted: ExtractedArticle) {
    var marked = FencedText(extracted)
    let phrases = TimeReader(marked).phrases()
    marked.markTimes(phrases)
    let passage = marked
    self.passage = passage
    numerals = NumeralReader(text: passage.scalars)
    measures = MeasureReader(text: passage.scalars)
    nonFacts = NonFacts(passage)
    approximations = ApproximationReader(passage)
    subjects = SubjectFinder(passage)
    rates = RateReader(passage)
    people = extracted.people.filter { $0.field == .body }
    headings = extracted.article.asides.filter { span in
      !span.range.contains {
        passage.scalars.indices.contains($0) && passage.scalars[$0].endsSentence
      }
    }
    dating = Dating(passage, phrases)
  }

  /// The facts in reading order.
  func quantities() -> [Quantity] {
    var walk = self
    var found: [Quantity] = []
    var last: Previous?
    var index = 0
    while index < passage.scalars.count {
      guard Figures.canStart(passage.scalars[index]), let candidate = candidate(at: index) else {
        index += 1
        continue
      }
      index = candidate.numeral.range.upperBound
      guard let quantity = walk.quantity(candidate, &last) else { continue }
      found.append(quantity)
      index = max(index, quantity.span.end)
    }
    return found
  }

  /// The number before, with what it counts.
  private struct Previous {
    var finding: SubjectFinding
    /// For each what it held, and the unit.
    var per: String?
    var unit: String?
    /// The last number in its paragraph that counted things, itself or one before.
    var thing: SubjectFinding?
    /// Whether it counted people or things.
    var isThing: Bool
    /// Whether it is an age that one must have: 60岁以上.
    var isAgeGroup: Bool
    var start: Int
    var end: Int
    var paragraph: Int
    var sentence: Int
  }

  // MARK: Numbers

  private func candidate(at index: Int) -> NumberCandidate? {
    guard let numeral = numerals.numeral(at: index) else { return nil }
    let measure = numeral.unit == nil ? measures.measure(at: numeral.range.upperBound) : nil
    if measure == nil, let shared = sharedUnit(behind: numeral) {
      return NumberCandidate(numeral: numeral, measure: shared, range: numeral.range)
    }
    let end = measure?.range.upperBound ?? numeral.range.upperBound
    let candidate = NumberCandidate(
      numeral: numeral, measure: measure, range: numeral.range.lowerBound..<end)
    return joined(candidate) ?? candidate
  }

  /// 2.16和1.66个百分点: the first number has the unit of the second.
  private func sharedUnit(behind numeral: Numeral) -> Measure? {
    let at = numeral.range.upperBound
    guard numeral.script == .arabic, numeral.unit == nil, at + 1 < passage.scalars.count,
      ["和", "、", "与", "及"].contains(passage.scalars[at]),
      Figures.arabic(passage.scalars[at + 1]) != nil,
      let second = numerals.single(at: at + 1),
      let measure = measures.measure(at: second.range.upperBound),
      measure.dimension == .share || numeral.value != numeral.value.rounded()
    else { return nil }
    return measure
  }

  /// 80亩到100亩, 10%-20%: a range whose ends both print the unit.
  private func joined(_ low: NumberCandidate) -> NumberCandidate? {
    let at = low.range.upperBound
    guard let unit = low.measure?.unit, low.numeral.upper == nil, at + 1 < passage.scalars.count,
      Figures.joinsRange(passage.scalars[at]), !opensChange(low),
      let high = numerals.single(at: at + 1), high.upper == nil,
      high.value > low.numeral.value,
      let measure = measures.measure(at: high.range.upperBound), measure.unit == unit
    else { return nil }
    var numeral = high
    numeral.range = low.numeral.range.lowerBound..<high.range.upperBound
    numeral.value = low.numeral.value
    numeral.upper = high.value
    let range = low.range.lowerBound..<measure.range.upperBound
    return NumberCandidate(numeral: numeral, measure: measure, range: range)
  }

  /// 从5%到10% tells a change, not a range.
  private func opensChange(_ low: NumberCandidate) -> Bool {
    guard low.range.lowerBound > 0 else { return false }
    return ["从", "由"].contains(passage.scalars[low.range.lowerBound - 1])
  }

  // MARK: Facts

  private mutating func quantity(_ candidate: NumberCandidate, _ last: inout Previous?) -> Quantity?
  {
    guard !dating.covers(candidate.range.lowerBound), !nonFacts.refuse(candidate),
      !headings.contains(where: { $0.range.contains(candidate.range.lowerBound) }),
      let index = passage.sentenceIndex(at: candidate.range.lowerBound)
    else { return nil }
    let approx = approximations.approximation(of: candidate)
    let range = candidate.range.lowerBound..<max(candidate.range.upperBound, approx.end)
    let site = site(range, candidate, index, last)
    let previous = last.flatMap { reaches($0, index) ? $0 : nil }
    let earlier = subjects.isThing(site) ? previous?.thing ?? previous?.finding : previous?.finding
    var finding = subjects.finding(at: site, previous: earlier)
    widen(&finding, last)
    if site.dimension == .age, !site.isGroup {
      findPerson(&finding, range, index)
    }
    last = Previous(
      finding: finding, thing: subjects.isThing(site) ? finding : previous?.thing,
      isThing: subjects.isThing(site), isAgeGroup: site.isGroup,
      start: range.lowerBound, end: range.upperBound, paragraph: passage.paragraphs[index],
      sentence: index)
    let phrase = phrase(dating: range, site, index)
    let per = rates.per(of: candidate, in: range) ?? sharedRate(candidate, site, previous)
    last?.per = per
    last?.unit = candidate.measure?.unit
    return assemble(
      candidate, range, approx.approx, finding, phrase, per, passage.sentences[index])
  }

  /// The words of time of a number; an age has only those right before it (今年86岁), a length of
  /// time only those of its own sentence.
  private mutating func phrase(
    dating range: Range<Int>, _ site: SubjectFinder.Site, _ index: Int
  ) -> TimePhrase? {
    if site.dimension == .age {
      guard range.lowerBound > 0, passage.isTime[range.lowerBound - 1] else { return nil }
    }
    guard site.dimension == .time else {
      return dating.phrase(dating: range.lowerBound, sentence: index)
    }
    var own = dating
    guard let phrase = own.phrase(dating: range.lowerBound, sentence: index),
      phrase.range.lowerBound >= passage.sentences[index].start
    else { return nil }
    dating = own
    return phrase
  }

  /// 从每平方米0.5元提高到0.8元: the second price holds for the same.
  private func sharedRate(
    _ candidate: NumberCandidate, _ site: SubjectFinder.Site, _ previous: Previous?
  ) -> String? {
    guard let previous, let per = previous.per, let unit = candidate.measure?.unit,
      previous.unit == unit
    else { return nil }
    let isNext = site.start == previous.end + 1 && passage.fences[previous.end] == .list
    guard site.start == previous.end || isNext && site.range.lowerBound == site.start else {
      return nil
    }
    return per
  }

  private func assemble(
    _ candidate: NumberCandidate, _ range: Range<Int>, _ approx: Approximation?,
    _ finding: SubjectFinding,
    _ phrase: TimePhrase?, _ per: String?, _ sentence: Span
  ) -> Quantity {
    let extra = candidate.measure?.extra ?? 0
    let subject = finding.subject.map { passage.string($0) }
    var quantity = Quantity(
      span: Span(range), value: candidate.numeral.value + extra,
      valueMax: candidate.numeral.upper.map { $0 + extra }, unit: unit(of: candidate),
      approx: approx, subject: subject, subjectSpan: finding.subject.map { Span($0) },
      action: finding.action.map { passage.string($0) },
      kind: .count, per: per, timeText: phrase.map { passage.string($0.range) },
      timeSpan: phrase.map { Span($0.range) }, sentence: sentence, rule: finding.rule)
    quantity.kind = KindReader(passage).kind(of: candidate, finding, per: per)
    if quantity.kind == .growth || quantity.kind == .share { quantity.per = nil }
    return quantity
  }

  /// The unit as printed, but for signs and words that mean the same in every text.
  private func unit(of candidate: NumberCandidate) -> String {
    if let unit = candidate.numeral.unit { return unit }
    guard let measure = candidate.measure else { return "" }
    if measure.unit.hasSuffix("钱") { return UnitTable.standard.normalForm(of: measure.unit) }
    guard measure.dimension == .share || measure.dimension == .time,
      measure.unit != "天", measure.unit != "昼夜"
    else { return measure.unit }
    return UnitTable.standard.normalForm(of: measure.unit)
  }

  private func site(
    _ range: Range<Int>, _ candidate: NumberCandidate, _ index: Int, _ last: Previous?
  ) -> SubjectFinder.Site {
    let sentence = passage.sentences[index]
    var start = passage.clauseStart(before: range.lowerBound, limit: sentence.start)
    if let last, last.end > start, last.end <= range.lowerBound {
      start = last.end
      for at in start..<range.lowerBound where passage.fences[at] == .list { start = at + 1 }
      start = max(start, listMark(behind: last, before: range.lowerBound) ?? start)
    }
    let dimension = candidate.numeral.unit == nil ? candidate.measure?.dimension : .share
    return SubjectFinder.Site(
      range: range, dimension: dimension, people: people(candidate, last),
      followsThing: last?.isThing == true,
      repeatsUnit: candidate.measure.map { $0.unit == last?.unit && $0.dimension == .count }
        ?? false,
      isDivision: ["村", "乡镇", "市", "县"].contains(candidate.measure?.unit),
      unitNoun: unitNoun(candidate),
      isGroup: dimension == .age && range.upperBound > candidate.range.upperBound,
      isClosed: range.upperBound > candidate.range.upperBound, start: start,
      end: sentence.end)
  }

  /// 3个车间和5000平方米厂房: the 和 that stands behind what the number before counts.
  private func listMark(behind last: Previous, before number: Int) -> Int? {
    guard last.finding.rule == "behind", let subject = last.finding.subject,
      subject.lowerBound >= last.end, subject.upperBound < number,
      ["和", "及", "与"].contains(passage.scalars[subject.upperBound])
    else { return nil }
    return subject.upperBound
  }

  /// 20万人, 928户: a unit that names those it counts, unless the number before did so.
  private func people(_ candidate: NumberCandidate, _ last: Previous?) -> Range<Int>? {
    guard let measure = candidate.measure, ["人", "户", "口人"].contains(measure.unit),
      last?.unit.map({ ["人", "户", "口人", "名", "位", "人次"].contains($0) }) != true
    else { return nil }
    return measure.unit == "口人"
      ? measure.range.upperBound - 1..<measure.range.upperBound : measure.range
  }

  private func unitNoun(_ candidate: NumberCandidate) -> Range<Int>? {
    guard let measure = candidate.measure,
      ["举措", "镇", "环节", "领域", "步骤", "板块", "村", "乡镇", "市", "县"].contains(measure.unit)
    else { return nil }
    return measure.range
  }

  private func reaches(_ previous: Previous, _ sentence: Int) -> Bool {
    previous.sentence == sentence
      || (sentence - previous.sentence <= 1 && passage.paragraphs[sentence] == previous.paragraph)
  }

  /// 60岁以上老人2.8万: who is counted begins with the age before.
  private func widen(_ finding: inout SubjectFinding, _ last: Previous?) {
    guard let last, last.isAgeGroup, let subject = finding.subject,
      subject.lowerBound == last.end, finding.rule == "before"
    else { return }
    finding.subject = last.start..<subject.upperBound
  }

  /// An age is a person's: the one named after it in the clause, else before it.
  private func findPerson(_ finding: inout SubjectFinding, _ range: Range<Int>, _ index: Int) {
    let sentence = passage.sentences[index]
    let stop = passage.fence(.clause, from: range.upperBound, limit: sentence.end)
    let after = people.first { $0.span.start >= range.upperBound && $0.span.end <= stop }
    let before = people.last { $0.span.start >= sentence.start && $0.span.end <= range.lowerBound }
    if after == nil, finding.rule == "behind", passage.scalars[range.upperBound] == "的" { return }
    guard let person = after ?? before else { return }
    finding.subject = person.span.range
    finding.rule = "person"
  }
}
