/// Writes tables in one form, piece by piece, so that a long answer needs no memory.
///
/// Call `begin`, `row` and `end` for each table in turn, then `finish`.
package struct RowPrinter: ~Copyable {
  private let options: PrintOptions
  private let isOneOfSeveral: Bool
  private let write: (String) -> Void
  private var columns: [Column] = []
  private var keys: [String] = []
  private var title = ""
  private var held: [[Cell]] = []
  private var rowCount = 0
  private var tableCount = 0

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - options: the form.
  ///   - isOneOfSeveral: whether several tables follow, each with its title.
  ///   - write: takes each piece of the output.
  package init(
    _ options: PrintOptions, isOneOfSeveral: Bool = false, write: @escaping (String) -> Void
  ) {
    precondition(
      !isOneOfSeveral || options.format.holdsSeveralTables, "the form holds only one table")
    self.options = options
    self.isOneOfSeveral = isOneOfSeveral
    self.write = write
  }

  /// Starts a table.
  package mutating func begin(_ title: String, _ columns: [Column]) {
    self.title = title
    self.columns = columns
    keys = columns.map { JSONText.quoted($0.name) }
    rowCount = 0
    switch options.format {
    case .table: held = []
    case .csv: beginCSV()
    case .tsv: write(columns.map(\.name).joined(separator: "\t") + "\n")
    case .json: beginJSON()
    case .ndjson: break
    case .markdown: beginMarkdown()
    }
    tableCount += 1
  }

  /// Writes a row with a value for each column.
  package mutating func row(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row has a value for each column")
    switch options.format {
    case .table: held.append(cells)
    case .csv: write(safe(CSVText.line(cells, options)))
    case .tsv: write(safe(TSVText.line(cells)))
    case .json: write((rowCount == 0 ? "\n" : ",\n") + indent + JSONText.object(keys, cells))
    case .ndjson: write(JSONText.object(ndjsonKeys, ndjsonCells(cells)) + "\n")
    case .markdown: write(MarkdownText.line(cells.map(\.text)))
    }
    rowCount += 1
  }

  /// Ends the table.
  package mutating func end() {
    switch options.format {
    case .table: writeTable()
    case .json: write(rowCount == 0 ? "]" : "\n\(isOneOfSeveral ? "  " : "")]")
    case .csv, .tsv, .ndjson, .markdown: break
    }
  }

  /// Ends the output.
  package mutating func finish() {
    guard options.format == .json else { return }
    write(isOneOfSeveral ? "\n}\n" : "\n")
  }

  /// Writes whole tables.
  package mutating func print(_ tables: [Table]) {
    for table in tables {
      begin(table.title, table.columns)
      for cells in table.rows { row(cells) }
      end()
    }
    finish()
  }

  private var indent: String { isOneOfSeveral ? "    " : "  " }
  private var ndjsonKeys: [String] { isOneOfSeveral ? ["\"table\""] + keys : keys }
  private func ndjsonCells(_ cells: [Cell]) -> [Cell] {
    isOneOfSeveral ? [.text(title)] + cells : cells
  }

  private func safe(_ line: String) -> String {
    options.isTerminal ? String(line.dropLast(1)).neutralizedLines + "\n" : line
  }

  private func beginCSV() {
    if options.isForSpreadsheet { write("\u{FEFF}") }
    write(CSVText.line(columns.map { .text($0.name) }, options))
  }

  private func beginJSON() {
    guard isOneOfSeveral else { return write("[") }
    write((tableCount == 0 ? "{\n" : ",\n") + "  \(JSONText.quoted(title)): [")
  }

  private func beginMarkdown() {
    if tableCount > 0 { write("\n") }
    if isOneOfSeveral { write("## \(MarkdownText.inline(title))\n\n") }
    write(MarkdownText.line(columns.map(\.name)))
    write(MarkdownText.line(columns.map { _ in "---" }))
  }

  private func writeTable() {
    if tableCount > 1 { write("\n") }
    if isOneOfSeveral { write(options.paint.bold(title.neutralized) + "\n") }
    guard !held.isEmpty else { return isOneOfSeveral ? write("  (none)\n") : () }
    TableText(columns: columns.map(\.name), rows: held, options).write(to: write)
  }
}
