package import SQLite

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

  /// What SQLite refused while reading `path`, in words that help.
  package init(_ error: SQLiteError, reading path: String) {
    switch error.reason {
    case .notADatabase:
      self.init(.damaged, "\(path) is not an archive: it is no SQLite file")
    case .corrupt:
      self.init(
        .damaged,
        "\(path) is damaged (\(error.message)); import the originals again into a new file")
    case .busy:
      self.init(.cannotRead, "\(path) is locked by another program; try again when it is done")
    case .full, .readOnly, .cannotOpen, .inputOutput, .other:
      self.init(.cannotRead, "\(path) cannot be read: \(error)")
    }
  }
}
