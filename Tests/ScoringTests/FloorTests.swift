import Scoring
import TestSupport
import Testing

/// The table of floors: it rises by itself and falls only when told to.
@Suite struct FloorTests {
  private let folder: TemporaryFolder
  private let group: GoldGroup

  init() throws {
    folder = try TemporaryFolder()
    group = try #require(try ProjectArchive.groups.get().first { $0.name == "seeds" })
  }

  private func floors(_ line: String) throws -> Floors {
    try Floors(path: folder.write("floors.tsv", "# remark\nmeasure\tseeds\n\(line)\n"))
  }

  private var perfect: Figures { score(group.perfectArchive, against: group) }
  private var empty: Figures { score([:], against: group) }

  @Test func `a floor rises to today's figure and does not fall`() throws {
    var floors = try floors("titles\t0.500")
    floors.raise(to: empty, in: "seeds", lowering: false)
    #expect(floors.floor("titles", of: "seeds") == 0.5)
    floors.raise(to: perfect, in: "seeds", lowering: false)
    #expect(floors.floor("titles", of: "seeds") == 1)
    floors.raise(to: empty, in: "seeds", lowering: true)
    #expect(floors.floor("titles", of: "seeds") == 0)
  }

  @Test func `a table is read as it was written`() throws {
    var floors = try floors("titles\t0.500")
    floors.raise(to: perfect, in: "seeds", lowering: false)
    let path = folder.path("again.tsv")
    try floors.write(to: path)
    let again = try Floors(path: path)
    for measure in Figures.measures {
      #expect(again.floor(measure, of: "seeds") == floors.floor(measure, of: "seeds"))
    }
    #expect(again.faults(of: perfect, in: "seeds") == [])
  }

  @Test func `a figure without a floor and a floor without a figure are faults`() throws {
    let faults = try floors("titles\t0.500").faults(of: perfect, in: "seeds")
    #expect(faults.count == Figures.measures.count - 1)
    let unmeasured = try floors("fact_owner\t0.500").faults(of: empty, in: "seeds")
    #expect(unmeasured.contains { $0.hasPrefix("seeds: fact_owner is not measured any more") })
  }

  @Test(arguments: ["titles", "titles\tmuch", "headlines\t0.500"])
  func `a line that is none of a table is named`(_ line: String) {
    #expect(throws: GoldError.self) { try floors(line) }
  }
}
