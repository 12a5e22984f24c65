import ArgumentParser
import Querying

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "Find numeric facts; the same as query --show facts.",
    discussion: """
      EXAMPLES
        archive facts --city 遂宁 --unit 元 --sort value --descending
        archive facts --subject 停车位 --county 船山区
        archive facts --province 四川 --unit 元 --by city,year
        archive facts --unit 元 --over 10亿 --format csv > facts.csv
        archive facts --topic 老旧小区改造 --since 2021 --excel > facts.csv

      Every row of csv, tsv, json and ndjson has the value in base scale, the quote, its sentence,
      its article and document and its position (start and length in code points of the text).
      --since and --until ask for a period that the fact's own touches; a fact without one has
      the day its article was published.
      """)

  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup(title: "Rows") var answer: AnswerOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try answering { () throws(QueryError) in
      var request = Request()
      request.filters = try filters.filters()
      request.show = .facts
      request.groups = try answer.groups()
      try Asking(answer: answer, output: output, database: database).ask(request, nil)
    }
  }
}
