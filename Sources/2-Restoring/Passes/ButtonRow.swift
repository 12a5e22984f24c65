import Matching

/// A line that is nothing but the buttons of a site.
enum ButtonRow: String {
  /// No text has such a line.
  case certain
  /// The words may also be a heading of a text, or its first words.
  case weak

  /// Looks at a line; nil for any other.
  init?(_ line: [Unicode.Scalar]) {
    guard line.count <= 40 else { return nil }
    var words: [Int] = []
    var isCertain = false
    var index = 0
    while index < line.count {
      if let match = Self.lexicon.longestMatch(in: line, at: index) {
        words.append(match.length)
        isCertain = isCertain || match.value == .certain
        index += match.length
      } else if line[index].isHan || line[index].isASCIIDigit && words.isEmpty && line.count > 12 {
        return nil
      } else if line[index].isASCIILetter, !Self.isLoneLetter(line, index) {
        return nil
      } else if line[index].endsSentence {
        return nil
      } else {
        index += 1
      }
    }
    guard !words.isEmpty || Self.isSizes(line) else { return nil }
    if words.count == 1, words[0] == 1 { return nil }
    self = isCertain || words.count > 1 || words.isEmpty ? .certain : .weak
  }

  private static func isLoneLetter(_ line: [Unicode.Scalar], _ index: Int) -> Bool {
    (index == 0 || !line[index - 1].isASCIILetter)
      && (index + 1 == line.count || !line[index + 1].isASCIILetter)
  }

  /// Whether a line is the buttons for the size of type: T + -, A+ A-.
  private static func isSizes(_ line: [Unicode.Scalar]) -> Bool {
    line.count <= 8 && line.contains("+") && line.contains("-")
      && line.contains { "TAta".unicodeScalars.contains($0) }
  }

  private static let lexicon = Lexicon<ButtonRow>(
    LexiconFile(PackageResources.buttons_txt).entries.map { entry in
      (entry[0], entry.count > 1 ? .weak : .certain)
    })
}
