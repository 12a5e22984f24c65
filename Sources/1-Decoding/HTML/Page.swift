import CGumbo
import Model

/// The text, lines and metadata of a page.
struct Page {
  private(set) var text = SourcedText()
  private(set) var lines: [Line] = []
  private(set) var metadata = PageMetadata()
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a page in UTF-8.
  init(_ twin: UTF8Twin) {
    if let deep = Nesting(twin.bytes).tooDeepAt {
      let message = "markup too deep for the parser, tags stripped"
      diagnostics.append(Diagnostic(byteOffset: twin.original(deep), message: message))
      var builder = LineBuilder(twin)
      stripTags(twin.bytes, into: &builder)
      finish(builder, DeclaredRegions(), twin)
      metadata.url = DeclaredAddresses().best(twin.note)
      metadata.savedAt = twin.note?.time?.text
    } else {
      parse(twin)
    }
  }

  private mutating func parse(_ twin: UTF8Twin) {
    twin.bytes.withUnsafeBufferPointer { source in
      source.withMemoryRebound(to: CChar.self) { characters in
        let arena = Arena()
        var options = arena.options
        let output = gumbo_parse_with_options(&options, characters.baseAddress, source.count)
        if let root = output?.pointee.root { read(root, of: source, twin) }
        _ = consume arena
      }
    }
  }

  private mutating func read(
    _ root: UnsafePointer<GumboNode>, of source: UnsafeBufferPointer<UInt8>, _ twin: UTF8Twin
  ) {
    let walk = PageWalk(root, of: source)
    var builder = LineBuilder(twin)
    let ends = walk.events.dropFirst().map(\.offset) + [source.count]
    for (event, end) in zip(walk.events, ends) {
      // No text reaches into the next one, so that all stay in the order of the bytes.
      builder.take(event, of: UnsafeBufferPointer(rebasing: source[..<end]))
    }
    builder.endLine()
    finish(builder, walk.regions, twin)
    metadata = DeclaredMetadata([root] + walk.metadata, of: source, twin).page
  }

  private mutating func finish(
    _ builder: LineBuilder, _ declared: DeclaredRegions, _ twin: UTF8Twin
  ) {
    (text, lines) = (builder.text, builder.lines)
    var regions = declared
    for (line, region) in zip(lines, builder.regionOfLine) {
      regions.count(sentenceMarks(in: line), in: region)
    }
    for (index, region) in builder.regionOfLine.enumerated() where region >= 0 {
      lines[index].markup?.region = regions.region(of: region)
    }
    if let first = builder.hidden.first {
      let message = "\(builder.hidden.count) hidden words inside lines left out"
      diagnostics.append(Diagnostic(byteOffset: twin.original(first), message: message))
    }
  }

  /// How many commas and full stops a line has; a line of links has none that count.
  private func sentenceMarks(in line: Line) -> Int {
    guard let markup = line.markup, markup.linkLength * 2 < line.span.length else { return 0 }
    return text.scalars[line.span.range].count { $0 == "，" || $0 == "。" || $0 == "；" }
  }
}
