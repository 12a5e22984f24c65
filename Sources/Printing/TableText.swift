/// Aligned columns: names, a rule, rows; numbers to the right.
struct TableText {
  private let columns: [String]
  private let rows: [[String]]
  private let isNumber: [Bool]
  private let widths: [Int]
  private let paint: Paint
  private static let gap = "  "
  /// A column that must give way keeps at least this many columns of the terminal.
  private static let narrowest = 8

  init(columns: [String], rows cells: [[Cell]], _ options: PrintOptions) {
    self.columns = columns.map(\.neutralized)
    rows = cells.map { $0.map { $0.text.neutralized } }
    isNumber = columns.indices.map { column in
      cells.contains { $0[column].isNumber }
        && cells.allSatisfy { $0[column].isNumber || $0[column] == .empty }
    }
    let wanted = Self.widths(self.columns, rows)
    widths = options.width.map { Self.fit(wanted, into: $0) } ?? wanted
    paint = options.paint
  }

  /// Writes the lines.
  func write(to output: (String) -> Void) {
    output(paint.bold(line(columns)) + "\n")
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    output(paint.faint(rule) + "\n")
    for row in rows { output(paint.hit(line(row)) + "\n") }
  }

  private func line(_ fields: [String]) -> String {
    let padded = fields.indices.map { column in
      pad(TextWidth.cut(fields[column], to: widths[column]), column)
    }
    var line = padded.joined(separator: Self.gap)
    while line.last == " " { line.removeLast() }
    return line
  }

  private func pad(_ field: String, _ column: Int) -> String {
    let space = String(repeating: " ", count: max(0, widths[column] - TextWidth.of(field)))
    return isNumber[column] ? space + field : field + space
  }

  private static func widths(_ columns: [String], _ rows: [[String]]) -> [Int] {
    var widths = columns.map { TextWidth.of($0) }
    for row in rows {
      for (column, field) in row.enumerated() {
        widths[column] = max(widths[column], TextWidth.of(field))
      }
    }
    return widths
  }

  /// The widths with the widest columns narrowed until a line fits.
  private static func fit(_ wanted: [Int], into width: Int) -> [Int] {
    var widths = wanted
    var excess = widths.reduce(0, +) + gap.count * max(0, widths.count - 1) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
