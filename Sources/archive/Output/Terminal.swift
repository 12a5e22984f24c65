@preconcurrency import Glibc

/// The standard streams.
enum Terminal {
  /// The columns of the terminal, nil where it does not say.
  static var width: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes a piece of the answer.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, stdout) }
  }

  /// Writes a line of everything that is not the answer, made safe for a terminal.
  static func note(_ line: String) { report("archive: \(line)") }
}
