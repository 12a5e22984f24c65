import Model

/// A restored page of plain text: each line a paragraph, blank lines between as printed.
func restored(_ string: String, title: String? = nil) -> RestoredDocument {
  var text = SourcedText()
  var lines: [Line] = []
  var blank = 0
  let printed = SourcedText(string)
  var start = 0
  for index in 0...printed.count where index == printed.count || printed.scalars[index] == "\n" {
    if index == start {
      blank += 1
    } else {
      if !text.isEmpty { text.append("\n", from: printed.origins[start - 1]) }
      let from = text.count
      text.append(printed, start..<index)
      lines.append(Line(span: Span(start: from, end: text.count), blankBefore: blank))
      blank = 0
    }
    start = index + 1
  }
  var metadata = PageMetadata()
  metadata.title = title.map { SourcedText($0) }
  return RestoredDocument(
    name: "page.txt", text: text, lines: lines, script: .simplified, metadata: metadata)
}

/// A restored page of markup.
func restored(_ blocks: [(String, Markup)], title: String? = nil) -> RestoredDocument {
  var document = restored(blocks.map(\.0).joined(separator: "\n"), title: title)
  for index in blocks.indices { document.lines[index].markup = blocks[index].1 }
  return document
}
