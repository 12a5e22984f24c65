import ArgumentParser
import Printing
import Querying

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say what an archive holds.",
    discussion: """
      EXAMPLES
        archive info
        archive info -d news.db --format json
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try answering { () throws(QueryError) in
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
