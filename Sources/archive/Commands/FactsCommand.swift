import ArgumentParser
import Querying

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: inChinese(
      "Find numeric facts; the same as query --show facts.",
      "查数字事实，等于 query --show facts。"),
    discussion: inChinese(
      """
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
      """,
      """
      示例
        archive facts --city 遂宁 --unit 元 --sort value --descending
        archive facts --subject 停车位 --county 船山区
        archive facts --province 四川 --unit 元 --by city,year
        archive facts --unit 元 --over 10亿 --format csv > facts.csv
        archive facts --topic 老旧小区改造 --since 2021 --excel > facts.csv

      csv、tsv、json、ndjson 的每一行都有换算后的数值、引文、所在句、文章、文档
      和位置（起点与长度，以正文的字符计）。--since 与 --until 指数字事实自身的时段
      与之相交；没有时段的，用文章的日期。
      """))

  @OptionGroup(title: inChinese("Filters", "条件")) var filters: FilterOptions
  @OptionGroup(title: inChinese("Rows", "各行")) var answer: AnswerOptions
  @OptionGroup(title: inChinese("Output", "输出")) var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try answering(output) { () throws(QueryError) in
      var request = Request()
      request.filters = try filters.filters()
      request.show = .facts
      request.groups = try answer.groups()
      try Asking(answer: answer, output: output, database: database).ask(request, nil)
    }
  }
}
