import SQLite

/// A table as two archives are compared by it: every column of its rows, by the order of their keys.
struct ContentTable {
  /// Its name in the file.
  let name: String
  /// The names of what it selects, in order.
  let columns: [String]
  /// How many of the first columns tell which row it is.
  let keyCount: Int
  /// Selects its rows by the order of their keys.
  let sql: String

  /// Takes from a file of this program how the rows of a table of documents are selected: those of
  /// documents `:first` to `:last`, the document first in each.
  ///
  /// Every column of the table is there, but for those of `told`, which no reading gives.
  init(ofDocuments name: String, told: Set<String> = [], in file: Connection) throws(SQLiteError) {
    let shape = try Shape(of: name, in: file)
    let owner = Owner(of: shape.columns, in: name)
    let key = shape.key.filter { !owner.telling.contains($0) }
    let rest = shape.columns.filter {
      !key.contains($0) && !told.contains($0) && !owner.named.contains($0)
    }
    self.name = name
    columns = owner.named + key + rest
    keyCount = owner.columns.count + key.count
    sql = """
      SELECT \((owner.columns + (key + rest).map { "t.\($0)" }).joined(separator: ", "))
      FROM \(owner.tables)
      WHERE \(owner.columns[0]) BETWEEN :first AND :last
      ORDER BY \((1...keyCount).map(String.init).joined(separator: ", "))
      """
  }

  /// Takes from a file how all rows of a table with an id are selected, but for the columns of
  /// `told`, which follow from other rows.
  init(whole name: String, told: Set<String> = [], in file: Connection) throws(SQLiteError) {
    let shape = try Shape(of: name, in: file)
    self.name = name
    columns = shape.key + shape.columns.filter { !shape.key.contains($0) && !told.contains($0) }
    keyCount = shape.key.count
    sql = "SELECT \(columns.joined(separator: ", ")) FROM \(name) ORDER BY 1"
  }
}

/// The columns of a table, and those that tell its rows apart.
private struct Shape {
  let columns: [String]
  let key: [String]

  init(of table: String, in file: Connection) throws(SQLiteError) {
    let all = try file.rows("PRAGMA main.table_info(\(table))") {
      (name: $0.text(1) ?? "", place: $0.integer(5) ?? 0)
    }
    columns = all.map(\.name)
    let primary = all.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
    let declared = primary.isEmpty ? try Self.uniqueColumns(of: table, in: file) : primary
    key = Self.others[table] ?? (declared.isEmpty ? columns : declared)
  }

  /// Keys that no constraint declares: articles come by their places in their documents.
  private static let others = [
    "articles": ["document_id", "ordinal"],
    "program_links": ["article_id", "program_id", "place_id"],
  ]

  private static func uniqueColumns(
    of table: String, in file: Connection
  ) throws(SQLiteError) -> [String] {
    let constraint = try file.rows("PRAGMA main.index_list(\(table))") {
      (name: $0.text(1) ?? "", isConstraint: $0[3] == .text("u"))
    }.first { $0.isConstraint }
    guard let constraint else { return [] }
    return try file.rows("PRAGMA main.index_info(\(constraint.name))") { $0.text(2) ?? "" }
  }
}

/// What tells the document of a row, in the order in which an index has them.
private struct Owner {
  /// What is selected of it.
  let columns: [String]
  /// The same by names.
  let named: [String]
  /// The columns of the row that it stands for.
  let telling: Set<String>
  /// The table `t` with what it belongs to.
  let tables: String

  init(of columns: [String], in table: String) {
    if columns.contains("document_id") {
      (self.columns, named, telling) = (["t.document_id"], ["document_id"], ["document_id"])
      tables = "\(table) AS t"
    } else if columns.contains("article_id") {
      self.columns = ["a.document_id", "a.ordinal"]
      (named, telling) = (["document_id", "place of article"], ["article_id"])
      tables = "articles AS a JOIN \(table) AS t USING (article_id)"
    } else {
      self.columns = ["a.document_id", "a.part_id"]
      (named, telling) = (["document_id", "part_id"], ["part_id"])
      tables = "parts AS a JOIN \(table) AS t USING (part_id)"
    }
  }
}
