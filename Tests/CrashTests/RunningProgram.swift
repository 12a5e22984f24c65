import Foundation
import Glibc
import TestSupport

/// The program at work, while the test does something else.
///
/// Made and used by one test at a time.
final class RunningProgram {
  private let process = Process()
  private let errorsPath: String

  /// Starts the program in a folder.
  init(_ arguments: [String], in folder: TemporaryFolder) throws {
    errorsPath = try folder.write("errors-\(UUID().uuidString)", "")
    process.executableURL = URL(fileURLWithPath: archiveProgram)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: errorsPath)
    try withSignalsLetThrough { try process.run() }
  }

  /// Runs `body`; the threads of tests block all signals, and a program inherits that.
  private func withSignalsLetThrough(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  var isRunning: Bool { process.isRunning }

  /// Ends it as a power cut would: no handler runs, nothing is flushed.
  func kill() {
    if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// Asks it to stop, as Ctrl-C does.
  func interrupt(_ signal: Int32 = SIGINT) { Glibc.kill(process.processIdentifier, signal) }

  /// Makes every thread but the first crash.
  func crashWorkers() {
    let process = process.processIdentifier
    let threads = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
    for thread in threads?.compactMap({ Int32($0) }) ?? [] where thread != process {
      _ = signalThread?(process, thread, SIGABRT)
    }
    self.process.waitUntilExit()
  }

  /// Waits for the end; its exit status (128 and more for a signal) and what it said.
  func wait() throws -> (status: Int32, errors: String) {
    process.waitUntilExit()
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    let errors = try String(contentsOfFile: errorsPath, encoding: .utf8)
    return (process.terminationStatus + signal, errors)
  }
}

/// tgkill(2), which the headers that Swift sees leave out.
private let signalThread = dlsym(nil, "tgkill").map {
  unsafeBitCast($0, to: (@convention(c) (Int32, Int32, Int32) -> Int32).self)
}

/// Runs the program; a signal ends it when it has computed for a minute, which is what a debug
/// build may take for input that a release build reads in a few seconds.
func runBounded(_ arguments: [String], in folder: String) throws -> RunResult {
  try run(
    "/bin/sh", ["-c", "ulimit -t 60; exec \"$0\" \"$@\"", archiveProgram] + arguments, in: folder)
}

/// Sleeps for some seconds.
func pause(_ seconds: Double) { usleep(UInt32(max(0, seconds) * 1e6)) }

/// Seconds since some fixed moment.
func wallClock() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

/// A number from the environment, for longer runs than `make test` has time for.
func setting(_ name: String, default value: Int) -> Int {
  ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
}
