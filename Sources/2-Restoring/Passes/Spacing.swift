import Matching
import Model

/// Closes spaces inside Han text: between digits and Han, inside numbers, around marks, and between
/// the characters of a line that was set wide.
///
/// In a headline a space divides its parts, so only the one after a number is closed there.
func closeSpaces(_ draft: inout Draft) {
  draft.rewriteLines(as: .spacing) { scalars in
    let spaces = runs(of: scalars, where: \.isSpace)
    guard !spaces.isEmpty else { return [] }
    let isProse = LineShape(scalars, 0..<scalars.count).stops > 0
    let wide = setWide(spaces, in: scalars)
    return spaces.enumerated()
      .filter { wide[$0.offset] || isGap($0.element, in: scalars, ofProse: isProse) }
      .map { Rewrite.remove($0.element) }
  }
}

private func isGap(_ space: Range<Int>, in scalars: [Unicode.Scalar], ofProse: Bool) -> Bool {
  guard space.lowerBound > 0, space.upperBound < scalars.count else { return true }
  let before = scalars[space.lowerBound - 1]
  let after = scalars[space.upperBound]
  if isMark(after) { return before.isHan || before.isASCIIDigit || before == "%" }
  if isMark(before), space.lowerBound > 1, scalars[space.lowerBound - 2].isSpace { return true }
  if before.isASCIIDigit {
    if after.isHan { return ofProse || isCounted(after) }
    if after == "%" || after == "％" { return true }
    return after == "." && isDigit(scalars, space.upperBound + 1)
  }
  if after.isASCIIDigit {
    if before == "." { return isDigit(scalars, space.lowerBound - 2) }
    return ofProse && (before.isHan || before == "，" || before == "、")
  }
  return false
}

/// Whether a mark closes a clause or sentence, so that no space stands before it.
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  "，。；：、！？,;!?".unicodeScalars.contains(scalar)
}

/// Whether a word after a number in a headline is its unit rather than a new part.
private func isCounted(_ scalar: Unicode.Scalar) -> Bool {
  "个户人次项份件名万亿元年月日天岁周期套座家所场处条公里亩吨米余多平方千百只头台".unicodeScalars.contains(scalar)
}

private func isDigit(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
  scalars.indices.contains(index) && scalars[index].isASCIIDigit
}

/// Which spaces belong to a run of at least three single characters set apart: `一 些 村 民`.
private func setWide(_ spaces: [Range<Int>], in scalars: [Unicode.Scalar]) -> [Bool] {
  var wide = [Bool](repeating: false, count: spaces.count)
  var start = 0
  for index in spaces.indices {
    let continues =
      index + 1 < spaces.count && spaces[index + 1].lowerBound == spaces[index].upperBound + 1
      && !scalars[spaces[index].upperBound].isASCIIDigit
    if continues { continue }
    if index - start >= 3 { for at in start...index { wide[at] = true } }
    start = index + 1
  }
  return wide
}
