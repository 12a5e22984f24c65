import Printing
import Querying
import SQLite

/// An article's head and body as a person reads them.
struct ArticleText {
  private let article: ShownArticle
  private let isMarkdown: Bool

  init(_ article: ShownArticle, isMarkdown: Bool) {
    self.article = article
    self.isMarkdown = isMarkdown
  }

  /// Writes the lines.
  func write(to output: (String) -> Void) {
    output(
      (isMarkdown ? "# " : "") + Terminal.paint.bold((article.title ?? "(no title)").neutralized)
        + "\n")
    if let subtitle = article.subtitle { output("—— " + subtitle.neutralized + "\n") }
    output(head.neutralized + "\n\n")
    // Paragraphs are lines; in Markdown they stand apart.
    for paragraph in article.text.split(separator: "\n") {
      output(String(paragraph).neutralized + (isMarkdown ? "\n\n" : "\n"))
    }
    output("\n")
  }

  private var head: String {
    guard let row = article.facts.rows.first else { return "" }
    return zip(article.facts.columns, row)
      .filter { $0.1 != .null }
      .map { "\($0.0) \(Cell($0.1).text)" }
      .joined(separator: " · ")
  }
}
