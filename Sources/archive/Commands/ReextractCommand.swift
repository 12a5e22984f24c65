import ArgumentParser
import Importing

/// `archive reextract`.
struct ReextractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reextract",
    abstract: "Read the originals inside the archive again, with today's rules.",
    discussion: """
      EXAMPLES
        archive reextract             documents that older rules have read
        archive reextract --all       every document

      The originals are in the archive, so the files they came from are not needed.
      """)

  @OptionGroup var database: DatabaseOptions

  @Flag(help: "Every document, also those that today's rules have read.")
  var all = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    Interruption.watch()
    let summary = try withArchiveErrors {
      var run = try ReextractRun(database: database.path, all: all)
      return try run.run { !Interruption.isRequested }
    }
    for name in summary.damaged {
      report("archive: \(name): its original is damaged; `archive verify` tells more")
    }
    if !quiet {
      report(
        "\(database.path): \(summary.documents) documents read again: "
          + "\(summary.articles) articles, \(summary.facts) facts")
    }
    if !summary.damaged.isEmpty { throw ExitCode(ExitStatus.damaged.rawValue) }
  }
}
