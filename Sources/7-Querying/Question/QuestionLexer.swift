import Matching
import Model

/// Cuts a question into words: always the longest one that is known.
struct QuestionLexer {
  private let names: QuestionNames
  /// The question in half width without quotation marks.
  private let text: [Unicode.Scalar]
  /// The same with Latin letters in lower case.
  private let lower: [Unicode.Scalar]
  /// What stood between quotation marks.
  private let quotations: [Range<Int>]

  init(_ question: String, _ names: QuestionNames) {
    self.names = names
    var text: [Unicode.Scalar] = []
    var quotations: [Range<Int>] = []
    var open: Int?
    for scalar in QueryText.simplified(question).unicodeScalars {
      // An apostrophe stands inside English words.
      guard scalar.isQuotationMark, scalar != "'" else {
        text.append(scalar.halfWidth)
        continue
      }
      if let start = open, !scalar.opensQuotation {
        if start < text.count { quotations.append(start..<text.count) }
        open = nil
      } else {
        open = text.count
      }
    }
    self.text = text
    self.quotations = quotations
    lower = text.map { $0.isASCIILetter ? Unicode.Scalar($0.value | 0x20) ?? $0 : $0 }
  }

  /// The words in order.
  func tokens() throws(QueryError) -> [QuestionToken] {
    var tokens: [QuestionToken] = []
    var at = 0
    var unknown = 0
    func flush(_ end: Int) {
      let words = Self.trimmed(text[unknown..<end])
      guard !words.isEmpty else { return }
      let isGlued = unknown > 0 && !Self.separates(text[unknown])
      tokens.append(QuestionToken(word: .unknown(words), text: words, isGlued: isGlued))
    }
    while at < text.count {
      let isInUnknown = unknown < at && !Self.separates(text[at - 1])
      guard let (word, length) = try next(at, after: tokens, isInUnknown) else {
        at += 1
        if Self.separates(text[at - 1]), Self.separates(text[unknown]) { unknown = at }
        continue
      }
      flush(at)
      let printed = QuestionNames.string(text[at..<(at + length)])
      let isGlued = at > 0 && !Self.separates(text[at - 1])
      tokens.append(QuestionToken(word: word, text: printed, isGlued: isGlued))
      at += length
      unknown = at
    }
    flush(at)
    return QuestionToken.joined(tokens)
  }

  private func next(
    _ at: Int, after tokens: [QuestionToken], _ isInUnknown: Bool
  ) throws(QueryError) -> (QuestionWord, Int)? {
    if Self.separates(text[at]) { return nil }
    if text[at].isASCIILetter, at > 0, text[at - 1].isASCIILetter { return nil }
    let quotation = quotations.first { $0.lowerBound == at }
    var best: (word: QuestionWord, length: Int)?
    func offer(_ word: QuestionWord, _ length: Int) {
      if length > (best?.length ?? 0) { best = (word, length) }
    }
    if let (name, length) = try names.longest(in: text, at: at), length >= quotation?.count ?? 0 {
      offer(.name(name), length)
    }
    if let quotation, best == nil {
      return (.quoted(QuestionNames.string(text[quotation])), quotation.count)
    }
    if let (word, length) = lexical(at, isInUnknown), length >= best?.length ?? 0 {
      best = (word, length)
    }
    if let (days, length) = days(at) { offer(.days(days), length) }
    if let length = monthWithoutYear(at), length > best?.length ?? 0 { best = (.relative, length) }
    if let (number, length) = number(at, after: tokens) { offer(.number(number), length) }
    if !isInUnknown, let last = tokens.last, Self.takesUnit(last.word) || last.text == "in",
      let (unit, length) = names.unit(in: text, at: at),
      length >= best?.length ?? 0
    {
      best = (.unit(unit), length)
    }
    return best
  }

