import Matching
import Model

extension ArticleDraft {
  /// Reads banner, kicker, title, subtitle and credits out of the lines before the body.
  mutating func readHead(_ range: Range<Int>) {
    for index in range where page.lines[index].form == .credits {
      if let found = page.lines[index].credits { credits.merge(found) }
    }
    let captions = range.filter(isShotCaption)
    for index in captions {
      bodyLines.append(BodyLine(index: index, range: page.lines[index].range, isAside: true))
    }
    let titles = range.filter {
      page.lines[$0].form != .credits && !captions.contains($0) && !isPictureColumn($0)
        && !isNoHeadline($0)
    }
    let groups = groups(of: titles)
    guard !groups.isEmpty else { return }
    let headline = headline(of: groups)
    if groups.count == 1, groups[0].count == 1, page.isPageBanner(groups[0][0]) {
      leaveOut(groups[0][0], as: .boilerplate)
      return
    }
    for group in groups[..<headline] { group.forEach { leaveOut($0, as: .boilerplate) } }
    setTitle(groups[headline])
    let after = groups[(headline + 1)...]
    var rest = after.filter { !restatesTitle($0) && !isFiller($0) }
    let isRestated = rest.count < after.count
    if rest.count <= 2, let next = rest.first, takesAsCredit(next) { rest.removeFirst() }
    if subtitle == nil, let next = rest.first,
      isSubtitle(next, of: rest.count, underRestated: isRestated)
    {
      subtitle = withoutDash(joined(next))
      rest.removeFirst()
    }
    for index in rest.joined() {
      bodyLines.append(BodyLine(index: index, range: page.lines[index].range, isAside: true))
    }
  }

  /// Whether a line is a picture's words with those who took it behind a space: … 记者 王强 摄.
  private func isShotCaption(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.form == .short, line.markup?.headingLevel == nil,
      page.scalars[line.range].last == "摄",
      let space = line.range.first(where: { page.scalars[$0].isSpace }),
      space > line.range.lowerBound + 5,
      let names = NameReading(page.scalars, space + 1..<line.range.upperBound)
    else { return false }
    return names.hasRole
  }

  /// Leaves out the name under which a paper prints its pictures: 图片新闻.
  private mutating func isPictureColumn(_ index: Int) -> Bool {
    guard Words.pictureColumns.value(of: page.scalars, in: page.lines[index].range) != nil else {
      return false
    }
    leaveOut(index, as: .boilerplate)
    return true
  }

  /// Leaves out a column's name in brackets, and a line without words, where headlines stand; takes
  /// the name of a paper that stands alone for the source.
  private mutating func isNoHeadline(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.markup?.headingLevel == nil else { return false }
    if index > lines.lowerBound, takesAsSource(index) { return true }
    guard
      page.isColumnName(index)
        || index <= lines.lowerBound + 1 && page.scalars[line.range].allSatisfy(isOfDays)
        || Words.introductions.value(of: page.scalars, in: line.range) != nil
    else { return false }
    leaveOut(index, as: .boilerplate)
    return true
  }

  /// Whether a sign is none of a word, or one of a day: 4月22日至23日.
  private func isOfDays(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isHan && !scalar.isASCIILetter || "年月日至到".unicodeScalars.contains(scalar)
  }

  /// Takes the name of a paper or agency on a line of its own below the first.
  private mutating func takesAsSource(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.form == .short, (3...10).contains(line.shape.length), credits.source == nil,
      line.shape.han == line.shape.length
    else { return false }
    let name = page.string(index)
    guard Credits.isPaper(name) || name == "中新社" || name == "新华社" || name.hasSuffix("新闻客户端")
    else { return false }
    credits.source = name
    credits.standing = .mentioned
    return true
  }

  /// Takes a line that names only the offices that issued the piece.
  private mutating func takesAsCredit(_ group: [Int]) -> Bool {
    guard group.count == 1, let range = group.first.map({ page.lines[$0].range }) else {
      return false
    }
    let bodies = page.scalars[range].split { $0.isSpace || $0 == "、" }
    guard range.count <= 40,
      bodies.allSatisfy({ Credits.isBody(page.scalars, $0.startIndex..<$0.endIndex) })
    else { return false }
    for body in bodies {
      credits.bylines.append(Byline(name: String(scalars: body)))
    }
    return true
  }

  /// Leaves out what a site prints between headline and text: the name of a column in brackets, its
  /// own once more, a count of remarks.
  private mutating func isFiller(_ group: [Int]) -> Bool {
    guard group.count == 1, let index = group.first, isFiller(index) else { return false }
    leaveOut(index, as: .boilerplate)
    return true
  }

  /// Whether a line is what a site prints between headline and text.
  func isFiller(_ index: Int) -> Bool {
    page.isColumnName(index) || printsSource(index) || isCount(index)
      || page.isDocumentNumber(index)
  }

  private func isCount(_ index: Int) -> Bool {
    let shape = page.lines[index].shape
    return shape.length <= 3 && shape.digits == shape.length
  }

