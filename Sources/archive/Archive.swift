import ArgumentParser

/// The program `archive`.
@main
struct Archive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "A local archive of Chinese local news, in one SQLite file.",
    discussion: """
      EXAMPLES
        archive import seeds                         make archive.db from a folder
        archive query --city 遂宁                     all that is known of a city
        archive query "all 三无小区 programs by city"  a question, in English or Chinese
        archive show 1 --source                      an article, its facts and their bytes
        archive verify                               prove every quote and position
      """,
    version: version,
    subcommands: [
      ImportCommand.self, ReextractCommand.self, VerifyCommand.self, ReadCommand.self,
    ])
}

/// The release, as CHANGELOG.md names it.
let version = "0.1.0"
