package import Model

/// The communities and villages, found by name with a binary search.
struct VillageTable: Sendable {
  private struct Group: Sendable {
    let ending: Int
    let length: Int
    let firstUnit: Int
    let names: Range<Int>
  }

  private let units: Column<UInt16>
  private let starts: Column<UInt32>
  private let parents: Column<UInt16>
  private let groups: [Group]
  /// The number of villages.
  let count: Int

  init(_ bytes: GazetteerBytes) {
    units = bytes.column(.villageNames)
    starts = bytes.column(.villageStarts)
    parents = bytes.column(.villageParents)
    count = Int(starts[starts.count - 1])
    let rows = bytes.column(.villageGroups, of: UInt32.self)
    groups = stride(from: 0, to: rows.count, by: 5).map { row in
      let first = Int(rows[row + 4])
      return Group(
        ending: Int(rows[row]), length: Int(rows[row + 1]), firstUnit: Int(rows[row + 2]),
        names: first..<first + Int(rows[row + 3]))
    }
  }

  /// The villages of a name, empty for none.
  func indices(named name: ArraySlice<Unicode.Scalar>) -> Range<Int> {
    let endings = GazetteerLayout.villageEndings
    let ending = endings.firstIndex { name.count > $0.unicodeScalars.count && Self.ends(name, $0) }
    guard let ending else { return 0..<0 }
    let stem = name.dropLast(endings[ending].unicodeScalars.count)
    let wanted = Array(String(String.UnicodeScalarView(stem)).utf16)
    guard let group = groups.first(where: { $0.ending == ending && $0.length == wanted.count })
    else { return 0..<0 }
    var low = group.names.lowerBound
    var high = group.names.upperBound
    while low < high {
      let middle = (low + high) / 2
      if unitsOf(middle, in: group).lexicographicallyPrecedes(wanted) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < group.names.upperBound, unitsOf(low, in: group).elementsEqual(wanted) else {
      return 0..<0
    }
    return Int(starts[low])..<Int(starts[low + 1])
  }

  /// The name of a village.
  func name(of village: Int) -> String {
    let index = starts.lowerBound(0..<starts.count) { Int($0) <= village } - 1
    guard let group = groups.first(where: { $0.names.contains(index) }) else { return "" }
    return String(decoding: Array(unitsOf(index, in: group)), as: UTF16.self)
      + GazetteerLayout.villageEndings[group.ending]
  }

  /// The number of the town, or county, that a village lies in.
  func parent(of village: Int) -> UInt16 { parents[village] }

  /// The villages that lie right below a unit.
  func indices(below unit: UInt16) -> [Int] { (0..<count).filter { parents[$0] == unit } }

  private func unitsOf(_ name: Int, in group: Group) -> some Sequence<UInt16> {
    let start = group.firstUnit + (name - group.names.lowerBound) * group.length
    return (start..<start + group.length).lazy.map { units[$0] }
  }

  private static func ends(_ name: ArraySlice<Unicode.Scalar>, _ ending: String) -> Bool {
    name.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars)
  }
}

extension Gazetteer {
  /// The communities and villages of exactly this name.
  package func villages(named name: ArraySlice<Unicode.Scalar>) -> [DivisionID] {
    guard name.count >= 2 else { return [] }
    return villages.indices(named: name).map { DivisionID(rawValue: UInt32(divisionCount + $0)) }
  }
}
