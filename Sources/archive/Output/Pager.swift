@preconcurrency import Glibc
import Printing

/// Stops a long answer at each full screen, as `more` does.
///
/// It is built in because a query runs no other program; `| less` does more.
struct Pager {
  /// What a person wants to see next.
  enum Step { case screen, line, all, nothing }

  private let screen: (rows: Int, columns: Int)
  private let prompt: String
  /// The rows that are still free on the screen, the last one kept for the prompt.
  private var free: Int
  /// The columns of a line that has no end yet.
  private var begun = 0

  /// Makes a pager for a screen of at least two rows.
  init(rows: Int, columns: Int, prompt: String) {
    screen = (max(rows, 2), max(columns, 1))
    self.prompt = prompt
    free = screen.rows - 1
  }

  /// Takes the rows of lines that were written beside the answer.
  mutating func count(_ line: String) { free -= height(of: line) }

  /// Writes lines, asking where the screen is full.
  ///
  /// - Returns: whether the person wants to see more.
  mutating func write(
    _ text: String, to output: (String) -> Void, ask: (_ prompt: String) -> Step
  ) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.dropLast() {
      let height = height(of: line)
      if free < height, !more(output, ask) { return false }
      output(line + "\n")
      free -= height
      begun = 0
    }
    if let rest = lines.last {
      output(String(rest))
      begun += Self.width(of: rest)
    }
    return true
  }

  private mutating func more(_ output: (String) -> Void, _ ask: (String) -> Step) -> Bool {
    let step = ask(prompt)
    output("\r\u{1B}[K")
    switch step {
    case .screen: free = screen.rows - 1
    case .line: free = max(free, 0) + 1
    case .all: free = .max / 2
    case .nothing: return false
    }
    return true
  }

  private func height(of line: some StringProtocol) -> Int {
    max(1, (begun + Self.width(of: line) + screen.columns - 1) / screen.columns)
  }

  /// The columns a line takes; what only colours it takes none.
  private static func width(of line: some StringProtocol) -> Int {
    var width = 0
    var isControl = false
    for scalar in line.unicodeScalars {
      if scalar == "\u{1B}" { isControl = true }
      if !isControl { width += TextWidth.of(scalar) }
      if isControl, scalar == "m" { isControl = false }
    }
    return width
  }
}

/// One key of the terminal, without waiting for a line end.
enum Key {
  /// Shows a prompt and waits for a key that means something.
  static func step(_ prompt: String) -> Pager.Step {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return .all }
    var raw = before
    cfmakeraw(&raw)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    // Only now, or a quick key would be echoed.
    fputs(prompt, stdout)
    fflush(stdout)
    while true {
      var key: UInt8 = 0
      guard read(STDIN_FILENO, &key, 1) == 1 else { return .nothing }
      if let step = step(of: key) { return step }
    }
  }

  /// Space and `f` turn the page, the enter key and `j` a line, `a` and `G` show all the rest;
  /// `q`, Ctrl-C, Ctrl-D and escape end.
  private static func step(of key: UInt8) -> Pager.Step? {
    switch key {
    case UInt8(ascii: " "), UInt8(ascii: "f"): .screen
    case 0x0A, 0x0D, UInt8(ascii: "j"): .line
    case UInt8(ascii: "a"), UInt8(ascii: "G"): .all
    case UInt8(ascii: "q"), 0x03, 0x04, 0x1B: .nothing
    default: nil
    }
  }
}
