import Glibc
package import SQLite

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

  /// Opens an archive for writing, making it if there is none.
  ///
  /// - Throws: `ArchiveFileError` when the file is something else, of an earlier format, or cannot
  ///   be written.
  package static func write(_ path: String) throws(ArchiveFileError) -> Connection {
    let connection = try open(path, .create)
    let known = Migrations.all.count
    let isNew = try onFile(path) { () throws(SQLiteError) in
      try connection.value("SELECT count(*) FROM sqlite_master") == .integer(0)
    }
    let version = isNew ? known : try check(connection)
    guard version == known else { throw .older(path: path, version: version, known: known) }
    try onFile(path) { () throws(SQLiteError) in
      if isNew { try connection.execute("PRAGMA page_size = 8192") }
      guard try Self.version(of: connection) < known else { return }
      try Migrations.transaction(on: connection) { () throws(SQLiteError) in
        // Another process may just have done the same.
        try Migrations.run(on: connection, from: try stepsDone(in: connection))
      }
    }
    return connection
  }

  /// Opens an archive of an earlier format for writing; nil for one of this format or none at all.
  ///
  /// - Throws: `ArchiveFileError` when the file is something else or cannot be written.
  package static func older(
    _ path: String
  ) throws(ArchiveFileError) -> (connection: Connection, version: Int)? {
    guard access(path, F_OK) == 0 else { return nil }
    let connection = try open(path, .readWrite)
    let isNew = try onFile(path) { () throws(SQLiteError) in
      try connection.value("SELECT count(*) FROM sqlite_master") == .integer(0)
    }
    guard !isNew else { return nil }
    let version = try check(connection)
    return version < Migrations.all.count ? (connection, version) : nil
  }

  /// The names that the scripts need in a file of an earlier version: those that they give, and the
  /// ones its tables have meanwhile.
  package static func namesNeeded(from version: Int) throws(SQLiteError) -> Set<String> {
    let old = try names(version: version)
    let new = try names(version: Migrations.all.count).union([OptionalObjects.trigramIndex])
    return new.subtracting(old).union(old.map { "old_" + $0 })
  }

  /// The names of everything that the program makes in a file of some version, in lower case.
  package static func names(version: Int) throws(SQLiteError) -> Set<String> {
    try SchemaCheck.names(version: version)
  }

  private static func open(
    _ path: String, _ mode: Connection.Mode
  ) throws(ArchiveFileError) -> Connection {
    do {
      return try opened(path, mode)
    } catch {
      switch error.reason {
      case .cannotOpen where mode == .readOnly && access(path, F_OK) != 0:
        throw .missing(path: path)
      case .cannotOpen where mode == .readOnly && isInWriteAheadMode(path):
        throw .unfinished(path: path)
      case .unfinished where mode == .readOnly:
        return try opened(afterSettingRight: path)
      default:
        throw ArchiveFileError(error, path: path)
      }
    }
  }

  private static func opened(
    _ path: String, _ mode: Connection.Mode
  ) throws(SQLiteError) -> Connection {
    let connection = try Connection(path, mode)
    _ = try connection.value("SELECT count(*) FROM sqlite_master")
    return connection
  }

  /// Undoes a write that was cut short, as any program that opens the file for writing does.
  private static func opened(
    afterSettingRight path: String
  ) throws(ArchiveFileError) -> Connection {
    do {
      _ = try opened(path, .readWrite)
      return try opened(path, .readOnly)
    } catch {
      throw error.reason == .busy ? .locked(path: path) : .unfinished(path: path)
    }
  }

  /// Whether the file's header says that its last changes may be in a side file
  /// (sqlite.org/fileformat2.html, section 1.3.3); to read it SQLite makes one more.
  private static func isInWriteAheadMode(_ path: String) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var version: UInt8 = 0
    return pread(descriptor, &version, 1, 18) == 1 && version == 2
  }

  /// The format of a file that is an archive.
  private static func check(_ connection: Connection) throws(ArchiveFileError) -> Int {
    let path = connection.path
    let application = try onFile(path) { () throws(SQLiteError) in
      try connection.value("PRAGMA application_id")
    }
    guard application == .integer(Migrations.applicationID) else {
      throw .notAnArchive(path: path)
    }
    let version = try onFile(path) { () throws(SQLiteError) in try Self.version(of: connection) }
    let known = Migrations.all.count
    guard version <= known else { throw .newer(path: path, version: version, known: known) }
    let supposed =
      version > 0
      ? version
      : try onFile(path) { () throws(SQLiteError) in
        try SchemaCheck.likelyVersion(of: connection)
      }
    let strange = try onFile(path) { () throws(SQLiteError) in
      try SchemaCheck.firstStrange(in: connection, version: supposed)
    }
    if let strange { throw .tampered(path: path, strange) }
    return supposed
  }

  /// How many scripts a file has behind it, also one whose number another program has set to 0.
  package static func stepsDone(in connection: Connection) throws(SQLiteError) -> Int {
    let version = try version(of: connection)
    guard version <= 0 else { return version }
    let tables = try connection.value("SELECT count(*) FROM sqlite_master")
    return tables == .integer(0) ? 0 : try SchemaCheck.likelyVersion(of: connection)
  }

  /// The version a file gives itself.
  private static func version(of connection: Connection) throws(SQLiteError) -> Int {
    guard case .integer(let version) = try connection.value("PRAGMA user_version") else { return 0 }
    return Int(version)
  }
}
