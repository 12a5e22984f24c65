import Matching
import Model

/// Takes out menus, share bars, licence and contact lines, also where the tags are long gone.
///
/// Lines that tell source, author or date stay, for the segmenter reads them.
func removeBoilerplate(_ draft: inout Draft) {
  let half = draft.lines.reduce(0) { $0 + $1.text.count } / 2
  let turner = draft.lines.firstIndex { dayOfTurner($0.text.scalars) != nil }
  draft.rewriteLines(as: .boilerplate) { scalars in
    if turner != nil, let day = dayOfTurner(scalars) {
      return [0..<day.lowerBound, day.upperBound..<scalars.count].filter { !$0.isEmpty }
        .map(Rewrite.remove)
    }
    return
      (pageTurn(of: scalars) ?? linkTail(of: scalars) ?? leadingAddress(of: scalars)
      ?? buttonTail(of: scalars) ?? (scalars.count > half ? noticeTail(of: scalars) : nil))
      .map { [.remove($0)] } ?? []
  }
  let lines = draft.lines.map { BoilerplateLine($0) }
  let prose = lines.indices.filter { lines[$0].isProse && lines[$0].cue == nil }
  let head = max(
    headEnd(lines, before: prose.first ?? lines.count),
    turner.flatMap { $0 < prose.first ?? lines.count ? $0 : nil } ?? 0)
  let tail = min(
    tailStart(lines, after: prose.last ?? lines.count), recommendations(lines),
    disclaimer(lines, draft.lines))
  let body = (prose.first ?? 0)..<((prose.last ?? -1) + 1)
  draft.removeLines { index, line in
    if line.isHeadline { return nil }
    if lines[index].isBoilerplate { return .boilerplate }
    if lines[index].cue == .disclaimer, index > body.lowerBound, isLegal(line.text.scalars) {
      return .boilerplate
    }
    if let buttons = lines[index].buttons,
      !body.contains(index) || buttons == .certain
    {
      return .boilerplate
    }
    if lines[index].tellsCredits { return nil }
    if lines[index].isFurniture, !body.contains(index) || lines[index].isPictureFile {
      return .boilerplate
    }
    if lines[index].isLoneNumber, index >= body.upperBound { return .boilerplate }
    return index < head || index >= tail ? .boilerplate : nil
  }
}

/// The day in the row of buttons that an electronic paper sets over each text, below the list of
/// what the page holds: 上一篇 下一篇 2019年12月19日 放大 缩小 默认.
private func dayOfTurner(_ scalars: [Unicode.Scalar]) -> Range<Int>? {
  guard scalars.count < 60,
    (0...2).contains(where: { scalars.dropFirst($0).starts(with: "上一篇".unicodeScalars) }),
    scalars.contains("放"), scalars.contains("默"),
    let start = scalars.firstIndex(where: { $0 == "1" || $0 == "2" }),
    let end = scalars[start...].firstIndex(of: "日"), (8...12).contains(end - start),
    scalars[start..<end].contains("年"), scalars[start..<end].contains("月")
  else { return nil }
  return start..<end + 1
}

/// Where a paper goes on with a text on another page: （下转第三版） at the end of a paragraph.
private func pageTurn(of scalars: [Unicode.Scalar]) -> Range<Int>? {
  guard let last = scalars.last, last == "）" || last == ")" || last == "】",
    let open = scalars.suffix(12).lastIndex(where: { "（(【".unicodeScalars.contains($0) }),
    open > 0, scalars[(open + 1)...].starts(with: "下转".unicodeScalars),
    scalars[open...].contains("版")
  else { return nil }
  return open..<scalars.count
}

/// The address of a page before the day and source on one line: http://…/c1001.html 2020-08-25.
private func leadingAddress(of scalars: [Unicode.Scalar]) -> Range<Int>? {
  guard scalars.count < 240, startsWithAddress(scalars) else { return nil }
  let end = scalars.firstIndex { $0.isSpace || $0.isHan } ?? scalars.count
  return end < scalars.count && scalars[end].isSpace ? 0..<end + 1 : nil
}

