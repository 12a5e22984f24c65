/// A half-open run of code points of one text, counted from 0.
///
/// Every position of the public tables counts this way, so that
/// `substr(text, start + 1, length)` gives the quote in plain SQL.
public struct Span: Hashable, Sendable {
  /// The first code point.
  public let start: Int
  /// The code point after the last one.
  public let end: Int

  /// The number of code points.
  public var length: Int { end - start }
  /// The same run as an index range.
  public var range: Range<Int> { start..<end }
  /// Whether the run holds nothing.
  public var isEmpty: Bool { start == end }

  /// Makes the run `start..<end`.
  ///
  /// - Precondition: `0 ≤ start ≤ end`.
  public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "a span runs forward from 0")
    self.start = start
    self.end = end
  }

  /// Makes a span of an index range.
  public init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share a code point.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The same run counted from `offset` further on.
  public func shifted(by offset: Int) -> Span { Span(start: start + offset, end: end + offset) }
}

extension Span: Comparable {
  /// Reading order; of two that start together the longer comes first.
  public static func < (a: Span, b: Span) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}

extension Span: Codable {
  private enum CodingKeys: String, CodingKey { case start, length }

  /// Reads `{"start": …, "length": …}`.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    let start = try box.decode(Int.self, forKey: .start)
    let length = try box.decode(Int.self, forKey: .length)
    guard start >= 0, length >= 0, start <= Int.max - length else {
      throw DecodingError.dataCorruptedError(
        forKey: .start, in: box, debugDescription: "a span runs forward from 0")
    }
    self.init(start: start, end: start + length)
  }

  /// Writes `{"start": …, "length": …}`.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(start, forKey: .start)
    try box.encode(length, forKey: .length)
  }
}
