import Scoring
import Testing

/// What `make score` guards, in the suite: no figure may fall below its floor.
@Suite struct GateTests {
  @Test func `nothing is read worse than the floors`() throws {
    let faults = try ProjectArchive.faults()
    #expect(faults == [], "\(faults.joined(separator: "\n"))")
  }

  @Test(arguments: Loss.all)
  func `the gate turns red`(when loss: Loss) throws {
    let faults = try ProjectArchive.faults(after: loss.damage)
    for measure in loss.measures {
      #expect(faults.contains { $0.contains(": \(measure) ") }, "\(measure): \(faults)")
    }
  }

  @Test func `records equal to gold are perfect in every measure`() throws {
    for group in try ProjectArchive.groups.get() {
      let figures = score(group.perfectArchive, against: group)
      for measure in Figures.measures {
        #expect(figures.figure(measure) == 1, "\(group.name): \(measure)")
      }
      #expect(figures.misses.isEmpty, "\(figures.misses)")
    }
  }

  @Test func `an archive without the pages has no figure left`() throws {
    let floors = try Floors()
    for group in try ProjectArchive.groups.get() {
      let faults = floors.faults(of: score([:], against: group), in: group.name)
      let guarded = Figures.measures.filter { (floors.floor($0, of: group.name) ?? 0) > 0 }
      for measure in guarded {
        #expect(faults.contains { $0.hasPrefix("\(group.name): \(measure) ") }, "\(measure)")
      }
      #expect(guarded.count > 25)
    }
  }
}
