import Matching
import Model

/// The body of an article with its fences: where clauses and sentences end, and which code
/// points belong to names and labels that no rule of numbers may read.
struct FencedText: Sendable {
  /// How strongly a code point divides what stands before from what stands after.
  enum Fence: UInt8, Comparable, Sendable {
    case none
    /// 、 divides the members of a list.
    case list
    /// ，；： and brackets.
    case clause
    /// 。！？ and line ends.
    case sentence

    static func < (a: Fence, b: Fence) -> Bool { a.rawValue < b.rawValue }
  }

  /// The code points.
  let scalars: [Unicode.Scalar]
  /// For each code point whether it divides.
  private(set) var fences: [Fence]
  /// For each code point whether it lies in a name or a label.
  private(set) var isNamed: [Bool]
  /// For each code point whether a place's name covers it.
  private(set) var isPlace: [Bool]
  /// For each code point whether it belongs to words of time.
  private(set) var isTime: [Bool]
  /// The sentences, in order, without gaps between their words.
  private(set) var sentences: [Span] = []
  /// For each sentence the index of the first sentence of its paragraph.
  private(set) var paragraphs: [Int] = []

  /// The passage of an article's body.
  init(_ extracted: ExtractedArticle) {
    let body = extracted.article.body
    scalars = body.scalars
    fences = scalars.map(Self.fence)
    isNamed = [Bool](repeating: false, count: scalars.count)
    isPlace = isNamed
    isTime = isNamed
    softenInnerSigns()
    openShortBrackets()
    markQuotations()
    markNames(extracted)
    sentences = Self.sentences(fences).flatMap { sentence in
      Sentences.pieces(of: sentence.range, in: scalars).map { Span($0) }
    }
    for (index, sentence) in sentences.enumerated() {
      let opens = index == 0 || scalars[sentence.start - 1] == "\n"
      paragraphs.append(opens ? index : paragraphs[index - 1])
    }
  }

  /// The words of a range.
  func string(_ range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  /// The index of the sentence that holds a position.
  func sentenceIndex(at position: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].start <= position ? low : nil
  }

  /// Beyond this a text without punctuation is cut, so that work stays linear in its length.
  private static let longestClause = 300

  /// The first position of the clause that holds `position`, no further back than `limit`.
  func clauseStart(before position: Int, limit: Int) -> Int {
    let floor = max(limit, position - Self.longestClause)
    var at = position
    while at > floor, fences[at - 1] < .clause { at -= 1 }
    return at
  }

  /// The first position at or after `position` that divides as strongly as `fence`.
  func fence(_ fence: Fence, from position: Int, limit: Int) -> Int {
    let ceiling = min(limit, position + Self.longestClause)
    var at = position
    while at < ceiling, fences[at] < fence { at += 1 }
    return at
  }

  private static func fence(_ scalar: Unicode.Scalar) -> Fence {
    switch scalar {
    case "。", "！", "？", "!", "?", "\n": .sentence
    case "，", "；", "：", ",", ";", ":", "（", "）", "(", ")", "…", "【", "】", "《", "》": .clause
    case "、": .list
    default: .none
    }
  }

  /// A comma or colon between figures divides nothing: 1,100 and 17:00.
  private mutating func softenInnerSigns() {
    for index in scalars.indices.dropFirst().dropLast() where fences[index] == .clause {
      guard [",", ":", "："].contains(scalars[index]),
        Figures.arabic(scalars[index - 1]) != nil, Figures.arabic(scalars[index + 1]) != nil
      else { continue }
      fences[index] = .none
    }
  }

  /// A short remark in brackets without figures divides nothing: 执业（助理）医师.
  private mutating func openShortBrackets() {
    var index = 0
    while index < scalars.count {
      if let close = shortBracket(at: index) {
        fences[index] = .none
        fences[close] = .none
        index = close
      }
      index += 1
    }
  }

  private func shortBracket(at open: Int) -> Int? {
    guard scalars[open] == "（" || scalars[open] == "(" else { return nil }
    for index in open + 1..<min(scalars.count, open + 10) {
      if scalars[index] == "）" || scalars[index] == ")" { return index }
      guard fences[index] == .none, Figures.arabic(scalars[index]) == nil else { return nil }
    }
    return nil
  }

  private static func sentences(_ fences: [Fence]) -> [Span] {
    var found: [Span] = []
    var start = 0
    for (index, fence) in fences.enumerated() where fence == .sentence {
      if index > start { found.append(Span(start: start, end: index + 1)) }
      start = index + 1
    }
    if start < fences.count { found.append(Span(start: start, end: fences.count)) }
    return found
  }
}

// Names and labels.
extension FencedText {
  /// Marks words of time, once they are known.
  mutating func markTimes(_ phrases: [TimePhrase]) {
    for phrase in phrases {
      for index in phrase.range { isTime[index] = true }
    }
  }

  /// The longest label in quotation marks; what is longer is speech.
  private static var longestLabel: Int { 24 }

  /// A label in quotation marks is closed to rules; speech is open, its marks divide clauses.
  private mutating func markQuotations() {
    var index = 0
    while index < scalars.count {
      if let close = closingMark(of: index) {
        for inner in index...close {
          isNamed[inner] = true
          fences[inner] = .none
        }
        index = close
      } else if scalars[index].opensQuotation || scalars[index].closesQuotation {
        fences[index] = max(fences[index], .clause)
      }
      index += 1
    }
  }

  private func closingMark(of open: Int) -> Int? {
    let isBook = scalars[open] == "《"
    guard scalars[open].opensQuotation || isBook else { return nil }
    var at = open + 1
    let limit = min(scalars.count, open + (isBook ? 60 : Self.longestLabel))
    while at < limit {
      if isBook ? scalars[at] == "》" : scalars[at].closesQuotation { return at }
      if fences[at] == .sentence || (!isBook && fences[at] == .clause) { return nil }
      at += 1
    }
    return nil
  }

  private mutating func markNames(_ extracted: ExtractedArticle) {
    let places = extracted.places.filter { $0.field == .body }.map(\.span)
    for span in places { mark(span) { $0.isPlace[$1] = true } }
    let names =
      places + extracted.programs.filter { $0.field == .body }.map(\.span)
      + extracted.organizations.filter { $0.field == .body }.map(\.span)
      + extracted.people.filter { $0.field == .body }.map(\.span)
    for span in names { mark(span) { $0.isNamed[$1] = true } }
  }

  private mutating func mark(_ span: Span, _ set: (inout FencedText, Int) -> Void) {
    for index in span.range where scalars.indices.contains(index) { set(&self, index) }
  }
}
