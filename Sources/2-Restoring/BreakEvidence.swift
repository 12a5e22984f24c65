import Matching
import Model

/// Tells a line end that the scan put inside a sentence from one that the editor meant.
struct BreakEvidence {
  /// Every run of four code points of the page, to see whether words that a break divides stand
  /// undivided elsewhere.
  private let quadgrams: Quadgrams
  /// The width that lines were wrapped at, nil where they were not.
  private let wrap: Int?
  /// The usual width of lines that divide a word, nil where hardly any does.
  private let ragged: Int?

  /// Reads the lines of a page.
  init(_ lines: [[Unicode.Scalar]]) {
    wrap = Self.wrapWidth(lines)
    ragged = Self.raggedWidth(lines)
    quadgrams = Quadgrams(lines)
  }

  /// The median width of the lines that break off inside a word or before a mark; three at least.
  private static func raggedWidth(_ lines: [[Unicode.Scalar]]) -> Int? {
    let broken = zip(lines, lines.dropFirst()).filter {
      startsInside($1) || dividesWord($0, $1) || dividesCount($0, $1)
    }
    guard broken.count >= 3 else { return nil }
    let widths = broken.map { width($0.0) }.sorted()
    return widths[widths.count / 2]
  }

  /// Whether a line is as long as those that divide words, and the next is too or ends a sentence.
  private func isRagged(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], _ after: LineShape) -> Bool {
    guard let ragged, ragged >= 24 else { return false }
    return Self.width(a) * 5 >= ragged * 4
      && (Self.width(b) * 5 >= ragged * 4 || after.ending == .sentence)
  }

  /// The width that lines were wrapped at: most lines that have it break off in a sentence, and
  /// half of all lines have it, or hardly any is wider.
  private static func wrapWidth(_ lines: [[Unicode.Scalar]]) -> Int? {
    let widths = lines.map(width)
    var counts: [Int: Int] = [:]
    for width in widths where width >= 24 { counts[width / 2, default: 0] += 1 }
    guard lines.count >= 6, let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    else { return nil }
    let full = lines.indices.filter { abs(widths[$0] / 2 - usual.key) <= 1 }
    let open = full.filter { LineShape(lines[$0], 0..<lines[$0].count).ending != .sentence }
    let wider = widths.count { $0 / 2 > usual.key + 2 }
    let isUsual =
      full.count * 2 >= lines.count
      || full.count >= 6 && full.count * 4 >= lines.count && wider * 20 <= lines.count
    return isUsual && open.count * 3 >= full.count * 2 ? usual.key * 2 : nil
  }

  /// The columns a line takes: two for a Han character, one for a letter or digit.
  private static func width(_ line: [Unicode.Scalar]) -> Int {
    line.reduce(0) { $0 + ($1.value < 0x80 ? 1 : 2) }
  }

  /// Whether a line reaches the edge that lines were wrapped at.
  private func isFull(_ line: [Unicode.Scalar]) -> Bool {
    guard let wrap else { return false }
    return Self.width(line) >= wrap - 2
  }

  /// Whether `next` goes on in the middle of the sentence that `last` broke off.
  ///
  /// - Parameters:
  ///   - last: the line so far, with what was joined to it.
  ///   - printed: the line as the page prints it before `next`.
  ///   - next: the line in question.
  ///   - acrossCaption: whether a caption stands between.
  ///   - isWrapped: whether the block that both stand in was wrapped where `last` ends.
  /// - Returns: whether the two are one paragraph.
  func isBroken(
    _ last: DraftLine, printed: [Unicode.Scalar], _ next: DraftLine, acrossCaption: Bool = false,
    isWrapped: Bool = false
  ) -> Bool {
    let a = last.text.scalars
    let b = next.text.scalars
    let before = LineShape(a, max(0, a.count - 400)..<a.count)
    let after = next.shape
    guard before.ending != .sentence || before.unclosed > 0 && before.ending == .clause else {
      return false
    }
    if last.markup?.headingLevel != nil || next.markup?.headingLevel != nil { return false }
    if isWrapped { return true }
    if a.suffix(2).elementsEqual([".", "."]) { return false }
    if next.blankBefore > 0, before.commas + before.stops == 0, endInDigits(a, b) { return false }
    if startsAnew(b) || acrossCaption && opensReport(b) { return false }
    if Self.startsInside(b) { return true }
    if before.stops == 0, CommonWords.holdsLabel(a) { return false }
    if next.markup == nil, before.commas + before.stops > 0, Self.dividesCount(a, b) { return true }
    if next.markup == nil, isFull(printed), before.ending != .sentence { return true }
    if before.ending == .clause, after.commas > 0 || after.continuesProse { return true }
    guard after.continuesProse || after.commas > 0 && isFull(b) else { return false }
    if next.markup != nil { return before.stops > 0 && Self.dividesWord(a, b) }
    if isUnfinished(before, a, acrossCaption ? nil : b) { return true }
    if acrossCaption { return false }
    return isDivided(a, b)
      || before.commas > 0 && before.ending == .open && isRagged(printed, b, after)
  }

  /// Whether a number ends one line and its unit opens the next: 两万多|亩.
  private static func dividesCount(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard let last = a.last, let first = b.first else { return false }
    return (last.isASCIIDigit || numerals.contains(last)) && units.contains(first)
  }

  private static let numerals = ScalarSet("一二三四五六七八九十百千万亿多余几两")
  private static let units = ScalarSet("个户亩元人名件条吨米岁次项所座辆台家栋套间")

  /// Whether one line ends with a digit and the next begins with one.
  private func endInDigits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    a.last?.isASCIIDigit == true && b.first?.isASCIIDigit == true
  }

  /// Whether the last character of a line was printed again at the start of the next.
  ///
  /// It was meant when both lines need it (大学|学生) or when the pair is a word (天天).
  func isDoubled(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard let last = a.last, last == b.first, last.isHan, !CommonWords.holds(last, last) else {
      return false
    }
    let endsWord = a.count > 1 && CommonWords.holds(a[a.count - 2], last)
    let startsWord = b.count > 1 && CommonWords.holds(last, b[1])
    return !(endsWord && startsWord)
  }

  /// Whether a line broke off in running text: after a full stop, or after a clause when the line
  /// is long or opened as sentences do.
  private func isUnfinished(
    _ shape: LineShape, _ a: [Unicode.Scalar], _ b: [Unicode.Scalar]?
  ) -> Bool {
    if let stop = shape.afterLastStop {
      return stop < a.count && !isCredit(a, from: stop)
    }
    if shape.ending == .closed { return false }
    if shape.unclosed > 0, shape.commas > 0 { return true }
    if shape.commas > 0, let b, isRemnant(b) { return true }
    return shape.commas > 1 && shape.length >= 30
      || shape.commas > 0 && (shape.length >= 45 || CommonWords.opensSentence(a))
  }

  /// Whether a line is too short for a sentence, but ends one.
  private func isRemnant(_ b: [Unicode.Scalar]) -> Bool {
    b.count <= 6 && b.last.map { $0.endsSentence || $0.closesPair } == true
  }

  /// Whether the words at a break show that it divides them.
  private func isDivided(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    CommonWords.promisesMore(a) || Self.dividesWord(a, b) || isWholeElsewhere(a, b)
      || isDoubled(a, b)
  }

  /// Whether the last character of one line and the first of another make a frequent word that
  /// neither needs for a word of its own line; or a number goes on.
  static func dividesWord(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard let last = a.last, let first = b.first, last.isHan, first.isHan else {
      return a.last?.isASCIIDigit == true && !endsWithClock(a)
        && b.first.map { $0.isASCIIDigit || $0 == "%" } == true
    }
    guard CommonWords.holds(last, first) else { return false }
    let endsInWord = a.count > 1 && CommonWords.holds(a[a.count - 2], last)
    let startsInWord = b.count > 1 && CommonWords.holds(first, b[1])
    return !endsInWord && !startsInWord
  }

  /// Whether a line ends with the time of its publication: 10:36.
  private static func endsWithClock(_ a: [Unicode.Scalar]) -> Bool {
    guard a.count >= 4 else { return false }
    let colon = a[a.count - 3]
    return (colon == ":" || colon == "：") && a[a.count - 4].isASCIIDigit
      && a[a.count - 2].isASCIIDigit
  }

  private func isWholeElsewhere(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard a.count >= 2, b.count >= 2 else { return false }
    let joint = Array(a.suffix(2)) + b.prefix(2)
    return joint.allSatisfy(\.isHan) && quadgrams.contains(joint)
  }

  /// Whether a line starts in the middle: with a mark or word that no line begins with.
  private static func startsInside(_ b: [Unicode.Scalar]) -> Bool {
    guard let first = b.first else { return false }
    if first.endsSentence && first != "…" || first.isClauseMark { return true }
    return "）)」』》”’：:%％－～".unicodeScalars.contains(first) || "的了们".unicodeScalars.contains(first)
  }

  /// Whether a line opens as a report does: with a word such as 近日 or a day of the month.
  private func opensReport(_ b: [Unicode.Scalar]) -> Bool {
    let digits = b.prefix { $0.isASCIIDigit }.count
    return CommonWords.opensSentence(b)
      || (1...2).contains(digits) && b.dropFirst(digits).first == "月"
  }

  /// Whether a line is a list item, a dash paragraph, a dateline or a mark of a new piece.
  private func startsAnew(_ b: [Unicode.Scalar]) -> Bool {
    guard let first = b.first else { return false }
    if "（(【[—●■▲◆□*△▼◎※☆★·•".unicodeScalars.contains(first) { return true }
    return CommonWords.startsItem(b) || opensDateline(b) || opensSummary(b)
  }

  /// Whether a line is a summary under its label: 导读：….
  private func opensSummary(_ b: [Unicode.Scalar]) -> Bool {
    guard let colon = b.prefix(5).firstIndex(where: { ":：".unicodeScalars.contains($0) }) else {
      return false
    }
    return ["导读", "摘要", "提要", "核心提示", "内容提要", "阅读提示", "编者按"].contains {
      b[..<colon].elementsEqual($0.unicodeScalars)
    }
  }

  /// Whether a line opens as reports of agencies and papers do: 新华社东河5月10日电.
  private func opensDateline(_ b: [Unicode.Scalar]) -> Bool {
    let head = b.prefix(24).prefix { $0.isHan || $0.isASCIIDigit || $0 == " " }
    guard let last = head.last, head.count >= 4 else { return false }
    if last == "讯", b.count > head.count { return "（(".unicodeScalars.contains(b[head.count]) }
    return head.indices.dropFirst().contains { head[$0] == "电" && head[$0 - 1] == "日" }
  }

  /// Whether what follows a full stop is a name or a credit rather than a broken sentence.
  private func isCredit(_ a: [Unicode.Scalar], from start: Int) -> Bool {
    let rest = a[start...].filter { !$0.isSpace }
    guard let first = rest.first else { return true }
    if first == "（" || first == "(" || first == "【" { return rest.count <= 40 }
    if rest.count <= 24, !rest.contains(where: \.isClauseMark) || rest.count <= 12,
      CommonWords.holdsCredit(rest)
    {
      return true
    }
    return rest.count <= 4 && rest.count >= 2 && Surnames.firstCharacters.contains(first)
  }

}

/// Every run of four code points of a page's lines, gathered when first asked for: most pages have
/// no break that needs them.
private final class Quadgrams {
  private let lines: [[Unicode.Scalar]]
  private lazy var keys: Set<UInt64> = {
    var keys: Set<UInt64> = []
    for line in lines where line.count >= 4 {
      for index in 0...line.count - 4 { keys.insert(Self.key(line[index..<index + 4])) }
    }
    return keys
  }()

  init(_ lines: [[Unicode.Scalar]]) { self.lines = lines }

  /// Whether four code points stand side by side in a line.
  func contains(_ four: [Unicode.Scalar]) -> Bool { keys.contains(Self.key(four[...])) }

  private static func key(_ four: ArraySlice<Unicode.Scalar>) -> UInt64 {
    four.reduce(0) { $0 << 16 ^ UInt64($1.value) }
  }
}

extension LineShape {
  /// Whether a line reads like the rest of a paragraph, rather than a headline or caption.
  fileprivate var continuesProse: Bool {
    if ending == .sentence { return stops > 0 || commas > 0 || length > 6 }
    return stops > 0 || commas > 0 && length >= 30
  }
}
