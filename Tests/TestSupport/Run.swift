import Foundation

/// What a program printed and how it ended.
public struct RunResult: Sendable {
  /// The exit status; 128 and the signal's number where a signal ended it.
  public let status: Int32
  /// Standard output.
  public let output: String
  /// Standard error.
  public let errors: String
}

/// Runs a program to its end.
///
/// - Throws: what the system says when it cannot be started.
public func run(
  _ program: String, _ arguments: [String], in folder: String? = nil, input: [UInt8] = [],
  environment: [String: String] = [:]
) throws -> RunResult {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  let scratch = try TemporaryFolder()
  let files = try ["in", "out", "err"].map { name in
    try FileHandle(
      forUpdating: URL(fileURLWithPath: scratch.write(name, name == "in" ? input : [])))
  }
  process.standardInput = files[0]
  process.standardOutput = files[1]
  process.standardError = files[2]
  try process.run()
  process.waitUntilExit()
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: scratch.path(name))), as: UTF8.self)
  }
  let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
  return RunResult(
    status: process.terminationStatus + signal, output: try text("out"), errors: try text("err"))
}

/// The program that was built together with the tests.
public let archiveProgram: String = {
  let tests = URL(fileURLWithPath: CommandLine.arguments[0])
  let beside = tests.deletingLastPathComponent().appendingPathComponent("archive").path
  if FileManager.default.isExecutableFile(atPath: beside) { return beside }
  return "\(Repository.path)/.build/debug/archive"
}()
