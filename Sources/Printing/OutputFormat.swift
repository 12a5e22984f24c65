/// The form in which rows are written.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns for a person.
  case table
  /// Comma-separated values by RFC 4180.
  case csv
  /// Tab-separated values.
  case tsv
  /// One JSON array of objects.
  case json
  /// One JSON object a line.
  case ndjson
  /// A Markdown table.
  case markdown

  /// Whether the form can hold more than one table.
  package var holdsSeveralTables: Bool {
    switch self {
    case .table, .json, .ndjson, .markdown: true
    case .csv, .tsv: false
    }
  }

  /// Whether the form is for reading by a person rather than by a program.
  package var isForReading: Bool { self == .table || self == .markdown }
}

/// How rows are written.
package struct PrintOptions: Sendable {
  /// The form.
  package var format: OutputFormat
  /// Whether a terminal shows what is written: then no control character passes in any form.
  package var isTerminal: Bool
  /// The columns of the terminal; nil to cut nothing.
  package var width: Int?
  /// The colours of tables.
  package var paint: Paint
  /// Whether a CSV file is made for a spreadsheet: byte order mark, CRLF, no formula.
  package var isForSpreadsheet: Bool

  /// Makes options.
  package init(
    _ format: OutputFormat = .table, isTerminal: Bool = false, width: Int? = nil,
    paint: Paint = .off, isForSpreadsheet: Bool = false
  ) {
    self.format = format
    self.isTerminal = isTerminal
    self.width = width
    self.paint = paint
    self.isForSpreadsheet = isForSpreadsheet
  }
}
