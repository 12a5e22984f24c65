import CSQLite

/// A database without any layer of ours, for what SQLite alone costs.
final class RawDatabase {
  let handle: OpaquePointer

  init(_ path: String) throws(MeasureError) {
    var opened: OpaquePointer?
    guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else {
      throw MeasureError(description: "\(path) cannot be opened")
    }
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  func execute(_ script: String) throws(MeasureError) {
    guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else { throw error(script) }
  }

  func prepare(_ sql: String) throws(MeasureError) -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw error(sql)
    }
    return statement
  }

  /// The number a query gives.
  func number(_ sql: String) throws(MeasureError) -> Int {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    guard sqlite3_step(statement) == SQLITE_ROW else { throw error(sql) }
    return Int(sqlite3_column_int64(statement, 0))
  }

  func error(_ sql: String) -> MeasureError {
    MeasureError(description: "\(String(cString: sqlite3_errmsg(handle))) in \(sql)")
  }
}

/// Rows of one table, read from one database and inserted into another.
final class CopiedTable {
  private let read: OpaquePointer
  private let insert: OpaquePointer
  private let target: RawDatabase

  /// Prepares the copy of the rows that `condition` selects, by the bounds ?1 and ?2.
  init(
    _ name: String, where condition: String, columns: String = "*", from rows: String? = nil,
    _ source: RawDatabase, _ target: RawDatabase
  ) throws(MeasureError) {
    self.target = target
    read = try source.prepare("SELECT \(columns) FROM \(rows ?? name) WHERE \(condition)")
    let count = Int(sqlite3_column_count(read))
    let marks = repeatElement("?", count: count).joined(separator: ",")
    let list = columns == "*" ? "" : " (\(columns))"
    insert = try target.prepare("INSERT INTO \(name)\(list) VALUES (\(marks))")
  }

  deinit {
    sqlite3_finalize(read)
    sqlite3_finalize(insert)
  }

  /// Copies the rows between two bounds.
  func copy(_ bounds: ClosedRange<Int>) throws(MeasureError) {
    sqlite3_bind_int64(read, 1, Int64(bounds.lowerBound))
    sqlite3_bind_int64(read, 2, Int64(bounds.upperBound))
    defer { sqlite3_reset(read) }
    let columns = sqlite3_column_count(read)
    while sqlite3_step(read) == SQLITE_ROW {
      for column in 0..<columns {
        sqlite3_bind_value(insert, column + 1, sqlite3_column_value(read, column))
      }
      guard sqlite3_step(insert) == SQLITE_DONE else { throw target.error("a copy") }
      sqlite3_reset(insert)
    }
  }
}
