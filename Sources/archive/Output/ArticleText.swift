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
    let title = Terminal.paint.bold(harmless(article.title ?? "(no title)"))
    // In Markdown lines are one paragraph until a line is empty.
    let end = isMarkdown ? "\n\n" : "\n"
    output((isMarkdown ? "# " : "") + title + end)
    if let subtitle = article.subtitle { output("—— " + harmless(subtitle) + end) }
    output(harmless(head) + "\n\n")
    for paragraph in article.text.split(separator: "\n") {
      output(harmless(String(paragraph)) + end)
    }
    output("\n")
  }

  /// Words of the article, for a terminal or as Markdown that means nothing but them.
  private func harmless(_ words: String) -> String {
    isMarkdown ? MarkdownText.paragraph(words) : words.neutralized
  }

  private var head: String {
    guard let row = article.facts.rows.first else { return "" }
    return zip(article.facts.columns, row)
      .filter { $0.1 != .null }
      .map { "\($0.0) \(Cell($0.1).text)" }
      .joined(separator: " · ")
  }
}
