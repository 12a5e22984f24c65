import Glibc
import Model

/// Where the seats of provinces, cities and counties lie (`cpca`), turned into WGS 84.
enum Seats {
  /// Gives every unit that the list knows by code, or by name inside its province, its seat.
  static func add(to tree: Tree, from sources: SourceFiles) throws {
    var byCode: [UInt32: (name: String, seat: (longitude: Double, latitude: Double))] = [:]
    var byName: [String: [UInt32]] = [:]
    for row in try sources.rows("cpca/resources/adcodes.csv") where row.count >= 4 {
      guard let code = UInt32(row[0].prefix(6)), row[0].hasSuffix("000000"),
        let longitude = Double(row[2]), let latitude = Double(row[3])
      else { continue }
      byCode[code] = (String(row[1]), wgs84(longitude: longitude, latitude: latitude))
      byName["\(code / 10_000)\(Naming.stem(of: String(row[1])))", default: []].append(code)
    }
    for unit in tree.units where unit.code != 0 {
      let stem = Naming.stem(of: unit.name)
      if let known = byCode[unit.code], Naming.stem(of: known.name) == stem {
        unit.seat = known.seat
      } else if let codes = byName["\(unit.code / 10_000)\(stem)"], codes.count == 1 {
        unit.seat = byCode[codes[0]]?.seat
      }
    }
  }

  /// Undoes the shift of Chinese web maps (GCJ-02); good to about two metres.
  ///
  /// - SeeAlso: the published formula of the “Mars coordinates”, on the Krasovsky 1940 ellipsoid.
  private static func wgs84(
    longitude: Double, latitude: Double
  ) -> (longitude: Double, latitude: Double) {
    let x = longitude - 105
    let y = latitude - 35
    let axis = 6_378_245.0
    let eccentricity = 0.006_693_421_622_965_943
    let radians = latitude / 180 * .pi
    let magic = 1 - eccentricity * sin(radians) * sin(radians)
    let meridian = axis * (1 - eccentricity) / (magic * magic.squareRoot())
    let parallel = axis / magic.squareRoot() * cos(radians)
    return (
      longitude - eastShift(x, y) * 180 / (parallel * .pi),
      latitude - northShift(x, y) * 180 / (meridian * .pi)
    )
  }

  private static func waves(_ value: Double, _ terms: [(height: Double, rate: Double)]) -> Double {
    terms.reduce(0) { $0 + $1.height * sin(value * $1.rate * .pi) } * 2 / 3
  }

  private static func northShift(_ x: Double, _ y: Double) -> Double {
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
      + waves(x, [(20, 6), (20, 2)]) + waves(y, [(20, 1), (40, 1.0 / 3)])
      + waves(y, [(160, 1.0 / 12), (320, 1.0 / 30)])
  }

  private static func eastShift(_ x: Double, _ y: Double) -> Double {
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
      + waves(x, [(20, 6), (20, 2)]) + waves(x, [(20, 1), (40, 1.0 / 3)])
      + waves(x, [(150, 1.0 / 12), (300, 1.0 / 30)])
  }
}