  /// The longest word of the lexicon.
  ///
  /// A single character does not break up a word that is not
  /// known (有 in 有机肥 after 的), except where it can only be grammar.
  private func lexical(_ at: Int, _ isInUnknown: Bool) -> (QuestionWord, Int)? {
    var best: (QuestionWord, Int)?
    QuestionLexicon.words.forEachMatch(in: lower, at: at) { match in
      let end = at + match.length
      let cutsWord =
        lower[end - 1].isASCIILetter && end < lower.count && lower[end].isASCIILetter
      let isWeak =
        match.length == 1 && isInUnknown && !["的", "了", "吗", "呢", "在", "或"].contains(lower[at])
      if !cutsWord, !isWeak { best = (match.value, match.length) }
    }
    return best
  }

  /// `2021`, `2021年3月`, `2021-03-05`.
  private func days(_ at: Int) -> (ClosedRange<CalendarDate>, Int)? {
    if let period = PeriodText.prefix(of: text[at...]) { return period }
    guard text[at].isASCIIDigit, at == 0 || !text[at - 1].isASCIIDigit else { return nil }
    let signs: [Unicode.Scalar] = ["-", "/", ".", "年", "月", "日", "号"]
    var end = at
    while end < text.count, text[end].isASCIIDigit || signs.contains(text[end]) { end += 1 }
    while end > at + 3 {
      let isWhole = end == text.count || !text[end].isASCIIDigit
      if isWhole, let days = DateText.days(QuestionNames.string(text[at..<end])),
        !isQuantity(at, end)
      {
        return (days, end - at)
      }
      end -= 1
    }
    return nil
  }

  /// `10月`, `1-10月`, `3月5日`: days of no year.
  private func monthWithoutYear(_ at: Int) -> Int? {
    guard text[at].isASCIIDigit, at == 0 || !text[at - 1].isASCIIDigit else { return nil }
    let signs: [Unicode.Scalar] = ["-", "至", "到", "月", "日", "号", "底", "初", "末"]
    var end = at
    while end < text.count, text[end].isASCIIDigit || signs.contains(text[end]) { end += 1 }
    let word = text[at..<end]
    let digits = word.prefix { $0.isASCIIDigit }
    guard digits.count < 3, word.contains("月"), word.last?.isASCIIDigit == false else { return nil }
    return end - at
  }

  /// 2021个 and 2021万 are numbers, not years.
  private func isQuantity(_ start: Int, _ end: Int) -> Bool {
    guard text[start..<end].allSatisfy(\.isASCIIDigit) else { return false }
    // 1000 by itself is no year of a paper.
    if let first = text[start..<end].first, end - start == 4, !["1", "2"].contains(first) {
      return true
    }
    if end - start == 4, text[start] == "1", !["8", "9"].contains(text[start + 1]) { return true }
    guard end < text.count else { return false }
    if ["万", "亿", "千", "百", "."].contains(text[end]) { return true }
    if end + 1 < text.count, text[end] == ",", text[end + 1].isASCIIDigit { return true }
    return names.unit(in: text, at: end).map { $0.unit != "年" && text[end] != "年" } ?? false
  }

  private func number(_ at: Int, after tokens: [QuestionToken]) -> (Double, Int)? {
    if text[at].isASCIIDigit {
      return at == 0 || !text[at - 1].isASCIIDigit ? NumberText.prefix(of: text[at...]) : nil
    }
    switch tokens.last(where: { $0.text != "的" })?.word {
    case .compare, .order, .between: break
    case .time(.to) where tokens.count > 1: break
    default: return nil
    }
    return NumberText.prefix(of: text[at...])
  }

  private static func takesUnit(_ word: QuestionWord) -> Bool {
    switch word {
    case .number, .many, .unitOf, .group(.unit): true
    default: false
    }
  }

  /// Spaces and punctuation stand between words and mean nothing.
  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || ["?", "!", ",", "。", "、", ";", ":", "…"].contains(scalar)
  }

  private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> String {
    let start = text.firstIndex { !separates($0) } ?? text.endIndex
    let end = text.lastIndex { !separates($0) }.map { $0 + 1 } ?? start
    return QuestionNames.string(text[start..<end])
  }
}
