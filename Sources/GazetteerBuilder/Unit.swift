import Model

/// One unit while the gazetteer is put together.
final class Unit {
  let name: String
  let level: PlaceLevel
  /// The GB/T 2260 code it bears or last bore, 0 for none.
  let code: UInt32
  let parent: Unit?
  /// The unit that took its place, for one that no longer exists.
  var successor: Unit?
  /// The day it ceased to exist as yyyymmdd, month and day 0 where unknown.
  var ended: UInt32 = 0
  let isFormer: Bool
  /// Longitude and latitude in degrees, WGS 84.
  var seat: (longitude: Double, latitude: Double)?
  /// Whether the ministry's list gives its towns.
  var hasListedTowns = false
  /// The units right below, by name.
  private(set) var children: [String: Unit] = [:]
  /// Its number in the file.
  var number: UInt32 = 0

  init(
    _ name: String, _ level: PlaceLevel, code: UInt32 = 0, in parent: Unit?, isFormer: Bool = false
  ) {
    self.name = name
    self.level = level
    self.code = code
    self.parent = parent
    self.isFormer = isFormer
    parent?.adopt(self)
  }

  /// The province it lies in, or itself.
  var province: Unit { parent?.province ?? self }

  private func adopt(_ child: Unit) {
    if children[child.name] == nil || !child.isFormer { children[child.name] = child }
  }
}

/// All units above the villages.
struct Tree {
  /// Every unit, in the order of finding.
  private(set) var units: [Unit] = []
  /// Units of today by their code.
  private(set) var byCode: [UInt32: Unit] = [:]
  /// The name of every village with its town, or county where there is none.
  var villages: Set<Village> = []

  /// A community or village.
  struct Village: Hashable {
    let name: String
    let parent: ObjectIdentifier
  }

  @discardableResult
  mutating func add(_ unit: Unit) -> Unit {
    units.append(unit)
    if unit.code != 0, !unit.isFormer { byCode[unit.code] = unit }
    return unit
  }

  /// The provinces.
  var provinces: [Unit] { units.filter { $0.level == .province } }
}
