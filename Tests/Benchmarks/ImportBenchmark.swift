import CorpusGenerator

/// How fast pages become rows, and what that takes.
struct ImportBenchmark {
  let program: String
  let scratch: ScratchFolder
  let small: CorpusFolder
  let large: CorpusFolder

  /// Writes a corpus, and another of twenty times its size.
  init(program: String, scratch: ScratchFolder, megabytes: Int) throws {
    self.program = program
    self.scratch = scratch
    let corpus = Benchmark.corpus
    small = try ScratchFolder.write(corpus, bytes: megabytes << 20, into: scratch.path("small"))
    large = try ScratchFolder.write(
      corpus, bytes: 20 * megabytes << 20, into: scratch.path("large"))
  }

  func run(_ report: inout Report) throws {
    report.begin("Import", columns: ["What", "Found", "To reach"])
    let single = try importing(large, into: "single.db", workers: 1)
    report.add(["text per core", "\(speed(large, single.processor)) MB/s", "5 MB/s"])
    let all = try importing(large, into: "all.db")
    report.add(["text with all cores", "\(speed(large, all.wall)) MB/s", ""])
    try addFloor(all, &report)
    let little = try importing(small, into: "small.db")
    report.add(["peak memory, \(size(small))", memory(little), "300 MB"])
    report.add(["peak memory, \(size(large))", memory(all), "300 MB"])
    let file = Double(fileSize(scratch.path("all.db"))) / Double(large.bytes)
    report.add(["file over text, originals included", figure(file, 2), "3"])
    let again = try importing(large, into: "all.db")
    report.add([
      "unchanged files imported again",
      "\(figure(Double(large.files) / again.wall, 0)) files/s "
        + "(\(speed(large, again.wall)) MB/s)", "10000 files/s",
    ])
  }

  private func addFloor(_ cost: Cost, _ report: inout Report) throws {
    let floor = try Floor.measure(
      archive: scratch.path("all.db"), words: scratch.path("words.db"),
      copy: scratch.path("floor.db"))
    report.add([
      "the same rows inserted and nothing else", "\(speed(large, floor.wall)) MB/s", "",
    ])
    report.add(["import over that, by the wall", figure(cost.wall / floor.wall, 2), "2.5"])
    report.add([
      "import over that, by the processor", figure(cost.processor / floor.processor, 2), "",
    ])
  }

  private func importing(
    _ folder: CorpusFolder, into archive: String, workers: Int? = nil
  ) throws -> Cost {
    let threads = workers.map { ["--workers", String($0)] } ?? []
    return try measure(
      program, ["import", folder.path, "-d", scratch.path(archive)] + threads)
  }

  private func speed(_ folder: CorpusFolder, _ seconds: Double) -> String {
    figure(folder.megabytes / seconds, 1)
  }

  private func memory(_ cost: Cost) -> String { "\(figure(Double(cost.peakMemory) / 1e6, 0)) MB" }

  private func size(_ folder: CorpusFolder) -> String {
    "\(figure(folder.megabytes, 0)) MB in \(folder.files) files"
  }
}
