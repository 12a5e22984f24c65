import CSQLite

extension Connection {
  /// Adds a function to the SQL of this connection; statements and temporary views may call it, and
  /// so may the views of a file, since it must do no harm whatever it is given.
  ///
  /// - Parameters:
  ///   - name: how SQL calls it.
  ///   - count: how many arguments it takes.
  ///   - body: gets the connection, which it must not keep, and the arguments.
  /// - Throws: `SQLiteError` when SQLite refuses it.
  package func addFunction(
    _ name: String, arguments count: Int32,
    _ body: @escaping (Connection, [Value]) throws(SQLiteError) -> Value
  ) throws(SQLiteError) {
    let box = Unmanaged.passRetained(FunctionBox(self, body))
    let code = sqlite3_create_function_v2(
      handle, name, count, SQLITE_UTF8 | SQLITE_INNOCUOUS, box.toOpaque(),
      { FunctionBox.call($0, $1, $2) }, nil, nil,
      { pointer in pointer.map { Unmanaged<FunctionBox>.fromOpaque($0).release() } })
    guard code == SQLITE_OK else { throw error(in: "function \(name)") }
  }
}

/// What a function does, kept by SQLite as long as its connection lives.
private final class FunctionBox {
  private unowned let connection: Connection
  private let body: (Connection, [Value]) throws(SQLiteError) -> Value

  init(
    _ connection: Connection, _ body: @escaping (Connection, [Value]) throws(SQLiteError) -> Value
  ) {
    self.connection = connection
    self.body = body
  }

  static func call(
    _ context: OpaquePointer?, _ count: Int32, _ arguments: UnsafeMutablePointer<OpaquePointer?>?
  ) {
    guard let context, let pointer = sqlite3_user_data(context) else { return }
    let box = Unmanaged<FunctionBox>.fromOpaque(pointer).takeUnretainedValue()
    let values = (0..<Int(count)).map { Self.value(arguments?[$0]) }
    do throws(SQLiteError) {
      give(try box.body(box.connection, values), to: context)
    } catch {
      sqlite3_result_error(context, error.message, -1)
      sqlite3_result_error_code(context, error.code)
    }
  }

  private static func value(_ argument: OpaquePointer?) -> Value {
    switch sqlite3_value_type(argument) {
    case SQLITE_INTEGER: .integer(sqlite3_value_int64(argument))
    case SQLITE_FLOAT: .real(sqlite3_value_double(argument))
    case SQLITE_TEXT: .text(String(decoding: bytes(argument), as: UTF8.self))
    case SQLITE_BLOB: .blob(Array(bytes(argument)))
    default: .null
    }
  }

  private static func bytes(_ argument: OpaquePointer?) -> UnsafeRawBufferPointer {
    let start = sqlite3_value_blob(argument)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(argument)))
  }

  private static func give(_ value: Value, to context: OpaquePointer) {
    switch value {
    case .null: sqlite3_result_null(context)
    case .integer(let number): sqlite3_result_int64(context, number)
    case .real(let number): sqlite3_result_double(context, number)
    case .text(var text):
      text.withUTF8 { archive_give_text(context, $0.baseAddress, UInt64($0.count)) }
    case .blob(let bytes):
      bytes.withUnsafeBytes { archive_give_blob(context, $0.baseAddress, UInt64($0.count)) }
    }
  }
}
