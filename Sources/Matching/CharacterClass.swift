// Public and inlinable, since a call for each character of a text costs more than its answer.
extension Unicode.Scalar {
  /// Whether this is a Han character, 〇 and 々 among them.
  @inlinable
  public var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3005, 0x3007:
      true
    default: false
    }
  }

  /// Whether this is one of `0` to `9`.
  @inlinable
  public var isASCIIDigit: Bool { (48...57).contains(value) }

  /// Whether this is a letter of the basic Latin alphabet.
  @inlinable
  public var isASCIILetter: Bool { (65...90).contains(value) || (97...122).contains(value) }

  /// Whether this is a space, tab, line end or one of Unicode's wide and narrow spaces.
  @inlinable
  public var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether a sentence ends here: 。！？ and their ASCII forms.
  @inlinable
  public var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "!", "?", "…": true
    default: false
    }
  }

  /// Whether this opens a quotation: “‘「『.
  @inlinable
  public var opensQuotation: Bool { self == "“" || self == "‘" || self == "「" || self == "『" }

  /// Whether this closes a quotation: ”’」』.
  @inlinable
  public var closesQuotation: Bool { self == "”" || self == "’" || self == "」" || self == "』" }

  /// Whether this is a quotation mark or book mark of any form.
  @inlinable
  public var isQuotationMark: Bool {
    switch self {
    case "“", "”", "‘", "’", "「", "」", "『", "』", "\"", "'", "《", "》", "〈", "〉", "＂", "＇": true
    default: false
    }
  }

  /// The ASCII form of a full-width character (U+FF01 to U+FF5E), else the character itself.
  @inlinable
  public var halfWidth: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }
}
