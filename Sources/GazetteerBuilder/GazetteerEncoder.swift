import Divisions
import Model

/// Turns the finished tree into the sections of the file.
struct GazetteerEncoder {
  private let tree: Tree
  private let units: [Unit]
  private let coded: Int
  private var file = GazetteerFile()

  /// The file of a tree.
  static func file(of tree: Tree) -> GazetteerFile {
    var encoder = GazetteerEncoder(tree)
    encoder.writeUnits()
    encoder.writeChanges()
    encoder.writeNames()
    encoder.writeVillages()
    return encoder.file
  }

  private init(_ tree: Tree) {
    self.tree = tree
    // A county's place in the order of codes keeps neighbours together; sorting is stable by name.
    let upper = tree.units.filter { Self.isUpper($0) }
      .sorted { Self.rank($0) < Self.rank($1) }
    let lower = tree.units.filter { !Self.isUpper($0) }
    units = upper + lower
    coded = upper.count
    for (number, unit) in units.enumerated() { unit.number = UInt32(number) }
    precondition(units.count < Int(GazetteerLayout.noParent), "unit numbers fit 16 bits")
  }

  /// Whether the unit belongs to the first part: county level and above, and zones of a city.
  private static func isUpper(_ unit: Unit) -> Bool {
    switch unit.level {
    case .province, .city, .county: true
    default: unit.level == .zone && unit.parent?.level != .county
    }
  }

  private static func rank(_ unit: Unit) -> (Int, Int, UInt32, String) {
    (unit.isFormer ? 1 : 0, levelNumber(unit.level), unit.code, unit.name)
  }

  private static func levelNumber(_ level: PlaceLevel) -> Int {
    PlaceLevel.allCases.firstIndex(of: level) ?? 0
  }

  private mutating func writeUnits() {
    var start: UInt32 = 0
    for unit in units {
      file[.levels].append(UInt8(Self.levelNumber(unit.level)) | (unit.isFormer ? 0x80 : 0))
      file[.parents].append(unit.parent.map { UInt16($0.number) } ?? GazetteerLayout.noParent)
      file[.nameStarts].append(start)
      file[.names].append(Array(unit.name.utf16))
      start += UInt32(unit.name.utf16.count)
    }
    file[.nameStarts].append(start)
    for unit in units[..<coded] {
      file[.adcodes].append(unit.code)
      let seat = unit.seat ?? unit.successor?.seat ?? (0, 0)
      file[.seats].append([seat.longitude, seat.latitude].map { Int32(($0 * 1e6).rounded()) })
    }
  }

  private mutating func writeChanges() {
    for unit in units where unit.isFormer {
      file[.changes].append([
        unit.number, unit.successor?.number ?? GazetteerLayout.none, unit.ended,
      ])
    }
  }

  private mutating func writeNames() {
    let trie = NameTrie()
    for unit in units where Naming.isProper(unit) {
      trie.insert(unit.name, number: unit.number, form: .full)
      for form in Naming.forms(of: unit) {
        trie.insert(form.name, number: unit.number, form: form.isShort ? .short : .everyday)
      }
    }
    trie.write(into: &file)
  }

  private mutating func writeVillages() {
    let numbers = Dictionary(uniqueKeysWithValues: units.map { (ObjectIdentifier($0), $0.number) })
    var parents: [VillageName: [UInt16]] = [:]
    for village in tree.villages {
      guard let number = numbers[village.parent] else { continue }
      parents[VillageName(village.name), default: []].append(UInt16(number))
    }
    var group: (ending: Int, length: Int)?
    var unitsBefore: UInt32 = 0
    var villages: UInt32 = 0
    var groups: [[UInt32]] = []
    for (index, name) in parents.keys.sorted().enumerated() {
      if group?.ending != name.ending || group?.length != name.units.count {
        group = (name.ending, name.units.count)
        let length = UInt32(name.units.count)
        groups.append([UInt32(name.ending), length, unitsBefore, 0, UInt32(index)])
      }
      groups[groups.count - 1][3] += 1
      file[.villageNames].append(name.units)
      file[.villageStarts].append(villages)
      let places = (parents[name] ?? []).sorted()
      file[.villageParents].append(places)
      unitsBefore += UInt32(name.units.count)
      villages += UInt32(places.count)
    }
    file[.villageStarts].append(villages)
    file[.villageGroups].append(groups.joined())
  }
}

/// A village's name, divided into its ending and what stands before it.
private struct VillageName: Hashable, Comparable {
  let ending: Int
  let units: [UInt16]

  init(_ name: String) {
    let endings = GazetteerLayout.villageEndings
    ending = endings.firstIndex { name.hasSuffix($0) && name.count > $0.count } ?? endings.count - 1
    units = Array(name.dropLast(endings[ending].count).utf16)
  }

  static func < (a: Self, b: Self) -> Bool {
    if a.ending != b.ending { return a.ending < b.ending }
    if a.units.count != b.units.count { return a.units.count < b.units.count }
    return a.units.lexicographicallyPrecedes(b.units)
  }
}
