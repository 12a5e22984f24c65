import ArgumentParser
import Printing
import Querying
import Reading
import SQLite

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: inChinese(
      "Show one article with everything found in it.",
      "显示一篇文章和其中找到的一切。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive show 1
        archive show 1 --source      each fact with the bytes of the original it stands on
        archive show 1 --edits       what was changed or left out while restoring the text
        archive show 1 --format json
      """,
      """
      示例
        archive show 1
        archive show 1 --source      每条数字事实连同所据的原文字节
        archive show 1 --edits       还原正文时改动或略去了什么
        archive show 1 --format json
      """))

  @Argument(
    help: .said("The article's number, the article_id of a query.", "文章编号，即查询结果中的 article_id。"))
  var article: Int
  @Flag(
    help: .said("Show for each fact the bytes of the original it stands on.", "列出每条数字事实所依据的原文字节。"))
  var source = false
  @Flag(
    help: .said(
      "Show what was changed or left out between its first and last byte.", "列出从首字节到末字节之间改动或略去了什么。")
  )
  var edits = false
  @OptionGroup(title: inChinese("Output", "输出")) var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try answering(output) { () throws(QueryError) in
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
    guard sha256(of: original.bytes) == original.sha256 else {
      throw file.damage("the original of article \(article) has another digest than its document")
    }
    var rows = SourceRows(original)
    for fact in try file.positions(of: article) { rows.add(fact) }
    return rows.table
  }
}
