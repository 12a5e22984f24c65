import Glibc
import Printing

/// Writes a line to standard error, made safe for a terminal.
func report(_ line: String) {
  writeToStandardError(line.neutralizedLines + "\n")
}

/// Writes to standard error as it is; what cannot be written there cannot be told anywhere.
func writeToStandardError(_ text: String) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}

/// Whether standard error is a terminal, where progress may be shown.
var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
