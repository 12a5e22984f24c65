package import Model
import SQLite
package import Schema
package import Matching

/// The one writer of an archive file.
///
/// Documents are stored in batches: all of a batch lasts, or none. The file is in WAL mode while
/// the writer works, so that others can read, and back in one piece after `finish`.
package final class ArchiveWriter {
  let connection: Connection
  let documents: DocumentTable
  /// The user's own topics; nil where there are none.
  private var topics: ProgramTopics?
  private var isInBatch = false

  /// Opens an archive for writing, making it if there is none.
  ///
  /// - Throws: `ArchiveFileError` when the file is something else or cannot be written.
  package init(path: String) throws(ArchiveFileError) {
    let connection = try ArchiveFormat.write(path)
    documents = try onFile(path) { () throws(SQLiteError) in
      try connection.execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
      return try DocumentTable(connection)
    }
    self.connection = connection
    topics = try StoredTopics(connection).vocabulary().map(ProgramTopics.init)
  }

  /// What became of a document.
  package enum Outcome: Sendable {
    /// It is new in the archive.
    case stored
    /// The archive held its bytes already; a new name is remembered.
    case unchanged
  }

  /// Stores a document with its original.
  ///
  /// - Parameters:
  ///   - record: what was read from it.
  ///   - file: its bytes and name.
  ///   - visit: when it was imported, and how the file was found.
  /// - Returns: whether it is new in the archive.
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func store(
    _ record: DocumentRecord, original file: SourceFile, _ visit: Visit
  ) throws(ArchiveFileError) -> Outcome {
    let record = topics?.added(to: record) ?? record
    return try inBatch { () throws(SQLiteError) in try documents.store(record, file, visit) }
  }

  /// Remembers that a file's bytes are in the archive under this name, too.
  ///
  /// - Returns: false when the archive does not hold the bytes.
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func remember(
    name: String, sha256: String
  ) throws(ArchiveFileError) -> Bool {
    try inBatch { () throws(SQLiteError) in
      try documents.remember(name: name, sha256: sha256)
    }
  }

  /// Stores that a file could not be read.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func storeFailure(
    name: String, reason: String, at time: String, rulesVersion: Int
  ) throws(ArchiveFileError) {
    try inBatch { () throws(SQLiteError) in
      try documents.storeFailure(name: name, reason: reason, at: time, rulesVersion: rulesVersion)
    }
  }

  /// Puts the record of a stored document in the place of what was read from it before.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func replace(_ record: DocumentRecord, document id: Int) throws(ArchiveFileError) {
    let record = topics?.added(to: record) ?? record
    try inBatch { () throws(SQLiteError) in try documents.replace(record, id: id) }
  }

  /// Keeps topics of the user's own in the file, for what is stored and what will be; a topic that
  /// the file has already gets these words instead of its own.
  ///
  /// - Returns: for each topic how many stored initiatives gained it.
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func keep(_ words: LexiconFile) throws(ArchiveFileError) -> [String: Int] {
    let stored = StoredTopics(connection)
    try inBatch { () throws(SQLiteError) in try stored.put(words) }
    do {
      topics = try stored.vocabulary().map(ProgramTopics.init)
    } catch {
      try onFile(connection.path) { () throws(SQLiteError) in try undo() }
      throw error
    }
    guard let topics else { return [:] }
    return try inBatch { () throws(SQLiteError) in
      try connection.heedingStop { () throws(SQLiteError) in
        try TopicTable(connection, topics).apply()
      }
    }
  }

  /// Forgets a topic of the user's own, and takes it from the stored initiatives unless the
  /// program itself knows it.
  ///
  /// - Returns: false when the file has no such topic.
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func forget(topic: String) throws(ArchiveFileError) -> Bool {
    try inBatch { () throws(SQLiteError) in try StoredTopics(connection).remove(topic) }
  }

  /// Notes what may have ended the import before; imports pass over it from now on.
  ///
  /// - Parameter suspects: digests of documents.
  /// - Returns: the digests of all documents that imports pass over.
  /// - Throws: `ArchiveFileError` when the file cannot be written.
  package func passOver(_ suspects: [String]) throws(ArchiveFileError) -> Set<String> {
    let passed = PassedDocuments(connection)
    if !suspects.isEmpty {
      try inBatch { () throws(SQLiteError) in try passed.add(suspects) }
      try commit()
    }
    return try onFile(connection.path) { () throws(SQLiteError) in try passed.all() }
  }

  /// No longer passes over a document, since it could be read.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written.
  package func accept(sha256: String) throws(ArchiveFileError) {
    try inBatch { () throws(SQLiteError) in try PassedDocuments(connection).remove(sha256) }
  }

  /// Makes everything stored so far last.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written.
  package func commit() throws(ArchiveFileError) {
    guard isInBatch else { return }
    isInBatch = false
    try onFile(connection.path) { () throws(SQLiteError) in try connection.execute("COMMIT") }
  }

  /// Commits, drops entities that nothing names any more, and leaves the file in one piece.
  ///
  /// Where another process has the file open, that process merges the side file when it closes.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written.
  package func finish() throws(ArchiveFileError) {
    try commit()
    try onFile(connection.path) { () throws(SQLiteError) in
      try unless(.stopped) { () throws(SQLiteError) in
        try connection.heedingStop { () throws(SQLiteError) in
          try connection.execute("PRAGMA optimize")
        }
      }
      try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      try unless(.busy) { () throws(SQLiteError) in
        try connection.execute("PRAGMA journal_mode = DELETE")
      }
    }
  }

  /// Runs `body`, which may fail for one reason.
  private func unless(
    _ reason: SQLiteError.Reason, _ body: () throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    do {
      try body()
    } catch {
      guard error.reason == reason else { throw error }
    }
  }

  /// Drops places, programs, organisations and people that no article names any more.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written.
  package func dropOrphans() throws(ArchiveFileError) {
    try inBatch { () throws(SQLiteError) in
      try connection.heedingStop { () throws(SQLiteError) in
        try connection.execute(Self.orphans)
      }
    }
  }

  private func inBatch<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(ArchiveFileError) -> Result {
    try onFile(connection.path) { () throws(SQLiteError) in
      if !isInBatch {
        try connection.execute("BEGIN IMMEDIATE")
        isInBatch = true
      }
      do throws(SQLiteError) {
        return try body()
      } catch {
        try undo()
        throw error
      }
    }
  }

  /// Undoes the batch; a full disk has ended the transaction already.
  private func undo() throws(SQLiteError) {
    isInBatch = false
    documents.forgetRows()
    if connection.isInTransaction { try connection.execute("ROLLBACK") }
  }

  /// Parents go after their children, so the places take as many rounds as there are levels.
  private static var orphans: String {
    let places = """
      DELETE FROM places WHERE place_id NOT IN (SELECT place_id FROM place_links)
        AND place_id NOT IN (SELECT parent_id FROM places WHERE parent_id IS NOT NULL);

      """
    return """
      DELETE FROM programs WHERE program_id NOT IN (SELECT program_id FROM program_links);
      DELETE FROM organizations
        WHERE organization_id NOT IN (SELECT organization_id FROM organization_links);
      DELETE FROM people WHERE person_id NOT IN (SELECT person_id FROM person_links);

      """ + String(repeating: places, count: PlaceLevel.allCases.count)
  }
}

/// The circumstances of an import that the document itself does not tell.
package struct Visit: Sendable {
  /// When, as UTC in ISO 8601.
  package let time: String
  /// When the file was last changed, in seconds since 1970.
  package let modified: Int
  /// The encoding the user asked for.
  package let charset: String?

  /// Makes a visit.
  package init(time: String, modified: Int, charset: String? = nil) {
    self.time = time
    self.modified = modified
    self.charset = charset
  }
}
