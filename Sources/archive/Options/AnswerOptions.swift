import ArgumentParser
import Querying

/// The shape of the rows.
struct AnswerOptions: ParsableArguments {
  @Option(
    help: """
      Count by one or two of province, city, county, town, community, estate, program, topic, \
      year, month, unit, source, kind; with a comma between.
      """)
  var by: String?
  @Flag(help: "Count all rows together; facts also add up, for each unit.")
  var count = false
  @Option(help: "Order by this column.")
  var sort: String?
  @Flag(help: "Order downwards.")
  var descending = false
  @Option(help: "At most so many rows; 0 for all (default: all, in a table 100).")
  var limit: Int?
  @Option(help: "Only these columns, with commas between.")
  var fields: String?
  @Flag(help: "Print the SQL instead of running it, ready to paste into sqlite3.")
  var sql = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number of rows, 0 for all") }
  }

  /// What is counted by.
  func groups() throws(QueryError) -> [Grouping] {
    var groups: [Grouping] = []
    for name in by?.split(separator: ",") ?? [] {
      guard let group = Grouping(rawValue: String(name)) else {
        let all = Grouping.allCases.map(\.rawValue).joined(separator: ", ")
        throw QueryError(.wrongUsage, "nothing is counted by “\(name)”, only by \(all)")
      }
      groups.append(group)
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
