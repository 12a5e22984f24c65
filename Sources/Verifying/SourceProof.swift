import Decoding
import Matching
import Model
import Scripts

/// Proves for one document that its articles' texts are what its bytes say.
struct SourceProof {
  private let origins: [Origin]
  /// What the decoder reads, in the form of comparison, as long as `origins`.
  private let decoded: [Unicode.Scalar]
  private let byteCount: Int

  /// Decodes the original anew, as the import did.
  init(_ file: SourceFile, charset: String?) {
    let text = decode(file, charset: charset).text
    origins = text.origins
    decoded = Self.comparable(text.scalars)
    byteCount = file.bytes.count
  }

  /// What is wrong with the source spans of a text, nil if nothing is.
  func fault(in text: [Unicode.Scalar], _ spans: [SourceSpan]) -> String? {
    let text = Self.comparable(text)
    var position = 0
    for span in spans {
      guard span.span.start == position, span.span.end <= text.count else {
        return "source spans cover the text in order, without gap or overlap"
      }
      position = span.span.end
      guard span.byteOffset >= 0, span.byteOffset + span.byteLength <= byteCount else {
        return "source spans lie within the original"
      }
      guard text[span.span.range].filter(Self.isPrinted) == printed(bytesOf: span) else {
        return "the bytes at \(span.byteOffset), decoded, give the text of their span"
      }
    }
    return position == text.count
      ? nil : "source spans cover the text in order, without gap or overlap"
  }

  /// What the decoder reads at a span's bytes, white space left out.
  private func printed(bytesOf span: SourceSpan) -> [Unicode.Scalar] {
    let end = UInt32(span.byteOffset + span.byteLength)
    let start = firstIndex(atOrAfter: UInt32(span.byteOffset))
    var index = start
    while index < origins.count, origins[index].byteOffset < end { index += 1 }
    return decoded[start..<index].filter(Self.isPrinted)
  }

  private func firstIndex(atOrAfter byte: UInt32) -> Int {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].byteOffset < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Simplified script and half width: what restoring may change of a character.
  private static func comparable(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    TraditionalScript.simplified(text).map { TraditionalScript.simplified($0.halfWidth) }
  }

  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool { !scalar.isSpace }
}
