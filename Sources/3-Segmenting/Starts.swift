import Matching
import Model

/// A run of headline-like lines on a page.
struct Stack {
  /// The lines, short ones and those of a dash.
  var lines: Range<Int>
}

/// Finds the lines where articles start.
struct StartFinder {
  let page: Page

  /// The first line of each article, in order.
  func starts() -> [Int] {
    withReports(headedStarts())
  }

  /// The starts that headlines tell.
  private func headedStarts() -> [Int] {
    let declared = declaredStarts()
    if !declared.isEmpty { return declared }
    var starts = opensWithText ? [0] : []
    for stack in stacks() where isStart(stack, after: starts.last) {
      starts.append(stack.lines.lowerBound)
    }
    if starts.isEmpty, !page.lines.isEmpty { return [0] }
    return withCredits(starts)
  }

  /// Reports without a headline: a paragraph that opens with paper or place and its reporters
  /// (新华社兰州4月25日电（记者…）), after text of the article before.
  private func withReports(_ starts: [Int]) -> [Int] {
    var all = starts
    for index in page.lines.indices where opensReport(index) {
      guard let owner = all.lastIndex(where: { $0 <= index }), page.nextText[all[owner]] < index,
        page.lines[all[owner]..<index].contains(where: { $0.dateline != nil })
      else { continue }
      all.insert(index, at: owner + 1)
    }
    return all
  }

  private func opensReport(_ index: Int) -> Bool {
    let line = page.lines[index]
    guard line.form == .paragraph, let dateline = line.dateline, !dateline.bylines.isEmpty,
      dateline.source != nil || dateline.place != nil
    else { return false }
    return page.scalars[line.range.lowerBound] != "据"
  }

  /// Source and date that stand above the first headline belong to it.
  private func withCredits(_ starts: [Int]) -> [Int] {
    guard var first = starts.first else { return starts }
    while first > 0, page.lines[first - 1].form == .credits { first -= 1 }
    return [first] + starts.dropFirst()
  }

  /// Whether the page opens with text: an article without a headline, whose headings start none.
  private var opensWithText: Bool {
    let first = page.lines.firstIndex { $0.form != .credits }
    guard let first, page.lines[first].form == .paragraph else { return false }
    return !page.isSummary(first)
  }

  /// Headlines that the markup itself declares, each with text of its own.
  private func declaredStarts() -> [Int] {
    let headlines = page.lines.indices.filter { page.lines[$0].markup?.headingLevel == 1 }
    var candidates = headlines.isEmpty ? datedHeadings() : headlines
    if candidates.isEmpty { candidates = [titleLine()].compactMap { $0 } }
    return candidates.enumerated().filter { offset, index in
      let end = offset + 1 < candidates.count ? candidates[offset + 1] : page.lines.count
      return page.lines[index + 1..<max(index + 1, end)].contains {
        $0.form == .paragraph || $0.form == .item
      }
    }.map { page.headlineStart($0.element) }
  }

  /// Two or more headings of one level, each above its own day or source.
  private func datedHeadings() -> [Int] {
    var byLevel: [Int: [Int]] = [:]
    for index in page.lines.indices.dropLast() {
      guard let level = page.lines[index].markup?.headingLevel,
        page.lines[index + 1].form == .credits, page.lines[index + 1].credits?.published != nil
      else { continue }
      byLevel[level, default: []].append(index)
    }
    return byLevel.min { $0.key < $1.key }.map(\.value).flatMap { $0.count > 1 ? $0 : nil } ?? []
  }

  /// The longest line that the page's declared title begins with.
  private func titleLine() -> Int? {
    guard page.isMarkedUp, let title = page.metadata.title else { return nil }
    let words = title.scalars.filter { !$0.isSpace }
    var best: (index: Int, length: Int)?
    for (index, line) in page.lines.enumerated()
    where line.form == .short || line.form == .paragraph {
      guard line.shape.length <= words.count, line.shape.length >= 4 else { continue }
      let scalars = page.scalars[line.range].filter { !$0.isSpace }
      if words.starts(with: scalars), scalars.count > best?.length ?? 0 {
        best = (index, scalars.count)
      }
    }
    return best?.index
  }

  /// The maximal runs of short lines, without captions and scraps at their start.
  private func stacks() -> [Stack] {
    var stacks: [Stack] = []
    var index = 0
    while index < page.lines.count {
      var start = index
      while index < page.lines.count, isHeadlineLike(page.lines[index]) { index += 1 }
      while start < index, belongsToTextBefore(start, stackEnd: index) { start += 1 }
      if index > start { stacks.append(Stack(lines: start..<index)) }
      index = max(index, start + 1)
    }
    return stacks
  }

  private func isHeadlineLike(_ line: PageLine) -> Bool {
    line.form == .short || line.form == .dash
  }

  /// Whether a line that opens a stack is a picture's, under the gap the picture left, or a heading
  /// that was scanned twice.
  private func belongsToTextBefore(_ index: Int, stackEnd: Int) -> Bool {
    let line = page.lines[index]
    guard index > 0 else { return false }
    if line.isPictureLine(in: page.scalars) || page.isSignature(index) { return true }
    if page.isPageBanner(index) { return false }
    if let repeats = line.repeats, index + 1 < stackEnd, page.lines[index + 1].repeats == nil,
      page.lines[repeats].form == .short
    {
      return true
    }
    return line.blankBefore >= page.usualGap + 2 && index + 1 < stackEnd && !page.isMarkedUp
  }

  private func isStart(_ stack: Stack, after last: Int?) -> Bool {
    let evidence = StartEvidence(page: page, stack: stack.lines, articleStart: last)
    return evidence.score >= threshold
  }

  /// What a stack must weigh: more where markup tells headings or a portal stamped the page's one
  /// piece, most where the page declares one
  /// title and prints it nowhere, for then it holds one article.
  private var threshold: Double {
    guard page.isMarkedUp else { return page.holdsOnePiece ? 4.5 : 2.5 }
    return (page.metadata.title?.count ?? 0) >= 12 ? 6 : 4.5
  }
}
