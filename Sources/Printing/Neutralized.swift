extension String {
  /// The text with everything made visible that could steer a terminal: control characters,
  /// marks that turn the direction of writing, characters without any shape of their own.
  ///
  /// Line ends and tabs become a space; C0 controls their pictures (␛ for escape); the rest is
  /// named by its code point: `‹U+202E›`.
  package var neutralized: String { neutralized(keeping: []) }

  /// As `neutralized`, but for some characters that the form of the output has a place for.
  func neutralized(keeping kept: Set<Unicode.Scalar>) -> String {
    guard unicodeScalars.contains(where: \.isUnsafe) else { return self }
    return rewritten { $0.isUnsafe && !kept.contains($0) ? $0.visible : nil }
  }

  /// The text with the words that `replacement` gives in the place of some characters.
  ///
  /// Into bytes, since a view of scalars is copied whole for each run that is appended to it.
  func rewritten(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let words = replacement(scalar) {
        bytes.append(contentsOf: words.utf8)
      } else {
        UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As `neutralized`, but keeping the line ends.
  package var neutralizedLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).neutralized }
      .joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  /// Whether a terminal must not get it: Cc, Cf, line and paragraph separators, surrogates.
  var isUnsafe: Bool {
    // Most of Chinese text: ASCII, Han, its punctuation, full width; none of it is of those.
    if (0x20..<0x7F).contains(value) || (0x3000...0x9FFF).contains(value)
      || (0x2010...0x2027).contains(value) || (0xFF01...0xFF5E).contains(value)
    {
      return false
    }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: return false
    }
  }

  fileprivate var visible: String {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return " "
    case 0x7F: return "␡"
    case 0..<0x20: return Unicode.Scalar(0x2400 + value).map { String($0) } ?? ""
    default: return "‹U+\(String(value, radix: 16, uppercase: true))›"
    }
  }
}
