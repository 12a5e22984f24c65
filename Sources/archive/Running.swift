import ArgumentParser
import Glibc
import Querying

/// The program from its words to its exit status.
enum Running {
  /// Reads the command line and does what it asks.
  ///
  /// All that goes to standard output goes through `Terminal`, so that one that cannot be written
  /// is never taken for an answer; all messages through `report`, so that no word of the command
  /// line or of an archive steers the terminal.
  static func run() -> Int32 {
    let status = answer()
    guard !Terminal.isWritten else { return status }
    return Terminal.unwritten()
  }

  private static func answer() -> Int32 {
    do {
      try refuseCrowd(CommandLine.arguments)
      var command = try Archive.parseAsRoot()
      try command.run()
      return EXIT_SUCCESS
    } catch {
      return tell(error)
    }
  }

  /// Help and the words of completion are what was asked for; the rest are messages.
  private static func tell(_ error: any Error) -> Int32 {
    let status = Archive.exitCode(for: error).rawValue
    let message = Archive.fullMessage(for: error, columns: nil)
    if message.isEmpty { return status }
    let isScript = CommandLine.arguments.contains { $0.hasPrefix("--generate-completion-script") }
    if status == EXIT_SUCCESS {
      Terminal.write((isScript ? CompletionScript.safe(message) : message) + "\n")
    } else {
      report(message)
    }
    return status
  }

  /// Refuses more options than a request may have before they are read, which takes time by the
  /// square of their number: 10,000 took 22 s.
  private static func refuseCrowd(_ words: [String]) throws {
    // What a request says beside its filters takes fewer options than that.
    let most = Filters.mostValues + 50
    guard words.count > most, words[1] != "---completion" else { return }
    let options = words.prefix { $0 != "--" }.count { $0.hasPrefix("-") && $0 != "-" }
    guard options > most else { return }
    throw ValidationError("\(options) options; at most \(Filters.mostValues) filters hold at once")
  }
}
