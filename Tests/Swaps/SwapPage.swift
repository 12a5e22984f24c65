import Foundation
import Model
import Reading
import TestSupport

/// A page with what is read on it.
package struct SwapPage: Sendable {
  let text: String
  let articles: [ArticleRecord]

  /// Reads a page.
  package init(text: String) {
    self.text = text
    let file = SourceFile(name: "page.txt", bytes: Array(text.utf8))
    articles = Reading.read(file).articles
  }

  /// The pages in a folder, in the order of their names.
  ///
  /// - Throws: what the file system says.
  package static func all(in folder: String) throws -> [SwapPage] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      let url = URL(fileURLWithPath: "\(folder)/\(name)")
      return SwapPage(text: try String(contentsOf: url, encoding: .utf8))
    }
  }

  /// The sentences of the tests of the extracting and resolving rules, each once, each a page.
  ///
  /// - Throws: what the file system says.
  package static func examples() throws -> [SwapPage] {
    var sentences: [String] = []
    for folder in ["ExtractingTests", "ResolvingTests"] {
      let root = "\(Repository.path)/Tests/\(folder)"
      let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
      for name in names.sorted() where name.hasSuffix(".swift") {
        let source = try Repository.text("Tests/\(folder)/\(name)")
        sentences += source.matches(of: #/"([^"\\\n]+。)"/#).map { String($0.output.1) }
      }
    }
    var seen: Set<String> = []
    return sentences.filter { seen.insert($0).inserted }.map {
      SwapPage(text: $0.filter { $0 != "⟦" && $0 != "⟧" })
    }
  }
}
