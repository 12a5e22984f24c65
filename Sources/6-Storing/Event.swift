import Model
import SQLite

/// Something that was done to a file, kept in `events`.
package enum Event: String, Sendable {
  /// Documents were imported.
  case imported
  /// Documents were read again.
  case readAgain = "read again"
  /// A person has decided something.
  case corrected
  /// Documents were taken out.
  case forgotten
  /// Another archive was added.
  case merged
  /// The file is of a later format now.
  case upgraded

  /// Stores it.
  func store(
    _ detail: String, at time: String, in connection: Connection
  ) throws(SQLiteError) {
    try connection.prepare(
      "INSERT INTO events (at, release, what, detail) VALUES (:at, :release, :what, :detail)"
    ).run([
      "at": .text(time), "release": .text(release), "what": .text(rawValue),
      "detail": .text(detail),
    ])
  }
}
