import ArgumentParser

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one article with everything found in it.")
  @Argument(help: "The article's number.") var article: Int
}
