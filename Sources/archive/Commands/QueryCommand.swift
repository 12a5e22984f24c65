import ArgumentParser
import Printing
import Querying

extension Show: ExpressibleByArgument {}
extension Grouping: ExpressibleByArgument {}

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: inChinese(
      "Find articles, facts, programs, places, organisations and people.",
      "查文章、数字事实、项目、地点、机构和人物。"),
    discussion: inChinese(
      """
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
      """,
      """
      示例
        archive query "各市的三无小区项目"
        archive query "遂宁有多少个三无小区"
        archive query "all 三无小区 programs by city"
        archive query --city 遂宁
        archive query --show programs --topic 三无小区 --by city
        archive query --show facts --place 德阳/绵竹 --unit 元 --min 1000万 --sort value
        archive query --show articles --text 三无小区 --since 2021 --format csv > articles.csv
        archive query --show facts --by city,unit --sql

      同一条件给几个值，合其一即可；不同条件须同时成立。不写 --show 也不提问时，
      列出档案所知：文章、项目和数字事实。问话要么整句读懂，要么不答；
      怎样读懂的，写在标准错误输出上。
      """))

  @Argument(help: .said("A question in English or Chinese.", "一句问话，中文或英文。"))
  var question: String?
  @Option(
    help: .said(
      "What the rows are: articles, facts, programs, places, organizations, people.",
      "列出什么：articles 文章、facts 数字事实、programs 项目、places 地点、organizations 机构、people 人物。"))
  var show: Show?
  @OptionGroup(title: inChinese("Filters", "条件")) var filters: FilterOptions
  @OptionGroup(title: inChinese("Rows", "各行")) var answer: AnswerOptions
  @OptionGroup(title: inChinese("Output", "输出")) var output: OutputOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try answering(output) { () throws(QueryError) in
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
