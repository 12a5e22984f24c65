import ArgumentParser
import Divisions
import Model
import Printing
import Querying

struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: inChinese(
      "Look a name up in the gazetteer and show every place it may mean.",
      "在地名表中查一个名字，列出它可能指的每个地方。"),
    discussion: inChinese(
      """
      EXAMPLES
        archive places 朝阳街道
        archive places 吉林
        archive places 双流县             a unit that is gone, with the one in its place
        archive places 朝阳区 --format csv
        archive places 城关镇 --limit 20

      This asks the gazetteer that is built in, not an archive; `archive query --show places`
      lists the places of an archive.
      """,
      """
      示例
        archive places 朝阳街道
        archive places 吉林
        archive places 双流县             已撤销的单位，连同接替它的单位
        archive places 朝阳区 --format csv
        archive places 城关镇 --limit 20

      这里查的是内置的地名表，不是档案；档案里的地点用 archive query --show places 列出。
      """))

  @Argument(help: .said("A name, in full or short.", "地名，全称或简称。"))
  var name: String
  @Option(help: .said("At most so many rows, 0 for all.", "最多多少行，0 为全部。"))
  var limit: Int?
  @OptionGroup(title: inChinese("Output", "输出")) var output: OutputOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number of rows, 0 for all") }
  }

  func run() throws {
    try answering(output) { () throws(QueryError) in
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
