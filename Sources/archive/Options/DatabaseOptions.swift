import ArgumentParser
import Glibc
import Querying
import Reading

/// Which archive file a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(
    name: [.customShort("d"), .customLong("database")],
    help: .said(
      "The archive file (default: $ARCHIVE_DATABASE, else archive.db in the current folder).",
      "档案文件（默认 $ARCHIVE_DATABASE，否则当前文件夹的 archive.db）。", valueName: "file"),
    completion: .file())
  var database: String?

  /// The file: the option, else the environment, else the default.
  var path: String { database ?? Self.defaultPath }

  /// The file of a command line that names none.
  static var defaultPath: String {
    if let variable = getenv("ARCHIVE_DATABASE"), variable.pointee != 0 {
      return String(cString: variable)
    }
    return "archive.db"
  }

  /// Refuses what SQLite would take for something else than a file: its name for a database in
  /// memory, for a nameless one, and the addresses of sqlite.org/uri.html.
  func validate() throws {
    guard path.isEmpty || path == ":memory:" || path.hasPrefix("file:") else { return }
    let named = path.isEmpty ? "-d needs a name" : "“\(path)” is not taken for a file"
    let remedy = path.isEmpty ? "such as archive.db" : "a file of that name is ./\(path)"
    throw ValidationError("\(named); \(remedy)")
  }

  /// The archive, opened for reading only; says when other rules than this program's have read it.
  func open() throws(QueryError) -> ArchiveFile {
    let file = try ArchiveFile(path)
    if let rules = try file.otherRules(than: rulesVersion) {
      Terminal.note("\(path): \(rules.description)")
    }
    return file
  }
}
