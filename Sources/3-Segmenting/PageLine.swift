import Matching
import Model

/// A line of a restored page with what can be told of it without its neighbours.
struct PageLine {
  /// What a line is by itself.
  enum Form: Equatable {
    /// Running text.
    case paragraph
    /// A few words: headline, heading, caption or name.
    case short
    /// A heading that a number or letter opens: 一、 or （二）.
    case item
    /// Words after a dash that stand alone: ——…纪实.
    case dash
    /// Source, date, author or editor and nothing else.
    case credits
  }

  /// Where it stands in the page's text.
  var range: Range<Int>
  /// What its length and punctuation say.
  var shape: LineShape
  /// What the markup says.
  var markup: Markup?
  /// How many blank lines stand before it.
  var blankBefore: Int
  /// What it is by itself.
  var form = Form.short
  /// The credits of a line that is nothing else.
  var credits: Credits?
  /// Credits at the end of a paragraph, and where they start.
  var closing: (start: Int, credits: Credits)?
  /// “四川经济日报德阳讯(记者 …)” at the start of a paragraph.
  var dateline: Dateline?
  /// Whether it greets those a notice is for.
  var isSalutation: Bool
  /// The first earlier line that prints the same words.
  var repeats: Int?

  /// Looks at a line.
  init(_ line: Line, in text: [Unicode.Scalar]) {
    range = line.span.range
    markup = line.markup
    blankBefore = line.blankBefore
    shape = LineShape(text, range)
    isSalutation = Self.isSalutation(text, range, shape)
    if let credits = Credits(line: text, range) {
      self.credits = credits
      form = .credits
      return
    }
    dateline = Dateline(text, range)
    closing = Credits.closing(text, range)
    form =
      isSalutation || Self.isSpeaker(text, range)
      ? .paragraph : Self.form(text, range, shape, isDatelined: dateline != nil, markup)
  }

  private static func form(
    _ text: [Unicode.Scalar], _ range: Range<Int>, _ shape: LineShape, isDatelined: Bool,
    _ markup: Markup?
  ) -> Form {
    if isDatelined { return .paragraph }
    if markup?.headingLevel != nil, shape.length <= 80 { return .short }
    if text[range].starts(with: ["—", "—"]), shape.length <= 40, shape.stops == 0 { return .dash }
    if isParagraph(text, range, shape) {
      return startsItem(text, range) && shape.length <= 40 && shape.commas == 0 ? .item : .paragraph
    }
    return startsItem(text, range) ? .item : .short
  }

  /// Whether a short line says who stands where on a picture or what it shows.
  func isPictureLine(in text: [Unicode.Scalar]) -> Bool {
    Words.captions.first(in: text, range) != nil
      && (text[range].starts(with: ["图", "为"]) || text[range].contains { $0 == "（" || $0 == "(" }
        || Words.captions.longestEnding(in: text, at: range.upperBound, notBefore: range.lowerBound)
          != nil)
  }

  /// Whether a line that opens a page may be a headline though it ends as sentences do, such as
  /// “好消息！东河通火车了……”.
  func isExclaimedHeadline(in text: [Unicode.Scalar], upTo length: Int) -> Bool {
    form == .paragraph && dateline == nil && !isSalutation && shape.length <= length
      && shape.ending == .sentence && !text[range].contains("。") && !Self.isSpeaker(text, range)
  }

  /// Whether a line is running text: it holds a full stop, or is longer than headlines are.
  private static func isParagraph(
    _ text: [Unicode.Scalar], _ range: Range<Int>, _ shape: LineShape
  ) -> Bool {
    if text[range].contains("。") { return true }
    if shape.ending == .sentence {
      let last = text[range].last { !$0.isSpace }
      return last == "；" || last == ";" || shape.length > 36 || shape.stops > 1
        || last == "”" && shape.stops > 0 || last == "：" && shape.commas > 0
    }
    return shape.length >= 60 || shape.length >= 36 && shape.commas >= 2
  }

  /// Whether a line greets those a notice is for: 尊敬的用户：, 各村民小组：.
  private static func isSalutation(
    _ text: [Unicode.Scalar], _ range: Range<Int>, _ shape: LineShape
  ) -> Bool {
    guard shape.length <= 40, let colon = range.last(where: { !text[$0].isSpace }),
      text[colon] == "：" || text[colon] == ":"
    else { return false }
    return Words.salutations.longestMatch(in: text, at: range.lowerBound, end: colon) != nil
      || Words.addressees.longestEnding(in: text, at: colon, notBefore: range.lowerBound) != nil
  }

  /// Whether a line names who speaks in the next, as in what was broadcast: 村支书王强：.
  private static func isSpeaker(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard range.count <= 30, let colon = range.last(where: { !text[$0].isSpace }),
      text[colon] == "：" || text[colon] == ":"
    else { return false }
    return [2, 3].contains { length in
      let start = colon - length
      guard start > range.lowerBound, NameReading.isName(text[start..<colon]) else { return false }
      let end = text[range.lowerBound..<start].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? start
      return Words.speakers.longestEnding(in: text, at: end, notBefore: range.lowerBound) != nil
    }
  }

  /// Whether a line opens with the number of a section: 一、, （二）, (3), 4., 第五章.
  static func startsItem(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    if startsScene(text, range) { return true }
    var at = range.lowerBound
    let opens = text[at] == "（" || text[at] == "("
    if opens { at += 1 }
    let start = at
    while at < range.upperBound, at - start < 3, Self.numerals.contains(text[at]) { at += 1 }
    guard at > start, at < range.upperBound else { return false }
    if opens { return text[at] == "）" || text[at] == ")" }
    if text[at] == "、" || text[at] == "．" { return true }
    return text[at] == "." && at + 1 < range.upperBound && !text[at + 1].isASCIIDigit
  }

  /// Whether a line opens with the number of a scene: 场景一：, 镜头2 |, 故事之三.
  private static func startsScene(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard let word = scenes.longestMatch(in: text, at: range.lowerBound, end: range.upperBound)
    else { return false }
    var at = range.lowerBound + word.length
    if at < range.upperBound, text[at] == "之" { at += 1 }
    let start = at
    while at < range.upperBound, at - start < 2, numerals.contains(text[at]) { at += 1 }
    return at > start
      && (at == range.upperBound || text[at].isSpace || ":：、|丨｜—".unicodeScalars.contains(text[at]))
  }

  private static let scenes = WordSet(words: [
    "场景", "镜头", "故事", "案例", "现场", "片段", "变化", "亮点", "关键词", "画面", "样本", "问题", "经验", "做法",
  ])

  private static let numerals = ScalarSet("一二三四五六七八九十0123456789")
}
