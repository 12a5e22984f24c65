package import Model

/// All divisions of China, from the provinces to the villages, with those abolished since 1997.
///
/// Nothing is parsed or copied at the start: every query reads the few pages it needs. A class,
/// since every rule of places carries it along.
package final class Gazetteer: Sendable {
  /// The gazetteer that is built into the program.
  package static let shared = Gazetteer()

  private let levels: Column<UInt8>
  private let parents: Column<UInt16>
  private let nameStarts: Column<UInt32>
  private let names: Column<UInt16>
  private let adcodes: Column<UInt32>
  private let seats: Column<Int32>
  private let changes: Column<UInt32>
  let trie: NameTrie
  let villages: VillageTable

  init() {
    let bytes = GazetteerBytes()
    levels = bytes.column(.levels)
    parents = bytes.column(.parents)
    nameStarts = bytes.column(.nameStarts)
    names = bytes.column(.names)
    adcodes = bytes.column(.adcodes)
    seats = bytes.column(.seats)
    changes = bytes.column(.changes)
    trie = NameTrie(bytes)
    villages = VillageTable(bytes)
  }

  /// The number of divisions from province to town.
  package var divisionCount: Int { nameStarts.count - 1 }
  /// The number of communities and villages.
  package var villageCount: Int { villages.count }

  /// Everything known of a division.
  package func division(_ id: DivisionID) -> Division {
    let change = change(of: id)
    return Division(
      id: id, name: name(of: id), level: level(of: id), adcode: adcode(of: id),
      parent: parent(of: id), seat: seat(of: id), isAbolished: isAbolished(id),
      successor: change?.successor, endYear: change?.year, endDate: change?.date)
  }

  /// The official name.
  package func name(of id: DivisionID) -> String {
    guard let index = unitIndex(id) else { return villages.name(of: villageIndex(id)) }
    let units = Int(nameStarts[index])..<Int(nameStarts[index + 1])
    let scalars = units.compactMap { Unicode.Scalar(names[$0]) }
    guard scalars.count == units.count else {
      return String(decoding: units.map { names[$0] }, as: UTF16.self)  // Beyond U+FFFF.
    }
    return String(scalars: scalars)
  }

  /// The level.
  package func level(of id: DivisionID) -> PlaceLevel {
    guard let index = unitIndex(id) else { return .community }
    return PlaceLevel.allCases[Int(levels[index] & 0x7F)]
  }

  /// The unit a division lies in, nil for a province.
  package func parent(of id: DivisionID) -> DivisionID? {
    guard let index = unitIndex(id) else {
      return DivisionID(rawValue: UInt32(villages.parent(of: villageIndex(id))))
    }
    let parent = parents[index]
    return parent == GazetteerLayout.noParent ? nil : DivisionID(rawValue: UInt32(parent))
  }

  /// Whether the division has been abolished, merged or renamed.
  package func isAbolished(_ id: DivisionID) -> Bool {
    unitIndex(id).map { levels[$0] & 0x80 != 0 } ?? false
  }

  /// The unit in the place of one that no longer exists; for a unit of today itself.
  package func current(_ id: DivisionID) -> DivisionID? {
    isAbolished(id) ? change(of: id)?.successor : id
  }

  /// The code of today; for a unit that no longer exists its successor's.
  package func adcode(of id: DivisionID) -> Adcode? {
    guard let today = current(id), let index = unitIndex(today), index < adcodes.count else {
      return nil
    }
    return Adcode(adcodes[index])
  }

  /// The code that a unit that no longer exists last bore.
  package func formerAdcode(of id: DivisionID) -> Adcode? {
    guard isAbolished(id), let index = unitIndex(id), index < adcodes.count else { return nil }
    return Adcode(adcodes[index])
  }

  /// The seat of a province, city or county.
  package func seat(of id: DivisionID) -> Seat? {
    guard let index = unitIndex(id), index * 2 + 1 < seats.count else { return nil }
    let longitude = seats[index * 2]
    let latitude = seats[index * 2 + 1]
    guard longitude != 0 || latitude != 0 else { return nil }
    return Seat(longitude: Double(longitude) / 1e6, latitude: Double(latitude) / 1e6)
  }

  /// The way down from the province to the division itself.
  package func path(of id: DivisionID) -> [DivisionID] {
    var path = [id]
    while let parent = path.last.flatMap(parent(of:)) { path.append(parent) }
    return path.reversed()
  }

  /// The way down as names: `四川省/德阳市/绵竹市`.
  package func pathText(of id: DivisionID) -> String {
    path(of: id).map(name(of:)).joined(separator: "/")
  }

  /// Whether a division is `ancestor` or lies in it.
  package func isWithin(_ id: DivisionID, _ ancestor: DivisionID) -> Bool {
    var at: DivisionID? = id
    while let unit = at {
      if unit == ancestor { return true }
      at = parent(of: unit)
    }
    return false
  }

  /// Whether a division is one of some units or lies in one of them.
  package func isWithin(_ id: DivisionID, anyOf units: Set<DivisionID>) -> Bool {
    var at: DivisionID? = id
    while let unit = at {
      if units.contains(unit) { return true }
      at = parent(of: unit)
    }
    return false
  }

  /// The units right below one, those that no longer exist among them; below a town its villages.
  ///
  /// - Complexity: a walk over all units, or all villages for a town.
  package func children(of id: DivisionID) -> [DivisionID] {
    guard let index = unitIndex(id) else { return [] }
    let units = (0..<divisionCount).filter { parents[$0] == UInt16(index) }
    let below = villages.indices(below: UInt16(index)).map { divisionCount + $0 }
    return (units + below).map { DivisionID(rawValue: UInt32($0)) }
  }

  private func unitIndex(_ id: DivisionID) -> Int? {
    Int(id.rawValue) < divisionCount ? Int(id.rawValue) : nil
  }

  private func villageIndex(_ id: DivisionID) -> Int { Int(id.rawValue) - divisionCount }

  private struct Change {
    let successor: DivisionID?
    let year: Int?
    let date: CalendarDate?
  }

  private func change(of id: DivisionID) -> Change? {
    guard isAbolished(id) else { return nil }
    var low = 0
    var high = changes.count / 3
    while low < high {
      let middle = (low + high) / 2
      if changes[middle * 3] < id.rawValue { low = middle + 1 } else { high = middle }
    }
    guard low * 3 < changes.count, changes[low * 3] == id.rawValue else { return nil }
    let successor = changes[low * 3 + 1]
    let date = Int(changes[low * 3 + 2])
    return Change(
      successor: successor == GazetteerLayout.none ? nil : DivisionID(rawValue: successor),
      year: date == 0 ? nil : date / 10_000,
      date: CalendarDate(year: date / 10_000, month: date / 100 % 100, day: date % 100))
  }
}
