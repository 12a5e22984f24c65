import Matching
import Model

/// Where no name can go on: punctuation, and words such as 的, 推行 or 近日.
///
/// This is no word segmentation: it only keeps a name from running into the words around it.
enum Boundaries {
  private static let words: WordSet = {
    var words = WordSet(words: LexiconFile(PackageResources.boundary_words_txt).words)
    for word in LexiconFile(PackageResources.program_cues_txt).words { words.insert(word, true) }
    for word in LexiconFile(PackageResources.boundary_exceptions_txt).words {
      words.insert(word, false)
    }
    return words
  }()

  /// For each position the start of the run of name characters that holds it; a position inside a
  /// boundary has the next one, which no range can start at and hold.
  ///
  /// No word bounds a name inside one of `places`, given in reading order (太和路 in 太和县).
  static func runStarts(in text: [Unicode.Scalar], places: [Span] = []) -> [Int] {
    var starts = [Int](repeating: 0, count: text.count)
    var start = 0
    var at = 0
    var next = 0
    while at < text.count {
      while next < places.count, places[next].start < at { next += 1 }
      var (length, isBoundary) = step(in: text, at: at, runStart: start)
      if isBoundary, next < places.count, places[next].start == at, isNameScalar(text[at]) {
        (length, isBoundary) = (places[next].length, false)
      } else if isBoundary, next > 0, at < places[next - 1].end, isNameScalar(text[at]) {
        (length, isBoundary) = (1, false)
      }
      if isBoundary { start = at + length }
      for index in at..<at + length { starts[index] = isBoundary ? text.count + 1 : start }
      at += length
    }
    return starts
  }

  /// Whether a range is a word that bounds names.
  static func isBoundary(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    words.value(of: text, in: range) ?? false
  }

  /// A word and whether it is a boundary; 中 and the like bound only what they stand behind.
  private static func step(
    in text: [Unicode.Scalar], at index: Int, runStart: Int
  ) -> (Int, isBoundary: Bool) {
    if let date = dateOrCount(in: text, at: index) { return (date, true) }
    if !isNameScalar(text[index]) { return isSize(in: text, at: index) ? (3, false) : (1, true) }
    guard let match = words.longestMatch(in: text, at: index), !isMile(in: text, at: index) else {
      return (1, false)
    }
    let isLocative = match.length == 1 && "中里上下内外".unicodeScalars.contains(text[index])
    return (match.length, match.value && !(isLocative && index == runStart))
  }

  /// Whether a name may hold a code point.
  static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHan || scalar.isASCIIDigit || scalar.isASCIILetter
      || marks.contains(scalar)
  }

  /// 七里塘, 十里坡: 里 behind a number is the mile of a name, not “in”; 一 ends other words (统一).
  private static func isMile(in text: [Unicode.Scalar], at index: Int) -> Bool {
    text[index] == "里" && index > 0 && "二三四五六七八九十百".unicodeScalars.contains(text[index - 1])
  }

  /// Whether a numeral in brackets says how large something is: 小（二）型.
  private static func isSize(in text: [Unicode.Scalar], at index: Int) -> Bool {
    index + 3 < text.count && "(（".unicodeScalars.contains(text[index])
      && ProgramName.numerals.contains(text[index + 1])
      && ")）".unicodeScalars.contains(text[index + 2]) && text[index + 3] == "型"
  }

  private static let marks = ScalarSet("·+-＋—–～%℃")

  private static let scales = ScalarSet("多余万亿千百")
  private static let counters = ScalarSet("年月日个项条名家户次场人元座栋处件时％%吨亩米里平套台所宗")

  /// The length of a date or count (2024年, 2024年度, 16个, 3万余吨) that starts at `index`.
  private static func dateOrCount(in text: [Unicode.Scalar], at index: Int) -> Int? {
    guard text[index].isASCIIDigit, index == 0 || !text[index - 1].isASCIIDigit else { return nil }
    var end = index
    while end < text.count, text[end].isASCIIDigit || text[end] == "." { end += 1 }
    let digits = end
    while end < text.count, scales.contains(text[end]) { end += 1 }
    guard end < text.count, counters.contains(text[end]) else {
      return end > digits ? end - index : nil
    }
    end += 1
    if text[end - 1] == "年", end < text.count, text[end] == "度",
      end + 1 == text.count || text[end + 1] != "假"
    {
      end += 1
    }
    return end - index
  }
}
