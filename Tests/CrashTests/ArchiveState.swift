import SQLite
import Schema

/// What an archive holds, row by row, and whether it is sound.
enum ArchiveState {
  /// Every row of every table of ours but for times and events, and every word of the index.
  static func rows(of path: String) throws -> [[Value]] {
    let connection = try Connection(path, .readOnly)
    let tables = try connection.rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"
    ) { $0.text(0) ?? "" }.filter { !$0.hasPrefix("sqlite_") && $0 != "events" }
    var rows: [[Value]] = []
    for table in tables.sorted() {
      let columns = try connection.rows("SELECT name FROM pragma_table_info('\(table)')") {
        $0.text(0) ?? ""
      }.filter { $0 != "imported_at" }.joined(separator: ", ")
      rows += try connection.rows("SELECT '\(table)', \(columns) FROM \(table) ORDER BY \(columns)")
      {
        row in (0..<row.count).map { row[$0] }
      }
    }
    for index in ["articles_fts", "pairs_fts"] {
      let words = "temp.words_of_\(index)"
      try connection.execute("CREATE VIRTUAL TABLE \(words) USING fts5vocab (main, \(index), row)")
      rows += try connection.rows("SELECT term, doc, cnt FROM \(words) ORDER BY term") { row in
        (0..<row.count).map { row[$0] }
      }
    }
    return rows
  }

  /// The number of documents; throws unless the file is whole and its tables agree.
  static func soundDocuments(in path: String) throws -> Int {
    let connection = try ArchiveFormat.read(path)
    for (sql, expected) in [
      ("PRAGMA integrity_check", "ok"),
      ("SELECT count(*) FROM pragma_foreign_key_check", 0),
      (
        "SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM articles_fts)", 0
      ),
      (
        "SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM pairs_fts)", 0
      ),
      (
        "SELECT count(*) FROM documents WHERE status = 'ok' AND document_id NOT IN "
          + "(SELECT document_id FROM articles)", 0
      ),
      ("SELECT count(*) FROM documents WHERE original NOT IN (SELECT name FROM sqlar)", 0),
      ("SELECT count(*) FROM sqlar WHERE name NOT IN (SELECT original FROM documents)", 0),
    ] as [(String, Value)] {
      let found = try connection.value(sql)
      guard found == expected else { throw Unsound(query: sql, found: found) }
    }
    guard case .integer(let count) = try connection.value("SELECT count(*) FROM documents") else {
      return 0
    }
    return Int(count)
  }

  /// A query that did not give what a sound archive gives.
  struct Unsound: Error {
    let query: String
    let found: Value
  }
}
