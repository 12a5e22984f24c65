import Decoding
import Matching
import Model
import Scripts

/// Proves for one document that its articles' texts are what its bytes say.
struct SourceProof {
  private let decoded: SourcedText
  private let byteCount: Int

  /// Decodes the original anew, as the import did.
  init(_ file: SourceFile, charset: String?) {
    decoded = decode(file, charset: charset).text
    byteCount = file.bytes.count
  }

  /// What is wrong with the source spans of a text, nil if nothing is.
  func fault(in text: [Unicode.Scalar], _ spans: [SourceSpan]) -> String? {
    var position = 0
    for span in spans {
      guard span.span.start == position, span.span.end <= text.count else {
        return "source spans cover the text in order, without gap or overlap"
      }
      position = span.span.end
      guard span.byteOffset >= 0, span.byteOffset + span.byteLength <= byteCount else {
        return "source spans lie within the original"
      }
      guard Self.normal(text[span.span.range]) == normal(bytesOf: span) else {
        return "the bytes at \(span.byteOffset), decoded, give the text of their span"
      }
    }
    return position == text.count
      ? nil : "source spans cover the text in order, without gap or overlap"
  }

  /// What the decoder reads at a span's bytes, in the form of comparison.
  private func normal(bytesOf span: SourceSpan) -> [Unicode.Scalar] {
    let end = UInt32(span.byteOffset + span.byteLength)
    var index = firstIndex(atOrAfter: UInt32(span.byteOffset))
    let start = index
    while index < decoded.count, decoded.origins[index].byteOffset < end { index += 1 }
    return Self.normal(decoded.scalars[start..<index])
  }

  private func firstIndex(atOrAfter byte: UInt32) -> Int {
    var low = 0
    var high = decoded.count
    while low < high {
      let middle = (low + high) / 2
      if decoded.origins[middle].byteOffset < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Simplified script, half width, no white space: what restoring may change of a character.
  private static func normal(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.compactMap { $0.isSpace ? nil : TraditionalScript.simplified($0.halfWidth) }
  }
}
