package import Schema
import Storing
package import Topics

/// Gives the programs of an archive the topics of a vocabulary; they keep those they have.
///
/// - Parameters:
///   - vocabulary: the topics with their words, in Simplified script.
///   - database: an archive that exists.
/// - Returns: for each topic how many programs gained it.
/// - Throws: `ArchiveFileError` when the archive cannot be written; it is then as before.
package func addTopics(
  _ vocabulary: TopicVocabulary, to database: String
) throws(ArchiveFileError) -> [String: Int] {
  try ArchiveFormat.expect(database)
  let writer = try ArchiveWriter(path: database)
  let gained = try writer.add(vocabulary)
  try writer.finish()
  return gained
}
