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
  private let told: ToldDigest
  private var isInBatch = false

  /// Opens an archive for writing, making it if there is none; one whose indexes are another
  /// release's gets them anew.
  ///
  /// - Throws: `ArchiveFileError` when the file is something else, of an earlier format, or cannot
  ///   be written.
  package init(path: String) throws(ArchiveFileError) {
    let connection = try ArchiveFormat.write(path)
    try onFile(path) { () throws(SQLiteError) in
      try connection.execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
    }
    self.connection = connection
    (told, documents) = try onFile(path) { () throws(SQLiteError) in
      let told = try ToldDigest(connection)
      return (told, try DocumentTable(connection, told))
    }
    try bringUpToDate()
    try useTopics()
  }

  /// Makes the index for programs that know no other, `articles_trigram`, or takes it away.
  ///
  /// - Returns: false when it was so already.
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func setTrigramIndex(_ isWanted: Bool) throws(ArchiveFileError) -> Bool {
    try inBatch { () throws(SQLiteError) in
      try connection.heedingStop { () throws(SQLiteError) in
        let index = TrigramIndex(connection)
        return isWanted ? try index.make() : try index.drop()
      }
    }
  }

  /// Makes the full-text indexes anew from the articles.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func rebuildIndexes() throws(ArchiveFileError) {
    try inBatch { () throws(SQLiteError) in
      try connection.heedingStop { () throws(SQLiteError) in try TextIndex(connection).rebuild() }
    }
  }

  /// Sees to it that the file holds what this release looks for.
  private func bringUpToDate() throws(ArchiveFileError) {
    let versions = FileVersions(connection)
    let isCurrent = try onFile(connection.path) { () throws(SQLiteError) in
      try versions.areCurrent()
    }
    guard !isCurrent else { return }
    try inBatch { () throws(SQLiteError) in
      let isNew = try connection.value("SELECT EXISTS (SELECT 1 FROM documents)") == 0
      for table in ["topics", "properties"] { try told.touch(table) }
      try versions.bringUpToDate()
      if isNew { try told.recount() }
    }
    try commit()
  }

  /// Gives the initiatives of what is stored from now on the user's own topics.
  private func useTopics() throws(ArchiveFileError) {
    documents.articles.use(try StoredTopics(connection).vocabulary())
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
    try inBatch { () throws(SQLiteError) in try documents.store(record, file, visit) }
  }

  /// Remembers that a file's bytes are in the archive under this name, too, and the collection
  /// that they are said to belong to.
  ///
  /// - Returns: false when the archive does not hold the bytes.
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func remember(
    name: String, sha256: String, _ given: Given
  ) throws(ArchiveFileError) -> Bool {
    try inBatch { () throws(SQLiteError) in
      try documents.remember(name: name, sha256: sha256, given)
    }
  }

  /// Stores that a file could not be read.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func storeFailure(
    name: String, reason: String, at time: String
  ) throws(ArchiveFileError) {
    try inBatch { () throws(SQLiteError) in
      try documents.storeFailure(name: name, reason: reason, at: time)
    }
  }

  /// Puts the record of a stored document in the place of what was read from it before.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func replace(_ record: DocumentRecord, document id: Int) throws(ArchiveFileError) {
    try inBatch { () throws(SQLiteError) in try documents.replace(record, id: id) }
  }

  /// Keeps topics of the user's own in the file, for what is stored and what will be; a topic that
  /// the file has already gets these words instead of its own.
  ///
  /// - Returns: for each topic how many stored initiatives gained it.
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func keep(_ words: LexiconFile) throws(ArchiveFileError) -> [String: Int] {
    try inBatch { () throws(SQLiteError) in
      try told.touch("topics")
      try StoredTopics(connection).put(words)
      // What was stripped of the old words is no longer as it was remembered.
      documents.forgetRows()
    }
    do {
      try useTopics()
    } catch {
      try onFile(connection.path) { () throws(SQLiteError) in try undo() }
      throw error
    }
    guard let topics = documents.articles.topics else { return [:] }
    return try inBatch { () throws(SQLiteError) in
      try connection.heedingStop { () throws(SQLiteError) in try topics.apply() }
    }
  }

  /// Forgets a topic of the user's own, and takes it from the stored initiatives that have it by
  /// the user's words.
  ///
  /// - Returns: false when the file has no such topic.
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func forget(topic: String) throws(ArchiveFileError) -> Bool {
    try inBatch { () throws(SQLiteError) in
      try told.touch("topics")
      documents.forgetRows()
      return try StoredTopics(connection).remove(topic)
    }
  }

  /// Notes what may have ended the import before; imports pass over it from now on.
  ///
  /// - Parameter suspects: digests of documents.
  /// - Returns: the digests of all documents that imports pass over.
  /// - Throws: `ArchiveFileError` when the file cannot be written.
  package func passOver(_ suspects: [String]) throws(ArchiveFileError) -> Set<String> {
    let passed = PassedDocuments(connection)
    if !suspects.isEmpty {
      try inBatch { () throws(SQLiteError) in
        try told.touch("properties")
        try passed.add(suspects)
      }
      try commit()
    }
    return try onFile(connection.path) { () throws(SQLiteError) in try passed.all() }
  }

  /// No longer passes over a document, since it could be read.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written.
  package func accept(sha256: String) throws(ArchiveFileError) {
    try inBatch { () throws(SQLiteError) in
      try told.touch("properties")
      try PassedDocuments(connection).remove(sha256)
    }
  }

  /// Makes everything stored so far last.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written.
  package func commit() throws(ArchiveFileError) {
    guard isInBatch else { return }
    try inBatch { () throws(SQLiteError) in
      try documents.dropOrphans()
      try told.save()
    }
    isInBatch = false
    try onFile(connection.path) { () throws(SQLiteError) in try connection.execute("COMMIT") }
  }

  /// Notes what was done to the file.
  ///
  /// - Throws: `ArchiveFileError` when the file cannot be written; the batch is then undone.
  package func note(
    _ event: Event, _ detail: String, at time: String
  ) throws(ArchiveFileError) {
    try inBatch { () throws(SQLiteError) in try event.store(detail, at: time, in: connection) }
  }

  /// Commits and leaves the file in one piece.
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
    told.forget()
    if connection.isInTransaction { try connection.execute("ROLLBACK") }
  }
}

/// The circumstances of an import that the document itself does not tell.
package struct Visit: Sendable {
  /// When, as UTC in ISO 8601.
  package let time: String
  /// When the file was last changed, in seconds since 1970.
  package let modified: Int
  /// What the user said of the file.
  package let given: Given

  /// Makes a visit.
  package init(time: String, modified: Int, _ given: Given = Given()) {
    self.time = time
    self.modified = modified
    self.given = given
  }
}

/// What the user says of files at import, which they do not tell themselves.
package struct Given: Sendable, Equatable {
  /// The encoding to read them in, by its WHATWG name.
  package var charset: String?
  /// What they are a part of.
  package var collection: String?

  /// Says nothing, but for what is named.
  package init(charset: String? = nil, collection: String? = nil) {
    self.charset = charset
    self.collection = collection
  }

  /// The rows that keep it, a key and a value each.
  var rows: [(key: String, value: String)] {
    [("charset", charset), ("collection", collection)].compactMap { key, value in
      value.map { (key, $0) }
    }
  }
}
