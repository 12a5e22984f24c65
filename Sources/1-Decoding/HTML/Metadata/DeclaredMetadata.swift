import CGumbo
import Matching
import Model

/// Gathers what the head of a page says of the piece; of several statements on one matter the one
/// in the most exact form is kept.
struct DeclaredMetadata {
  /// What the page declares.
  private(set) var page = PageMetadata()

  private let source: UnsafeBufferPointer<UInt8>
  private let twin: UTF8Twin
  /// For each field the rank of the statement kept, lower is better.
  private var ranks: [PageField: Int] = [:]
  private var addresses = DeclaredAddresses()

  /// - Parameters:
  ///   - nodes: the `html`, `meta`, `link`, `base`, `title` and `script` elements, in the order of
  ///     the page.
  ///   - source: the page as parsed.
  ///   - twin: the way back to the original bytes.
  init(
    _ nodes: [UnsafePointer<GumboNode>], of source: UnsafeBufferPointer<UInt8>, _ twin: UTF8Twin
  ) {
    self.source = source
    self.twin = twin
    for node in nodes.map({ Element($0) }) {
      switch node.tag {
      case GUMBO_TAG_HTML: readSaver(node)
      case GUMBO_TAG_META: readMeta(node)
      case GUMBO_TAG_LINK: readLink(node)
      case GUMBO_TAG_BASE: addresses.addBase(words(node.attribute("href")))
      case GUMBO_TAG_TITLE: readTitle(node)
      default: readScript(node)
      }
    }
    page.url = addresses.best(twin.note)
    page.savedAt = twin.note?.time?.text ?? page.savedAt
  }

  /// Savers may write into the attributes of the whole page where they had it from, and when.
  private mutating func readSaver(_ element: Element) {
    for (name, value) in element.attributes {
      guard let (field, rank) = MetaNames.builtIn.meaning(name), field == .url || field == .saved
      else { continue }
      keep(SourcedText(String(scalars: words(value))), as: field, rank: rank)
    }
  }

  /// A link may tell the page's own address; the people and papers it may lead to are not named.
  private mutating func readLink(_ element: Element) {
    guard let relation = element.attribute("rel"),
      let (field, rank) = MetaNames.builtIn.meaning(relation), field == .url
    else { return }
    addresses.add(words(element.attribute("href")), rank: rank)
  }

  private mutating func readMeta(_ element: Element) {
    for name in ["name", "property", "itemprop"] as [StaticString] {
      guard let key = element.attribute(name), let (field, rank) = MetaNames.builtIn.meaning(key),
        let content = element.gumboAttribute("content"), let value = content.pointee.value
      else { continue }
      var start = offset(of: content.pointee.original_value.data)
      if start < source.count, source[start] == 0x22 || source[start] == 0x27 { start += 1 }
      keep(text(AlignedText(value, in: source, at: start, .references)), as: field, rank: rank)
    }
  }

  /// The `title` element often adds the names of column and site, so anything else is better.
  private mutating func readTitle(_ element: Element) {
    guard let node = element.firstChild, let decoded = node.pointee.v.text.text else { return }
    let start = offset(of: node.pointee.v.text.original_text.data)
    keep(text(AlignedText(decoded, in: source, at: start, .references)), as: .title, rank: 1_000)
  }

  private mutating func readScript(_ element: Element) {
    guard let type = element.attribute("type"), Array(type).holds("application/ld+json", at: 0),
      let node = element.firstChild
    else { return }
    var reader = LinkedData(source, from: offset(of: node.pointee.v.text.original_text.data))
    while let (field, value, rank) = reader.next() {
      var text = SourcedText()
      for step in value { text.append(step.scalar, from: twin.origin(step.start, step.end)) }
      keep(text, as: field, rank: rank)
    }
  }

  private mutating func keep(_ text: SourcedText, as field: PageField, rank: Int) {
    let text = withoutLabel(trimmed(text))
    guard !text.isEmpty, rank < ranks[field, default: .max], isName(text, field) else { return }
    switch field {
    case .title: page.title = text
    case .source: page.source = text.string
    case .author: page.author = text.string
    case .published:
      guard let date = CalendarDate(stamp: text.scalars) else { return }
      page.published = date
    case .url: return addresses.add(text.scalars, rank: rank)
    case .saved:
      guard let time = SavingTime(text.scalars) else { return }
      page.savedAt = time.text
    }
    ranks[field] = rank
  }

  private func text(_ aligned: AlignedText) -> SourcedText {
    var (aligned, text) = (aligned, SourcedText())
    while let step = aligned.next() {
      let scalar = step.scalar.value < 0x20 ? " " : step.scalar
      text.append(scalar, from: twin.origin(step.start, step.end))
    }
    return text
  }

  /// The words of an attribute, without blanks around; none of one too long for an address.
  private func words(_ value: UnsafeBufferPointer<UInt8>?) -> [Unicode.Scalar] {
    guard let value, value.count <= WebAddress.longest * 8 else { return [] }
    return trimmed(SourcedText(String(decoding: value, as: UTF8.self))).scalars
  }

  private func trimmed(_ text: SourcedText) -> SourcedText {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = text.scalars.firstIndex(where: { !isBlank($0) }),
      let last = text.scalars.lastIndex(where: { !isBlank($0) })
    else { return SourcedText() }
    return text.slice(first..<(last + 1))
  }

  /// Some systems put the label into the value: `content="来源：人民网"`.
  private func withoutLabel(_ text: SourcedText) -> SourcedText {
    let labels = ["来源", "來源", "作者"].map { Array($0.unicodeScalars) }
    guard text.count > 3, labels.contains(Array(text.scalars[..<2])),
      text.scalars[2] == "：" || text.scalars[2] == ":"
    else { return text }
    return trimmed(text.slice(3..<text.count))
  }

  /// The author may be given as the address of a profile, or as a number only the system knows.
  private func isName(_ text: SourcedText, _ field: PageField) -> Bool {
    ![PageField.title, .source, .author].contains(field)
      || !text.scalars.starts(with: "http".unicodeScalars)
        && text.scalars.contains { $0.properties.isAlphabetic }
  }

  private func offset(of pointer: UnsafePointer<CChar>?) -> Int {
    guard let pointer, let base = source.baseAddress else { return source.count }
    let offset = UnsafeRawPointer(pointer) - UnsafeRawPointer(base)
    return (0...source.count).contains(offset) ? offset : source.count
  }
}
