import CSQLite

/// A compiled statement, run as often as needed; values are bound by name, never interpolated.
package final class Statement {
  let handle: OpaquePointer
  private let connection: Connection
  private let sql: String
  /// For the n-th pair of a bind call the name it had and the parameter it meant.
  ///
  /// Call sites use the same names each time, so comparing addresses saves looking them up again.
  private var known: [(name: UnsafePointer<UInt8>, parameter: Int32)] = []

  init(_ sql: String, on connection: Connection) throws(SQLiteError) {
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard code == SQLITE_OK else { throw connection.error(in: sql) }
    guard let compiled else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "the statement is empty", sql: sql)
    }
    handle = compiled
    self.connection = connection
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// The names of the columns of a row.
  package var columns: [String] {
    (0..<sqlite3_column_count(handle)).map { String(cString: sqlite3_column_name(handle, $0)) }
  }

  /// Whether it can change nothing.
  package var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  /// Runs it with the values bound and passes each row to `body`.
  ///
  /// - Parameters:
  ///   - values: for each parameter its name without `:` and its value.
  ///   - body: reads a row; the row is gone when it returns.
  /// - Throws: `SQLiteError` when a step fails, or what `body` throws.
  package func forEach(
    _ values: KeyValuePairs<StaticString, Value> = [:],
    _ body: (borrowing Row) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try bind(values)
    try step(body)
  }

  /// Runs it with values whose names are not known before the program runs.
  ///
  /// - Throws: `SQLiteError` when a step fails.
  package func forEach(
    _ values: [String: Value], _ body: (borrowing Row) -> Void
  ) throws(SQLiteError) {
    try bind(values)
    try step(body)
  }

  /// Binds one value, which stays for the runs to come that bind no other.
  package func bind(_ name: StaticString, _ value: Value) throws(SQLiteError) {
    try bind(value, to: sqlite3_bind_parameter_index(handle, ":\(name)"))
  }

  /// Binds values by their names, those aside that it has no parameter for.
  func bind(_ values: [String: Value]) throws(SQLiteError) {
    for (name, value) in values {
      let parameter = sqlite3_bind_parameter_index(handle, ":\(name)")
      if parameter > 0 { try bind(value, to: parameter) }
    }
  }

  /// What the last step failed of.
  var failure: SQLiteError { connection.error(in: sql) }

  /// Runs it with the values bound.
  ///
  /// - Throws: `SQLiteError` when it fails.
  package func run(_ values: KeyValuePairs<StaticString, Value> = [:]) throws(SQLiteError) {
    try forEach(values) { _ in }
  }

  private func step(_ body: (borrowing Row) throws(SQLiteError) -> Void) throws(SQLiteError) {
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try body(Row(handle))
      case SQLITE_DONE: return
      default: throw connection.error(in: sql)
      }
    }
  }

  private func bind(_ values: KeyValuePairs<StaticString, Value>) throws(SQLiteError) {
    for (position, (name, value)) in values.enumerated() {
      try bind(value, to: parameter(name, at: position))
    }
  }

  private func parameter(_ name: StaticString, at position: Int) throws(SQLiteError) -> Int32 {
    if position < known.count, known[position].name == name.utf8Start {
      return known[position].parameter
    }
    let parameter = sqlite3_bind_parameter_index(handle, ":\(name)")
    guard parameter > 0 else {
      throw SQLiteError(code: SQLITE_RANGE, message: "no parameter :\(name)", sql: sql)
    }
    if position == known.count { known.append((name.utf8Start, parameter)) }
    return parameter
  }

  private func bind(_ value: Value, to parameter: Int32) throws(SQLiteError) {
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(handle, parameter)
    case .integer(let number): code = sqlite3_bind_int64(handle, parameter, number)
    case .real(let number): code = sqlite3_bind_double(handle, parameter, number)
    case .text(var string):
      code = string.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          archive_bind_text(handle, parameter, $0.baseAddress ?? Self.nothing, UInt64($0.count))
        }
      }
    case .blob(let bytes):
      code = bytes.withUnsafeBytes {
        archive_bind_blob(handle, parameter, $0.baseAddress ?? Self.nothingRaw, UInt64($0.count))
      }
    }
    guard code == SQLITE_OK else { throw connection.error(in: sql) }
  }

  /// An empty string still needs an address, or SQLite binds NULL.
  private static var nothing: UnsafePointer<CChar> {
    UnsafeRawPointer(StaticString("").utf8Start).assumingMemoryBound(to: CChar.self)
  }
  private static var nothingRaw: UnsafeRawPointer { UnsafeRawPointer(nothing) }
}

/// The row a statement stands on.
package struct Row: ~Copyable {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  /// The number of columns.
  package var count: Int { Int(sqlite3_column_count(handle)) }

  /// The value of the n-th column, from 0.
  package subscript(column: Int) -> Value {
    let column = Int32(column)
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
    case SQLITE_TEXT: return .text(text(column))
    case SQLITE_BLOB: return .blob(blob(column))
    default: return .null
    }
  }

  /// The INTEGER of the n-th column, nil for NULL.
  package func integer(_ column: Int) -> Int? {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
      ? nil : Int(sqlite3_column_int64(handle, Int32(column)))
  }

  /// The number of the n-th column, nil for NULL.
  package func real(_ column: Int) -> Double? {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
      ? nil : sqlite3_column_double(handle, Int32(column))
  }

  /// The TEXT of the n-th column, nil for NULL.
  package func text(_ column: Int) -> String? {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL ? nil : text(Int32(column))
  }

  /// Passes the UTF-8 of the n-th column to `body`, nothing for NULL; no copy is made.
  package func withText<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = sqlite3_column_text(handle, Int32(column))
    let count = start == nil ? 0 : Int(sqlite3_column_bytes(handle, Int32(column)))
    return body(UnsafeBufferPointer(start: start, count: count))
  }

  /// The bytes of the n-th column, none for NULL.
  package func blob(_ column: Int) -> [UInt8] { blob(Int32(column)) }

  private func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  private func blob(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}
