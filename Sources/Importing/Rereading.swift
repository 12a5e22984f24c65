package import Model
import Reading
package import Schema
package import Storing

/// Originals of an archive, each worked on by one of several threads, in the order of their rows.
package struct Rereading<Output: Sendable>: Sendable {
  /// What working on one original gave.
  package enum Finding: Sendable {
    /// What the work made of it, and how many bytes it has.
    case made(Output, of: StoredOriginal.Identity, size: Int)
    /// Its bytes are not those of its document.
    case damaged(StoredOriginal.Identity)
    /// It has more bytes than are to be read.
    case tooLarge(StoredOriginal.Identity)
  }

  private let work: @Sendable (StoredOriginal.Identity, SourceFile) -> Output

  /// Prepares for some work, which may run on several threads at once.
  package init(_ work: @escaping @Sendable (StoredOriginal.Identity, SourceFile) -> Output) {
    self.work = work
  }

  /// Works on originals, one thread for each core, with a connection of its own, which is closed
  /// again so that a writer can leave the file whole.
  ///
  /// - Parameters:
  ///   - path: the archive.
  ///   - choice: which of its documents.
  ///   - sizeLimit: the most bytes an original may have.
  ///   - take: gets each finding on the calling thread, and nil each tenth of a second without one;
  ///     returns false to stop at once.
  /// - Throws: `ArchiveFileError` when the archive cannot be read, or what `take` throws.
  package func run(
    on path: String, _ choice: StoredOriginals.Choice, sizeLimit: Int,
    take: (Finding?) throws(ArchiveFileError) -> Bool
  ) throws(ArchiveFileError) {
    let originals = try StoredOriginals(path: path, choice, sizeLimit: sizeLimit)
    defer { originals.close() }
    let workers = ImportRequest.defaultWorkers
    let pool = OrderedWork(
      Self.jobs(originals), window: 64 * workers, byteBudget: 64 << 20,
      sizeOf: { (try? $0.get())?.file?.bytes.count ?? 0 },
      makeWorker: { [work] _ in { Self.finding($0, work) } })
    try pool.run(workers: workers) { (finding) throws(ArchiveFileError) in
      try take(finding?.get())
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

  private static func finding(
    _ job: Result<StoredOriginal, ArchiveFileError>,
    _ work: (StoredOriginal.Identity, SourceFile) -> Output
  ) -> Result<Finding, ArchiveFileError> {
    job.map { original in
      if original.isTooLarge { return .tooLarge(original.identity) }
      guard let file = original.file, sha256(of: file.bytes) == original.identity.sha256 else {
        return .damaged(original.identity)
      }
      return .made(work(original.identity, file), of: original.identity, size: file.bytes.count)
    }
  }
}

/// Reads an original of an archive with today's rules, as it was told to be read.
package func reread(_ identity: StoredOriginal.Identity, _ file: SourceFile) -> DocumentRecord {
  read(file, charset: identity.charset, sha256: identity.sha256)
}
