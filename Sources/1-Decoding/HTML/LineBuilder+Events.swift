import CGumbo

extension UnsafePointer<GumboNode> {
  /// What is markup in the source of a text node.
  fileprivate var syntax: AlignedText.Syntax {
    guard pointee.type != GUMBO_NODE_CDATA, let parent = pointee.parent else { return .nothing }
    return switch parent.pointee.v.element.tag {
    case GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE: .references
    case GUMBO_TAG_PLAINTEXT, GUMBO_TAG_XMP: .nothing
    default: .markup
    }
  }
}

extension LineBuilder {
  /// Takes what the walk through a page met.
  mutating func take(_ event: PageWalk.Event, of source: UnsafeBufferPointer<UInt8>) {
    enterLine(event.lineNumber)
    switch event.kind {
    case .lineBreak: if !event.context.isHidden { lineBreak() }
    case .sectionBreak: sectionBreak()
    case .text(let node): take(node, event, of: source)
    }
  }

  private mutating func take(
    _ node: UnsafePointer<GumboNode>, _ event: PageWalk.Event,
    of source: UnsafeBufferPointer<UInt8>
  ) {
    guard let decoded = node.pointee.v.text.text else { return }
    if event.context.isHidden {
      if node.pointee.type != GUMBO_NODE_WHITESPACE { leaveOut(at: event.offset) }
      return
    }
    enter(event.context)
    var aligned = AlignedText(decoded, in: source, at: event.offset, node.syntax)
    while let step = aligned.next() {
      if step.followsBlockTag { endLine() }
      take(step.scalar, step.start, step.end)
    }
  }
}
