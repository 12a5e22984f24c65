import Querying

/// How long answers take in archives of growing size, in time of the processor, so that other work
/// of the machine does not count; the file lies in the memory of the system.
struct QueryBenchmark {
  let archive: String
  let sizes: [Int]
  /// How often each kind of question is asked, each time with other names; counts over everything
  /// take seconds and have no names to change.
  private static func rounds(_ group: QuestionGroup) -> Int { group.target.isEmpty ? 3 : 25 }

  func run(_ report: inout Report) throws {
    report.begin(
      "Answers, in milliseconds",
      columns: [
        "What", "Articles", "p50", "p95", "p95 to reach", "p50 in sqlite3", "p95 in sqlite3",
      ])
    var grown = try GrownArchive(archive)
    for size in sizes {
      let seconds = try grown.grow(to: size)
      print("\(size) articles stored in \(figure(seconds)) s")
      try measure(size, &report)
    }
  }

  private func measure(_ size: Int, _ report: inout Report) throws {
    let file = try ArchiveFile(archive)
    var samples = try QuestionSamples(file)
    for group in QuestionGroup.all {
      let rounds = Self.rounds(group)
      var times: [(own: Double, shell: Double?)] = []
      for kind in group.kinds {
        let asked = try (0..<rounds).map { _ in try Self.ask(kind.make(&samples), file) }
        let shell = try ShellTimes.of(asked.flatMap(\.sql), in: archive)
        let own = asked.map(\.seconds)
        print("  \(kind.name)  \(Self.milliseconds(own))  sqlite3 \(Self.milliseconds(shell))")
        times += own.enumerated().map { ($1, shell.count == own.count ? shell[$0] : nil) }
      }
      report.add(
        [group.name, String(size)] + Self.cells(times.map(\.own)) + [group.target]
          + Self.cells(times.compactMap(\.shell)))
    }
  }

  /// Plans a request and reads its rows; the time counts both.
  private static func ask(
    _ request: Request, _ file: ArchiveFile
  ) throws -> (seconds: Double, sql: [String]) {
    let start = processorClock()
    let plans = try file.plan(request)
    var rows = 0
    for plan in plans { try plan.run(in: file) { _ in rows += 1 } }
    return (processorClock() - start, plans.map(\.statement.inlined))
  }

  private static func cells(_ times: [Double]) -> [String] {
    times.isEmpty ? ["", ""] : [0.5, 0.95].map { figure(percentile(times, $0) * 1000) }
  }

  private static func milliseconds(_ times: [Double]) -> String {
    cells(times).joined(separator: " / ")
  }
}
