import FoundationEssentials
import Model
import Printing

/// A document's record as JSON, an article at a time: the encoder holds many times the memory of
/// what it writes.
struct RecordText {
  private let record: DocumentRecord
  private let encoder = JSONEncoder()

  init(_ record: DocumentRecord) {
    self.record = record
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  }

  /// Writes the record and a line end.
  ///
  /// - Throws: `EncodingError` when a number is none that JSON has.
  func write(to output: (String) -> Void) throws {
    var frame = record
    frame.articles = []
    // The keys are sorted, so that the list of articles is the first of all.
    let parts = try text(of: frame).split(separator: "[\n\n  ]", maxSplits: 1)
    guard parts.count == 2, !record.articles.isEmpty else {
      return output(try text(of: record) + "\n")
    }
    output(parts[0] + "[")
    for (index, article) in record.articles.enumerated() {
      let lines = try text(of: article).split(separator: "\n", omittingEmptySubsequences: false)
      let indented = lines.map { $0.isEmpty ? "" : "    " + $0 }
      output((index == 0 ? "\n" : ",\n") + indented.joined(separator: "\n"))
    }
    output("\n  ]" + parts[1] + "\n")
  }

  private func text(of value: some Encodable) throws -> String {
    JSONText.safe(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
