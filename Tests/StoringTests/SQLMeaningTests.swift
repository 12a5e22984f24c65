import CSQLite
import SQLite
import Testing

@testable import Schema

/// Whether two statements say the same is told by their tokens.
@Suite struct SQLMeaningTests {
  private func areOne(_ a: String, _ b: String) -> Bool {
    guard let a = SQLMeaning(a), let b = SQLMeaning(b) else { return false }
    return a == b
  }

  @Test(arguments: [
    ("CREATE TABLE t (a TEXT)", "create\tTABLE T(\n  A text -- what it is\n)"),
    ("CREATE TABLE t (a TEXT)", "CREATE TABLE \"t\" ([a] `text`/* b */)/**/"),
    ("SELECT a.b || '、'", "SELECT \"A\" . [b]||'、'"),
    ("CREATE TABLE t (\"a\"\"b\")", "CREATE TABLE t (`A\"b`)"),
    (
      "CREATE VIRTUAL TABLE t USING fts5 (a, b='c d')",
      "create virtual table [t] using FTS5(A,B = 'c d')"
    ),
  ])
  func `layout, comments, case and idle quotes say nothing`(a: String, b: String) {
    #expect(areOne(a, b))
  }

  @Test(arguments: [
    ("SELECT 'a'", "SELECT 'A'"), ("SELECT 'a'", "SELECT \"a\""), ("SELECT 'a'", "SELECT a"),
    ("SELECT 'a' 'b'", "SELECT 'a''b'"), ("SELECT \"a\" \"b\"", "SELECT \"a\"\"b\""),
    ("SELECT a b", "SELECT ab"), ("SELECT a b", "SELECT \"a b\""), ("SELECT 1 2", "SELECT 12"),
    ("SELECT 1.5", "SELECT 1 .5"), ("SELECT a", "SELECT a, a"), ("SELECT a - -1", "SELECT a --1"),
    ("SELECT a", "SELECT é"), ("SELECT É", "SELECT é"), ("SELECT x'41'", "SELECT x '41'"),
    ("SELECT a -- b\n, c", "SELECT a -- b\r, c"), ("SELECT '-- a'", "SELECT '-- b'"),
    ("SELECT a", "SELECT a /* b"), ("SELECT a", "SELECT a\0"), ("SELECT a", "SELECT a -- \0\n"),
    ("SELECT a <> b", "SELECT a < > b"), ("SELECT a < b", "SELECT a > b"),
    ("SELECT a[[b]", "SELECT \"a\"\"b\""), ("SELECT a", "SELECT 'a"), ("SELECT a", "SELECT [a"),
    ("SELECT [a[[b]", "SELECT [a[b]"), ("SELECT \u{0B}a", "SELECT a"),
    ("SELECT true", "SELECT \"true\""), ("a CHECK (b)", "a \"check\" (b)"),
    ("a DEFAULT null", "a DEFAULT [NULL]"), ("a DESC", "a `desc`"),
    ("CREATE VIRTUAL TABLE t USING m (a b)", "CREATE VIRTUAL TABLE t USING m (a /**/ b)"),
    ("CREATE VIRTUAL TABLE t USING m (a=b)", "CREATE VIRTUAL TABLE t USING m (\"a\"=b)"),
  ])
  func `what SQLite may read otherwise is not held for equal`(a: String, b: String) {
    #expect(!areOne(a, b))
  }

  @Test func `a statement without an end equals nothing, itself neither`() {
    for text in ["'a", "\"a", "`a", "[a", "/* a", "/*/", "a\0b", "x'a", "'a\0'"] {
      #expect(SQLMeaning(text) == nil, "\(text)")
    }
  }

  /// Of a type of several words SQLite keeps what stands between them, comments as well.
  @Test func `no column of ours has a type of several words`() throws {
    let archive = try Connection(":memory:", .create)
    for script in Migrations.all { try archive.execute(script) }
    let types = try archive.rows(
      """
      SELECT DISTINCT kept.type FROM sqlite_master AS entry, pragma_table_info(entry.name) AS kept
      WHERE entry.type = 'table'
      """
    ) { $0.text(0) ?? "" }
    #expect(Set(types).isSubset(of: ["", "INTEGER", "REAL", "TEXT", "BLOB"]), "\(types)")
  }

  @Test func `every keyword that SQLite knows is one here`() {
    for index in 0..<sqlite3_keyword_count() {
      var (word, length): (UnsafePointer<CChar>?, Int32) = (nil, 0)
      sqlite3_keyword_name(index, &word, &length)
      let bytes = UnsafeRawBufferPointer(start: word, count: Int(length)).map { $0 | 0x20 }
      let name = String(decoding: bytes.map { $0 == 0x7F ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
      #expect(SQLKeywords.all.contains(Array(name.utf8)), "\(name)")
    }
  }
}
