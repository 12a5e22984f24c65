import Model

extension Draft {
  /// The text of the lines that are left, each ended by `\n` except the last.
  func assembled() -> (SourcedText, [Line]) {
    var text = SourcedText()
    text.reserveCapacity(lines.reduce(0) { $0 + $1.text.count + 1 })
    var spans: [Line] = []
    for (index, line) in lines.enumerated() {
      let start = text.count
      text.append(line.text)
      spans.append(
        Line(
          span: Span(start: start, end: text.count), markup: line.markup,
          blankBefore: line.blankBefore))
      if index < lines.count - 1 { text.append("\n", from: line.lineEnd) }
    }
    return (text, spans)
  }

  /// The changes as edits, in the order of the bytes, with the words the original prints.
  func edits(of printed: SourcedText) -> [Edit] {
    changes
      .sorted { a, b in
        (a.bytes.byteOffset, a.bytes.byteEnd) < (b.bytes.byteOffset, b.bytes.byteEnd)
      }
      .map { change in
        Edit(
          byteOffset: Int(change.bytes.byteOffset), byteLength: Int(change.bytes.byteLength),
          printed: words(of: printed, at: change.bytes), replacement: change.replacement,
          reason: change.reason)
      }
  }

  private func words(of printed: SourcedText, at bytes: Origin) -> String {
    let origins = printed.origins
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].byteOffset < bytes.byteOffset { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < origins.count, origins[end].byteEnd <= bytes.byteEnd { end += 1 }
    return printed.string(low..<end)
  }
}
