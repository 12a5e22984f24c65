/// How long a command takes that has nothing to do.
struct StartUpBenchmark {
  let program: String

  func run(_ report: inout Report) throws {
    report.begin("Start-up, median of 30 runs", columns: ["What", "Found", "To reach"])
    let own = try median(program, ["--version"])
    let shell = try median("sqlite3", [":memory:", ""])
    report.add(["`archive --version`", "\(figure(own * 1000)) ms", "20 ms"])
    report.add(["`sqlite3 :memory: ''`", "\(figure(shell * 1000)) ms", ""])
    report.add(["one over the other", figure(own / shell, 2), ""])
  }

  private func median(_ program: String, _ arguments: [String]) throws -> Double {
    percentile(try (0..<30).map { _ in try measure(program, arguments).wall }, 0.5)
  }
}
