package import Model

/// Turns the bytes of a file into text.
///
/// - Parameters:
///   - file: the original, untouched.
///   - charset: the encoding to read it in, by a name `Charset(named:)` knows; nil to find out.
/// - Returns: text with its lines and the byte position of every code point, in the order of the
///   bytes. Bytes that fit nothing are U+FFFD with a diagnostic.
package func decode(_ file: SourceFile, charset: String? = nil) -> DecodedDocument {
  let known = charset.flatMap { Charset(named: $0) }
  let sample = Sample(of: file)
  let format = formats.first { $0.recognizes(sample) } ?? PlainText()
  var document = format.decode(file, charset: known)
  if let charset, known == nil {
    document.diagnostics.append(Diagnostic(message: "“\(charset)” names no encoding known here"))
  }
  return document
}
