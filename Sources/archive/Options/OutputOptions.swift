import ArgumentParser
import Glibc
import Printing

extension OutputFormat: ExpressibleByArgument {}

/// How an answer is written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: .said(
      "table, csv, tsv, json, ndjson or markdown.", "输出格式：table、csv、tsv、json、ndjson 或 markdown。",
      valueName: "form"))
  var format: OutputFormat?

  @Flag(
    help: .said(
      "CSV that opens right in Excel and WPS: byte order mark, CRLF, no formulas.",
      "Excel、WPS 直接打开不乱码的 CSV：带 BOM、CRLF，不含公式。"))
  var excel = false

  @Flag(
    help: .said(
      "Do not stop at each full screen of a terminal.", "在终端上不逐屏停顿。"))
  var noPager = false

  func validate() throws {
    if excel, let format, format != .csv {
      throw ValidationError("--excel makes a CSV file; it does not go with --format \(format)")
    }
  }

  /// The form asked for.
  var chosen: OutputFormat { format ?? (excel ? .csv : .table) }

  /// The form, with what standard output is.
  var options: PrintOptions {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return PrintOptions(
      chosen, isTerminal: isTerminal, width: isTerminal ? Terminal.width : nil,
      paint: Terminal.paint, isForSpreadsheet: excel)
  }
}
