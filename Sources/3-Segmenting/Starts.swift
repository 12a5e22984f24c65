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
    let declared = declaredStarts()
    if !declared.isEmpty { return declared }
    var starts = opensWithText ? [0] : []
    for stack in stacks() where isStart(stack, after: starts.last) {
      starts.append(stack.lines.lowerBound)
    }
    if starts.isEmpty, !page.lines.isEmpty { return [0] }
    return withCredits(starts)
  }

  /// Source and date that stand above the first headline belong to it.
  private func withCredits(_ starts: [Int]) -> [Int] {
    guard var first = starts.first else { return starts }
    while first > 0, page.lines[first - 1].form == .credits { first -= 1 }
    return [first] + starts.dropFirst()
  }

  /// Whether the page opens with text: an article without a headline, whose headings start none.
  private var opensWithText: Bool {
    let first = page.lines.first { $0.form != .credits }
    guard let first, first.form == .paragraph else { return false }
    return !isSummary(first)
  }

  /// Whether a line sums up the piece whose headline follows: 核心提示：….
  private func isSummary(_ line: PageLine) -> Bool {
    let open = line.range.first { !page.scalars[$0].opensPair } ?? line.range.lowerBound
    return Words.summaries.longestMatch(in: page.scalars, at: open, end: line.range.upperBound)
      != nil
  }

  /// Headlines that the markup itself declares, each with text of its own.
  private func declaredStarts() -> [Int] {
    let headlines = page.lines.indices.filter { page.lines[$0].markup?.headingLevel == 1 }
    let candidates = headlines.isEmpty ? [titleLine()].compactMap { $0 } : headlines
    return candidates.enumerated().filter { offset, index in
      let end = offset + 1 < candidates.count ? candidates[offset + 1] : page.lines.count
      return page.lines[index + 1..<max(index + 1, end)].contains {
        $0.form == .paragraph || $0.form == .item
      }
    }.map { page.headlineStart($0.element) }
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
    return evidence.score >= (page.isMarkedUp ? 4.5 : 2.5)
  }
}
