import ArgumentParser
import Glibc

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

      EXIT STATUS
        0 done, 1 a query found nothing, 3 some files failed, 64 wrong usage,
        65 a file or archive is damaged, 74 something could not be read or written
      """,
    version: version,
    subcommands: [
      ImportCommand.self, QueryCommand.self, FactsCommand.self, ShowCommand.self,
      PlacesCommand.self, InfoCommand.self, VerifyCommand.self, ReextractCommand.self,
      ReadCommand.self, TopicsCommand.self,
    ])

  static func main() {
    // A reader that goes away (`| head`) ends the program without a word.
    signal(SIGPIPE, SIG_DFL)
    main(nil)
  }
}

/// The release, as CHANGELOG.md names it.
let version = "0.1.0"
