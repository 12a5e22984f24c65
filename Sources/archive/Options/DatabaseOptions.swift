import ArgumentParser
import Glibc
import Querying

/// Which archive a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: [.customShort("d"), .customLong("database")],
    help: ArgumentHelp(
      "The archive (default: $ARCHIVE_DATABASE, else archive.db in the current folder).",
      valueName: "file"))
  var database: String?

  /// The archive's path.
  var path: String {
    if let database { return database }
    if let given = getenv("ARCHIVE_DATABASE"), given.pointee != 0 { return String(cString: given) }
    return "archive.db"
  }

  /// The archive, opened for reading only.
  func open() throws(QueryError) -> ArchiveFile { try ArchiveFile(path) }
}
