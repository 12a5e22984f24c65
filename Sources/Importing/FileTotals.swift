package import Schema
package import Storing

/// How much there is to read, counted before it begins so that the time left can be told.
package struct FileTotals: Sendable {
  /// The number of files.
  package private(set) var files = 0
  /// Their bytes, by the file system.
  package private(set) var bytes = 0

  /// Counts documents of an archive.
  ///
  /// - Throws: `ArchiveFileError` when it cannot be read.
  package init(
    of database: String, _ choice: StoredOriginals.Choice
  ) throws(ArchiveFileError) {
    for group in try StoredOriginals.counts(in: database) where choice.takes(group.age) {
      files += group.files
      bytes &+= group.bytes
    }
  }

  /// Counts what a walk would find.
  package init(of walk: FileWalk) {
    for file in walk where file.fate != .linked {
      files += 1
      bytes += file.size
    }
  }
}
