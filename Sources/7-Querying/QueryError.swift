package import SQLite
import Schema

/// Why a query was not answered.
package struct QueryError: Error, Hashable, CustomStringConvertible {
  /// Whose turn it is now.
  package enum Reason: Hashable, Sendable {
    /// The archive holds nothing of that kind.
    case nothingFound
    /// The question cannot be asked that way.
    case wrongUsage
    /// The file is no archive of this program's time, or broken.
    case damaged
    /// The file could not be read.
    case cannotRead
    /// The user has asked to stop.
    case stopped
  }

  /// Whose turn it is now.
  package let reason: Reason
  /// What is wrong and what to do about it, without capital and full stop.
  package let description: String

  /// Makes an error.
  package init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }

  /// Why a file cannot be used as an archive.
  init(_ error: ArchiveFileError) {
    switch error.trouble {
    case .contents: self.init(.damaged, "\(error)")
    case .access: self.init(.cannotRead, "\(error)")
    case .stop: self.init(.stopped, "\(error)")
    }
  }

  /// Refuses words that are longer than any question or name.
  static func refuseLong(_ words: String, _ what: String) throws(QueryError) {
    let count = words.unicodeScalars.count
    guard count > Filters.longestText else { return }
    throw QueryError(
      .wrongUsage,
      "\(what) has \(count) characters; at most \(Filters.longestText) are read")
  }

  /// What SQLite refused while reading `path`, in words that help.
  package init(_ error: SQLiteError, reading path: String) {
    self.init(ArchiveFileError(error, path: path))
  }
}
