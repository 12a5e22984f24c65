/// Why the restorer changed or left out something that the original prints.
public enum EditReason: String, Codable, Sendable, CaseIterable {
  /// A line or column end inside a sentence.
  case lineBreak = "line-break"
  /// A space inside Han text or between digits and Han.
  case spacing
  /// A full-width letter, digit or space.
  case fullWidth = "full-width"
  /// A soft hyphen, zero-width character or control character.
  case invisible
  /// A character the scan doubled at a break.
  case doubled
  /// Pinyin put after a character.
  case pinyin
  /// A sign thrown between words.
  case ornament
  /// A spam line.
  case spam
  /// Debris of markup in plain text.
  case markup
  /// Menus, share bars, related links, footers, licence lines.
  case boilerplate
  /// A passage that the page prints a second time inside one article.
  case repeated
}

/// One removal or change made while restoring, so that a person can see and dispute it.
///
/// Turning Traditional into Simplified script is not listed character by character: the article's
/// `script` says it.
public struct Edit: Hashable, Codable, Sendable {
  /// The first byte of the original that is concerned.
  public let byteOffset: Int
  /// How many bytes are concerned.
  public let byteLength: Int
  /// What the original prints there.
  public let printed: String
  /// What stands in the text instead; empty when it was left out.
  public let replacement: String
  /// Why.
  public let reason: EditReason

  /// Makes an edit.
  public init(
    byteOffset: Int, byteLength: Int, printed: String, replacement: String = "",
    reason: EditReason
  ) {
    self.byteOffset = byteOffset
    self.byteLength = byteLength
    self.printed = printed
    self.replacement = replacement
    self.reason = reason
  }
}
