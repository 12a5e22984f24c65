import Model

/// The address of a page on the web: absolute, `http` or `https`.
struct WebAddress: Equatable {
  /// The address, its scheme in lower case.
  let text: String
  /// Scheme, host and port: `https://www.example.com`.
  let origin: String
  /// Whether it goes on behind the last `/` of its path, as that of a page does and that of a
  /// folder does not.
  let namesPage: Bool

  /// The longest address taken, in code points.
  static let longest = 2_000

  /// Reads an absolute address; nil for anything else.
  ///
  /// - Parameter words: the address and nothing round it.
  init?(_ words: [Unicode.Scalar]) {
    guard words.count <= Self.longest, words.allSatisfy(Self.mayHold),
      let scheme = Self.schemes.first(where: { Self.opens(words, with: $0) })
    else { return nil }
    let rest = words[scheme.unicodeScalars.count...]
    let host = rest.prefix { !Self.endsHost.contains($0) }
    guard let first = host.first, first != ":" else { return nil }
    let path = rest[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
    text = scheme + String(scalars: rest)
    origin = scheme + String(scalars: host)
    namesPage = path.last.map { $0 != "/" } ?? false
  }

  /// Reads an address as a page prints it; one without a scheme (`//host/…`), or without scheme
  /// and host (`/…`), has those of `page`.
  init?(_ words: [Unicode.Scalar], on page: WebAddress?) {
    if let address = WebAddress(words) {
      self = address
      return
    }
    guard let page, Self.isPartial(words) else { return nil }
    let scheme = page.origin.unicodeScalars.prefix { $0 != "/" }
    let start =
      words.starts(with: "//".unicodeScalars) ? Array(scheme) : Array(page.origin.unicodeScalars)
    self.init(start + words)
  }

  /// Whether words may be an address that leaves out the scheme, or scheme and host.
  static func isPartial(_ words: [Unicode.Scalar]) -> Bool {
    words.first == "/" && words.count <= longest
  }

  private static let schemes = ["https://", "http://"]
  private static let endsHost: Set<Unicode.Scalar> = ["/", "?", "#"]

  private static func opens(_ words: [Unicode.Scalar], with scheme: String) -> Bool {
    let scheme = scheme.unicodeScalars
    return words.count > scheme.count
      && zip(words, scheme).allSatisfy { $0 == $1 || $0.value | 0x20 == $1.value && $1 > "@" }
  }

  /// Whether an address may hold a character: no blank, no sign that is not seen, none that ends
  /// an address in text.
  private static func mayHold(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned: false
    default:
      !scalar.properties.isWhitespace && !"<>\"\\\u{FFFD}".unicodeScalars.contains(scalar)
    }
  }
}
