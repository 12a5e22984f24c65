import Glibc
package import SQLite

/// Why a file cannot be used as an archive.
package enum ArchiveFileError: Error, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// It is a database of something else, or no database at all.
  case notAnArchive(path: String)
  /// A later release of the program made it.
  case newer(path: String, version: Int, known: Int)
  /// An earlier release made it, and it is opened for reading only.
  case older(path: String, version: Int, known: Int)
  /// Its bytes are damaged.
  case damaged(path: String, SQLiteError)
  /// A table or view of it is not the one this program makes.
  case tampered(path: String, object: String)
  /// Another process writes to it.
  case locked(path: String)
  /// The disk is full.
  case full(path: String)
  /// It or its folder cannot be read or written.
  case refused(path: String, SQLiteError)

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such archive; make one with `archive import PATH… -d \(path)`"
    case .notAnArchive(let path):
      "\(path): not an archive; name another file with -d, or a new one to import into"
    case .newer(let path, let version, let known):
      "\(path): made by a newer release (format \(version), known here is \(known)); "
        + "update the program"
    case .older(let path, let version, let known):
      "\(path): made by an older release (format \(version), now \(known)); "
        + "run `archive import` or `archive reextract` on it once to bring it up to date"
    case .damaged(let path, let error):
      "\(path): damaged: \(error.message); restore a copy, or import the originals again"
    case .tampered(let path, let object):
      "\(path): not as this program makes it: “\(object)” was put in or changed; "
        + "import the originals into a new archive"
    case .locked(let path):
      "\(path): another process is writing to it; try again when it is done"
    case .full(let path):
      "\(path): the disk is full; what was committed before is safe"
    case .refused(let path, let error):
      "\(path): \(error.message)"
    }
  }

  /// What an SQLite error means for the user of a file.
  package init(_ error: SQLiteError, path: String) {
    switch error.reason {
    case .notADatabase: self = .notAnArchive(path: path)
    case .corrupt: self = .damaged(path: path, error)
    case .busy: self = .locked(path: path)
    case .full: self = .full(path: path)
    default: self = .refused(path: path, error)
    }
  }
}

/// Opening an archive file, with every check a stranger's file needs.
package enum ArchiveFormat {
  /// Opens an archive for reading.
  ///
  /// - Throws: `ArchiveFileError` unless the file is an archive of this format.
  package static func read(_ path: String) throws(ArchiveFileError) -> Connection {
    let connection = try open(path, .readOnly)
    let version = try check(connection)
    guard version == Migrations.all.count else {
      throw .older(path: path, version: version, known: Migrations.all.count)
    }
    return connection
  }

  /// Checks that a file is an archive, of this format or an earlier one.
  ///
  /// - Throws: `ArchiveFileError` when it is not.
  package static func expect(_ path: String) throws(ArchiveFileError) {
    _ = try check(try open(path, .readOnly))
  }

  /// Opens an archive for writing, making it or bringing it up to date where needed.
  ///
  /// - Throws: `ArchiveFileError` when the file is something else or cannot be written.
  package static func write(_ path: String) throws(ArchiveFileError) -> Connection {
    let connection = try open(path, .create)
    do {
      let isNew = try connection.value("SELECT count(*) FROM sqlite_master") == .integer(0)
      if isNew { try connection.execute("PRAGMA page_size = 8192") }
      if !isNew { _ = try check(connection) }
      try migrate(connection)
    } catch let error as ArchiveFileError {
      throw error
    } catch let error as SQLiteError {
      throw ArchiveFileError(error, path: path)
    } catch {
      preconditionFailure("a migration throws SQLite errors only")
    }
    return connection
  }

  private static func open(
    _ path: String, _ mode: Connection.Mode
  ) throws(ArchiveFileError) -> Connection {
    do {
      let connection = try Connection(path, mode)
      _ = try connection.value("SELECT count(*) FROM sqlite_master")
      return connection
    } catch {
      if error.reason == .cannotOpen, mode == .readOnly, access(path, F_OK) != 0 {
        throw .missing(path: path)
      }
      throw ArchiveFileError(error, path: path)
    }
  }

  /// The format of a file that is an archive.
  private static func check(_ connection: Connection) throws(ArchiveFileError) -> Int {
    do {
      guard
        try connection.value("PRAGMA application_id") == .integer(Migrations.applicationID)
      else { throw ArchiveFileError.notAnArchive(path: connection.path) }
      let version = try version(of: connection)
      let known = Migrations.all.count
      guard version <= known else {
        throw ArchiveFileError.newer(path: connection.path, version: version, known: known)
      }
      if let object = try SchemaCheck.firstStrange(in: connection, version: version) {
        throw ArchiveFileError.tampered(path: connection.path, object: object)
      }
      return version
    } catch let error as SQLiteError {
      throw ArchiveFileError(error, path: connection.path)
    } catch let error as ArchiveFileError {
      throw error
    } catch {
      preconditionFailure("a check throws errors of the file only")
    }
  }

  /// Runs the migrations the file lacks; asks again inside the transaction, since another process
  /// may just have done the same.
  private static func migrate(_ connection: Connection) throws {
    guard try version(of: connection) < Migrations.all.count else { return }
    try connection.transaction {
      for step in try version(of: connection)..<Migrations.all.count {
        try connection.execute(Migrations.all[step])
        try connection.execute("PRAGMA user_version = \(step + 1)")
      }
    }
  }

  private static func version(of connection: Connection) throws(SQLiteError) -> Int {
    guard case .integer(let version) = try connection.value("PRAGMA user_version") else { return 0 }
    return Int(version)
  }
}
