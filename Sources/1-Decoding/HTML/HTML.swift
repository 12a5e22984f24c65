import Model

struct HTML: Format {
  func recognizes(_ sample: Sample) -> Bool { false }

  func decode(_ file: SourceFile, charset: Charset?) -> DecodedDocument {
    PlainText().decode(file, charset: charset)
  }
}
