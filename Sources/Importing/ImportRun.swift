import Glibc
package import Model
import Reading
package import Schema
package import Storing

/// What to import, and how.
package struct ImportRequest: Sendable {
  /// Files and folders.
  package var paths: [String] = []
  /// A document that does not come from a file, such as standard input.
  package var loose: SourceFile?
  /// The archive file.
  package var database: String
  /// What the user says of all of it.
  package var given = Given()
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
  package static var defaultSizeLimit: Int { PackedOriginal.usuallyLargest }
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
  private let reader: DocumentReader
  private var summary = ImportSummary()
  private var batch = Batch()

  /// Opens the archive of a request; `time` is now, as UTC in ISO 8601.
  ///
  /// - Throws: `ArchiveFileError` when the archive cannot be written.
  package init(_ request: ImportRequest, time: String) throws(ArchiveFileError) {
    self.request = request
    self.time = time
    writer = try ArchiveWriter(path: request.database)
    let underWay = UnderWay(beside: request.database)
    reader = DocumentReader(
      request: request, passed: try writer.passOver(underWay?.suspects ?? []), underWay: underWay,
      known: try? KnownDocuments(path: request.database))
  }

  /// From now on a crash of this process is told to the next import, which passes over the document
  /// that was being read.
  package func watchCrashes() { reader.underWay?.watchCrashes() }

  /// Imports everything.
  ///
  /// - Parameter proceed: called after each file and ten times a second with what was done so far;
  ///   returns false to stop at once: what was stored lasts, what is being read does not.
  /// - Returns: what was done.
  /// - Throws: `ArchiveFileError` when the archive cannot be written; whole batches before that
  ///   are safe.
  package consuming func run(
    proceed: (ImportSummary) -> Bool
  ) throws(ArchiveFileError) -> ImportSummary {
    let pool = OrderedWork(
      jobs, window: 64 * request.workers, byteBudget: 64 << 20, sizeOf: { $0.size },
      makeWorker: { [reader] thread in { reader.read($0, thread: thread) } })
    defer { reader.underWay?.end() }
    try pool.run(workers: request.workers) { (finding) throws(ArchiveFileError) in
      // What takes long may not end well: what is stored so far is made to last.
      if let finding { try take(finding) } else { try writer.commit() }
      summary.wasInterrupted = !proceed(summary)
      return !summary.wasInterrupted
    }
    reader.known?.close()
    if summary.stored > 0 {
      try writer.note(.imported, Self.counted(summary.stored, "document"), at: time)
    }
    try writer.finish()
    return summary
  }

  /// How many of something, in words.
  package static func counted(_ count: Int, _ what: String) -> String {
    "\(count) \(what)\(count == 1 ? "" : "s")"
  }

  private var jobs: AnyIterator<ImportJob> {
    var given = request.loose
    var files = request.files.makeIterator()
    return AnyIterator {
      guard let file = given.take() else { return files.next().map { .file($0) } }
      return .given(file)
    }
  }

  private mutating func take(_ finding: Finding) throws(ArchiveFileError) {
    switch finding {
    case .known(let name, let sha256, let size):
      _ = try writer.remember(name: name, sha256: sha256, request.given)
      summary.unchanged += 1
      try count(size)
    case .linked:
      summary.links += 1
    case .failed(let name, let reason):
      try fail(name, reason)
    case .read(let record, let file, let modified):
      if record.status == .failed { return try fail(record.name, record.error ?? "unreadable") }
      let visit = Visit(time: time, modified: modified, request.given)
      count(try writer.store(record, original: file, visit), record)
      if reader.passed.contains(record.sha256) {
        try writer.accept(sha256: record.sha256)
      }
      try count(file.bytes.count)
    }
  }

  private mutating func fail(_ name: String, _ reason: String) throws(ArchiveFileError) {
    try writer.storeFailure(name: name, reason: reason, at: time)
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
    if batch.isFull(adding: bytes) { try writer.commit() }
  }
}
