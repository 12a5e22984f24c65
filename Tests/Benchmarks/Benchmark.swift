import CorpusGenerator

/// Measures the release program on invented pages and writes a table.
///
/// `benchmark PROGRAM RESULTS [MEGABYTES]`: the corpus has so many megabytes, and another one twenty
/// times as many. `benchmark corpus FOLDER MEGABYTES` only writes pages, to try the program on;
/// `benchmark answers FILE ARTICLES…` only grows an archive and asks it; `benchmark import PROGRAM
/// MEGABYTES` only imports.
@main
enum Benchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      throw MeasureError(description: "usage: benchmark PROGRAM RESULTS [MEGABYTES]")
    }
    let megabytes = arguments.count > 3 ? Int(arguments[3]) ?? defaultMegabytes : defaultMegabytes
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    var report = Report()
    switch arguments[1] {
    case "answers":
      try QueryBenchmark(archive: arguments[2], sizes: arguments[3...].compactMap { Int($0) })
        .run(&report)
    case "corpus":
      _ = try ScratchFolder.write(corpus, bytes: megabytes << 20, into: arguments[2])
    case "import":
      try ImportBenchmark(program: arguments[2], scratch: scratch, megabytes: megabytes)
        .run(&report)
    default:
      try StartUpBenchmark(program: arguments[1]).run(&report)
      try ImportBenchmark(program: arguments[1], scratch: scratch, megabytes: megabytes)
        .run(&report)
      try QueryBenchmark(archive: scratch.path("answers.db"), sizes: [10_000, 100_000, 1_000_000])
        .run(&report)
      try report.write(into: arguments[2], note: note(megabytes))
    }
  }

  /// The pages of the day this was first run.
  static var corpus: Corpus { Corpus(seed: 20_240_920) }

  private static var defaultMegabytes: Int { 4 }

  private static func note(_ megabytes: Int) -> String {
    """
    Invented pages of a seed: several articles a page, places of the gazetteer, numbers, noise of \
    scans and mirror sites, UTF-8 and GB 18030, plain text and HTML. MB are 1,000,000 bytes of the \
    files as they lie on disk. Made by `make bench SIZE=\(megabytes)`.
    """
  }
}
