import Model

/// Markdown, by its name.
struct Markdown: Format {
  func recognizes(_ sample: Sample) -> Bool {
    sample.name.ends(with: ".md") || sample.name.ends(with: ".markdown")
  }

  func decode(_ file: SourceFile, charset: Charset?) -> DecodedDocument {
    let (source, charset, diagnostics) = PlainText.text(of: file, charset: charset)
    return DecodedDocument(
      name: file.name, mediaType: "text/markdown", charset: charset.rawValue, text: source,
      lines: PlainText.lines(of: source), diagnostics: diagnostics)
  }
}