private func startsWithAddress(_ scalars: [Unicode.Scalar]) -> Bool {
  ["http://", "https://", "www."].contains { scalars.starts(with: $0.unicodeScalars) }
}

/// Words of a link that ran into the last sentence of a text: 返回首页，查看更多.
private func linkTail(of scalars: [Unicode.Scalar]) -> Range<Int>? {
  guard let start = LineShape(scalars, 0..<scalars.count).afterLastStop,
    (4...16).contains(scalars.count - start),
    scalars.suffix(2).elementsEqual([">", ">"])
      || scalars.indices[start...].contains(where: {
        BoilerplateLexicon.links.longestMatch(in: scalars, at: $0) != nil
      })
  else { return nil }
  return start..<scalars.count
}

/// A button in square brackets behind a headline or text: … [复制链接].
private func buttonTail(of scalars: [Unicode.Scalar]) -> Range<Int>? {
  guard let last = scalars.last, last == "]" || last == "】",
    let open = scalars.suffix(12).lastIndex(where: { $0 == "[" || $0 == "【" }), open > 0,
    ButtonRow(Array(scalars[(open + 1)..<(scalars.count - 1)])) == .certain
  else { return nil }
  return open..<scalars.count
}

/// What a site prints behind a text that stands on one long line with it, from the start of the
/// sentence or bracket that tells so: ….（转载请注明出处）.
private func noticeTail(of scalars: [Unicode.Scalar]) -> Range<Int>? {
  guard scalars.count >= 160 else { return nil }
  let half = scalars.count / 2
  let cue = scalars.indices[half...].first { index in
    BoilerplateLexicon.cues.longestMatch(in: scalars, at: index)?.value == .always
  }
  guard let cue else { return nil }
  let before = LineShape(scalars, 0..<cue).afterLastStop ?? 0
  let open = scalars[max(before, cue - 60)..<cue].lastIndex { "（(【[「".unicodeScalars.contains($0) }
  let start = open ?? before
  return start >= half ? start..<scalars.count : nil
}

/// The line after the last breadcrumb that stands before all prose, or below a sentence or two that
/// sum up a far longer text: what comes first is the page's.
private func headEnd(_ lines: [BoilerplateLine], before prose: Int) -> Int {
  let total = lines.reduce(0) { $0 + $1.proseLength }
  let below = lines.prefix(6).lastIndex { $0.isBreadcrumb && $0.cue == .menu }
  if let below, lines[..<below].reduce(0, { $0 + $1.proseLength }) * 4 < total { return below + 1 }
  return (lines[..<prose].lastIndex { $0.isBreadcrumb } ?? -1) + 1
}

/// The first boilerplate after all prose: what follows is the page's.
private func tailStart(_ lines: [BoilerplateLine], after prose: Int) -> Int {
  guard prose < lines.count else { return lines.count }
  return lines[prose...].firstIndex { $0.isBoilerplate } ?? lines.count
}

/// The heading of the links to other pieces, such as 相关推荐, when little prose follows.
private func recommendations(_ lines: [BoilerplateLine]) -> Int {
  let total = lines.reduce(0) { $0 + $1.proseLength }
  var before = 0
  for (index, line) in lines.enumerated() {
    let next = lines[(index + 1)...].first
    if line.headsLinks || line.isColumn && next?.isProse != true, before > (total - before) * 2 {
      return index
    }
    before += line.proseLength
  }
  return lines.count
}

/// The line that says whose views and rights the text is, after the text: it or one of the next
/// speaks of rights, and little follows that does not.
private func disclaimer(_ lines: [BoilerplateLine], _ texts: [DraftLine]) -> Int {
  var before = 0
  for (index, line) in lines.enumerated() {
    if line.cue == .disclaimer, before > 0 {
      let legal = (index..<lines.count).filter { isLegal(texts[$0].text.scalars) }
      let rest = ((index + 1)..<lines.count).reduce(0) { $0 + lines[$1].proseLength }
      let rights = legal.reduce(0) { $0 + ($1 > index ? lines[$1].proseLength : 0) }
      if let first = legal.first, first <= index + 3, before > (rest - rights) * 2 { return index }
    }
    before += line.proseLength
  }
  return lines.count
}

