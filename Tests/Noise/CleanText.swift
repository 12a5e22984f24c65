import Foundation
import Model
import Reading

/// A piece as it should be read: a headline and paragraphs without noise.
package struct CleanText: Hashable, Sendable {
  /// The headline.
  package var title: String
  /// The paragraphs, each one line.
  package var paragraphs: [String]

  /// A piece of its parts.
  package init(title: String, paragraphs: [String]) {
    self.title = title
    self.paragraphs = paragraphs
  }

  /// The piece on a page of its own, a blank line between paragraphs.
  package var page: String { ([title] + paragraphs).joined(separator: "\n\n") + "\n" }

  /// Its lines: what a reader should be shown.
  var lines: String { ([title] + paragraphs).joined(separator: "\n") }

  /// The pieces of the plain pages in a folder that hold one piece with a headline, as the program
  /// reads them, in the order of the names.
  ///
  /// - Throws: what the file system says.
  package static func all(in folder: String) throws -> [CleanText] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.filter { $0.hasSuffix(".txt") }.compactMap { name in
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      let articles = read(SourceFile(name: name, bytes: [UInt8](bytes))).articles
      guard let article = articles.first, articles.count == 1, let title = article.title else {
        return nil
      }
      return CleanText(
        title: title, paragraphs: article.text.split(separator: "\n").map(String.init))
    }
  }

  /// What the program reads on a page.
  static func found(on page: String) -> [CleanText] {
    Reading.read(SourceFile(name: "page.txt", bytes: Array(page.utf8))).articles.map {
      CleanText(
        title: $0.title ?? "", paragraphs: $0.text.split(separator: "\n").map(String.init))
    }
  }
}
