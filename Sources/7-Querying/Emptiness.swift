extension ArchiveFile {
  /// Why a request found nothing: for each filter how many rows there would be without it.
  ///
  /// - Throws: `QueryError` when the file refuses.
  package func explainEmptiness(of request: Request) throws(QueryError) -> String {
    var open = request
    open.limit = nil
    let options = CommandWords.filters(request.filters)
    guard options.count > 1 else { return "nothing found" }
    var lines: [String] = []
    for (option, without) in Self.relaxed(request.filters) {
      open.filters = without
      var count = 0
      for plan in try self.plan(open) { count += try plan.count(in: self) }
      if count > 0 { lines.append("without \(option) there are \(count) rows") }
    }
    return (["nothing found"] + lines).joined(separator: "; ")
  }

  /// The filters with one of them left out, each in turn.
  private static func relaxed(_ filters: Filters) -> [(String, Filters)] {
    func without(_ option: String, _ change: (inout Filters) -> Void) -> (String, Filters) {
      var changed = filters
      change(&changed)
      return (option, changed)
    }
    let all = [
      without("the place") { $0.places = [] }, without("--program") { $0.programs = [] },
      without("--topic") { $0.topics = [] },
      without("--organization") { $0.organizations = [] }, without("--person") { $0.people = [] },
      without("--role") { $0.roles = [] }, without("--level") { $0.levels = [] },
      without("--source") { $0.sources = [] }, without("--kind") { $0.kinds = [] },
      without("the period") { ($0.since, $0.until) = (nil, nil) },
      without("--text") { $0.texts = [] }, without("--subject") { $0.subjects = [] },
      without("--action") { $0.actions = [] }, without("--unit") { $0.units = [] },
      without("--dimension") { $0.dimensions = [] },
      without("the value") { ($0.minimum, $0.maximum) = (nil, nil) },
    ]
    return all.filter { $0.1 != filters }
  }
}
