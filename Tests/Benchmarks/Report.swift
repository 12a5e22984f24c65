import Glibc

/// The table of one run, as Markdown.
struct Report {
  private var lines: [String] = []

  /// Starts a table with a heading.
  mutating func begin(_ heading: String, columns: [String]) {
    lines += ["", "## \(heading)", "", row(columns), row(columns.map { _ in "---" })]
  }

  /// Adds a row and shows it.
  mutating func add(_ cells: [String]) {
    lines.append(row(cells))
    print(cells.joined(separator: "  "))
  }

  /// Writes the report to a folder, named by the day.
  func write(into folder: String, note: String) throws(MeasureError) {
    let name = "\(folder)/\(Self.today()).md"
    let text = "# Benchmark, \(Self.today())\n\n\(note)\n" + lines.joined(separator: "\n") + "\n"
    guard let file = fopen(name, "w") else {
      throw MeasureError(description: "\(name) cannot be written")
    }
    fputs(text, file)
    fclose(file)
    print("written to \(name)")
  }

  private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  private static func today() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 16)
    let count = strftime(&text, text.count, "%Y-%m-%d", &parts)
    return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A number with so many digits after the point.
func figure(_ number: Double, _ digits: Int = 1) -> String {
  let scale = pow(10, Double(digits))
  let rounded = (abs(number) * scale).rounded()
  let whole = String(Int(rounded / scale))
  let rest = String(Int(rounded.truncatingRemainder(dividingBy: scale)))
  let fraction = String(repeating: "0", count: max(0, digits - rest.count)) + rest
  return (number < 0 ? "-" : "") + (digits == 0 ? whole : "\(whole).\(fraction)")
}

/// The value that `share` of the sorted values do not exceed.
func percentile(_ values: [Double], _ share: Double) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
}
