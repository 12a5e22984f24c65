import Printing
import Querying

/// Runs plans and prints their rows.
struct AnswerPrinter {
  /// In a form for reading a table ends after so many rows, and says so.
  static let rowsForReading = 100
  /// The same where three tables share a page.
  static let rowsForOverview = 12

  /// Rows that are not shown are counted up to so many.
  static let rowsCounted = 10_000

  let file: ArchiveFile
  let options: PrintOptions
  let request: Request
  /// Whether the person set the number of rows.
  let isLimitGiven: Bool

  /// Prints the answer to the request.
  ///
  /// - Throws: `QueryError` where nothing was found.
  func print() throws(QueryError) {
    var request = request
    let isOverview = request.show == nil
    if options.format.isForReading, !isLimitGiven, request.limit == nil {
      request.limit = isOverview ? Self.rowsForOverview : Self.rowsForReading
    }
    let plans = try file.plan(request)
    guard plans.count == 1 || options.format.holdsSeveralTables else {
      throw QueryError(
        .wrongUsage,
        "\(options.format) holds one table: add --show articles, --show programs or --show facts")
    }
    for note in plans[0].notes { Terminal.note(note) }
    try print(plans, limit: request.limit)
  }

  private func print(_ plans: [Plan], limit: Int?) throws(QueryError) {
    var counts: [Int] = []
    var totals: [Int] = []
    var printer = RowPrinter(options, isOneOfSeveral: plans.count > 1, write: Terminal.write)
    for plan in plans {
      let total = plans.count > 1 ? try plan.count(in: file) : nil
      let isTitled = options.format.isForReading && total != nil
      printer.begin(
        isTitled ? "\(plan.show.rawValue) (\(total ?? 0))" : plan.show.rawValue,
        plan.columns.map { Column($0) })
      var count = 0
      let list = plan.columns.firstIndex(of: Plan.listColumn)
      try plan.run(in: file) { values in
        var cells = values.map { Cell($0) }
        if let list { cells[list] = cells[list].split }
        printer.row(cells)
        count += 1
      }
      printer.end()
      counts.append(count)
      let isCut = total == nil && count == limit
      totals.append(isCut ? try plan.count(in: file, most: Self.rowsCounted) : total ?? count)
    }
    printer.finish()
    try conclude(counts, totals)
  }

  private func conclude(_ counts: [Int], _ totals: [Int]) throws(QueryError) {
    if counts.allSatisfy({ $0 == 0 }) {
      throw QueryError(.nothingFound, try file.explainEmptiness(of: request))
    }
    if !isLimitGiven, counts != totals {
      let most = totals.max() ?? 0
      let all = most == Self.rowsCounted ? "\(most) and more" : "all \(most)"
      Terminal.note("not all rows are shown; --limit 0 shows \(all)")
    }
  }
}
