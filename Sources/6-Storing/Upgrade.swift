import Glibc
package import Schema
import SQLite

/// Brings an archive of an earlier format up to today's.
///
/// A copy stands beside the file until the upgrade is proved; all of it happens in one transaction,
/// so that the file is the old one or the new one whatever happens.
package struct Upgrade {
  /// What an upgrade did, beside what is the program's own.
  package struct Summary: Sendable {
    /// The format the file had.
    package var from: Int
    /// Views of the user's that read a column that facts no longer have, and do so now from
    /// `fact_sentences`.
    package var mendedViews: [String] = []
    /// Views and indexes of the user's that today's tables cannot bear, with what to type.
    package var lost: [LostObject] = []
  }

  private let connection: Connection
  private let path: String
  private var summary: Summary

  /// Upgrades an archive if its format is an earlier one.
  ///
  /// - Parameters:
  ///   - path: the file; one that does not exist is none.
  ///   - time: now, as UTC in ISO 8601.
  /// - Returns: what was done; nil where there was nothing to do.
  /// - Throws: `ArchiveFileError` when there is too little room, or the file cannot be written; it
  ///   is then as before.
  package static func run(on path: String, at time: String) throws(ArchiveFileError) -> Summary? {
    guard let (connection, version) = try ArchiveFormat.older(path) else { return nil }
    var upgrade = Upgrade(
      connection: connection, path: path, summary: Summary(from: version))
    return try upgrade.run(at: time)
  }

  /// The copy that stands beside a file while it is upgraded; a number follows where there is a file
  /// of that name.
  package static func copy(of path: String) -> String { path + "-before-upgrade" }

  private mutating func run(at time: String) throws(ArchiveFileError) -> Summary? {
    try checkRoom()
    let inTheWay = try onFile(path) { () throws(SQLiteError) in
      try UserObjects(connection, version: summary.from).inTheWay()
    }
    if let object = inTheWay {
      throw .inTheWay(path: path, type: object.type, name: object.name)
    }
    let copy = try Self.freeCopy(of: path)
    var isDone = false
    do {
      isDone = try change(at: time, keeping: copy)
      _ = try ArchiveFormat.read(path)
    } catch {
      // The transaction was undone, and the copy holds nothing that the file does not; a file that
      // cannot be opened any more needs it.
      if (try? ArchiveFormat.older(path)) != nil { Self.remove(copy) }
      throw error
    }
    Self.remove(copy)
    return isDone ? summary : nil
  }

  /// Takes the copy away, with what a disk that was full left of its making.
  private static func remove(_ copy: String) {
    unlink(copy)
    unlink(copy + "-journal")
  }

  /// Makes an empty file for the copy, under a name that no file has.
  private static func freeCopy(of path: String) throws(ArchiveFileError) -> String {
    for number in 1...100 {
      let name = copy(of: path) + (number > 1 ? "-\(number)" : "")
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        close(descriptor)
        return name
      }
      guard errno == EEXIST else { break }
    }
    throw .readOnly(path: path)
  }

  /// Upgrades in one transaction; false where another process has just done so.
  private mutating func change(
    at time: String, keeping copy: String
  ) throws(ArchiveFileError) -> Bool {
    var summary = summary
    let connection = connection
    var isDone = false
    try onFile(path) { () throws(SQLiteError) in
      // A side file would hold part of what is to be copied.
      try connection.execute("PRAGMA journal_mode = DELETE; PRAGMA cache_size = -65536")
      try connection.heedingStop { () throws(SQLiteError) in
        try Migrations.transaction(on: connection) { () throws(SQLiteError) in
          guard try ArchiveFormat.stepsDone(in: connection) == summary.from else { return }
          // Nobody else writes now, and a connection that does not may read the file as it is.
          try Connection(connection.path, .readOnly).copy(to: copy)
          let own = try UserObjects(connection, version: summary.from)
          let before = try Self.counts(of: connection, "source_spans")
          try Migrations.run(on: connection, from: summary.from)
          try Self.expect(before, in: connection)
          try Self.bringUpToDate(connection)
          (summary.mendedViews, summary.lost) = try own.restore(in: connection)
          try Event.upgraded.store(
            "from format \(summary.from)", at: time, in: connection)
          let told = try ToldDigest(connection)
          try told.recount()
          try told.save()
          try Self.prove(connection)
          isDone = true
        }
      }
    }
    self.summary = summary
    return isDone
  }

  /// Everything that a script cannot do.
  private static func bringUpToDate(_ connection: Connection) throws(SQLiteError) {
    // What an index of an earlier format holds no property told.
    try TextIndex(connection).rebuild()
    try FileVersions(connection).bringUpToDate()
  }

  /// Room for the copy, for the pages that can be put back, and for the new tables before the old
  /// ones go: each no more than the file itself.
  private func checkRoom() throws(ArchiveFileError) {
    let pages = try onFile(path) { () throws(SQLiteError) in
      (try connection.value("PRAGMA page_count"), try connection.value("PRAGMA page_size"))
    }
    guard case (.integer(let count), .integer(let size)) = pages else { return }
    var room = statvfs()
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard statvfs(folder, &room) == 0 else { return }
    let (needed, free) = (3 * count * size, Int64(room.f_bavail) * Int64(room.f_frsize))
    guard free >= needed else { throw .noRoom(path: path, needed: needed, free: free) }
  }

  /// The rows of the tables that are made anew.
  private static func counts(
    of connection: Connection, _ spans: String
  ) throws(SQLiteError) -> [Value] {
    var counts: [Value] = []
    for table in carried + [spans] {
      counts.append(try connection.value("SELECT count(*) FROM \(table)"))
    }
    return counts
  }

  private static let carried = [
    "documents", "document_names", "diagnostics", "stored_edits", "articles", "bylines", "places",
    "place_links", "place_candidates", "program_links", "organization_links", "person_links",
    "facts", "stored_mentions",
  ]

  private static func expect(
    _ before: [Value], in connection: Connection
  ) throws(SQLiteError) {
    guard try counts(of: connection, "stored_spans") == before else {
      throw .contradiction("not every row could be carried over")
    }
  }

  /// Proves the new file before it takes the place of the old one.
  private static func prove(_ connection: Connection) throws(SQLiteError) {
    let faults = try connection.rows("PRAGMA foreign_key_check") { $0.text(0) ?? "" }
    if let table = faults.first { throw .contradiction("a row of \(table) points to nothing") }
    let lines = try connection.rows("PRAGMA integrity_check(1)") { $0.text(0) ?? "" }
    if let line = lines.first, line != "ok" { throw .contradiction(line) }
  }
}
