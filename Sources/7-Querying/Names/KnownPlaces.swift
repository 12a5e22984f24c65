import Divisions
import Model

/// What the gazetteer says of a name that the archive does not hold.
enum KnownPlaces {
  /// The paths of up to three divisions of that name, provinces to towns; none for no such place.
  static func paths(of name: String, _ level: PlaceLevel?) -> [String] {
    let gazetteer = Gazetteer.shared
    let scalars = Array(name.unicodeScalars)
    guard let match = gazetteer.longestMatch(in: scalars, at: 0), match.length == scalars.count
    else { return [] }
    let meant = match.meanings.map(\.id).filter { level == nil || gazetteer.level(of: $0) == level }
    return meant.prefix(3).map(gazetteer.pathText(of:)) + (meant.count > 3 ? ["…"] : [])
  }
}
