import CorpusGenerator
import TestSupport

/// A folder of invented pages to import.
struct SampleFolder {
  let folder: TemporaryFolder
  /// How many there are.
  let pages: Int

  /// Writes pages of one short article each into `in/`.
  init(pages: Int, seed: UInt64 = 7) throws {
    folder = try TemporaryFolder()
    self.pages = pages
    let corpus = Corpus(seed: seed)
    for number in 0..<pages {
      let page = corpus.page(number, articles: 1..<2, paragraphs: 1..<2)
      try folder.write("in/\(page.name)", page.bytes)
    }
  }

  /// The arguments that import the folder into an archive in it.
  func importing(into name: String, workers: Int = 2) -> [String] {
    ["import", "in", "-d", name, "--workers", String(workers)]
  }

  /// Imports to the end; the path of the archive.
  @discardableResult
  func importWhole(into name: String) throws -> String {
    let result = try run(archiveProgram, importing(into: name), in: folder.path)
    guard result.status == 0 else { throw Unfinished(result: result) }
    return folder.path(name)
  }

  /// An import that should have gone well and did not.
  struct Unfinished: Error {
    let result: RunResult
  }
}
