import CSQLite
import Synchronization

/// An open database file; closed when the last reference goes.
///
/// One connection belongs to one thread.
package final class Connection {
  /// What may be done with the file.
  package enum Mode: Sendable {
    /// Read, and nothing else.
    case readOnly
    /// Read and write a file that exists.
    case readWrite
    /// Read and write, making the file if there is none.
    case create
  }

  /// The path it was opened under.
  package let path: String
  let handle: OpaquePointer

  /// Opens a file.
  ///
  /// The file is not trusted (sqlite.org/security.html): its schema may call no unsafe function, no
  /// statement may write to what SQLite keeps for itself or attach another file, the cells of each
  /// page are checked, nothing is mapped into memory, and foreign keys hold.
  ///
  /// - Parameters:
  ///   - path: the file; `:memory:` for none.
  ///   - mode: what may be done with it.
  ///   - wait: how long to wait for another writer, in milliseconds.
  /// - Throws: `SQLiteError` when the file cannot be opened.
  package init(_ path: String, _ mode: Mode, wait: Int32 = 5000) throws(SQLiteError) {
    let access: Int32
    switch mode {
    case .readOnly: access = SQLITE_OPEN_READONLY
    case .readWrite: access = SQLITE_OPEN_READWRITE
    case .create: access = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    }
    _ = Self.memoryIsUncounted
    var opened: OpaquePointer?
    // A path is never a URI, also where the library is built to read every name as one.
    let name = path.hasPrefix("file:") ? "./\(path)" : path
    let code = sqlite3_open_v2(name, &opened, access | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw SQLiteError(code: code, message: message, sql: "open \(path)")
    }
    self.path = path
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, wait)
    _ = archive_set_setting(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    _ = archive_set_setting(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    _ = archive_set_setting(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, Self.cascadeDepth)
    try execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
    if mode == .readOnly { heedStop() }
  }

  /// Rows that go with the row they belong to go by steps: document, article, fact.
  private static var cascadeDepth: Int32 { 10 }

  private static let isStopRequested = Atomic(false)

  /// Ends the statements under way on every connection that heeds it, and those to come.
  ///
  /// May be called in a signal handler once it has been called with `false`.
  package static func requestStop(_ isRequested: Bool = true) {
    isStopRequested.store(isRequested, ordering: .relaxed)
  }

  /// From now on a statement ends with an error of the reason `stopped` when that is requested.
  ///
  /// Connections for reading do so from the start; one that writes chooses its time.
  package func heedStop() {
    // 10,000 instructions of SQLite's machine take about a millisecond.
    sqlite3_progress_handler(
      handle, 10_000, { _ in Connection.isStopRequested.load(ordering: .relaxed) ? 1 : 0 }, nil)
  }

  /// Runs `body`, whose statements end when a stop is requested.
  ///
  /// - Throws: what `body` throws, or `SQLiteError` with the reason `stopped`.
  package func heedingStop<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    heedStop()
    defer { sqlite3_progress_handler(handle, 0, nil, nil) }
    return try body()
  }

  /// Makes SQLite keep no count of its memory, for which every allocation would take a lock.
  ///
  /// Those were 3 to 5 % of an import. Where SQLite runs already, nothing changes.
  private static let memoryIsUncounted = archive_leave_memory_uncounted() == SQLITE_OK

  /// Bounds the memory of all connections of this process, whatever a file asks for; for a program
  /// that only reads, before its first connection.
  ///
  /// A gibibyte is twice the largest original, which is twice in memory while it is read.
  package static func boundMemory() { sqlite3_hard_heap_limit64(1 << 30) }

  deinit { sqlite3_close_v2(handle) }

  /// Runs a script of statements whose rows nobody wants.
  ///
  /// - Throws: `SQLiteError` at the first statement that fails.
  package func execute(_ script: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(in: script) }
  }

  /// Compiles one statement.
  ///
  /// - Throws: `SQLiteError` when the SQL is wrong.
  package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    try Statement(sql, on: self)
  }

  /// Runs one statement and collects what `read` makes of each row.
  ///
  /// - Throws: `SQLiteError` when the statement fails.
  package func rows<Result>(
    _ sql: String, _ values: KeyValuePairs<StaticString, Value> = [:],
    _ read: (borrowing Row) -> Result
  ) throws(SQLiteError) -> [Result] {
    var results: [Result] = []
    let statement = try prepare(sql)
    try statement.forEach(values) { results.append(read($0)) }
    return results
  }

  /// The first value of the first row, NULL for none.
  ///
  /// - Throws: `SQLiteError` when the statement fails.
  package func value(
    _ sql: String, _ values: KeyValuePairs<StaticString, Value> = [:]
  ) throws(SQLiteError) -> Value {
    try rows(sql, values) { $0[0] }.first ?? .null
  }

  /// Runs `body` as one transaction: all of it lasts, or none.
  ///
  /// - Throws: what `body` throws, or when the transaction cannot begin or end.
  package func transaction<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      if isInTransaction { try execute("ROLLBACK") }
      throw error
    }
  }

  /// Copies the file as it is, page by page, into another that is made or overwritten.
  ///
  /// - Throws: `SQLiteError` when either cannot be read or written.
  package func copy(to path: String) throws(SQLiteError) {
    let target = try Connection(path, .create)
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw target.error(in: "copy to \(path)")
    }
    let code = sqlite3_backup_step(backup, -1)
    sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw target.error(in: "copy to \(path)") }
  }

  /// Whether a transaction is open; some errors end one by themselves.
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// The row id of the last INSERT.
  package var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// How many rows the last statement changed.
  package var changes: Int { Int(sqlite3_changes64(handle)) }

  func error(in sql: String) -> SQLiteError {
    SQLiteError(
      code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
      sql: sql)
  }
}
