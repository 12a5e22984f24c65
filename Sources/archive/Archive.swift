import ArgumentParser

@main
struct Archive: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "archive")
}
