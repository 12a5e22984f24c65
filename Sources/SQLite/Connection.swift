import CSQLite

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
  /// The file is not trusted: its schema may call no unsafe function, no statement may write to
  /// what SQLite keeps for itself, and foreign keys hold.
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
  }

  /// Makes SQLite keep no count of its memory, for which every allocation would take a lock.
  ///
  /// Those were 5 % of an import. Where SQLite runs already, nothing changes.
  private static let memoryIsUncounted = archive_leave_memory_uncounted() == SQLITE_OK

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
  /// - Throws: what `body` throws, or `SQLiteError` when the transaction cannot begin or end.
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
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