  /// Leaves out a line that prints the headline, or a part of it, again.
  private mutating func restatesTitle(_ group: [Int]) -> Bool {
    guard let title else { return false }
    let words = joined(group).scalars.filter { !$0.isSpace }
    guard words.count >= 6, title.scalars.filter({ !$0.isSpace })[...].containsRun(words[...])
    else {
      return false
    }
    for index in group { leaveOut(index, as: .repeated) }
    return true
  }

  /// Lines that stand directly under each other are one headline, where blank lines divide others.
  private func groups(of indices: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    let isOne = !page.isMarkedUp && isSetApart(indices)
    for index in indices {
      let line = page.lines[index]
      if page.continuesHeadline(index), groups.last?.last == index - 1 {
        groups[groups.count - 1].append(index)
      } else if isOne, line.blankBefore == 0, line.form == .short,
        let last = groups.last?.last, last == index - 1,
        !page.isPageBanner(last), mayGlue(last), page.lines[index].shape.length >= 4,
        !isPlace(index)
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups.flatMap { isTooLong($0) ? $0.map { [$0] } : [$0] }
  }

  /// Whether lines are more than a headline has: each may be one, as in the list of a page.
  private func isTooLong(_ group: [Int]) -> Bool {
    group.count > 1 && !group.contains(where: page.continuesHeadline)
      && (group.count > 4 || group.reduce(0) { $0 + page.lines[$1].shape.length } > 64)
  }

  /// Whether a line is a place with a colon, which opens a headline: 青山县：.
  private func isPlace(_ index: Int) -> Bool {
    let range = page.lines[index].range
    guard range.count <= 8, let colon = range.last,
      ":：".unicodeScalars.contains(page.scalars[colon])
    else { return false }
    return Words.placeEndings.longestEnding(
      in: page.scalars, at: colon, notBefore: range.lowerBound)
      != nil
  }

  /// Whether a line is long enough for a part of a headline, or its place: 青山县：.
  private func mayGlue(_ index: Int) -> Bool {
    page.lines[index].shape.length > 4 || page.lines[index].shape.ending == .sentence
  }

  /// Whether blank lines stand around the lines of a headline, so that those inside it are one.
  private func isSetApart(_ indices: [Int]) -> Bool {
    guard page.usualGap == 0, let first = indices.first, let last = indices.last else {
      return true
    }
    if isBalanced(indices) { return true }
    let isFirst = first == 0 || page.lines[first].blankBefore > 0
    return isFirst && last + 1 < page.lines.count && page.lines[last + 1].blankBefore > 0
  }

  /// Whether two or three lines right above the text are about as long as each other, as lines of
  /// one headline are.
  private func isBalanced(_ indices: [Int]) -> Bool {
    let titles = indices.filter { !page.isPageBanner($0) }
    guard (2...3).contains(titles.count), let first = titles.first, let last = titles.last,
      last - first == titles.count - 1, last + 1 < page.lines.count,
      page.lines[last + 1].form == .paragraph, page.lines[last + 1].shape.length >= 30
    else { return false }
    let lengths = titles.map { page.lines[$0].shape.length }
    return titles.allSatisfy { page.lines[$0].form == .short } && !page.isBody(last)
      && titles.allSatisfy { !page.lines[$0].isPictureLine(in: page.scalars) }
      && !titles.dropLast().contains {
        page.scalars[page.lines[$0].range].contains(where: \.isSpace)
      }
      && lengths.allSatisfy { (4...18).contains($0) }
      && (lengths.max() ?? 0) - (lengths.min() ?? 0) <= 5
  }

  /// Which group is the headline: the last with a dash subtitle, else the first that is no banner.
  private func headline(of groups: [[Int]]) -> Int {
    if page.isMarkedUp {
      return groups.firstIndex { $0.contains(where: { page.lines[$0].markup?.headingLevel == 1 }) }
        ?? 0
    }
    let dashed = groups.indices.last { offset in
      if let dash = dash(in: joined(groups[offset])), dash > 0 { return true }
      return offset + 1 < groups.count && page.lines[groups[offset + 1][0]].form == .dash
        && page.lines[groups[offset][0]].form != .dash
    }
    if let dashed { return dashed }
    if groups.count > 1, let placed = groups.firstIndex(where: { $0.count > 1 && isPlace($0[0]) }) {
      return placed
    }
    if let notice = groups.firstIndex(where: isNotice) { return notice }
    if let stamped = stampedHeadline(groups) { return stamped }
    return groups.firstIndex { !isBanner($0) }
      ?? groups.firstIndex { !page.isPageBanner($0[0]) && !namesSite($0[0]) } ?? 0
  }

  /// The group right above a portal's stamp, where a wider gap divides it from a shorter slogan above.
  private func stampedHeadline(_ groups: [[Int]]) -> Int? {
    guard page.holdsOnePiece, groups.count == 2 || groups.count == 3,
      let stamp = lines.first(where: { page.lines[$0].credits?.isStamp == true }),
      let above = groups.lastIndex(where: { $0[0] < stamp }), above > 0,
      groups[above].last == stamp - 1
    else { return nil }
    let line = page.lines[groups[above][0]]
    let slogan = page.lines[groups[0][0]]
    return line.blankBefore >= 2 && line.blankBefore > page.lines[stamp].blankBefore
      && line.form == .short && slogan.shape.length < 12 && line.shape.length >= 12 ? above : nil
  }

  /// Whether a group is the headline of what an office makes known: 东河市政府关于…的通告.
  private func isNotice(_ group: [Int]) -> Bool {
    let text = joined(group).scalars
    return text.count >= 12 && text[...].containsRun(["关", "于"])
      && ArticleKindRule.endsAsNotice(text)
  }

  /// Whether a line is a site and its column, or a paper and its edition: 手机东河网 美丽乡村.
  private func namesSite(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.shape.length <= 14, line.shape.han == line.shape.length,
      index + 1 < page.lines.count, page.lines[index + 1].form != .paragraph
    else { return false }
    let words = page.scalars[line.range].split(whereSeparator: \.isSpace)
    return (2...3).contains(words.count)
      && words.contains { word in
        word.count >= 4 && word.last.map { "报网".unicodeScalars.contains($0) } == true
          && Words.mediaEndings.longestEnding(
            in: page.scalars, at: word.endIndex, notBefore: word.startIndex) != nil
      }
  }

  /// Whether a line is the name of a government, as its site heads every page: 东河县人民政府.
  private func isGovernment(_ index: Int) -> Bool {
    page.isBody(index) && page.scalars[page.lines[index].range].suffix(2).elementsEqual(["政", "府"])
      && page.lines[index + 1].form != .paragraph
  }

  /// Whether a group is the page's: a column's name, or the paper with date and page number.
  private func isBanner(_ group: [Int]) -> Bool {
    guard let index = group.first, group.count == 1, index + 1 < lines.upperBound else {
      return false
    }
    let line = page.lines[index]
    if page.isPageBanner(index) || isGovernment(index) || namesSite(index) { return true }
    return line.shape.length <= 6 && page.lines[index + 1].form != .paragraph
  }

  private mutating func setTitle(_ group: [Int]) {
    let whole = withoutBrackets(withoutLabel(joined(group)))
    guard let dash = dash(in: whole), dash > 0 else {
      title = whole
      return
    }
    var end = dash
    while end > 0, whole.scalars[end - 1].isSpace { end -= 1 }
    title = whole.slice(0..<end)
    subtitle = withoutDash(whole.slice(dash..<whole.count))
  }

  /// A headline without the label that databases of articles put before it: 标题：….
  private func withoutLabel(_ text: SourcedText) -> SourcedText {
    let scalars = text.scalars
    guard scalars.starts(with: ["标", "题"]), scalars.count > 3,
      ":：".unicodeScalars.contains(scalars[2])
    else { return text }
    return text.slice(3..<text.count)
  }

  /// A headline without the brackets that a site set around the whole of it: 【…】.
  private func withoutBrackets(_ text: SourcedText) -> SourcedText {
    let scalars = text.scalars
    guard scalars.count >= 8, scalars.first == "【", scalars.last == "】",
      !scalars.dropFirst().dropLast().contains(where: { $0 == "【" || $0 == "】" })
    else { return text }
    return text.slice(1..<text.count - 1)
  }

  /// Where a subtitle's dash stands in a headline: after a space, at its start, or between two
  /// parts of which each may be a headline.
  private func dash(in text: SourcedText) -> Int? {
    let scalars = text.scalars
    return scalars.indices.first { index in
      guard scalars[index] == "—" else { return false }
      return index == 0 || scalars[index - 1].isSpace || dividesHeadlines(scalars, index)
    }
  }

  private func dividesHeadlines(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index + 1 < text.count, text[index + 1] == "—", text[index - 1] != "—" else {
      return false
    }
    let left = LineShape(text, 0..<index)
    let right = LineShape(text, index + 2..<text.count)
    return left.length >= 7 && left.unclosed == 0 && right.length >= 6
  }

  private func withoutDash(_ text: SourcedText) -> SourcedText {
    let start = text.scalars.firstIndex { $0 != "—" && !$0.isSpace } ?? text.count
    return text.slice(start..<text.count)
  }

  private func joined(_ group: [Int]) -> SourcedText {
    var text = SourcedText()
    for index in group { text.append(page.text, page.lines[index].range) }
    return text
  }

  /// Whether a group after the title is its second headline rather than a caption or heading.
  private func isSubtitle(_ group: [Int], of count: Int, underRestated: Bool) -> Bool {
    guard let index = group.first, !opensWithArrow(index) else { return false }
    let line = page.lines[index]
    if line.form == .dash { return true }
    guard line.shape.han * 2 > line.shape.length else { return false }
    if page.isMarkedUp, let level = line.markup?.headingLevel { return level > 1 }
    if underRestated, count == 1, (6...30).contains(line.shape.length), line.shape.stops == 0,
      !line.isPictureLine(in: page.scalars), index + 1 < page.lines.count,
      page.lines[index + 1].dateline != nil
    {
      return true
    }
    guard !page.isMarkedUp, count == 1, line.blankBefore <= page.usualGap else { return false }
    return line.shape.length >= 10 && line.shape.commas == 0
  }
}
