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
    /// A write to it was cut short, and it cannot be set right without writing.
    case unfinished
    /// The user has asked to stop.
    case stopped
    /// The file cannot be opened.
    case cannotOpen
    /// Reading or writing failed.
    case inputOutput
    /// Anything else.
    case other
  }

  /// The reason behind the code.
  package var reason: Reason {
    switch code {
    case Self.needsRollback, Self.needsRecovery, Self.needsSideFile, Self.needsFolder:
      return .unfinished
    default: break
    }
    return switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .corrupt
    case SQLITE_FULL: .full
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .readOnly
    case SQLITE_CANTOPEN: .cannotOpen
    case SQLITE_IOERR: .inputOutput
    case SQLITE_INTERRUPT: .stopped
    default: .other
    }
  }

  // SQLITE_READONLY_ROLLBACK, _RECOVERY, _CANTINIT and _DIRECTORY, macros that Swift cannot import.
  private static var needsRollback: Int32 { SQLITE_READONLY | 3 << 8 }
  private static var needsRecovery: Int32 { SQLITE_READONLY | 1 << 8 }
  private static var needsSideFile: Int32 { SQLITE_READONLY | 5 << 8 }
  private static var needsFolder: Int32 { SQLITE_READONLY | 6 << 8 }

  /// Rows that contradict each other, found by this program.
  package static func contradiction(_ message: String) -> SQLiteError {
    SQLiteError(code: SQLITE_CORRUPT, message: message, sql: "")
  }

  /// The message, the code and the statement.
  package var description: String { "\(message) (SQLite code \(code)) in \(sql)" }
}
