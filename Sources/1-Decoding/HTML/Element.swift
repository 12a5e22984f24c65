import CGumbo
import Model

/// An element of the parsed page.
struct Element {
  let node: UnsafePointer<GumboNode>

  init(_ node: UnsafePointer<GumboNode>) { self.node = node }

  var tag: GumboTag { node.pointee.v.element.tag }

  /// Whether it belongs to a drawing or a formula.
  var isForeign: Bool { node.pointee.v.element.tag_namespace != GUMBO_NAMESPACE_HTML }

  /// Whether the parser put it, with words of its own, in the place of the old `isindex`.
  var isIndexPrompt: Bool {
    node.pointee.parse_flags.rawValue & GUMBO_INSERTION_FROM_ISINDEX.rawValue != 0
  }

  /// Where its start tag stands; nil if the parser made it up.
  var start: UnsafePointer<CChar>? { node.pointee.v.element.original_tag.data }

  /// The value of an attribute, as bytes; nil where it is missing.
  func attribute(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    gumboAttribute(name).flatMap { Self.bytes($0.pointee.value) }
  }

  /// The names, in lower case, and values of all attributes, as bytes.
  var attributes: [(name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>)] {
    let attributes = node.pointee.v.element.attributes
    return (0..<Int(attributes.length)).compactMap { index in
      let attribute = attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self)
      guard let name = Self.bytes(attribute?.pointee.name),
        let value = Self.bytes(attribute?.pointee.value)
      else { return nil }
      return (name, value)
    }
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8>? {
    guard let text else { return nil }
    let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    var count = 0
    while start[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: start, count: count)
  }

  /// What it holds first: the text of a `title` or `script`.
  var firstChild: UnsafePointer<GumboNode>? {
    let children = node.pointee.v.element.children
    guard children.length > 0, let child = children.data[0] else { return nil }
    return UnsafePointer(child.assumingMemoryBound(to: GumboNode.self))
  }

  /// The attribute as the parser keeps it.
  func gumboAttribute(_ name: StaticString) -> UnsafePointer<GumboAttribute>? {
    var attributes = node.pointee.v.element.attributes
    guard attributes.length > 0 else { return nil }
    return name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) {
      UnsafePointer(gumbo_get_attribute(&attributes, $0))
    }
  }

  /// Notes what the element itself, without its style, says of the text inside.
  func setRole(in context: inout BlockContext) {
    switch tag {
    case GUMBO_TAG_A: context.isLink = context.isLink || gumboAttribute("href") != nil
    case GUMBO_TAG_B, GUMBO_TAG_STRONG: context.isStrong = true
    case GUMBO_TAG_CENTER: context.isCentred = true
    case GUMBO_TAG_PRE, GUMBO_TAG_LISTING, GUMBO_TAG_PLAINTEXT, GUMBO_TAG_XMP:
      context.isPreformatted = true
    case GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN: context.isInArticle = true
    case GUMBO_TAG_H1: context.headingLevel = 1
    case GUMBO_TAG_H2: context.headingLevel = 2
    case GUMBO_TAG_H3: context.headingLevel = 3
    case GUMBO_TAG_H4: context.headingLevel = 4
    case GUMBO_TAG_H5: context.headingLevel = 5
    case GUMBO_TAG_H6: context.headingLevel = 6
    default: break
    }
    if let align = attribute("align"), ElementKind(tag) != .inline {
      context.isCentred = align.elementsEqual("center".utf8) { lowercased($0) == $1 }
    }
  }

  /// The part of the page that the element declares to be, by its name or the names it is given.
  func region(in context: BlockContext) -> Markup.Region? {
    switch tag {
    case GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN: return nil
    case GUMBO_TAG_NAV, GUMBO_TAG_MENU, GUMBO_TAG_SELECT: return .navigation
    case GUMBO_TAG_ASIDE: return .aside
    case GUMBO_TAG_HEADER where !context.isInArticle, GUMBO_TAG_BUTTON: return .banner
    case GUMBO_TAG_FOOTER where !context.isInArticle: return .footer
    case GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEXTAREA: return .hidden
    default: return namedRegion
    }
  }

  private var namedRegion: Markup.Region? {
    for name in ["role", "class", "id"] as [StaticString] {
      if let value = attribute(name), let region = RegionNames.builtIn.region(of: value) {
        return region
      }
    }
    return nil
  }
}
