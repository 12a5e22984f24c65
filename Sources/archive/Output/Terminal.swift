@preconcurrency import Glibc
import Printing
import Synchronization

/// The standard streams.
enum Terminal {
  private static let pager = Mutex<Pager?>(nil)

  /// The columns of the terminal, nil where it does not say.
  static var width: Int? { size.map { $0.columns } }

  /// Colours on a terminal that has them, unless `NO_COLOR` says otherwise (no-color.org).
  static var paint: Paint {
    Paint(isOn: isatty(STDOUT_FILENO) == 1 && !isSet("NO_COLOR") && !isDumb)
  }

  /// From now on stops at each full screen; only where keys can be read and the answer seen.
  static func startPaging() {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, !isDumb, let size else { return }
    let prompt = inChinese(
      "more: space page, enter line, a all, q quit", "未完：空格 下一页，回车 下一行，a 全部，q 退出")
    pager.withLock {
      $0 = Pager(rows: size.rows, columns: size.columns, prompt: paint.bold(prompt))
    }
  }

  /// Writes a piece of the answer; a person who has seen enough ends the program.
  static func write(_ text: String) {
    let goesOn = pager.withLock { pager in
      if let goesOn = pager?.write(text, to: put, ask: Key.step) { return goesOn }
      put(text)
      return true
    }
    if !goesOn {
      fflush(stdout)
      exit(EXIT_SUCCESS)
    }
  }

  /// Writes a line of everything that is not the answer, made safe for a terminal.
  static func note(_ line: String) {
    let line = "archive: \(line)"
    if isInteractive { pager.withLock { $0?.count(line) } }
    report(line)
  }

  /// Whether all that was written has arrived; what is still held back goes out now.
  static var isWritten: Bool { fflush(stdout) == 0 && ferror(stdout) == 0 }

  /// Says that standard output cannot be written.
  ///
  /// - Returns: the exit status that tells of it.
  static func unwritten() -> Int32 {
    report("archive: standard output cannot be written; the answer is not whole")
    return ExitStatus.inputOutput.rawValue
  }

  private static func put(_ text: String) {
    var text = text
    let isPut = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, stdout) == $0.count }
    // A long answer need not be found out to its end for nobody.
    if !isPut { exit(unwritten()) }
  }

  private static var size: (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return nil }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  private static var isDumb: Bool {
    guard let name = getenv("TERM") else { return true }
    return String(cString: name) == "dumb"
  }

  private static func isSet(_ variable: String) -> Bool {
    getenv(variable).map { $0.pointee != 0 } ?? false
  }
}
