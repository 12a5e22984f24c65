import Printing
import Querying
import SQLite

extension Cell {
  /// A value of a row.
  init(_ value: Value) {
    switch value {
    case .null: self = .empty
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .real(number)
    case .text(let text): self = .text(text)
    case .blob(let bytes): self = .text("\(bytes.count) bytes")
    }
  }
}

extension Table {
  /// A small table of the archive.
  init(_ table: ShownTable) {
    self.init(
      title: table.title, columns: table.columns.map { Column($0) },
      rows: table.rows.map { $0.map { Cell($0) } })
  }
}

extension Table {
  /// The table without the columns that have no value in any row.
  var withoutEmptyColumns: Table {
    let kept = columns.indices.filter { column in rows.contains { $0[column] != .empty } }
    return Table(
      title: title, columns: kept.map { columns[$0] },
      rows: rows.map { row in kept.map { row[$0] } })
  }
}

extension Cell {
  /// Several names, written with `；` between them, as a list.
  var split: Cell {
    guard case .text(let names) = self else { return self }
    return .list(names.split(separator: "；").map(String.init))
  }
}
