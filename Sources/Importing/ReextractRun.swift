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
  /// Whether the user stopped it.
  package var wasInterrupted = false
}

/// Reads the originals inside an archive again with today's rules.
package struct ReextractRun {
  private let writer: ArchiveWriter
  private let database: String
  private let choice: StoredOriginals.Choice
  private var summary = ReextractSummary()

  /// Opens an archive that exists.
  ///
  /// - Parameters:
  ///   - database: the file.
  ///   - all: every document, not only those of older rules.
  /// - Throws: `ArchiveFileError` when the archive cannot be written.
  package init(database: String, all: Bool) throws(ArchiveFileError) {
    try ArchiveFormat.expect(database)
    writer = try ArchiveWriter(path: database)
    self.database = database
    choice = all ? .all : .olderThan(rulesVersion)
  }

  /// Reads them again; `proceed` returns false to stop after the current document.
  ///
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

  /// Reads with a connection of its own, which is closed again so that the file can be left whole.
  private mutating func readAll(_ proceed: () -> Bool) throws(ArchiveFileError) {
    let originals = try StoredOriginals(path: database, choice)
    while !summary.wasInterrupted, let original = try originals.next() {
      try readAgain(original)
      summary.wasInterrupted = !proceed()
    }
  }

  private mutating func readAgain(_ original: StoredOriginal) throws(ArchiveFileError) {
    guard let file = original.file, sha256(of: file.bytes) == original.sha256 else {
      summary.damaged.append(original.name)
      return
    }
    let record = read(file, charset: original.charsetGiven, sha256: original.sha256)
    try writer.replace(record, document: original.document)
    try writer.commit()
    summary.documents += 1
    summary.articles += record.articles.count
    summary.facts += record.articles.reduce(0) { $0 + $1.facts.count }
  }
}
