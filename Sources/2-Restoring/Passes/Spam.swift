import Matching
import Model

/// Takes out search spam: passages that are little but words of pornography, betting and fraud.
///
/// One such word may be news, and 一区、二区、三区 may be counted: the words have weights, and a
/// passage goes when enough weight stands close together without a comma or full stop.
func removeSpam(_ draft: inout Draft) {
  draft.removeLines { _, line in isSpam(line.text.scalars) ? .spam : nil }
  draft.rewriteLines(as: .spam) { scalars in
    spamPassages(in: scalars).map(Rewrite.remove)
  }
}

/// Whether a line without a sentence is spam for a good third.
private func isSpam(_ scalars: [Unicode.Scalar]) -> Bool {
  let words = spamWords(in: scalars)
  let weight = words.reduce(0) { $0 + $1.weight }
  guard weight >= 6, !scalars.contains("。") else { return false }
  let covered = words.reduce(0) { $0 + $1.range.count }
  return covered * 3 >= scalars.count && words.contains { $0.weight > 1 }
}

private struct SpamWord {
  var range: Range<Int>
  var weight: Int
}

private func spamPassages(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  var passages: [Range<Int>] = []
  var cluster: [SpamWord] = []
  for word in spamWords(in: scalars) {
    if let last = cluster.last, word.range.lowerBound - last.range.upperBound > 8 {
      if let passage = passage(of: cluster, in: scalars) { passages.append(passage) }
      cluster = []
    }
    cluster.append(word)
  }
  if let passage = passage(of: cluster, in: scalars) { passages.append(passage) }
  return passages
}

private func spamWords(in scalars: [Unicode.Scalar]) -> [SpamWord] {
  var words: [SpamWord] = []
  var index = 0
  while index < scalars.count {
    if let match = SpamLexicon.weights.longestMatch(in: scalars, at: index) {
      words.append(SpamWord(range: index..<index + match.length, weight: match.value))
      index += match.length
    } else {
      index += 1
    }
  }
  return words
}

/// The whole passage around a cluster of spam words, nil when the cluster is too thin.
///
/// Inside a text it takes a weight of 6; a line of little else needs 4.
private func passage(of cluster: [SpamWord], in scalars: [Unicode.Scalar]) -> Range<Int>? {
  guard cluster.count >= 2, let first = cluster.first, let last = cluster.last else { return nil }
  let range = first.range.lowerBound..<last.range.upperBound
  let covered = cluster.reduce(0) { $0 + $1.range.count }
  let weight = cluster.reduce(0) { $0 + $1.weight }
  let inner = scalars[range]
  guard covered * 2 >= range.count, weight >= (covered * 5 >= scalars.count * 4 ? 4 : 6),
    !inner.contains("。"), !inner.contains("，"), !inner.contains("、")
  else { return nil }
  return widened(range, in: scalars)
}

/// Widens a passage to the next mark or space on either side, at most 12 code points.
private func widened(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
  var low = range.lowerBound
  var high = range.upperBound
  while low > 0, range.lowerBound - low < 12, !scalars[low - 1].endsPassage { low -= 1 }
  while high < scalars.count, high - range.upperBound < 12, !scalars[high].endsPassage {
    high += 1
  }
  if low > 0, !scalars[low - 1].endsPassage { low = range.lowerBound }
  if high < scalars.count, !scalars[high].endsPassage { high = range.upperBound }
  return low..<high
}

extension Unicode.Scalar {
  fileprivate var endsPassage: Bool {
    isSpace || endsSentence || isClauseMark || opensPair || closesPair || self == "："
  }
}

private enum SpamLexicon {
  static let weights = Lexicon<Int>(
    LexiconFile(PackageResources.spam_txt).entries.map { ($0[0], Int($0[1]) ?? 1) })
}
