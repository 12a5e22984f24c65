import Glibc
import Importing

/// How far an import has come, on one line of the terminal that is written over.
struct ProgressLine {
  private let total: FileTotals
  private let start: Double
  private var lastShown = 0.0

  init(total: FileTotals) {
    self.total = total
    start = Self.clock()
  }

  /// Shows files, speed and time left, at most ten times a second.
  mutating func show(files: Int, bytes: Int) {
    let now = Self.clock()
    guard now - lastShown > 0.1 else { return }
    lastShown = now
    let seconds = max(now - start, 0.001)
    let speed = Double(bytes) / seconds
    let left = speed > 0 ? Int(Double(max(0, total.bytes - bytes)) / speed) : 0
    let megabytes = (speed / 100_000).rounded() / 10
    writeToStandardError(
      "\r\u{1B}[K\(files) of \(total.files) files, \(megabytes) MB/s, \(Self.clock(left)) left")
  }

  /// Takes the line away.
  func clear() { writeToStandardError("\r\u{1B}[K") }

  private static func clock(_ seconds: Int) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func clock() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
