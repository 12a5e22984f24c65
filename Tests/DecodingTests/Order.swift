import Model
import Testing

/// Expects the origins of a document to run forward inside its bytes, and its lines through its
/// text.
func expectOrder(
  _ document: DecodedDocument, in bytes: [UInt8],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var end: UInt32 = 0
  let inOrder = document.text.origins.allSatisfy { origin in
    defer { end = origin.byteEnd }
    return origin.byteOffset >= end
  }
  #expect(inOrder, sourceLocation: sourceLocation)
  #expect(Int(end) <= bytes.count, sourceLocation: sourceLocation)
  var last = 0
  for line in document.lines {
    #expect(line.span.start >= last && !line.span.isEmpty, sourceLocation: sourceLocation)
    last = line.span.end
  }
  #expect(last <= document.text.count, sourceLocation: sourceLocation)
}
