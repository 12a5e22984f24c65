/// A sentence with slots to fill in.
///
/// An example is `{county}今年改造老旧小区{count 个 老旧小区 改造}。`: a slot is a kind and, for a number, its unit, subject and action.
struct Template: Sendable {
  enum Piece: Sendable {
    case words([Unicode.Scalar])
    case slot(Slot)
  }

  struct Slot: Sendable {
    let kind: String
    /// Unit, subject and action of a number.
    let about: [String]
  }

  let pieces: [Piece]

  init(_ text: String) {
    var pieces: [Piece] = []
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: "}") else {
        pieces.append(.words(Array(part.unicodeScalars)))
        continue
      }
      let words = part[..<end].split(separator: " ").map(String.init)
      pieces.append(.slot(Slot(kind: words[0], about: Array(words[1...]))))
      pieces.append(.words(Array(part[part.index(after: end)...].unicodeScalars)))
    }
    self.pieces = pieces
  }

  /// The templates of a text, one a line.
  static func lines(of text: String) -> [Template] {
    text.split(separator: "\n").map { Template(String($0)) }
  }
}
