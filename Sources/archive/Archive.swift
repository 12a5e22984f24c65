import ArgumentParser
import Glibc

@main
struct Archive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "A local archive of Chinese local news in one SQLite file.",
    discussion: """
      EXAMPLES
        archive query "all 三无小区 programs by city"
        archive query "各市的三无小区项目"
        archive query --city 遂宁
        archive show 1 --source

      EXIT STATUS
        0 done, 1 a query found nothing, 3 some files failed, 64 wrong usage,
        65 a file or archive is damaged, 74 something could not be read or written
      """,
    subcommands: [
      QueryCommand.self, FactsCommand.self, ShowCommand.self, PlacesCommand.self, InfoCommand.self,
    ])

  static func main() {
    // A reader that goes away (`| head`) ends the program without a word.
    signal(SIGPIPE, SIG_DFL)
    main(nil)
  }
}
