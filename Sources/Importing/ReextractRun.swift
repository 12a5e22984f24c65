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
}

/// Reads the originals inside an archive again with today's rules.
package struct ReextractRun {
  private let writer: ArchiveWriter
  private let database: String
  private let version: Int?

  /// Opens an archive that exists.
  ///
  /// - Parameters:
  ///   - database: the file.
  ///   - all: every document, not only those of older rules.
  /// - Throws: `ArchiveFileError` when the archive cannot be written.
  package init(database: String, all: Bool) throws(ArchiveFileError) {
    self.database = database
    version = all ? nil : rulesVersion
    try ArchiveFormat.expect(database)
    writer = try ArchiveWriter(path: database)
  }

  /// Reads them again; `proceed` returns false to stop after the current document.
  ///
  /// - Returns: what was done.
  /// - Throws: `ArchiveFileError` when the archive cannot be written.
  package mutating func run(
    proceed: () -> Bool
  ) throws(ArchiveFileError) -> ReextractSummary {
    var summary = ReextractSummary()
    for original in try StoredOriginals(path: database, olderThan: version) where proceed() {
      guard let file = original.file, sha256(of: file.bytes) == original.sha256 else {
        summary.damaged.append(original.name)
        continue
      }
      let record = read(file, charset: original.charsetGiven, sha256: original.sha256)
      try writer.replace(record, document: original.document)
      try writer.commit()
      summary.documents += 1
      summary.articles += record.articles.count
      summary.facts += record.articles.reduce(0) { $0 + $1.facts.count }
    }
    try writer.dropOrphans()
    try writer.finish()
    return summary
  }
}
