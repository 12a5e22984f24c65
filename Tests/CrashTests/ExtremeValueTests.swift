import SQLite
import Schema
import Testing
import TestSupport

/// A column of ours that should hold whole numbers.
private struct IntegerColumn {
  let table: String
  let column: String
  /// Whether any whole number may stand in it.
  let isFree: Bool

  static func all(of path: String) throws -> [IntegerColumn] {
    try Connection(path, .readOnly).rows(
      """
      SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c
      WHERE t.type = 'table' AND t.name NOT LIKE '%\\_fts%' ESCAPE '\\' AND c.type = 'INTEGER'
      ORDER BY t.name, c.cid
      """
    ) { row in
      let (table, column) = (row.text(0) ?? "", row.text(1) ?? "")
      return IntegerColumn(
        table: table, column: column,
        isFree: table == "events")
    }
  }
}

private let extremes = ["9223372036854775807", "-9223372036854775808", "-1", "'x'", "x'00'", "0.5"]

/// A small archive with a value in every row of a column, or in as many as may have it.
private func spoil(_ column: IntegerColumn, _ value: String, _ copy: String) throws -> Bool {
  let shell = try run(
    "/usr/bin/sqlite3",
    [
      copy,
      """
      PRAGMA ignore_check_constraints = ON;
      UPDATE OR IGNORE \(column.table) SET \(column.column) = \(value)
        WHERE typeof(\(column.column)) <> 'null';
      SELECT total_changes();
      """,
    ])
  return shell.status == 0 && shell.output != "0\n"
}

@Test(.timeLimit(.minutes(30)))
func `no value of a column of numbers crashes a command, and verify names its row`() throws {
  let folder = try TemporaryFolder()
  try folder.write(
    "in/a.html",
    """
    <html><body><h1>绵竹市改造老旧小区</h1>
    <p>本报讯（记者 王小河）绵竹市推出“灯火巷”行动，改造老旧小区3个，投资10829.59万元。</p>
    <p>遂宁市新增停车位5个，增长5%。</p></body></html>
    """)
  try folder.write("in/b.pdf", "%PDF-1.4")
  _ = try runBounded(["import", "in", "-d", "a.db"], in: folder.path)
  let columns = try IntegerColumn.all(of: folder.path("a.db"))
  #expect(columns.count > 55)
  var spoiled = 0
  for column in columns {
    for value in extremes {
      try run("/bin/cp", ["a.db", "b.db"], in: folder.path).expectDone()
      guard try spoil(column, value, folder.path("b.db")) else { continue }
      spoiled += 1
      let place = "\(column.table).\(column.column) = \(value)"
      let verified = try runBounded(["verify", "-d", "b.db"], in: folder.path)
      let isWhole = Int(value) != nil
      #expect(
        verified.status == (isWhole && column.isFree ? 0 : 65), "\(place): \(verified.errors)")
      #expect(verified.status == 0 || !verified.output.isEmpty, "\(place)")
      try expectSurvived(place, isWhole ? commands : [commands[0]], in: folder)
    }
  }
  #expect(spoiled > 240)
}

private let commands = [
  ["show", "1", "--source", "--edits"], ["query", "--count", "--show", "facts"], ["info"],
  ["query", "--show", "facts", "--by", "city"], ["reextract", "--all"],
]

private func expectSurvived(
  _ place: String, _ commands: [[String]], in folder: TemporaryFolder
) throws {
  for command in commands {
    let result = try runBounded(command + ["-d", "b.db"], in: folder.path)
    #expect([0, 1, 65, 74].contains(result.status), "\(place) \(command): \(result.status)")
  }
}

extension RunResult {
  fileprivate func expectDone() { #expect(status == 0, "\(errors)") }
}
