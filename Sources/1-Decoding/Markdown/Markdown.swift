import Model

/// Markdown, by its name: its marks become `Markup` and leave the text.
///
/// - SeeAlso: CommonMark 0.31; of its rules those that news texts use.
struct Markdown: Format {
  func recognizes(_ sample: Sample) -> Bool {
    sample.name.ends(with: ".md") || sample.name.ends(with: ".markdown")
  }

  func decode(_ file: SourceFile, charset: Charset?) -> DecodedDocument {
    let (source, charset, diagnostics) = PlainText.text(of: file, charset: charset)
    var blocks = MarkdownBlocks(source)
    blocks.read()
    return DecodedDocument(
      name: file.name, mediaType: "text/markdown", charset: charset.rawValue, text: blocks.text,
      lines: blocks.lines, metadata: blocks.metadata, diagnostics: diagnostics)
  }
}