/// Whether a line speaks of rights, reprints and whom to ask.
private func isLegal(_ scalars: [Unicode.Scalar]) -> Bool {
  var found: Set<ArraySlice<Unicode.Scalar>> = []
  for index in scalars.indices {
    guard let match = BoilerplateLexicon.legal.longestMatch(in: scalars, at: index) else {
      continue
    }
    found.insert(scalars[index..<index + match.length])
  }
  return found.count >= 2
}

/// How a line stands to the furniture of a page.
struct BoilerplateLine {
  /// How a cue of the lexicon makes a line boilerplate.
  enum Cue: String {
    case start, always, menu, column, disclaimer
  }

  /// The strongest cue in the line.
  var cue: Cue?
  /// Whether the line is a sentence of some length.
  var isProse: Bool
  /// Whether it ends a sentence with 。 and not only with calls.
  private var hasFullStop: Bool
  /// Its code points, if it is such a sentence.
  var proseLength: Int
  /// Whether it is the heading of links to other pieces.
  var headsLinks: Bool { cue == .start && isShort && !tellsCredits }
  /// Whether it heads links or, in a paper, a picture.
  var isColumn: Bool { cue == .column && isShort }
  /// Whether it is no longer than headings are.
  private var isShort: Bool
  /// Whether it leads from the home page down: 首页 > 新闻 > 正文.
  var isBreadcrumb: Bool
  /// Whether it is the name of a picture's file.
  var isPictureFile: Bool
  /// Whether it is a row of short parts or all in letters.
  var isFurniture: Bool
  /// Whether it is the address of a page and nothing else.
  private var isAddress: Bool
  /// Whether it is a number and nothing else.
  var isLoneNumber: Bool
  /// Whether it names a source, a date, an author or an editor.
  var tellsCredits: Bool
  /// Whether it is a row of buttons: T + -, 收藏 | 打印.
  var buttons: ButtonRow?

  /// The most code points of a site's notice about itself: those of sites have up to 600.
  ///
  /// A longer line is a text that stands on one line with such words in it, and no word costs a
  /// whole text.
  private static let longestNotice = 1_000

  /// Whether no article needs the line.
  var isBoilerplate: Bool {
    if isBreadcrumb || isAddress { return true }
    switch cue {
    case .always: return proseLength < Self.longestNotice
    case .start: return !tellsCredits && proseLength < Self.longestNotice
    case .menu: return !(isProse && hasFullStop) && !tellsCredits
    case .column, .disclaimer, nil: return false
    }
  }

  /// Looks at a line.
  init(_ line: DraftLine) {
    let scalars = line.text.scalars
    let shape = line.shape
    isProse = shape.length >= 24 && shape.stops > 0 && shape.han * 2 > shape.length
    hasFullStop = scalars.contains("。")
    proseLength = isProse ? shape.length : 0
    isShort = shape.length <= 8
    let marks = Self.menuMarks(in: scalars)
    let pointsOn = scalars.last.map(Self.arrows.contains) == true
    isBreadcrumb =
      Self.endsWithText(scalars)
      || marks.steps >= (pointsOn ? 2 : 1) && shape.han > 0 && !isProse
        && (marks.steps >= 2 ? marks.steps * 16 >= shape.length : shape.length < 40)
    isPictureFile = Self.isFileName(scalars)
    isFurniture =
      marks.bars >= 3 && marks.bars * 14 >= shape.length && !shape.isSentence
      || shape.han == 0 && shape.letters >= 3 || pointsOn && shape.length <= 16
      || marks.bars == 1 && shape.length <= 9 && scalars.last.map(Self.bars.contains) == true
      || isPictureFile || shape.length <= 30 && !isProse && Self.endsWithTelephone(scalars)
    isAddress = shape.han == 0 && startsWithAddress(scalars)
    isLoneNumber =
      shape.digits == shape.length && shape.length < 8
      || shape.digits == 2 && shape.length == 3 && shape.letters == 1
    cue = Self.cue(in: scalars)
    tellsCredits = (marks.bars < 3 || Self.opensWithDay(scalars)) && Self.tellsCredits(scalars)
    buttons = ButtonRow(scalars)
  }

