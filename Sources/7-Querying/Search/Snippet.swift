import Matching
import Scripts

/// The place of a hit in its sentence.
package enum Snippet {
  /// At most this many code points on either side of the hit.
  private static let reach = 40

  /// The sentence around the first hit of any phrase, the hit in 【】; nil for no hit.
  package static func of(_ phrases: [SearchPhrase], in text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    let (folded, positions) = fold(scalars)
    for phrase in phrases {
      guard let hit = first(phrase.characters, in: folded) else { continue }
      let range = positions[hit.lowerBound]..<(positions[hit.upperBound - 1] + 1)
      return cut(scalars, around: range)
    }
    return nil
  }

  private static func fold(_ text: [Unicode.Scalar]) -> ([Unicode.Scalar], [Int]) {
    var folded: [Unicode.Scalar] = []
    var positions: [Int] = []
    for (index, scalar) in text.enumerated() {
      guard let character = FoldedText.folded(scalar) else { continue }
      folded.append(character)
      positions.append(index)
    }
    return (folded, positions)
  }

  /// Where `needle` first stands in `text`.
  static func first(_ needle: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Range<Int>? {
    guard let head = needle.first, needle.count <= text.count else { return nil }
    for start in 0...(text.count - needle.count)
    where text[start] == head && text[start..<(start + needle.count)].elementsEqual(needle) {
      return start..<(start + needle.count)
    }
    return nil
  }

  private static func cut(_ text: [Unicode.Scalar], around hit: Range<Int>) -> String {
    var start = hit.lowerBound
    while start > 0, hit.lowerBound - start < reach, !ends(text[start - 1]) { start -= 1 }
    var end = hit.upperBound
    while end < text.count, end - hit.upperBound < reach, !ends(text[end]) { end += 1 }
    if end < text.count, text[end].endsSentence { end += 1 }
    let isCutBefore = start > 0 && !ends(text[start - 1])
    let isCutAfter = end < text.count && !ends(text[end - 1]) && !ends(text[end])
    return (isCutBefore ? "…" : "") + string(text[start..<hit.lowerBound]) + "【"
      + string(text[hit]) + "】" + string(text[hit.upperBound..<end]) + (isCutAfter ? "…" : "")
  }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar.endsSentence || scalar == "\n"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
