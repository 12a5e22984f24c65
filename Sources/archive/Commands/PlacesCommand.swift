import ArgumentParser

struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Look a name up in the gazetteer.")
  @Argument(help: "The name.") var name: String
}
