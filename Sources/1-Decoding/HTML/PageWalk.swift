import CGumbo
import Model

/// Walks the tree of a page and lists its text nodes with what their elements say of them.
///
/// The walk keeps its own stack, so that deep markup cannot overflow the program's.
struct PageWalk {
  /// Something that makes or ends a line.
  struct Event {
    enum Kind {
      case text(UnsafePointer<GumboNode>)
      case lineBreak
      case sectionBreak
    }
    let kind: Kind
    /// Where it stands in the page.
    let offset: Int
    /// Texts of one number stand on one line, with no block between them.
    let lineNumber: Int
    let context: BlockContext
  }

  private struct Frame {
    let node: UnsafePointer<GumboNode>
    let context: BlockContext
    let isBlock: Bool
    var nextChild: UInt32 = 0
  }

  private(set) var events: [Event] = []
  private(set) var regions = DeclaredRegions()
  /// The `meta`, `link`, `base`, `title` and JSON-LD elements.
  private(set) var metadata: [UnsafePointer<GumboNode>] = []

  private let source: UnsafeBufferPointer<UInt8>
  private var stack: [Frame] = []
  private var lineNumber = 0
  private var containers: Int32 = 0
  private var lastOffset = 0

  /// Walks the tree under `root`, parsed from `source`.
  init(_ root: UnsafePointer<GumboNode>, of source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    open(root, in: BlockContext())
    while let frame = stack.last {
      let children = frame.node.pointee.v.element.children
      if frame.nextChild < children.length, let child = children.data[Int(frame.nextChild)] {
        stack[stack.count - 1].nextChild += 1
        visit(UnsafePointer(child.assumingMemoryBound(to: GumboNode.self)), in: frame.context)
      } else {
        if frame.isBlock { lineNumber += 1 }
        stack.removeLast()
      }
    }
    putInSourceOrder()
  }

  /// Text inside a table but outside its cells is moved before the table by the parser; here
  /// everything stays where it is printed.
  private mutating func putInSourceOrder() {
    let isOrdered = zip(events, events.dropFirst()).allSatisfy { $0.offset <= $1.offset }
    guard !isOrdered else { return }
    let places = events.indices.sorted { (events[$0].offset, $0) < (events[$1].offset, $1) }
    events = places.map { events[$0] }
  }

  private mutating func visit(_ node: UnsafePointer<GumboNode>, in context: BlockContext) {
    switch node.pointee.type {
    case GUMBO_NODE_ELEMENT: open(node, in: context)
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      let isCDATA = node.pointee.type == GUMBO_NODE_CDATA
      let start = offset(of: node.pointee.v.text.original_text.data) + (isCDATA ? 9 : 0)
      add(.text(node), at: start, in: context)
    default: break
    }
  }

  private mutating func open(_ node: UnsafePointer<GumboNode>, in outer: BlockContext) {
    let element = Element(node)
    switch element.tag {
    case GUMBO_TAG_BR: add(.lineBreak, at: offset(of: element.start), in: outer)
    case GUMBO_TAG_HR:
      lineNumber += 1
      add(.sectionBreak, at: offset(of: element.start), in: outer)
    case GUMBO_TAG_META, GUMBO_TAG_LINK, GUMBO_TAG_BASE: metadata.append(node)
    case GUMBO_TAG_TITLE where !element.isForeign, GUMBO_TAG_SCRIPT: metadata.append(node)
    case GUMBO_TAG_HEAD: stack.append(Frame(node: node, context: outer, isBlock: true))
    case _ where element.isForeign || element.isIndexPrompt || ElementKind(element.tag) == .noText:
      break
    default: descend(into: element, in: outer)
    }
  }

  private mutating func descend(into element: Element, in outer: BlockContext) {
    let kind = ElementKind(element.tag)
    if kind.isBlock { lineNumber += 1 }
    if element.tag == GUMBO_TAG_ARTICLE {
      add(.sectionBreak, at: offset(of: element.start), in: outer)
    }
    let context = context(of: element, kind, in: outer)
    stack.append(Frame(node: element.node, context: context, isBlock: kind.isBlock))
  }

  private mutating func context(
    of element: Element, _ kind: ElementKind, in outer: BlockContext
  ) -> BlockContext {
    var context = outer
    element.setRole(in: &context)
    let style = element.attribute("style").map { InlineStyle($0) }
    if let style {
      context.isStrong = context.isStrong || style.isStrong
      context.isCentred = style.isCentred ?? context.isCentred
    }
    let isHidden = style?.isHidden ?? false || element.attribute("hidden") != nil
    if kind == .inline {
      context.isHidden = context.isHidden || isHidden
      return context
    }
    context.tag = element.tag
    if kind == .container {
      containers += 1
      context.container = containers
    }
    if let region = isHidden ? .hidden : element.region(in: outer) {
      context.region = regions.declare(region, inside: outer.region)
    }
    return context
  }

  private mutating func add(_ kind: Event.Kind, at offset: Int, in context: BlockContext) {
    lastOffset = offset
    events.append(
      Event(kind: kind, offset: offset, lineNumber: lineNumber, context: context))
  }

  /// The place in the page of a pointer into it; where the parser made up an element, that of
  /// what stands before.
  private func offset(of pointer: UnsafePointer<CChar>?) -> Int {
    guard let pointer, let base = source.baseAddress else { return lastOffset }
    let offset = UnsafeRawPointer(pointer) - UnsafeRawPointer(base)
    return (0...source.count).contains(offset) ? offset : lastOffset
  }
}
