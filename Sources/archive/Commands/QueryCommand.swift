import ArgumentParser
import Printing
import Querying

extension Show: ExpressibleByArgument {}
extension Grouping: ExpressibleByArgument {}

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Find articles, facts, programs, places, organisations and people.",
    discussion: """
      EXAMPLES
        archive query "all 三无小区 programs by city"
        archive query "各市的三无小区项目"
        archive query "遂宁有多少个三无小区"
        archive query --city 遂宁
        archive query --show programs --topic 三无小区 --by city
        archive query --show facts --place 德阳/绵竹 --unit 元 --min 1000万 --sort value
        archive query --show articles --text 三无小区 --since 2021 --format csv > articles.csv
        archive query --show facts --by city,unit --sql

      Values of one filter mean any of them; different filters hold together. Without --show and
      a question the answer is what the archive knows: articles, programs and facts. A question
      is understood whole or not at all; how it was understood is said on standard error.
      """)

  @Argument(help: "A question in English or Chinese.")
  var question: String?
  @Option(help: "What the rows are: articles, facts, programs, places, organizations, people.")
  var show: Show?
  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup(title: "Rows") var answer: AnswerOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try answering { () throws(QueryError) in
      var request = Request()
      request.filters = try filters.filters()
      request.show = show
      request.groups = try answer.groups()
      try Asking(answer: answer, output: output, database: database).ask(request, question)
    }
  }
}

/// What `query` and `facts` do with a request.
struct Asking {
  let answer: AnswerOptions
  let output: OutputOptions
  let database: DatabaseOptions

  /// Answers a request, with the question in words added to it.
  func ask(_ asked: Request, _ question: String?) throws(QueryError) {
    let file = try database.open()
    var request = asked
    if let question {
      try request.add(file.understand(question))
      Terminal.note("understood as: query \(CommandWords.text(request))")
    }
    let isLimitGiven = answer.limit != nil || request.limit != nil
    answer.shape(&request, isForReading: output.chosen.isForReading)
    guard !answer.sql else { return try printSQL(request, file) }
    try AnswerPrinter(
      file: file, options: output.options, request: request, isLimitGiven: isLimitGiven
    ).print()
  }

  private func printSQL(_ request: Request, _ file: ArchiveFile) throws(QueryError) {
    for plan in try file.plan(request) {
      for note in plan.notes { Terminal.note(note) }
      Terminal.write(plan.statement.inlined + ";\n")
    }
  }
}
