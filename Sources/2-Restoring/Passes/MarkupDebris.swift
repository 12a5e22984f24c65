import Matching
import Model

/// Takes tags, named spaces and list numbers of stripped markup out of text that was no markup file.
func removeMarkupDebris(_ draft: inout Draft) {
  draft.removeLines { _, line in isDebris(line.text.scalars) ? .markup : nil }
  draft.rewriteLines(as: .markup) { scalars in
    guard scalars.contains(where: { $0 == "<" || $0 == "&" || $0 == ">" }) else { return [] }
    return debris(in: scalars)
  }
}

/// Whether a line is nothing but tags, with perhaps the number of an emptied list item.
private func isDebris(_ scalars: [Unicode.Scalar]) -> Bool {
  if isPicture(scalars) { return true }
  guard scalars.contains("<") else { return isScript(scalars) }
  var rest: [Unicode.Scalar] = []
  var index = 0
  while index < scalars.count {
    if let end = tagEnd(in: scalars, at: index) {
      index = end
    } else {
      if !scalars[index].isSpace { rest.append(scalars[index]) }
      index += 1
    }
  }
  return rest.allSatisfy { $0.isASCIIDigit || $0 == "." || $0 == "*" || $0 == "-" }
}

/// Whether a line is nothing but a picture that could not be kept: ![](…), data:image/….
private func isPicture(_ scalars: [Unicode.Scalar]) -> Bool {
  guard let first = scalars.first, first == "!" || first == "<" || first == "d" else {
    return false
  }
  if scalars.starts(with: "![".unicodeScalars) { return scalars.last == ")" }
  let start = scalars.prefix(40).firstIndex(of: "d") ?? 0
  return scalars[start...].starts(with: "data:image/".unicodeScalars)
}

/// Whether a line is program text: braces or semicolons and hardly a Han character.
private func isScript(_ scalars: [Unicode.Scalar]) -> Bool {
  let shape = LineShape(scalars, 0..<scalars.count)
  guard shape.letters >= 4, shape.han * 4 < shape.letters else { return false }
  let signs = scalars.count { "{};=".unicodeScalars.contains($0) }
  return signs >= 2 && signs * 20 >= shape.length
}

private func debris(in scalars: [Unicode.Scalar]) -> [Rewrite] {
  var found: [Rewrite] = []
  var index = 0
  while index < scalars.count {
    if scalars[index] == "<", let end = tagEnd(in: scalars, at: index) {
      found.append(.remove(index..<end))
      index = end
    } else if scalars[index] == "/", let end = brokenTagEnd(in: scalars, at: index) {
      found.append(.remove(index..<end))
      index = end
    } else if scalars[index] == "&", let space = spaces.longestMatch(in: scalars, at: index) {
      found.append(.remove(index..<index + space.length))
      index += space.length
    } else {
      index += 1
    }
  }
  return found
}

/// The position after the tag that starts at `index`; one cut off by the end of the line counts.
private func tagEnd(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
  guard scalars[index] == "<" else { return nil }
  var at = index + 1
  if at < scalars.count, scalars[at] == "/" || scalars[at] == "!" { at += 1 }
  guard at < scalars.count else { return at > index + 1 ? at : nil }
  guard scalars[at].isASCIILetter || scalars[at] == "-" else { return nil }
  while at < scalars.count, scalars[at] != "<" {
    if scalars[at] == ">" { return at + 1 }
    if scalars[at].isHan, !scalars[index..<at].contains("\"") { return nil }
    at += 1
  }
  return at == scalars.count ? at : nil
}

/// The position after a closing tag that lost its first sign: `/p>`.
private func brokenTagEnd(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
  var at = index + 1
  while at < scalars.count, at - index <= 6, scalars[at].isASCIILetter { at += 1 }
  guard at > index + 1, at < scalars.count, scalars[at] == ">" else { return nil }
  return at + 1
}

/// Spaces by name; a sign by name stays as printed, for its letters are what the bytes say.
private let spaces = WordSet(words: ["&nbsp;", "&emsp;", "&ensp;", "&thinsp;", "&#160;"])
