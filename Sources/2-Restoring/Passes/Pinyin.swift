import Matching
import Model

/// Takes out pinyin that a mirror site put in brackets after characters: `建(jian)设(she)`.
///
/// A bracket goes when it holds one syllable with a tone mark, or when the page has at least two
/// bracketed syllables; a lone `(pi)` may be meant.
func removePinyin(_ draft: inout Draft) {
  removeGlosses(&draft)
  let found = draft.lines.map { syllables(in: $0.text.scalars) }
  let certain = found.joined().contains(where: \.isToned) || found.joined().count > 1
  guard certain else { return }
  draft.rewriteLines(as: .pinyin) { scalars in
    syllables(in: scalars).map { Rewrite.remove($0.range) }
  }
}

/// Takes out the reading of a whole word in square brackets where a page has three of them:
/// `牧民[MuMin]`.
private func removeGlosses(_ draft: inout Draft) {
  let count = draft.lines.reduce(0) { $0 + glosses(in: $1.text.scalars).count }
  guard count >= 3 else { return }
  draft.rewriteLines(as: .pinyin) { scalars in glosses(in: scalars).map(Rewrite.remove) }
}

/// The brackets that hold a syllable for each of two to five Han characters before them.
private func glosses(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  scalars.indices.dropFirst(2).compactMap { open in
    guard scalars[open] == "[" || scalars[open] == "［" else { return nil }
    let close = scalars[open...].prefix(36).firstIndex { $0 == "]" || $0 == "］" }
    guard let close else { return nil }
    let letters = scalars[(open + 1)..<close].filter { !$0.isSpace && $0 != "'" }.map(lowercased)
    let han = scalars[..<open].suffix(5).reversed().prefix(while: \.isHan).count
    guard letters.count >= 3 else { return nil }
    return (2...max(2, han)).contains { $0 <= han && isRow(of: $0, letters[...]) }
      ? open..<close + 1 : nil
  }
}

private func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  (65...90).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
}

/// Whether letters are so many syllables in a row.
private func isRow(of count: Int, _ letters: ArraySlice<Unicode.Scalar>) -> Bool {
  if count == 0 { return letters.isEmpty }
  return (1...6).contains { length in
    guard length <= letters.count else { return false }
    let plain = letters.prefix(length).compactMap(untoned)
    return plain.count == length && isSyllable(plain)
      && isRow(of: count - 1, letters.dropFirst(length))
  }
}

private struct Syllable {
  var range: Range<Int>
  var isToned: Bool
}

private func syllables(in scalars: [Unicode.Scalar]) -> [Syllable] {
  var found: [Syllable] = []
  for index in scalars.indices.dropFirst() where scalars[index] == "(" || scalars[index] == "（" {
    guard scalars[index - 1].isHan, let syllable = syllable(in: scalars, after: index) else {
      continue
    }
    found.append(syllable)
  }
  return found
}

private func syllable(in scalars: [Unicode.Scalar], after bracket: Int) -> Syllable? {
  var letters: [Unicode.Scalar] = []
  var isToned = false
  var at = bracket + 1
  while at < scalars.count, letters.count < 7, let plain = untoned(scalars[at]) {
    isToned = isToned || plain != scalars[at]
    letters.append(plain)
    at += 1
  }
  guard at < scalars.count, scalars[at] == ")" || scalars[at] == "）",
    isSyllable(letters)
  else { return nil }
  return Syllable(range: bracket..<at + 1, isToned: isToned)
}

/// The lower-case letter without its tone mark, nil for anything else.
private func untoned(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  if (97...122).contains(scalar.value) { return scalar }
  switch scalar {
  case "ā", "á", "ǎ", "à", "ă": return "a"
  case "ē", "é", "ě", "è", "ê": return "e"
  case "ī", "í", "ǐ", "ì": return "i"
  case "ō", "ó", "ǒ", "ò": return "o"
  case "ū", "ú", "ǔ", "ù": return "u"
  case "ǖ", "ǘ", "ǚ", "ǜ", "ü": return "v"
  case "ń", "ň", "ǹ": return "n"
  case "ɡ": return "g"
  default: return nil
  }
}

/// Whether letters are an initial and a final of Hanyu Pinyin.
private func isSyllable(_ letters: [Unicode.Scalar]) -> Bool {
  if finals.value(of: letters, in: 0..<letters.count) != nil { return true }
  for length in 1...2 where length < letters.count {
    if initials.value(of: letters, in: 0..<length) != nil,
      finals.value(of: letters, in: length..<letters.count) != nil
    {
      return true
    }
  }
  return false
}

private let initials = WordSet(
  words: "b p m f d t n l g k h j q x zh ch sh r z c s y w".split(separator: " ").map(String.init))

private let finals = WordSet(
  words:
    "a o e i u v ai ei ui ao ou iu ie ue ve er an en in un vn ang eng ing ong ia ian iang iao iong ua uai uan uang uo"
    .split(separator: " ").map(String.init))
