import Divisions
package import Model

/// A county with a few of its towns and villages: where an invented article plays.
package struct Locality: Sendable {
  /// From the province to the county.
  package let county: [PlaceRecord.Step]
  /// Paths of villages and communities, each from the province down.
  package let villages: [[PlaceRecord.Step]]

  /// A county taken from the gazetteer, weighted by its number of villages.
  init(_ random: inout Dice) {
    let gazetteer = Gazetteer.shared
    let first = random.number(0..<gazetteer.villageCount)
    let all = (0..<4).map { step in
      Self.path(ofVillage: min(first + step * 7, gazetteer.villageCount - 1))
    }
    let town = all[0].count - 2
    let county = Array(all[0][..<town])
    self.county = county
    villages = all.filter { $0.count > town && Array($0[..<town]) == county }
  }

  private static func path(ofVillage index: Int) -> [PlaceRecord.Step] {
    let gazetteer = Gazetteer.shared
    let id = DivisionID(rawValue: UInt32(gazetteer.divisionCount + index))
    return gazetteer.path(of: id).map { id in
      let level = gazetteer.level(of: id)
      let bearsCode = level == .province || level == .city || level == .county
      return PlaceRecord.Step(
        name: gazetteer.name(of: id), level: level,
        adcode: bearsCode ? gazetteer.adcode(of: id) : nil)
    }
  }
}
