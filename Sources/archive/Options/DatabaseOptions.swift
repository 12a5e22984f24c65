import ArgumentParser
import Glibc
import Querying
import Schema
import Storing

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

  /// Brings an archive of an earlier format up to today's, and says so; a command that writes does
  /// this first.
  ///
  /// - Returns: false when there was nothing to do.
  @discardableResult
  func upgrade() throws -> Bool {
    let summary = try withArchiveErrors { try Upgrade.run(on: path, at: currentTime()) }
    guard let summary else { return false }
    report(
      "\(path): upgraded from format \(summary.from); every fact has another fact_id now: "
        + "article_id × 1,000,000 + its place in the article")
    for view in summary.mendedViews {
      report("\(path): your view “\(view)” reads the old columns of facts from where they are now")
    }
    for lost in summary.lost { report("\(path): \(Self.remedy(of: lost))") }
    return true
  }

  /// What to do about an index or view that today's tables cannot bear.
  private static func remedy(of lost: LostObject) -> String {
    let name = StrangeObject.quoted(lost.name)
    let what = "your \(lost.type) “\(lost.name)” asks for a column that is no longer there"
    guard lost.type == "view" else { return "\(what), and is gone; it was: \(lost.sql)" }
    return what + "; type `DROP VIEW \(name);` in sqlite3 and make it anew, with the sentences of "
      + "facts from fact_sentences, rules from documents, topics of links from program_topics; "
      + "it was: \(lost.sql)"
  }

  /// The archive, opened for reading only; says when other rules than this program's have read it.
  func open() throws(QueryError) -> ArchiveFile {
    let file = try ArchiveFile(path)
    if let others = try file.otherRules().description { Terminal.note("\(path): \(others)") }
    return file
  }
}
