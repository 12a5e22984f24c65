import Importing
import Model
import SQLite
package import Schema
import Storing

/// Proves an archive, in time and reading that grow as the archive does: that it is whole, that its
/// rows go together, and that every row and column is what its originals give today.
package struct Verification {
  /// How much is proved.
  package enum Depth: Sendable {
    /// Everything.
    case whole
    /// That quotes stand in their texts and texts in their originals, and that rows go together.
    case quotes
  }

  private let path: String
  private let sizeLimit: Int
  private let connection: Connection

  /// How much was looked at.
  package struct Extent: Sendable {
    /// Documents.
    package var documents = 0
    /// Articles.
    package var articles = 0
    /// Facts.
    package var facts = 0
    /// Mentions.
    package var mentions = 0
    /// Documents that older rules have read, or others of this release: not compared.
    package var ofOlderRules = 0
    /// Documents that a later release has read: not compared.
    package var ofNewerRules = 0
  }

  /// Opens an archive for reading; originals of more than `sizeLimit` bytes are faults.
  ///
  /// - Throws: `ArchiveFileError` when it is none.
  package init(path: String, sizeLimit: Int = PackedOriginal.usuallyLargest)
    throws(ArchiveFileError)
  {
    self.path = path
    self.sizeLimit = sizeLimit
    Connection.boundMemory()
    connection = try ArchiveFormat.read(path)
  }

  /// Looks at every row; `report` gets each fault.
  ///
  /// - Parameters:
  ///   - depth: how much is proved.
  ///   - progress: called after each document with how many were looked at and their bytes.
  ///   - tell: gets each fault, one at a time, on one thread or another.
  /// - Returns: how much was looked at.
  /// - Throws: `ArchiveFileError` when the file cannot be read to its end.
  package func run(
    _ depth: Depth, progress: (Int, Int) -> Void = { _, _ in },
    _ tell: @escaping @Sendable (Fault) -> Void
  ) throws(ArchiveFileError) -> Extent {
    let report = Report(tell)
    var extent = try onFile(path) { () throws(SQLiteError) in try self.extent() }
    for group in try StoredOriginals.counts(in: path) {
      if group.age == .older { extent.ofOlderRules += group.files }
      if group.age == .newer { extent.ofNewerRules += group.files }
    }
    // Rows and indexes are walked through while the originals are read.
    let rows = Aside { [path] () -> ArchiveFileError? in
      do throws(ArchiveFileError) {
        try RowCheck.run(on: path, report)
        return nil
      } catch {
        return error
      }
    }
    try checkOriginals(depth, extent, progress, report)
    if let error = rows.result() { throw error }
    return extent
  }

  /// Every fault of an archive, in no order.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be read to its end.
  package func faults(_ depth: Depth = .whole) throws(ArchiveFileError) -> [Fault] {
    let found = FaultList()
    _ = try run(depth) { found.add($0) }
    return found.all
  }

  /// What is done with each original: it is read again where today's rules have read it, else it is
  /// decoded again.
  private enum Work: Sendable {
    case read(DocumentRecord)
    case decoded(SourceProof)
  }

  /// Works through every original.
  private func checkOriginals(
    _ depth: Depth, _ extent: Extent, _ progress: (Int, Int) -> Void, _ report: Report
  ) throws(ArchiveFileError) {
    let content = depth == .whole ? try ContentProof(connection, report) : nil
    content?.isPartial = extent.ofOlderRules + extent.ofNewerRules > 0
    let sources = try SourceCheck(connection, report)
    let work = Rereading<Work> { original, file in
      depth == .whole && original.age == .today
        ? .read(reread(original, file))
        : .decoded(SourceProof(file, charset: original.charset))
    }
    var (seen, bytes) = (0, 0)
    try work.run(on: path, .every, sizeLimit: sizeLimit) { (finding) throws(ArchiveFileError) in
      if let finding {
        seen += 1
        if case .made(_, _, let size) = finding { bytes += size }
        try onFile(path) { () throws(SQLiteError) in
          try take(finding, content, sources, report)
        }
      }
      progress(seen, bytes)
      return true
    }
    try onFile(path) { () throws(SQLiteError) in try content?.finish() }
  }

  private func take(
    _ finding: Rereading<Work>.Finding, _ content: ContentProof?, _ sources: SourceCheck,
    _ report: Report
  ) throws(SQLiteError) {
    switch finding {
    case .made(.read(let record), let original, let size):
      try content?.expect(record, of: original, size: size)
    case .made(.decoded(let proof), let original, _):
      try sources.check(proof, document: original.document)
    case .tooLarge(let original):
      content?.isPartial = true
      report.tell(
        Fault(
          invariant: "the original has more than \(sizeLimit >> 20) MiB and was not read; "
            + "--max-size allows more",
          row: "documents \(original.document)"))
    case .damaged(let original):
      content?.isPartial = true
      report.tell(
        Fault(
          invariant: "the original has the size and the digest of its document",
          row: "documents \(original.document)"))
    }
  }

  private func extent() throws(SQLiteError) -> Extent {
    func count(_ rows: String) throws(SQLiteError) -> Int {
      guard case .integer(let count) = try connection.value("SELECT count(*) FROM \(rows)") else {
        return 0
      }
      return Int(count)
    }
    return Extent(
      documents: try count("documents"), articles: try count("articles"),
      facts: try count("facts"), mentions: try count("stored_mentions"))
  }
}
