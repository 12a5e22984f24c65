import ArgumentParser
import Printing
import Querying
import SQLite

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one article with everything found in it.",
    discussion: """
      EXAMPLES
        archive show 1
        archive show 1 --source      each fact with the bytes of the original it stands on
        archive show 1 --edits       what was changed or left out while restoring the text
        archive show 1 --format json
      """)

  @Argument(help: "The article's number, the article_id of a query.")
  var article: Int
  @Flag(help: "Show for each fact the bytes of the original it stands on.")
  var source = false
  @Flag(help: "Show what was changed or left out between its first and last byte.")
  var edits = false
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try answering { () throws(QueryError) in
      let file = try database.open()
      guard output.chosen.holdsSeveralTables else {
        throw QueryError(.wrongUsage, "an article is several tables; use --format json or ndjson")
      }
      let shown = try file.article(article)
      var tables = shown.tables
      if source { tables.append(try bytes(of: shown, in: file)) }
      if edits { tables.append(try file.edits(of: article)) }
      try print(shown, tables)
    }
  }

  private func print(_ shown: ShownArticle, _ tables: [ShownTable]) throws(QueryError) {
    var printer = RowPrinter(output.options, isOneOfSeveral: true, write: Terminal.write)
    if output.chosen.isForReading {
      ArticleText(shown, isMarkdown: output.chosen == .markdown).write(to: Terminal.write)
      printer.print(tables.filter { !$0.rows.isEmpty }.map { Table($0).withoutEmptyColumns })
    } else {
      let text = ShownTable(
        title: "article", columns: shown.facts.columns + ["title", "subtitle", "text"],
        rows: shown.facts.rows.map {
          $0 + [.text(shown.title), .text(shown.subtitle), .text(shown.text)]
        })
      printer.print(([text] + tables).map { Table($0) })
    }
  }

  private func bytes(
    of shown: ShownArticle, in file: ArchiveFile
  ) throws(QueryError) -> ShownTable {
    guard let original = try file.original(of: article) else {
      throw QueryError(
        .nothingFound, "the archive does not hold the original of article \(article)")
    }
    var rows = SourceRows(original)
    for fact in try file.positions(of: article) { rows.add(fact) }
    return rows.table
  }
}
