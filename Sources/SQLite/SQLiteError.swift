import CSQLite

/// What SQLite refused, with all it said.
package struct SQLiteError: Error, CustomStringConvertible {
  /// The extended result code (sqlite.org/rescode.html).
  package let code: Int32
  /// SQLite's own words.
  package let message: String
  /// The statement it refused, or what was asked of the file.
  package let sql: String

  /// The result codes that callers act on.
  package enum Reason: Sendable {
    /// Another process writes to the file.
    case busy
    /// The file is no database.
    case notADatabase
    /// The file is damaged.
    case corrupt
    /// The disk is full, or a limit of the file system was met.
    case full
    /// The file or its folder cannot be written.
    case readOnly
    /// The file cannot be opened.
    case cannotOpen
    /// Reading or writing failed.
    case inputOutput
    /// Anything else.
    case other
  }

  /// The reason behind the code.
  package var reason: Reason {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .corrupt
    case SQLITE_FULL: .full
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .readOnly
    case SQLITE_CANTOPEN: .cannotOpen
    case SQLITE_IOERR: .inputOutput
    default: .other
    }
  }

  /// The message, the code and the statement.
  package var description: String { "\(message) (SQLite code \(code)) in \(sql)" }
}
