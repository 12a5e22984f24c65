import ArgumentParser
import Verifying

/// `archive verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove every quote, position, link and original of the archive.",
    discussion: """
      EXAMPLES
        archive verify
        archive verify -d county.db

      Every original is decoded again and compared with the texts made from it; every quote is
      compared with the text at its place; every link must lead somewhere. Each fault is one
      line on standard output, and the exit status is then 65.
      """)

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    var faults = 0
    let extent = try withArchiveErrors {
      try Verification(path: database.path).run { fault in
        faults += 1
        print(fault)
      }
    }
    report(
      "\(database.path): \(extent.documents) documents, \(extent.articles) articles, "
        + "\(extent.facts) facts, \(extent.mentions) mentions: "
        + (faults == 0 ? "all proved" : "\(faults) faults"))
    if faults > 0 { throw ExitCode(ExitStatus.damaged.rawValue) }
  }
}
