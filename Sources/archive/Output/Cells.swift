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
