import Decoding
import Foundation
import Model
import TestSupport
import Testing

@Suite struct MutationTests {
  private static let seeds = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "seeds")

  /// The beginnings of the seeds, as text and as page.
  private func originals() throws -> [[UInt8]] {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.seeds, includingPropertiesForKeys: nil)
    let texts = try files.sorted { $0.path < $1.path }.map { file in
      Array(try Data(contentsOf: file).prefix(3000))
    }
    return texts
      + texts.map { text in
        Array("<html><body><div class='nav'><a href=x>首页</a></div><p>".utf8)
          + text.split(separator: 10).joined(separator: Array("</p><p>&ldquo;".utf8))
      }
  }

  /// Changes a few places: other bytes, cuts, copies, pieces of markup.
  private func mutate(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
    let pieces = [
      "<", ">", "&", "&#", "<!--", "<table>", "</td>", "<script>", "\u{0}", "\"", "]]>",
    ]
    for _ in 0..<Int.random(in: 1...8, using: &random) where bytes.count > 8 {
      let place = Int.random(in: 0..<(bytes.count - 4), using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      case 1: bytes.removeSubrange(place..<(place + 3))
      case 2: bytes.insert(contentsOf: bytes[0..<place].suffix(50), at: place)
      case 3: bytes.removeLast(min(bytes.count - 1, 40))
      default:
        bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
      }
    }
  }

  @Test(arguments: ["a.txt", "a.html", "a.md"])
  func `changed seeds are read in order, whatever the change`(name: String) throws {
    var random = SeededGenerator(seed: 431)
    for original in try originals() {
      for _ in 0..<12 {
        var bytes = original
        mutate(&bytes, using: &random)
        let document = decode(SourceFile(name: name, bytes: bytes))
        expectOrder(document, in: bytes)
        #expect(document.mediaType != "text/plain" || covers(document.text, bytes))
      }
    }
  }

  /// Whether every byte after the byte order mark belongs to a code point.
  private func covers(_ text: SourcedText, _ bytes: [UInt8]) -> Bool {
    let adjacent = zip(text.origins, text.origins.dropFirst()).allSatisfy {
      $0.byteEnd == $1.byteOffset
    }
    return adjacent && Int(text.origins.last?.byteEnd ?? UInt32(bytes.count)) == bytes.count
  }
}
