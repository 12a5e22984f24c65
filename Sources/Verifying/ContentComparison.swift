import SQLite

/// Compares the rows of a table in an archive with those that its originals give, both in the order
/// of their keys.
struct ContentComparison {
  let table: ContentTable

  /// How a row of the archive stands to what its original gives.
  enum Difference {
    /// A column has another value than the original gives.
    case changed(column: String, here: Value, there: Value)
    /// The original gives no such row.
    case invented
    /// The original gives a row that the archive does not have.
    case missing
  }

  /// Walks through both; `report` gets a cursor on each row that differs, and how.
  ///
  /// - Parameters:
  ///   - archive: the rows of the archive.
  ///   - scratch: the rows that the originals give.
  ///   - isLeftOut: whether a row of the archive is not to be compared.
  ///   - report: gets each difference.
  /// - Throws: `SQLiteError` when either cannot be read.
  func run(
    _ archive: Cursor, _ scratch: Cursor, leavingOut isLeftOut: (Cursor) -> Bool = { _ in false },
    _ report: (Cursor, Difference) -> Void
  ) throws(SQLiteError) {
    func pass() throws(SQLiteError) {
      while archive.isOnRow, isLeftOut(archive) { try archive.advance() }
    }
    try pass()
    while archive.isOnRow || scratch.isOnRow {
      let order = order(archive, scratch)
      if order < 0 { report(archive, .invented) }
      if order > 0 { report(scratch, .missing) }
      if order == 0 { compare(archive, scratch, report) }
      if order >= 0 { try scratch.advance() }
      if order <= 0 {
        try archive.advance()
        try pass()
      }
    }
  }

  /// Which row comes first by the key; one that is there comes before none.
  private func order(_ archive: Cursor, _ scratch: Cursor) -> Int {
    guard archive.isOnRow, scratch.isOnRow else { return archive.isOnRow ? -1 : 1 }
    for column in 0..<table.keyCount {
      let order = archive.order(column, scratch)
      if order != 0 { return order }
    }
    return 0
  }

  private func compare(
    _ archive: Cursor, _ scratch: Cursor, _ report: (Cursor, Difference) -> Void
  ) {
    for column in table.keyCount..<table.columns.count where archive.order(column, scratch) != 0 {
      report(
        archive,
        .changed(column: table.columns[column], here: archive[column], there: scratch[column]))
    }
  }
}
