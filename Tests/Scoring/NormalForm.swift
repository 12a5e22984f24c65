import Foundation
import Scripts

/// The form in which gold and archives are compared, as `Tests/Gold/GUIDELINES.md` sets it:
/// Unicode NFKC, Simplified script, no white space.
package struct NormalForm: Hashable, Sendable {
  /// Its code points.
  package let scalars: [Unicode.Scalar]

  /// The form of a text; empty for nil.
  package init(_ text: String?) {
    let composed = (text ?? "").precomposedStringWithCompatibilityMapping
    let simple = TraditionalScript.simplified(Array(composed.unicodeScalars))
    scalars = simple.filter { !$0.properties.isWhitespace && !Self.separators.contains($0.value) }
  }

  /// The form of a name: quotation and book marks do not count either.
  package init(name: String?) {
    scalars = NormalForm(name).scalars.filter { !Self.marks.contains($0) }
  }

  /// Whether it has no character.
  package var isEmpty: Bool { scalars.isEmpty }
  /// The number of its code points.
  package var count: Int { scalars.count }

  /// Where the other text first stands in this one.
  package func first(_ other: NormalForm) -> Int? {
    (0...max(0, count - other.count)).first { holds(other, at: $0) }
  }

  /// Where the other text last stands in this one.
  package func last(_ other: NormalForm) -> Int? {
    (0...max(0, count - other.count)).last { holds(other, at: $0) }
  }

  /// Whether the other text stands in this one.
  package func contains(_ other: NormalForm) -> Bool { first(other) != nil }

  private func holds(_ other: NormalForm, at start: Int) -> Bool {
    start + other.count <= count
      && scalars[start..<start + other.count].elementsEqual(other.scalars)
  }

  private static let marks = Set("“”‘’「」『』\"'《》〈〉".unicodeScalars)
  /// The separators of ASCII, which are white space to some and not to Unicode.
  private static let separators: ClosedRange<UInt32> = 0x1C...0x1F
}
