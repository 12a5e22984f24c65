import SQLite
import Testing

private func memory() throws -> Connection { try Connection(":memory:", .create) }

@Test func `every kind of value comes back as it went in`() throws {
  let connection = try memory()
  try connection.execute("CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB, e TEXT, f TEXT)")
  try connection.prepare("INSERT INTO t VALUES (:a, :b, :c, :d, :e, :f)").run([
    "a": .integer(Int.min), "b": .real(0.12), "c": "绵竹\u{0}𠮷", "d": .blob([0, 255]), "e": nil,
    "f": "",
  ])
  let row = try connection.rows("SELECT * FROM t") { row in (0..<row.count).map { row[$0] } }
  #expect(
    row == [
      [
        .integer(Int64.min), .real(0.12), .text("绵竹\u{0}𠮷"), .blob([0, 255]), .null, .text(""),
      ]
    ])
}

@Test func `an error carries code, message and statement`() throws {
  let connection = try memory()
  let error = #expect(throws: SQLiteError.self) { try connection.execute("SELECT missing") }
  #expect(error?.code == 1)
  #expect(error?.message == "no such column: missing")
  #expect(error?.sql == "SELECT missing")
}

@Test func `a value for a parameter that is not there is refused`() throws {
  let statement = try memory().prepare("SELECT :a")
  #expect(throws: SQLiteError.self) { try statement.run(["b": 1]) }
}

@Test func `a statement can be run again with other values`() throws {
  let connection = try memory()
  let statement = try connection.prepare("SELECT :a || :b")
  var results: [Value] = []
  try statement.forEach(["a": "一", "b": "二"]) { results.append($0[0]) }
  try statement.forEach(["b": "四", "a": "三"]) { results.append($0[0]) }
  #expect(results == ["一二", "三四"])
}

@Test func `a transaction that fails leaves nothing behind`() throws {
  let connection = try memory()
  try connection.execute("CREATE TABLE t (a INTEGER)")
  #expect(throws: SQLiteError.self) {
    try connection.transaction { () throws(SQLiteError) in
      try connection.execute("INSERT INTO t VALUES (1)")
      try connection.execute("INSERT INTO missing VALUES (1)")
    }
  }
  #expect(try connection.value("SELECT count(*) FROM t") == 0)
}

@Test func `a schema cannot be written behind SQLite's back`() throws {
  let connection = try memory()
  try connection.execute("PRAGMA writable_schema = 1")
  #expect(throws: SQLiteError.self) {
    try connection.execute("INSERT INTO sqlite_master (name) VALUES ('x')")
  }
}
