import Matching
import Model

/// Marks the line that prints the title a page declares, so that it stays wherever it stands and
/// is read as a heading whatever its element.
///
/// Sites put their name behind the title (`…_东河新闻网`) or shorten it, so a line counts that
/// opens the title, makes up most of it, or is a heading that goes on where it was cut.
func markHeadline(_ draft: inout Draft) {
  guard let title = draft.metadata.title?.scalars.filter({ !$0.isSpace }), title.count >= 6,
    let last = draft.lines.lastIndex(where: { $0.text.count >= 60 })
  else { return }
  let own = ownWords(of: title)
  var best: (index: Int, rank: Int)?
  for index in draft.lines.indices[...last] {
    guard let rank = rank(draft.lines[index], in: title, own), rank > best?.rank ?? 0 else {
      continue
    }
    best = (index, rank)
  }
  guard let best else { return }
  for index in best.index..<continuationEnd(draft.lines, after: best.index, title) {
    draft.lines[index].isHeadline = true
    draft.lines[index].markup?.headingLevel = 1
  }
}

/// The line after those that print a title together: line breaks divide the long ones of notices.
private func continuationEnd(
  _ lines: [DraftLine], after first: Int, _ title: [Unicode.Scalar]
) -> Int {
  var printed = lines[first].text.scalars.filter { !$0.isSpace }
  var end = first + 1
  while end < lines.count, lines[end].text.count >= 2, title.starts(with: printed) {
    printed += lines[end].text.scalars.filter { !$0.isSpace }
    guard title.starts(with: printed) else { break }
    end += 1
  }
  return end
}

/// The words of a declared title before the name of the site.
private func ownWords(of title: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
  let marks = ScalarSet("_|－-")
  let end = title.firstIndex { marks.contains($0) } ?? title.count
  return end >= 6 ? title[..<end] : title[...]
}

/// How well a line prints the title, headings before other lines; nil where it does not.
private func rank(
  _ line: DraftLine, in title: [Unicode.Scalar], _ own: ArraySlice<Unicode.Scalar>
) -> Int? {
  guard let markup = line.markup, markup.region != .hidden, (4...90).contains(line.text.count),
    markup.linkLength * 2 < line.text.count
  else { return nil }
  let words = line.text.scalars.filter { !$0.isSpace }
  let isHeading = markup.headingLevel.map { $0 <= 2 } ?? false
  let opens = title.starts(with: words) && words.count * 4 >= own.count
  guard words.count >= (isHeading ? 4 : 6),
    opens
      || words.count * 10 >= own.count * 6 && own.holds(words)
      || isHeading && own.count >= 8 && words.starts(with: own)
  else { return nil }
  return words.count + (isHeading ? 1000 : 0) + (opens ? 500 : 0)
}

extension ArraySlice where Element == Unicode.Scalar {
  fileprivate func holds(_ run: [Unicode.Scalar]) -> Bool {
    guard count >= run.count else { return false }
    return (startIndex...endIndex - run.count).contains { index in
      self[index] == run[0] && self[index..<index + run.count].elementsEqual(run)
    }
  }
}
