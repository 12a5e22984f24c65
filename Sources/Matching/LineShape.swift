/// What length and punctuation say of a line, counted once.
package struct LineShape: Hashable, Sendable {
  /// How a line ends.
  package enum Ending: Hashable, Sendable {
    /// With the end of a sentence, closing marks after it allowed; or with a colon.
    case sentence
    /// With a comma or another mark that promises more.
    case clause
    /// With a closing quotation mark or bracket.
    case closed
    /// With a word.
    case open
  }

  /// The number of code points that are no spaces.
  package private(set) var length = 0
  /// The number of Han characters.
  package private(set) var han = 0
  /// The number of letters `a` to `z`.
  package private(set) var letters = 0
  /// The number of digits.
  package private(set) var digits = 0
  /// The number of commas, enumeration commas and semicolons.
  package private(set) var commas = 0
  /// The number of marks that end a sentence.
  package private(set) var stops = 0
  /// The position after the last mark that ends a sentence, closing marks included.
  package private(set) var afterLastStop: Int?
  /// How many quotations and brackets are still open at the end.
  package private(set) var unclosed = 0
  /// How the line ends.
  package private(set) var ending = Ending.open

  /// Counts a run of a text.
  package init(_ text: [Unicode.Scalar], _ range: Range<Int>) {
    for index in range { count(text[index], at: index) }
    extendLastStop(in: text, to: range.upperBound)
    ending = Self.ending(of: text, range)
  }

  /// Whether the line holds a whole sentence.
  package var isSentence: Bool { stops > 0 && ending == .sentence }

  private mutating func count(_ scalar: Unicode.Scalar, at index: Int) {
    if scalar.isHan {
      length += 1
      han += 1
      return
    }
    guard !scalar.isSpace else { return }
    length += 1
    if scalar.isASCIIDigit {
      digits += 1
    } else if scalar.isASCIILetter {
      letters += 1
    } else if scalar.isClauseMark {
      commas += 1
    } else if scalar.endsSentence {
      stops += 1
      afterLastStop = index + 1
    } else if scalar.opensPair {
      unclosed += 1
    } else if scalar.closesPair {
      unclosed = max(0, unclosed - 1)
    }
  }

  private mutating func extendLastStop(in text: [Unicode.Scalar], to end: Int) {
    guard var at = afterLastStop else { return }
    while at < end, text[at].closesPair || text[at].isSpace { at += 1 }
    afterLastStop = at
  }

  private static func ending(of text: [Unicode.Scalar], _ range: Range<Int>) -> Ending {
    var closed = false
    for index in range.reversed() {
      let scalar = text[index]
      if scalar.isSpace { continue }
      if scalar.closesPair {
        closed = true
        continue
      }
      if scalar.endsSentence || scalar == "；" || scalar == ";" || scalar == "：" || scalar == ":" {
        return .sentence
      }
      if closed { return .closed }
      return scalar.isClauseMark || scalar.opensPair ? .clause : .open
    }
    return closed ? .closed : .open
  }
}

extension Unicode.Scalar {
  /// Whether this divides clauses: ，、；, and their ASCII forms.
  @inlinable
  public var isClauseMark: Bool {
    switch self {
    case "，", "、", "；", ",", ";": true
    default: false
    }
  }

  /// Whether this opens a quotation, a title or a bracket.
  @inlinable
  public var opensPair: Bool {
    switch self {
    case "“", "‘", "「", "『", "《", "〈", "（", "(", "【", "〔", "[", "［": true
    default: false
    }
  }

  /// Whether this closes a quotation, a title or a bracket.
  @inlinable
  public var closesPair: Bool {
    switch self {
    case "”", "’", "」", "』", "》", "〉", "）", ")", "】", "〕", "]", "］": true
    default: false
    }
  }
}
