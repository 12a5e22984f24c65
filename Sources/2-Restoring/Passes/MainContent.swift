import Matching
import Model

/// Leaves out what the markup of a page declares or shows to be no part of its articles: hidden
/// parts, menus, lists of links, and what stands far from the prose.
func keepMainContent(_ draft: inout Draft) {
  guard draft.lines.contains(where: { $0.markup != nil }) else { return }
  removeDeclaredRegions(&draft)
  draft.removeLines { _, line in line.isLinks && !line.isHeadline ? .boilerplate : nil }
  keepProseClusters(&draft)
}

/// Leaves out parts that element and class names declare, unless most of the prose stands there.
private func removeDeclaredRegions(_ draft: inout Draft) {
  var prose: [Markup.Region: Int] = [:]
  for line in draft.lines where line.isProse {
    prose[line.markup?.region ?? .content, default: 0] += line.text.count
  }
  let best = prose.filter { $0.key != .hidden }.max { $0.value < $1.value }
  let content = prose[.content, default: 0]
  var sinceProse = Int.max / 2
  draft.removeLines { _, line in
    sinceProse = line.isProse && line.markup?.region == .content ? 0 : sinceProse + 1
    guard let region = line.markup?.region, region != .content, !line.isHeadline else {
      return nil
    }
    if region != .hidden, best?.key == region, content * 4 < best?.value ?? 0 { return nil }
    let closesArticle =
      sinceProse <= 3 && region != .hidden && line.text.count <= 40
      && BoilerplateLine(line).tellsCredits
    return closesArticle ? nil : .boilerplate
  }
}

/// Keeps the passages of prose that make up the bulk of the page, each with the headline before
/// and the credits after it.
private func keepProseClusters(_ draft: inout Draft) {
  let lines = draft.lines
  let clusters = proseClusters(lines)
  guard let largest = clusters.map(\.prose).max() else { return }
  var keeps = [Bool](repeating: false, count: lines.count)
  for cluster in clusters where cluster.prose * 4 >= largest {
    let range =
      headline(of: cluster.range, lines, draft.metadata)..<credits(after: cluster.range, lines)
    for index in range { keeps[index] = true }
  }
  keepHeadline(lines, &keeps)
  draft.removeLines { index, _ in keeps[index] ? nil : .boilerplate }
}

/// Keeps a headline that stands far before the prose, and of what stands between the credits and
/// the short lines of the text itself.
private func keepHeadline(_ lines: [DraftLine], _ keeps: inout [Bool]) {
  guard let headline = lines.firstIndex(where: \.isHeadline), !keeps[headline],
    let text = keeps[headline...].firstIndex(of: true)
  else { return }
  keeps[headline] = true
  let prose = lines[text...].first(where: \.isProse)?.markup?.container
  for index in headline + 1..<text {
    let isOfText = prose != nil && lines[index].markup?.container == prose
    keeps[index] = isOfText || BoilerplateLine(lines[index]).tellsCredits
  }
}

private struct ProseCluster {
  /// The lines from the first to the last of prose.
  var range: Range<Int>
  /// The code points of its prose.
  var prose: Int
}

/// Runs of prose with at most a dozen short lines in between; a headline or new section divides.
private func proseClusters(_ lines: [DraftLine]) -> [ProseCluster] {
  var clusters: [ProseCluster] = []
  for index in lines.indices where lines[index].isProse {
    let count = lines[index].text.count
    if let last = clusters.last, index - last.range.upperBound <= 12 {
      clusters[clusters.count - 1] = ProseCluster(
        range: last.range.lowerBound..<index + 1, prose: last.prose + count)
    } else {
      clusters.append(ProseCluster(range: index..<index + 1, prose: count))
    }
  }
  return clusters
}

/// The first line that belongs to a cluster: its headline, or the nearest short lines before it.
private func headline(
  of cluster: Range<Int>, _ lines: [DraftLine], _ metadata: PageMetadata
) -> Int {
  let window = max(0, cluster.lowerBound - 16)..<cluster.lowerBound
  let headline = window.first { index in
    lines[index].markup?.headingLevel == 1 || isTitle(lines[index], of: metadata)
  }
  if let headline { return headline }
  if let heading = window.first(where: { lines[$0].markup?.headingLevel != nil }) { return heading }
  return window.lowerBound
}

private func isTitle(_ line: DraftLine, of metadata: PageMetadata) -> Bool {
  guard let title = metadata.title?.scalars, line.text.count >= 4 else { return false }
  return title.starts(with: line.text.scalars)
}

/// The line after the signature and credits that follow a cluster: what stands in its container
/// right behind it, and labelled lines.
private func credits(after cluster: Range<Int>, _ lines: [DraftLine]) -> Int {
  var end = cluster.upperBound
  let container = lines[end - 1].markup?.container
  while end < lines.count, end - cluster.upperBound < 3, lines[end].markup?.container == container {
    end += 1
  }
  let limit = min(lines.count, cluster.upperBound + 12)
  for index in min(end, limit)..<limit where BoilerplateLine(lines[index]).tellsCredits {
    end = index + 1
  }
  return end
}

extension DraftLine {
  /// Whether the line is a sentence of some length that is no link.
  fileprivate var isProse: Bool {
    let shape = shape
    guard shape.stops > 0 || shape.commas > 1, shape.length >= 20 else { return false }
    return (markup?.linkLength ?? 0) * 2 < text.count
  }

  /// Whether most of the line is link text, and it is no headline.
  fileprivate var isLinks: Bool {
    guard let markup, markup.headingLevel == nil else { return false }
    return markup.linkLength * 5 >= text.count * 3
  }
}
