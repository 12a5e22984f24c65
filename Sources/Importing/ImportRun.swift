import Glibc
package import Model
import Reading
package import Schema
import Storing

/// What to import, and how.
package struct ImportRequest: Sendable {
  /// Files and folders.
  package var paths: [String] = []
  /// A document that does not come from a file, such as standard input.
  package var loose: SourceFile?
  /// The archive file.
  package var database: String
  /// The encoding to read everything in, by its WHATWG name; nil to find out.
  package var charset: String?
  /// How many threads read documents.
  package var workers: Int
  /// The most bytes a document may have.
  package var sizeLimit: Int
  /// Whether links inside folders are followed.
  package var followsLinks = false

  /// An import into an archive file, of nothing yet.
  package init(
    database: String, workers: Int = defaultWorkers, sizeLimit: Int = defaultSizeLimit
  ) {
    self.database = database
    self.workers = workers
    self.sizeLimit = sizeLimit
  }

  /// The files to import, but for the archive itself.
  package var files: FileWalk {
    FileWalk(paths: paths, passingOver: database, followsLinks: followsLinks)
  }

  /// One thread for each core.
  package static var defaultWorkers: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
  /// 32 MiB: a page is a few kilobytes, and memory grows with the largest document.
  package static var defaultSizeLimit: Int { 32 << 20 }
}

/// What an import did.
package struct ImportSummary: Sendable {
  /// Documents new in the archive.
  package var stored = 0
  /// Files whose bytes the archive held already.
  package var unchanged = 0
  /// Documents among the stored that hold no article.
  package var empty = 0
  /// Articles of the stored documents.
  package var articles = 0
  /// Facts of the stored documents.
  package var facts = 0
  /// Links inside folders that were not followed.
  package var links = 0
  /// Bytes of all files read.
  package var bytes = 0
  /// The files that could not be imported, with the reason.
  package var failures: [(name: String, reason: String)] = []
  /// Whether the user stopped it.
  package var wasInterrupted = false

  /// All files seen.
  package var files: Int { stored + unchanged + failures.count }
}

/// One import: files found, read by several threads, stored by one writer in the order found.
package struct ImportRun {
  private let request: ImportRequest
  private let time: String
  private let writer: ArchiveWriter
  private var summary = ImportSummary()
  private var uncommitted = 0

  /// A batch ends after so many documents or bytes, whichever comes first: large enough that the
  /// commit costs nothing, small enough that little is lost and little memory held.
  private static var batchDocuments: Int { 256 }
  private static var batchBytes: Int { 16 << 20 }

  private enum Finding: Sendable {
    case known(name: String, sha256: String, size: Int)
    case read(DocumentRecord, SourceFile, modified: Int)
    case failed(name: String, reason: String)
    case linked
  }

  /// Opens the archive of a request; `time` is now, as UTC in ISO 8601.
  ///
  /// - Throws: `ArchiveFileError` when the archive cannot be written.
  package init(_ request: ImportRequest, time: String) throws(ArchiveFileError) {
    self.request = request
    self.time = time
    writer = try ArchiveWriter(path: request.database)
  }

  /// Imports everything.
  ///
  /// - Parameter proceed: called after each file with what was done so far; returns false to stop
  ///   after the current batch.
  /// - Returns: what was done.
  /// - Throws: `ArchiveFileError` when the archive cannot be written; whole batches before that
  ///   are safe.
  package consuming func run(
    proceed: (ImportSummary) -> Bool
  ) throws(ArchiveFileError) -> ImportSummary {
    let pool = OrderedWork(
      AnyIterator(request.files.makeIterator()), window: 64 * request.workers, byteBudget: 64 << 20,
      sizeOf: { $0.size }, makeWorker: { [request] in Self.worker(request) })
    if let loose = request.loose {
      try take(Self.read(loose, charset: request.charset, modified: 0, nil))
    }
    try pool.run(workers: request.workers) { (finding) throws(ArchiveFileError) in
      try take(finding)
      summary.wasInterrupted = !proceed(summary)
      return !summary.wasInterrupted
    }
    try writer.finish()
    return summary
  }

  /// What one thread does with a file found.
  private static func worker(_ request: ImportRequest) -> (FoundFile) -> Finding {
    let known = try? KnownDocuments(path: request.database)  // The writer looks again.
    return { found in
      switch found.fate {
      case .wanted: break
      case .linked: return .linked
      case .refused(let reason): return .failed(name: found.name, reason: reason)
      }
      do throws(FileReadError) {
        let bytes = try readFile(found.path, limit: request.sizeLimit)
        let file = SourceFile(name: found.name, bytes: bytes)
        return read(file, charset: request.charset, modified: found.modified, known)
      } catch {
        return .failed(name: found.name, reason: error.reason)
      }
    }
  }

  private static func read(
    _ file: SourceFile, charset: String?, modified: Int, _ known: KnownDocuments?
  ) -> Finding {
    let digest = sha256(of: file.bytes)
    if known?.contains(sha256: digest) == true {
      return .known(name: file.name, sha256: digest, size: file.bytes.count)
    }
    return .read(
      Reading.read(file, charset: charset, sha256: digest), file, modified: modified)
  }

  private mutating func take(_ finding: Finding) throws(ArchiveFileError) {
    switch finding {
    case .known(let name, let sha256, let size):
      _ = try writer.remember(name: name, sha256: sha256)
      summary.unchanged += 1
      try count(size)
    case .linked:
      summary.links += 1
    case .failed(let name, let reason):
      try fail(name, reason)
    case .read(let record, let file, let modified):
      if record.status == .failed { return try fail(record.name, record.error ?? "unreadable") }
      let visit = Visit(time: time, modified: modified, charset: request.charset)
      count(try writer.store(record, original: file, visit), record)
      try count(file.bytes.count)
    }
  }

  private mutating func fail(_ name: String, _ reason: String) throws(ArchiveFileError) {
    try writer.storeFailure(name: name, reason: reason, at: time, rulesVersion: rulesVersion)
    summary.failures.append((name, reason))
    try count(0)
  }

  private mutating func count(_ outcome: ArchiveWriter.Outcome, _ record: DocumentRecord) {
    guard outcome == .stored else {
      summary.unchanged += 1
      return
    }
    summary.stored += 1
    summary.empty += record.status == .empty ? 1 : 0
    summary.articles += record.articles.count
    summary.facts += record.articles.reduce(0) { $0 + $1.facts.count }
  }

  private mutating func count(_ bytes: Int) throws(ArchiveFileError) {
    summary.bytes += bytes
    uncommitted += max(bytes, Self.batchBytes / Self.batchDocuments)
    guard uncommitted >= Self.batchBytes else { return }
    uncommitted = 0
    try writer.commit()
  }
}
