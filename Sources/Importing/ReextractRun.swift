import Model
import Reading
package import Schema
import Storing

/// What reading the originals again did.
package struct ReextractSummary: Sendable {
  /// Documents read again.
  package var documents = 0
  /// Their articles.
  package var articles = 0
  /// Their facts.
  package var facts = 0
  /// Documents whose originals are damaged.
  package var damaged: [String] = []
  /// Documents that are larger than is read.
  package var tooLarge: [String] = []
  /// Whether the user stopped it.
  package var wasInterrupted = false
}

/// Reads the originals inside an archive again with today's rules.
package struct ReextractRun {
  private let writer: ArchiveWriter
  private let database: String
  private let choice: StoredOriginals.Choice
  private let sizeLimit: Int
  private var summary = ReextractSummary()
  private var batch = Batch()

  /// Opens an archive that exists.
  ///
  /// - Parameters:
  ///   - database: the file.
  ///   - all: every document, not only those of older rules.
  ///   - sizeLimit: the most bytes a document may have.
  /// - Throws: `ArchiveFileError` when the archive cannot be written.
  package init(
    database: String, all: Bool, sizeLimit: Int = ImportRequest.defaultSizeLimit
  ) throws(ArchiveFileError) {
    self.sizeLimit = sizeLimit
    try ArchiveFormat.expect(database)
    writer = try ArchiveWriter(path: database)
    self.database = database
    choice = all ? .all : .olderThan(rulesVersion)
  }

  /// Reads them again, on one thread for each core.
  ///
  /// - Parameter proceed: called after each document and ten times a second; returns false to stop
  ///   at once: what was read lasts, what is being read is left as it was.
  /// - Returns: what was done.
  /// - Throws: `ArchiveFileError` when the archive cannot be read or written.
  package mutating func run(
    proceed: () -> Bool
  ) throws(ArchiveFileError) -> ReextractSummary {
    do {
      try readAll(proceed)
      if !summary.wasInterrupted { try writer.dropOrphans() }
    } catch {
      guard case .stopped = error else { throw error }
      summary.wasInterrupted = true
    }
    try writer.finish()
    return summary
  }

  /// What reading one original again gave.
  private enum Finding: Sendable {
    case read(DocumentRecord, document: Int, size: Int)
    case damaged(name: String)
    case tooLarge(name: String)
    /// The archive could not be read any further.
    case failed(ArchiveFileError)
  }

  /// Reads with a connection of its own, which is closed again so that the file can be left whole.
  private mutating func readAll(_ proceed: () -> Bool) throws(ArchiveFileError) {
    let originals = try StoredOriginals(path: database, choice, sizeLimit: sizeLimit)
    defer { originals.close() }
    let workers = ImportRequest.defaultWorkers
    let pool = OrderedWork(
      Self.jobs(originals), window: 64 * workers, byteBudget: 64 << 20,
      sizeOf: { (try? $0.get())?.file?.bytes.count ?? 0 },
      makeWorker: { _ in { Self.read($0) } })
    try pool.run(workers: workers) { (finding) throws(ArchiveFileError) in
      if let finding { try take(finding) } else { try writer.commit() }
      summary.wasInterrupted = !proceed()
      return !summary.wasInterrupted
    }
  }

  private static func jobs(
    _ originals: StoredOriginals
  ) -> AnyIterator<Result<StoredOriginal, ArchiveFileError>> {
    var isOver = false
    return AnyIterator {
      guard !isOver else { return nil }
      do throws(ArchiveFileError) {
        return try originals.next().map { .success($0) }
      } catch {
        isOver = true
        return .failure(error)
      }
    }
  }

  private static func read(_ job: Result<StoredOriginal, ArchiveFileError>) -> Finding {
    switch job {
    case .failure(let error): return .failed(error)
    case .success(let original) where original.isTooLarge: return .tooLarge(name: original.name)
    case .success(let original):
      guard let file = original.file, sha256(of: file.bytes) == original.sha256 else {
        return .damaged(name: original.name)
      }
      let record = Reading.read(file, charset: original.charsetGiven, sha256: original.sha256)
      return .read(record, document: original.document, size: file.bytes.count)
    }
  }

  private mutating func take(_ finding: Finding) throws(ArchiveFileError) {
    switch finding {
    case .failed(let error): throw error
    case .damaged(let name): summary.damaged.append(name)
    case .tooLarge(let name): summary.tooLarge.append(name)
    case .read(let record, let document, let size):
      try writer.replace(record, document: document)
      summary.documents += 1
      summary.articles += record.articles.count
      summary.facts += record.articles.reduce(0) { $0 + $1.facts.count }
      if batch.isFull(adding: size) { try writer.commit() }
    }
  }
}
