import CGumbo
import Model

/// Web pages, read with a parser of HTML5 that keeps the byte position of every text.
struct HTML: Format {
  func recognizes(_ sample: Sample) -> Bool { MarkupSigns(sample).isPage }

  func decode(_ file: SourceFile, charset: Charset?) -> DecodedDocument {
    let charset =
      charset ?? Charset.detect(file.bytes, declared: Charset.declared(in: file.bytes))
    var broken = BrokenBytes()
    let page = Page(UTF8Twin(file.bytes, in: charset, broken: &broken))
    return DecodedDocument(
      name: file.name, mediaType: "text/html", charset: charset.rawValue, text: page.text,
      lines: page.lines, metadata: page.metadata,
      diagnostics: broken.diagnostics(in: charset) + page.diagnostics)
  }
}
