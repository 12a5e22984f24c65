import CGumbo

/// How an element lays out what it holds.
enum ElementKind: UInt8 {
  /// Runs on in the line.
  case inline
  /// A line of its own: `p`, `h1`, `li`.
  case block
  /// A block that holds blocks: `div`, `td`, `article`.
  case container
  /// Holds no text of the page: `script`, `style`, `template`.
  case noText

  /// The kind of an element.
  init(_ tag: GumboTag) {
    let index = Int(tag.rawValue)
    self = index < Self.kinds.count ? Self.kinds[index] : .inline
  }

  /// Whether it stands on lines of its own.
  var isBlock: Bool { self == .block || self == .container }

  private static let kinds: [ElementKind] = {
    var kinds = [ElementKind](repeating: .inline, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    for (kind, names) in namesOfKind {
      for name in names.split(separator: " ") {
        kinds[Int(gumbo_tag_enum(String(name)).rawValue)] = kind
      }
    }
    kinds[Int(GUMBO_TAG_UNKNOWN.rawValue)] = .inline
    return kinds
  }()

  /// - SeeAlso: the HTML Standard, section 15.3 “Non-replaced elements”.
  private static let namesOfKind: [(ElementKind, String)] = [
    (
      .block,
      """
      address caption center dd dt figcaption h1 h2 h3 h4 h5 h6 hgroup legend li listing option \
      optgroup p plaintext pre summary xmp button
      """
    ),
    (
      .container,
      """
      article aside blockquote body details dialog dir div dl fieldset figure footer form header \
      html main menu nav ol search section select table tbody td textarea tfoot th thead tr ul \
      noscript frameset
      """
    ),
    (
      .noText,
      """
      script style template iframe noframes noembed object applet embed audio video canvas svg \
      title head datalist
      """
    ),
  ]
}
