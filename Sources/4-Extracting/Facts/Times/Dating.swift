import Matching
import Model

/// Says which phrase of time dates a number.
struct Dating {
  private let passage: FencedText
  private let phrases: [TimePhrase]
  /// The phrase that dated the last number, and the sentence it did so in.
  private var last: (phrase: TimePhrase, sentence: Int)?

  /// Dates by the phrases of a passage.
  init(_ passage: FencedText, _ phrases: [TimePhrase]) {
    self.passage = passage
    self.phrases = phrases
  }

  /// Whether a position lies in words of time.
  func covers(_ position: Int) -> Bool {
    phrase(before: position + 1).map { $0.range.contains(position) } ?? false
  }

  /// The phrase that dates a number at `position` in sentence `index`.
  mutating func phrase(dating position: Int, sentence index: Int) -> TimePhrase? {
    let sentence = passage.sentences[index]
    let found = governing(position, from: sentence.start)
    if let phrase = found.phrase {
      if phrase.reach == .sentence { last = (phrase, index) }
      return phrase
    }
    guard !found.isBlocked, let carried = carried(into: index) else { return nil }
    last = (carried, index)
    return carried
  }

  private func governing(
    _ position: Int, from start: Int
  ) -> (phrase: TimePhrase?, isBlocked: Bool) {
    var at = index(before: position)
    while at > 0 {
      let phrase = phrases[at - 1]
      guard phrase.range.lowerBound >= start else { break }
      switch phrase.reach {
      case .sentence: return (phrase, false)
      case .clause:
        let end = passage.fence(.clause, from: phrase.range.upperBound, limit: position)
        if end == position { return (phrase, false) }
      case .none:
        if isVague(phrase), text(phrase) != "截至目前", text(phrase) != "截止目前" {
          return (nil, true)
        }
      }
      at -= 1
    }
    return (nil, false)
  }

  private func text(_ phrase: TimePhrase) -> String { passage.string(phrase.range) }

  private func isVague(_ phrase: TimePhrase) -> Bool {
    TimeWords.standard.vague.value(of: passage.scalars, in: phrase.range) != nil
  }

  /// A sentence that carries straight on (其中…, or one number after another) keeps the date.
  private func carried(into index: Int) -> TimePhrase? {
    guard let last, last.sentence + 1 == index || last.sentence == index else { return nil }
    guard last.sentence != index else { return last.phrase.reach == .sentence ? last.phrase : nil }
    guard last.phrase.reach == .sentence, !breaksParagraph(before: index), !opensScene(index)
    else { return nil }
    return last.phrase
  }

  /// 张某说，…; 颁奖典礼现场，…; “…; 为实现这一目标，…: a new speaker, scene or purpose leaves the date
  /// behind.
  private func opensScene(_ index: Int) -> Bool {
    let sentence = passage.sentences[index]
    let end = passage.fence(.clause, from: sentence.start, limit: sentence.end)
    guard end > sentence.start, end < sentence.end else { return false }
    let marks: [Unicode.Scalar] = ["说", "示", "绍", "诉", "场", "露", "道"]
    return marks.contains(passage.scalars[end - 1]) || passage.scalars[sentence.start] == "为"
      || passage.scalars[sentence.start].opensQuotation || opensPresent(sentence.start)
  }

  /// 现有学校12所: what is so now has left an earlier date behind.
  private func opensPresent(_ start: Int) -> Bool {
    passage.scalars[start] == "现" && start + 1 < passage.scalars.count
      && !["场", "代", "金", "行", "实", "象", "浇", "货", "任"].contains(passage.scalars[start + 1])
  }

  private func breaksParagraph(before index: Int) -> Bool {
    let start = passage.sentences[index].start
    return start > 0 && passage.scalars[start - 1] == "\n"
  }

  private func phrase(before position: Int) -> TimePhrase? {
    let at = index(before: position)
    return at > 0 ? phrases[at - 1] : nil
  }

  /// How many phrases start before `position`.
  private func index(before position: Int) -> Int {
    var low = 0
    var high = phrases.count
    while low < high {
      let middle = (low + high) / 2
      if phrases[middle].range.lowerBound < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
