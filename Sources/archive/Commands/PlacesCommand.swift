import ArgumentParser
import Divisions
import Model
import Printing
import Querying

struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Look a name up in the gazetteer and show every place it may mean.",
    discussion: """
      EXAMPLES
        archive places 朝阳街道
        archive places 吉林
        archive places 双流县             a unit that is gone, with the one in its place
        archive places 朝阳区 --format csv
        archive places 城关镇 --limit 20

      This asks the gazetteer that is built in, not an archive; `archive query --show places`
      lists the places of an archive.
      """)

  @Argument(help: "A name, in full or short.")
  var name: String
  @Option(help: "At most so many rows, 0 for all.")
  var limit: Int?
  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number of rows, 0 for all") }
  }

  func run() throws {
    try answering { () throws(QueryError) in
      let meanings = Gazetteer.shared.named(QueryWords.simplified(name))
      let shown = limit.flatMap { $0 == 0 ? nil : $0 } ?? meanings.count
      let rows = meanings.prefix(shown).map(Self.row)
      var printer = RowPrinter(output.options, write: Terminal.write)
      printer.print([Table(title: "places", columns: Self.columns, rows: rows)])
      guard !rows.isEmpty else {
        throw QueryError(.nothingFound, "the gazetteer has no place called “\(name)”")
      }
    }
  }

  private static let columns = [
    "path", "level", "adcode", "form", "longitude", "latitude", "ended", "successor",
  ].map { Column($0) }

  private static func row(_ meaning: DivisionMeaning) -> [Cell] {
    let gazetteer = Gazetteer.shared
    let division = gazetteer.division(meaning.id)
    let ended = division.endDate.map { "\($0)" } ?? division.endYear.map { "\($0)" }
    return [
      .text(gazetteer.pathText(of: meaning.id)), .text(division.level.rawValue),
      division.adcode.map { .text("\($0)") } ?? .empty, .text("\(meaning.form)"),
      division.seat.map { .real($0.longitude) } ?? .empty,
      division.seat.map { .real($0.latitude) } ?? .empty,
      division.isAbolished ? .text(ended ?? "yes") : .empty,
      division.successor.map { .text(gazetteer.pathText(of: $0)) } ?? .empty,
    ]
  }
}
