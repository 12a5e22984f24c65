import Matching
package import Schema
package import Storing

/// Keeps topics of the user's own in an archive and gives them to its programs, now and whenever
/// documents are stored.
///
/// - Parameters:
///   - words: the lines of the user's file, in Simplified script.
///   - database: an archive that exists.
/// - Returns: for each topic how many programs gained it.
/// - Throws: `ArchiveFileError` when the archive cannot be written; it is then as before.
package func addTopics(
  _ words: [UInt8], to database: String
) throws(ArchiveFileError) -> [String: Int] {
  try changing(database) { (writer) throws(ArchiveFileError) in
    try writer.keep(LexiconFile(userFile: words))
  }
}

/// Forgets a topic of the user's own, and takes it from the programs unless it is built in.
///
/// - Parameters:
///   - topic: its name.
///   - database: an archive that exists.
/// - Returns: false when the archive has no such topic.
/// - Throws: `ArchiveFileError` when the archive cannot be written; it is then as before.
package func removeTopic(
  _ topic: String, from database: String
) throws(ArchiveFileError) -> Bool {
  try changing(database) { (writer) throws(ArchiveFileError) in
    try writer.forget(topic: topic)
  }
}

/// The lines of the file that would give an archive the topics of the user's own that it has.
///
/// - Throws: `ArchiveFileError` when the archive cannot be read.
package func storedTopics(of database: String) throws(ArchiveFileError) -> [String] {
  try StoredTopics(try ArchiveFormat.read(database)).lines()
}

/// Opens an archive that exists for some change, and leaves it in one piece.
///
/// - Throws: `ArchiveFileError` when it cannot be written; it is then as before.
package func changing<Result>(
  _ database: String, _ body: (ArchiveWriter) throws(ArchiveFileError) -> Result
) throws(ArchiveFileError) -> Result {
  try ArchiveFormat.expect(database)
  let writer = try ArchiveWriter(path: database)
  do {
    let result = try body(writer)
    try writer.finish()
    return result
  } catch {
    try? writer.finish()  // The error to tell is the first; the file stays in one piece.
    throw error
  }
}
