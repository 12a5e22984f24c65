import Model
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
  /// Documents that a later release has read, and that stay.
  package var newer = 0
  /// The bytes of those read again.
  package var bytes = 0
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
  private let time: String
  private let sizeLimit: Int
  private var summary = ReextractSummary()
  private var batch = Batch()

  /// Opens an archive that exists.
  ///
  /// - Parameters:
  ///   - database: the file.
  ///   - all: also those that today's rules have read; what a later release has read stays.
  ///   - time: now, as UTC in ISO 8601.
  ///   - sizeLimit: the most bytes a document may have.
  /// - Throws: `ArchiveFileError` when the archive cannot be written.
  package init(
    database: String, all: Bool, at time: String, sizeLimit: Int = ImportRequest.defaultSizeLimit
  ) throws(ArchiveFileError) {
    self.sizeLimit = sizeLimit
    try ArchiveFormat.expect(database)
    writer = try ArchiveWriter(path: database)
    self.database = database
    choice = all ? .known : .older
    self.time = time
  }

  /// How many documents are to be read, and their bytes.
  ///
  /// - Throws: `ArchiveFileError` when the archive cannot be read.
  package func totals() throws(ArchiveFileError) -> FileTotals {
    try FileTotals(of: database, choice)
  }

  /// Reads them again, on one thread for each core.
  ///
  /// - Parameter proceed: called after each document and ten times a second with what was done so
  ///   far; returns false to stop at once: what was read lasts, what is being read is left as it was.
  /// - Returns: what was done.
  /// - Throws: `ArchiveFileError` when the archive cannot be read or written.
  package mutating func run(
    proceed: (ReextractSummary) -> Bool
  ) throws(ArchiveFileError) -> ReextractSummary {
    for group in try StoredOriginals.counts(in: database) where group.age == .newer {
      summary.newer += group.files
    }
    try readAll(proceed)
    if summary.documents > 0 {
      let detail = ImportRun.counted(summary.documents, "document")
      try writer.note(.readAgain, detail, at: time)
    }
    try writer.finish()
    return summary
  }

  private mutating func readAll(_ proceed: (ReextractSummary) -> Bool) throws(ArchiveFileError) {
    let work = Rereading(reread)
    try work.run(on: database, choice, sizeLimit: sizeLimit) { (finding) throws(ArchiveFileError) in
      if let finding { try take(finding) } else { try writer.commit() }
      summary.wasInterrupted = !proceed(summary)
      return !summary.wasInterrupted
    }
  }

  private mutating func take(
    _ finding: Rereading<DocumentRecord>.Finding
  ) throws(ArchiveFileError) {
    switch finding {
    case .damaged(let original): summary.damaged.append(original.name)
    case .tooLarge(let original): summary.tooLarge.append(original.name)
    case .made(let record, let original, let size):
      try writer.replace(record, document: original.document)
      summary.documents += 1
      summary.bytes += size
      summary.articles += record.articles.count
      summary.facts += record.articles.reduce(0) { $0 + $1.facts.count }
      if batch.isFull(adding: size) { try writer.commit() }
    }
  }
}
