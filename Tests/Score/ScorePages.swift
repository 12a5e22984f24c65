import ArgumentParser
import Foundation
import Scoring

/// Imports pages with gold into a fresh archive and prints every layer and attribute.
struct ScorePages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "Compare what is read with gold.")

  @OptionGroup var options: ScoreOptions

  @Option(help: "Keep the tables as Tests/Scores/NAME.md, the name of a release.")
  var log: String?

  @Option(help: "Score one of five parts of the pages only, 1 to 5, without floors.")
  var fold: Int?

  @Option(help: "Score this archive, not a fresh one.")
  var archive: String?

  @Flag(help: "Raise the floors to today's figures.")
  var raise = false

  @Flag(help: "Lower floors, too; the commit has to say why.")
  var lower = false

  func validate() throws {
    if let fold, !(1...GoldGroup.folds).contains(fold) {
      throw ValidationError("--fold \(fold): a number from 1 to \(GoldGroup.folds)")
    }
  }

  func run() throws {
    let folders = options.fullFolder.map { [GoldFolder.outside($0)] } ?? GoldFolder.project
    let all = try folders.flatMap { try $0.groups() }
    let groups = fold.map { fold in all.map { $0.part(fold) } } ?? all
    let scored = try zip(groups, figures(of: groups, in: folders))
    var floors = options.folder == nil && fold == nil ? try Floors() : nil
    if raise || lower {
      for (group, figures) in scored { floors?.raise(to: figures, in: group.name, lowering: lower) }
      try floors?.write()
    }
    let tables = scored.map { FigureTable($0, $1, floors: floors).text }.joined(separator: "\n")
    print(tables)
    if options.misses { scored.forEach { $1.misses.forEach(show) } }
    try log.map { try keepLog(tables, as: $0, by: "score") }
    try askQuestions()
    let faults = floors.map { floors in scored.flatMap { floors.faults(of: $1, in: $0.name) } }
    try fail(faults ?? [])
  }

  private func figures(of groups: [GoldGroup], in folders: [GoldFolder]) throws -> [Figures] {
    if let archive {
      let articles = try readArchive(archive)
      return groups.map { score(articles, against: $0) }
    }
    let fresh = try ImportedArchive(of: folders.map(\.documents))
    print(fresh.complaints, terminator: "")
    let articles = try readArchive(fresh.path)
    return groups.map { score(articles, against: $0) }
  }

  private func show(_ miss: Miss) { print("\(miss.fault)\t\(miss.place)\t\(miss.item)") }

  private func askQuestions() throws {
    guard let folder = options.fullFolder,
      FileManager.default.fileExists(atPath: "\(folder)/questions.txt")
    else { return }
    try ScoreQuestions.ask(options)
  }

  private func fail(_ faults: [String]) throws {
    guard !faults.isEmpty else { return }
    FileHandle.standardError.write(Data((faults.joined(separator: "\n") + "\n").utf8))
    throw ExitCode.failure
  }
}
