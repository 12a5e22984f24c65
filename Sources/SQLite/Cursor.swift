import CSQLite
import Glibc

/// The rows of a statement one after another, for who walks through two at once.
package final class Cursor {
  private let statement: Statement
  /// Whether it stands on a row.
  package private(set) var isOnRow = false

  /// Begins a statement with values, standing on its first row if it has one.
  ///
  /// - Throws: `SQLiteError` when the first step fails.
  package init(_ statement: Statement, _ values: [String: Value]) throws(SQLiteError) {
    self.statement = statement
    try statement.bind(values)
    try advance()
  }

  deinit { sqlite3_reset(statement.handle) }

  /// Goes on to the next row.
  ///
  /// - Throws: `SQLiteError` when the step fails.
  package func advance() throws(SQLiteError) {
    switch sqlite3_step(statement.handle) {
    case SQLITE_ROW: isOnRow = true
    case SQLITE_DONE: isOnRow = false
    default: throw statement.failure
    }
  }

  /// The value of the n-th column, from 0.
  package subscript(column: Int) -> Value { Row(statement.handle)[column] }

  /// The INTEGER of the n-th column, 0 for NULL.
  package func integer(_ column: Int) -> Int {
    Int(sqlite3_column_int64(statement.handle, Int32(column)))
  }

  /// Which of two rows comes first by a column, in the order of SQLite
  /// (sqlite.org/datatype3.html, section 4.1), texts by their bytes: below 0 this one, 0 neither.
  package func order(_ column: Int, _ other: Cursor) -> Int {
    let (a, b, column) = (statement.handle, other.statement.handle, Int32(column))
    let (kind, otherKind) = (sqlite3_column_type(a, column), sqlite3_column_type(b, column))
    guard Self.rank(kind) == Self.rank(otherKind) else {
      return Self.rank(kind) - Self.rank(otherKind)
    }
    switch kind {
    case SQLITE_NULL: return 0
    case SQLITE_INTEGER where otherKind == SQLITE_INTEGER:
      return Self.order(sqlite3_column_int64(a, column), sqlite3_column_int64(b, column))
    case SQLITE_INTEGER, SQLITE_FLOAT:
      let order = Self.order(sqlite3_column_double(a, column), sqlite3_column_double(b, column))
      return order != 0 ? order : Int(kind - otherKind)
    default: return Self.order(Self.bytes(a, column), Self.bytes(b, column))
    }
  }

  private static func rank(_ type: Int32) -> Int {
    switch type {
    case SQLITE_NULL: 0
    case SQLITE_INTEGER, SQLITE_FLOAT: 1
    case SQLITE_TEXT: 2
    default: 3
    }
  }

  private static func order<Number: Comparable>(_ a: Number, _ b: Number) -> Int {
    a < b ? -1 : a == b ? 0 : 1
  }

  private static func bytes(_ row: OpaquePointer, _ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(row, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column)))
  }

  private static func order(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let common = min(a.count, b.count)
    guard common > 0, let first = a.baseAddress, let second = b.baseAddress else {
      return a.count - b.count
    }
    let order = Int(memcmp(first, second, common))
    return order != 0 ? order : a.count - b.count
  }
}
