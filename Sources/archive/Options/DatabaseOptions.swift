import ArgumentParser
import Glibc
import Querying

/// Which archive file a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: [.customShort("d"), .customLong("database")],
    help: ArgumentHelp(
      "The archive file.",
      discussion: "Default: $ARCHIVE_DATABASE, else archive.db in the current folder.",
      valueName: "file"))
  var database: String?

  /// The file: the option, else the environment, else the default.
  var path: String {
    if let database { return database }
    if let variable = getenv("ARCHIVE_DATABASE"), variable.pointee != 0 {
      return String(cString: variable)
    }
    return "archive.db"
  }

  /// The archive, opened for reading only.
  func open() throws(QueryError) -> ArchiveFile { try ArchiveFile(path) }
}
