import CorpusGenerator
import Glibc

/// A folder for all files of one run, removed at the end.
struct ScratchFolder {
  let path: String

  init() throws(MeasureError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/archive-benchmark-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw MeasureError(description: "no folder can be made in \(parent)")
    }
    path = String(cString: made)
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func remove() { _ = try? measure("rm", ["-rf", path]) }

  /// Writes so many bytes of invented pages into a folder.
  static func write(
    _ corpus: Corpus, bytes wanted: Int, into path: String
  ) throws -> CorpusFolder {
    var folder = CorpusFolder(path: path, files: 0, bytes: 0)
    mkdir(folder.path, 0o755)
    while folder.bytes < wanted {
      let page = corpus.page(folder.files)
      if folder.files % 1000 == 0 { mkdir("\(folder.path)/\(folder.files / 1000)", 0o755) }
      try write(page.bytes, to: "\(folder.path)/\(page.name)")
      folder.files += 1
      folder.bytes += page.bytes.count
    }
    return folder
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(MeasureError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0, Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw MeasureError(description: "\(path) cannot be written")
    }
    close(descriptor)
  }
}

/// Invented pages on disk.
struct CorpusFolder {
  let path: String
  var files: Int
  var bytes: Int

  var megabytes: Double { Double(bytes) / 1e6 }
}

/// The size of a file, 0 where there is none.
func fileSize(_ path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}
