import Model

/// Text without markup, also where remains of markup stand in it.
struct PlainText: Format {
  func recognizes(_ sample: Sample) -> Bool { true }

  func decode(_ file: SourceFile, charset: Charset?) -> DecodedDocument {
    let (printed, charset, diagnostics) = Self.text(of: file, charset: charset)
    let text = NamedSigns.read(printed)
    return DecodedDocument(
      name: file.name, mediaType: "text/plain", charset: charset.rawValue, text: text,
      lines: Self.lines(of: text), diagnostics: diagnostics)
  }

  /// The code points of a file, every line end of whatever kind made `\n`.
  static func text(
    of file: SourceFile, charset: Charset?
  ) -> (text: SourcedText, charset: Charset, diagnostics: [Diagnostic]) {
    let charset = charset ?? Charset.detect(file.bytes, declared: nil)
    var text = SourcedText()
    text.reserveCapacity(file.bytes.count / 2)
    let broken = charset.read(file.bytes, into: &text)
    let unified = text.scalars.contains(where: isForeignLineEnd) ? unifyLineEnds(text) : text
    return (unified, charset, broken.diagnostics(in: charset))
  }

  /// The non-blank lines of a text.
  static func lines(of text: SourcedText) -> [Line] {
    var lines: [Line] = []
    let scalars = text.scalars
    var (start, blank, isBlank) = (0, 0, true)
    for index in 0...scalars.count {
      if index < scalars.count, scalars[index] != "\n" {
        if isBlank, !scalars[index].properties.isWhitespace { isBlank = false }
        continue
      }
      if isBlank {
        blank += 1
      } else {
        lines.append(Line(span: Span(start: start, end: index), blankBefore: blank))
        blank = 0
      }
      (start, isBlank) = (index + 1, true)
    }
    return lines
  }

  /// CR, vertical tab, form feed, NEL and the separators of Unicode.
  private static func isForeignLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0B...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Makes each line end one `\n`; that of CR LF has the bytes of both.
  private static func unifyLineEnds(_ text: SourcedText) -> SourcedText {
    var unified = SourcedText()
    let scalars = text.scalars
    unified.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let isPair = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if isPair, let origin = text.bytes(of: index..<(index + 2)) {
        unified.append("\n", from: origin)
      } else {
        unified.append(isForeignLineEnd(scalar) ? "\n" : scalar, from: text.origins[index])
      }
      index += isPair ? 2 : 1
    }
    return unified
  }
}
