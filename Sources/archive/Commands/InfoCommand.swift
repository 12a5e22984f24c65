import ArgumentParser
import Printing
import Querying

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: inChinese(
      "Say what an archive holds.",
      "说明档案里有什么。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive info
        archive info -d news.db --format json
      """,
      """
      示例
        archive info
        archive info -d news.db --format json
      """))

  @OptionGroup(title: inChinese("Output", "输出")) var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try answering(output) { () throws(QueryError) in
      let file = try database.open()
      guard output.chosen.holdsSeveralTables else {
        throw QueryError(.wrongUsage, "this is two tables; use --format json or ndjson")
      }
      let contents = Table(
        title: "contents", columns: [Column("what"), Column("value")],
        rows: try file.contents().map { [.text($0.name), Cell($0.value)] })
      let sources = Table(
        title: "sources",
        columns: ["source", "articles", "first", "last"].map { Column($0) },
        rows: try file.sources().map { $0.map { Cell($0) } })
      var printer = RowPrinter(output.options, isOneOfSeveral: true, write: Terminal.write)
      printer.print([contents, sources])
    }
  }
}
