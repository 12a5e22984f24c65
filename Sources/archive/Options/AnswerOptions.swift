import ArgumentParser
import Querying

/// The shape of the rows.
struct AnswerOptions: ParsableArguments {
  @Option(
    help: .said(
      """
      Count by one or two of province, city, county, town, community, estate, program, topic, \
      year, month, unit, source, kind; with a comma between.
      """,
      """
      按一项或两项分组计数，用逗号隔开：province 省、city 市、county 县、town 乡镇街道、community \
      社区村、estate 小区、program 项目、topic 主题、year 年、month 月、unit 单位、source 来源、\
      kind 类别。
      """),
    completion: .list(Grouping.allCases.map(\.rawValue)))
  var by: String?
  @Flag(
    help: .said("Count all rows together; facts also add up, for each unit.", "只数总数；数字事实按单位求和。"))
  var count = false
  @Option(help: .said("Order by this column.", "按这一列排序。"))
  var sort: String?
  @Flag(help: .said("Order downwards.", "从大到小。"))
  var descending = false
  @Option(
    help: .said(
      "At most so many rows; 0 for all (default: all, in a table 100).",
      "最多多少行；0 为全部（默认全部，表格 100 行）。"))
  var limit: Int?
  @Option(help: .said("Only these columns, with commas between.", "只要这些列，用逗号隔开。"))
  var fields: String?
  @Flag(
    help: .said(
      "Print the SQL instead of running it, ready to paste into sqlite3.",
      "不执行，只打印 SQL，可直接贴进 sqlite3。"))
  var sql = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number of rows, 0 for all") }
  }

  /// What is counted by.
  func groups() throws(QueryError) -> [Grouping] {
    var groups: [Grouping] = []
    for name in by?.split(separator: ",") ?? [] {
      groups.append(try Spelled.value(name, what: "thing to count by"))
    }
    return groups
  }

  /// Puts the shape into a request.
  func shape(_ request: inout Request, isForReading: Bool) {
    request.isCount = request.isCount || count
    request.sort = sort ?? request.sort
    request.isDescending = request.isDescending || descending
    request.fields = fields?.split(separator: ",").map(String.init) ?? []
    request.isBrief = isForReading
    if let limit { request.limit = limit == 0 ? nil : limit }
  }
}
