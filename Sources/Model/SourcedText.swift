/// Where one code point came from: a run of bytes of the original document.
///
/// A length of 0 marks a code point that no byte prints: the break between two blocks of markup.
public struct Origin: Hashable, Sendable {
  /// The first byte, counted from 0 in the original.
  public let byteOffset: UInt32
  /// The number of bytes: 3 for a Han character of UTF-8, more for an entity such as `&ldquo;`.
  public let byteLength: UInt32

  /// The byte after the last one.
  public var byteEnd: UInt32 { byteOffset + byteLength }

  /// Makes an origin.
  public init(byteOffset: Int, byteLength: Int) {
    self.byteOffset = UInt32(byteOffset)
    self.byteLength = UInt32(byteLength)
  }
}

/// A text that knows for every code point which bytes of the original it came from.
///
/// This is the source map carried from the first byte on. The index of a code point is its
/// position in every span, so rules work on `scalars` and never convert between kinds of offset.
///
/// - Invariant: `scalars` and `origins` have the same count.
public struct SourcedText: Hashable, Sendable {
  /// The code points.
  public private(set) var scalars: [Unicode.Scalar] = []
  /// For each code point its bytes.
  public private(set) var origins: [Origin] = []

  /// An empty text.
  public init() {}

  /// A text whose bytes are the UTF-8 of `string` itself, for tests and examples.
  public init(_ string: String) {
    var offset = 0
    for scalar in string.unicodeScalars {
      let length = UTF8.width(scalar)
      append(scalar, from: Origin(byteOffset: offset, byteLength: length))
      offset += length
    }
  }

  /// The number of code points.
  public var count: Int { scalars.count }
  /// Whether there is no code point.
  public var isEmpty: Bool { scalars.isEmpty }
  /// The whole text.
  public var string: String { string(0..<count) }
  /// The span of the whole text.
  public var span: Span { Span(start: 0, end: count) }

  /// Makes room for `capacity` code points.
  public mutating func reserveCapacity(_ capacity: Int) {
    scalars.reserveCapacity(capacity)
    origins.reserveCapacity(capacity)
  }

  /// Adds one code point.
  public mutating func append(_ scalar: Unicode.Scalar, from origin: Origin) {
    scalars.append(scalar)
    origins.append(origin)
  }

  /// Adds a run of another text with its origins.
  public mutating func append(_ text: SourcedText, _ range: Range<Int>) {
    scalars.append(contentsOf: text.scalars[range])
    origins.append(contentsOf: text.origins[range])
  }

  /// Adds another text.
  public mutating func append(_ text: SourcedText) { append(text, 0..<text.count) }

  /// Puts another code point in the place of one, which keeps its bytes.
  public mutating func replace(at index: Int, with scalar: Unicode.Scalar) {
    scalars[index] = scalar
  }

  /// A run of the text with its origins.
  public func slice(_ range: Range<Int>) -> SourcedText {
    var slice = SourcedText()
    slice.append(self, range)
    return slice
  }

  /// The words of a run.
  public func string(_ range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  /// The words at a span.
  public func string(_ span: Span) -> String { string(span.range) }

  /// The bytes of the original from the first to the last code point of a run, nil for none.
  public func bytes(of range: Range<Int>) -> Origin? {
    guard let first = origins[range].first, let last = origins[range].last else { return nil }
    let low = min(first.byteOffset, last.byteOffset)
    let high = max(first.byteEnd, last.byteEnd)
    return Origin(byteOffset: Int(low), byteLength: Int(high - low))
  }

  /// The runs of adjacent bytes that the text is made of, in order, without gap or overlap.
  public func sourceSpans() -> [SourceSpan] {
    var spans: [SourceSpan] = []
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, origins[end].byteOffset == origins[end - 1].byteEnd { end += 1 }
      let from = Int(origins[start].byteOffset)
      let to = Int(origins[end - 1].byteEnd)
      spans.append(
        SourceSpan(
          span: Span(start: start, end: end), byteOffset: from, byteLength: to - from))
      start = end
    }
    return spans
  }
}

/// How one run of an article's text came from the original bytes.
public struct SourceSpan: Hashable, Codable, Sendable {
  /// The run of the text.
  public let span: Span
  /// Its first byte in the original.
  public let byteOffset: Int
  /// How many bytes it came from; 0 for a break that only markup makes.
  public let byteLength: Int

  /// Makes a source span.
  public init(span: Span, byteOffset: Int, byteLength: Int) {
    self.span = span
    self.byteOffset = byteOffset
    self.byteLength = byteLength
  }
}
