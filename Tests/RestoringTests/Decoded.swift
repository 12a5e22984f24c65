import Model

/// A plain text page as the decoder hands it on.
func decoded(_ string: String) -> DecodedDocument {
  let text = SourcedText(string)
  var lines: [Line] = []
  var start = 0
  var blank = 0
  for index in 0...text.count where index == text.count || text.scalars[index] == "\n" {
    if text.scalars[start..<index].contains(where: { $0 != " " && $0 != "　" }) {
      lines.append(Line(span: Span(start: start, end: index), blankBefore: blank))
      blank = 0
    } else {
      blank += 1
    }
    start = index + 1
  }
  return DecodedDocument(
    name: "page.txt", mediaType: "text/plain", charset: "utf-8", text: text, lines: lines)
}

/// A page of markup: each block its words and what the markup says of them.
func decoded(_ blocks: [(String, Markup)], title: String? = nil) -> DecodedDocument {
  var document = decoded(blocks.map(\.0).joined(separator: "\n"))
  for index in blocks.indices { document.lines[index].markup = blocks[index].1 }
  document.metadata.title = title.map { SourcedText($0) }
  return document
}
