/// Something odd about a document's content, noted and passed on: noise is not an error.
public struct Diagnostic: Hashable, Codable, Sendable {
  /// The byte of the original it was seen at, if it has a place.
  public let byteOffset: Int?
  /// What was seen, as a sentence without capital and full stop.
  public let message: String

  /// Makes a diagnostic.
  public init(byteOffset: Int? = nil, message: String) {
    self.byteOffset = byteOffset
    self.message = message
  }
}
