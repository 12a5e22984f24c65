import ArgumentParser
import Glibc
import Printing

extension OutputFormat: ExpressibleByArgument {}

/// How an answer is written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("table, csv, tsv, json, ndjson or markdown.", valueName: "form"))
  var format: OutputFormat?

  @Flag(help: "CSV that opens right in Excel and WPS: byte order mark, CRLF, no formulas.")
  var excel = false

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
      isForSpreadsheet: excel)
  }
}