  /// Whether a line opens with a day in figures, as a forum stamps its pieces: 2022-4-27| 发布者: ….
  private static func opensWithDay(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count > 10 && scalars.prefix(4).allSatisfy(\.isASCIIDigit) && scalars[4] == "-"
      && scalars[5].isASCIIDigit
  }

  /// Whether a line ends with a telephone number: 热线 0719-8110110.
  private static func endsWithTelephone(_ scalars: [Unicode.Scalar]) -> Bool {
    let number = scalars.suffix(13).reversed().prefix { $0.isASCIIDigit || $0 == "-" }
    let dash = number.firstIndex(of: "-").map { number.distance(from: number.startIndex, to: $0) }
    guard let dash, (7...8).contains(dash) else { return false }
    return (11...13).contains(number.count) && number.last == "0"
  }

  /// Whether a line is the name of a picture's file and nothing else: 微信图片_2022.jpg.
  private static func isFileName(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count <= 60, let dot = scalars.lastIndex(of: "."), dot > 0,
      !scalars.contains(where: { $0.isSpace || $0 == "。" || $0 == "，" })
    else { return false }
    return ["jpg", "jpeg", "png", "gif", "webp", "bmp", "mp4"].contains {
      $0.unicodeScalars.elementsEqual(scalars[(dot + 1)...])
    }
  }

  /// Whether a short line leads to the text: 东河网 正文.
  private static func endsWithText(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count <= 40 && scalars.count > 3 && scalars.suffix(2).elementsEqual(["正", "文"])
      && scalars[scalars.count - 3].isSpace
  }

  private static func cue(in scalars: [Unicode.Scalar]) -> Cue? {
    var found: Cue?
    let first = scalars.prefix(4).firstIndex { $0.isHan || $0.isASCIILetter } ?? 1
    for index in scalars.indices {
      guard let match = BoilerplateLexicon.cues.longestMatch(in: scalars, at: index) else {
        continue
      }
      if match.value == .always { return .always }
      if match.value != .menu, index <= max(1, first) { return match.value }
      if match.value == .menu { found = .menu }
    }
    return found
  }

  /// Counts the arrows between the steps of a breadcrumb and the bars between menu items.
  private static func menuMarks(in scalars: [Unicode.Scalar]) -> (steps: Int, bars: Int) {
    var marks = (steps: 0, bars: 0)
    for run in runs(of: scalars, where: { arrows.contains($0) || $0.isSpace })
    where scalars[run].contains(where: { !$0.isSpace }) { marks.steps += 1 }
    marks.bars = scalars.count { bars.contains($0) }
    return marks
  }

  private static let arrows = ScalarSet(">»›＞")
  private static let bars = ScalarSet("|｜丨┊│")

  private static func tellsCredits(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.indices.contains { index in
      guard let match = BoilerplateLexicon.credits.longestMatch(in: scalars, at: index) else {
        return false
      }
      let after = index + match.length
      return after < scalars.count
        && (scalars[after].isSpace || ":：丨｜|".unicodeScalars.contains(scalars[after]))
    }
  }
}

private enum BoilerplateLexicon {
  static let legal = WordSet(
    words: [
      "免责", "版权", "著作权", "侵权", "转载", "转自", "授权", "本网", "本站", "本平台", "本公众号", "作品", "稿件", "原创",
      "观点", "立场", "真实性", "联系",
    ])

  static let links = WordSet(
    words: ["查看更多", "阅读全文", "展开全文", "查看原文", "阅读原文", "点击进入", "点击查看"])

  static let cues = Lexicon<BoilerplateLine.Cue>(
    LexiconFile(PackageResources.boilerplate_txt).entries.compactMap { entry in
      BoilerplateLine.Cue(rawValue: entry[1]).map { (entry[0], $0) }
    })

  static let credits = WordSet(
    words: LexiconFile(PackageResources.credit_cues_txt).words)
}
