import Foundation
import Glibc

/// Runs a program in a terminal of its own, pressing a key of `keys`, or typing a line of `lines`,
/// each time it shows `prompt`.
///
/// - Returns: everything the terminal got, carriage returns taken out, and the exit status.
/// - Throws: what the system says when it cannot be started.
public func runInTerminal(
  _ program: String, _ arguments: [String], in folder: String, rows: Int = 10, columns: Int = 200,
  prompt: String = "", keys: String = "", lines: [String] = [], environment: [String: String] = [:]
) throws -> RunResult {
  let (master, slave) = try openTerminal(rows: rows, columns: columns)
  defer { close(master) }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  process.environment = ["TERM": "xterm"].merging(environment) { $1 }
  let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
  process.standardInput = terminal
  process.standardOutput = terminal
  process.standardError = terminal
  try process.run()
  close(slave)
  let answers = keys.map { String($0) } + lines
  let seen = converse(with: master, prompt: prompt, answers: answers)
  process.waitUntilExit()
  let text = String(decoding: seen.filter { $0 != 0x0D }, as: UTF8.self)
  return RunResult(status: process.terminationStatus, output: text, errors: "")
}

private struct NoTerminal: Error {}

/// The two sides of a new pseudoterminal, as pts(4) of Linux describes it.
private func openTerminal(rows: Int, columns: Int) throws -> (master: Int32, slave: Int32) {
  let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
  var unlocked: Int32 = 0
  var number: Int32 = 0
  guard master >= 0, ioctl(master, setLock, &unlocked) == 0, ioctl(master, getNumber, &number) == 0
  else { throw NoTerminal() }
  let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
  guard slave >= 0 else { throw NoTerminal() }
  var size = winsize(
    ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
  guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else { throw NoTerminal() }
  return (master, slave)
}

/// `TIOCSPTLCK` and `TIOCGPTN` of Linux, which Swift does not import.
private let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

/// Reads until the other side is closed.
private func converse(with master: Int32, prompt: String, answers: [String]) -> [UInt8] {
  var seen: [UInt8] = []
  var unanswered: [UInt8] = []
  var answers = answers[...]
  var piece = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = read(master, &piece, piece.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return seen }
    seen += piece[..<count]
    unanswered += piece[..<count]
    guard !prompt.isEmpty, let answer = answers.first,
      String(decoding: unanswered, as: UTF8.self).contains(prompt)
    else { continue }
    unanswered = []
    answers = answers.dropFirst()
    _ = Array(answer.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }
}
