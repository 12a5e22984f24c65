import Importing
import Model
import SQLite
import Schema
import Storing
import Testing
import TestSupport
import Verifying

/// An archive with rows in every table: a few small pages, and what users add.
private struct FullArchive {
  let folder: TemporaryFolder
  var path: String { folder.path("a.db") }

  init() throws {
    folder = try TemporaryFolder()
    var request = ImportRequest(database: folder.path("a.db"))
    let pages = "\(Repository.path)/Tests/Gold/corpus/documents/"
    request.paths = ["m18_huoshan.txt", "t04_xishui_shuili.txt", "w21_jixian_tupian.txt"]
      .map { pages + $0 }
    request.given = Given(charset: "utf-8", collection: "试")
    _ = try ImportRun(request, time: "2024-01-01T00:00:00Z").run { _ in true }
    _ = try addTopics(Array("灌溉\t灌区\n".utf8), to: path)
    try addByHand()
  }

  /// Rows of tables that no command fills yet, with the digests that their writer would renew.
  private func addByHand() throws {
    let archive = try Connection(path, .readWrite)
    try archive.execute(
      """
      INSERT INTO synonyms VALUES ('小区', '社区');
      INSERT INTO indicators VALUES (1, '新增停车位', 'count', '个');
      INSERT INTO indicator_forms VALUES (1, '停车位', '新增', '个');
      INSERT INTO corrections (key, made_at, layer) VALUES ('k', '2024-01-01T00:00:00Z', 'fact');
      INSERT INTO correction_states VALUES ('k', 'waiting', 'its words are gone');
      """)
    for table in ToldRows.ofFile {
      let sum = try ToldRows.sum(try archive.prepare(table.rows))
      try archive.prepare("UPDATE properties SET value = :sum WHERE name = :name").run([
        "sum": .text(ToldRows.text(of: sum)), "name": .text(ToldRows.property(of: table.name)),
      ])
    }
  }

  /// The tables of ours that have rows.
  func tables() throws -> [String] {
    let archive = try Connection(path, .readOnly)
    let names = try archive.rows(
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
        AND name NOT GLOB '*_fts*' ORDER BY name
      """
    ) { $0.text(0) ?? "" }
    return try names.filter { try archive.value("SELECT count(*) FROM \($0)") != 0 }
  }
}

/// Columns whose values nothing can tell from others.
private let untold: Set = [
  "documents.imported_at", "events.at", "events.release", "events.what",
  "events.detail", "events.event_id",
]

/// A value of the same type that is another.
private func changed(_ value: Value, _ type: String) -> Value {
  switch (value, type) {
  case (.integer(let number), _): .integer(number &+ 1)
  case (.real(let number), _): .real(number + 0.5)
  case (.text(let text), _): .text(text + "改")
  case (.blob, _): .blob([0x78])
  case (.null, "INTEGER"): 1
  case (.null, "REAL"): .real(0.5)
  case (.null, "BLOB"): .blob([0x78])
  case (.null, _): "改"
  }
}

/// Changes one cell of some row of a table; false where SQLite itself holds it.
private func change(
  _ column: String, of table: String, row number: Int, in path: String
) throws -> Bool {
  let archive = try Connection(path, .readWrite)
  try archive.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
  let columns = try archive.rows("PRAGMA table_info(\(table))") {
    (name: $0.text(1) ?? "", type: $0.text(2) ?? "")
  }
  let row = try archive.rows("SELECT * FROM \(table) LIMIT 1 OFFSET \(number)") { row in
    columns.indices.map { row[$0] }
  }
  let place = try #require(columns.firstIndex { $0.name == column })
  let values = try #require(row.first)
  let same = zip(columns, values).map { "\($0.name) IS \(literal($1))" }
    .joined(separator: " AND ")
  let new = literal(changed(values[place], columns[place].type))
  do {
    try archive.execute("UPDATE \(table) SET \(column) = \(new) WHERE \(same)")
    return true
  } catch {
    return false
  }
}

private func literal(_ value: Value) -> String {
  switch value {
  case .null: "NULL"
  case .integer(let number): String(number)
  case .real(let number): String(number)
  case .text(let text):
    "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
  case .blob(let bytes):
    "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      + "'"
  }
}

/// Every column of every table, one row of it by chance.
@Test(.timeLimit(.minutes(5)))
func `a cell changed by hand is named, whichever it is`() throws {
  let full = try FullArchive()
  var chance = SeededGenerator(seed: 20_261_201)
  #expect(try faults(of: full.path) == [], "clean before")
  var count = 0
  for table in try full.tables() {
    let archive = try Connection(full.path, .readOnly)
    let columns = try archive.rows("PRAGMA table_info(\(table))") { $0.text(1) ?? "" }
    guard case .integer(let rows) = try archive.value("SELECT count(*) FROM \(table)") else {
      return
    }
    for column in columns where !untold.contains("\(table).\(column)") {
      let copy = full.folder.path("b.db")
      try archive.copy(to: copy)
      let row = Int.random(in: 0..<Int(rows), using: &chance)
      guard try change(column, of: table, row: row, in: copy) else { continue }
      count += 1
      let found = try faults(of: copy)
      #expect(!found.isEmpty, "\(table).\(column) of row \(row) was changed unseen")
    }
  }
  // All columns of all tables with rows, but for those SQLite holds unique.
  #expect(count > 140, "\(count) cells")
}

/// Rows that are taken out, one of each table.
@Test(.timeLimit(.minutes(5)))
func `a row taken out is missed, whichever it is`() throws {
  let full = try FullArchive()
  var chance = SeededGenerator(seed: 20_261_202)
  let archive = try Connection(full.path, .readOnly)
  for table in try full.tables() where table != "events" {
    guard case .integer(let rows) = try archive.value("SELECT count(*) FROM \(table)") else {
      return
    }
    let copy = full.folder.path("b.db")
    try archive.copy(to: copy)
    let key = try archive.rows("PRAGMA table_info(\(table))") {
      (name: $0.text(1) ?? "", isKey: $0[5] != 0)
    }.filter(\.isKey).map(\.name)
    let named = key.isEmpty ? "rowid" : "(" + key.joined(separator: ", ") + ")"
    let row = Int.random(in: 0..<Int(rows), using: &chance)
    let selected = key.isEmpty ? "rowid" : key.joined(separator: ", ")
    try Connection(copy, .readWrite).execute(
      """
      PRAGMA foreign_keys = OFF;
      DELETE FROM \(table) WHERE \(named) IN (SELECT \(selected) FROM \(table) LIMIT 1 OFFSET \(row))
      """)
    #expect(try !faults(of: copy).isEmpty, "row \(row) of \(table) was taken out unseen")
  }
}

private func faults(of path: String) throws -> [String] {
  try Verification(path: path).faults().map(\.description)
}
