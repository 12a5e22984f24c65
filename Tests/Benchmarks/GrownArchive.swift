import CorpusGenerator
import Storing

/// An archive of short invented articles that grows without reading pages: their records are
/// stored as if they had just been read.
struct GrownArchive {
  let path: String
  private(set) var articles: Int

  /// Takes up a file where an earlier run left it.
  init(_ path: String) throws {
    self.path = path
    articles =
      fileSize(path) > 0 ? try RawDatabase(path).number("SELECT count(*) FROM documents") : 0
  }

  /// Adds articles until there are so many; what that costs by the wall.
  mutating func grow(to count: Int) throws -> Double {
    guard count > articles else { return 0 }
    let start = wallClock()
    let writer = try ArchiveWriter(path: path)
    let visit = Visit(time: "2024-09-20T10:08:18Z", modified: 0)
    for number in articles..<count {
      let (record, file) = Benchmark.corpus.record(number)
      _ = try writer.store(record, original: file, visit)
      if number % 1000 == 999 { try writer.commit() }
    }
    try writer.finish()
    articles = count
    return wallClock() - start
  }
}
