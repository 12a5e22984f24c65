import Printing
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
