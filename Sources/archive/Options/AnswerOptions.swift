import ArgumentParser
import Querying

/// The shape of the rows.
struct AnswerOptions: ParsableArguments {
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

  /// Puts the shape into a request.
  func shape(_ request: inout Request, isForReading: Bool) {
    request.sort = sort ?? request.sort
    request.isDescending = request.isDescending || descending
    request.fields = fields?.split(separator: ",").map(String.init) ?? []
    request.isBrief = isForReading
    if let limit { request.limit = limit == 0 ? nil : limit }
  }
}
