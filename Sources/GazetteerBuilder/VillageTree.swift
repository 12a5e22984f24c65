import Model

/// JioNLP's tree down to the village: the statistics bureau's list of about 2020.
///
/// Its towns that the ministry no longer lists are former towns; its counties without standing
/// in GB/T 2260 are zones. Every village is hung below the unit of today where that is certain.
struct VillageTree {
  private var tree: Tree
  private var province: Unit?
  private var city: Unit?
  private var county: Unit?
  private var town: Unit?

  /// Adds zones, former towns and villages to a tree of today's and former units.
  static func add(to tree: inout Tree, from sources: SourceFiles) throws {
    var reader = VillageTree(tree: tree)
    for line in try sources.lines("china_location.txt") {
      let depth = line.prefix { $0 == "\t" }.count
      let fields = line.dropFirst(depth).split(separator: "\t")
      guard let name = fields.first.map(String.init) else { continue }
      let code = fields.count > 1 ? UInt32(fields[1]) ?? 0 : 0
      reader.read(name, code: code, depth: depth)
    }
    tree = reader.tree
  }

  private mutating func read(_ name: String, code: UInt32, depth: Int) {
    // Of Taiwan, Hong Kong and Macao the source knows no codes, and ordinary words as names.
    if depth > 1, let province, province.code >= 700_000 { return }
    switch depth {
    case 0: province = tree.byCode[code]
    case 1: readCity(name, code: code)
    case 2: county = county(name, code: code == 0 ? city?.code ?? 0 : code)
    case 3: town = town(Self.cleaned(name, in: county))
    default: readVillage(name)
    }
  }

  /// Shanghai's only city is itself; 省直辖行政区划 is none.
  private mutating func readCity(_ name: String, code: UInt32) {
    guard let province else { return }
    if let known = tree.byCode[code] {
      city = known
    } else if name.contains("直辖") {
      city = province
    } else {
      city = tree.add(Unit(name, .city, in: province))
    }
  }

  private mutating func county(_ name: String, code: UInt32) -> Unit? {
    guard let city else { return nil }
    if name.contains("直辖") { return city }
    if let known = tree.byCode[code], known.level == .county, known.province === city.province {
      return known
    }
    if let known = city.children[name] { return known.isFormer ? known.successor : known }
    if let renamed = sibling(of: name, in: city) { return renamed }
    guard !name.contains("群岛") else { return nil }
    return tree.add(Unit(name, Self.isZone(name) ? .zone : .county, in: city))
  }

  private func sibling(of name: String, in parent: Unit) -> Unit? {
    let stem = Naming.stem(of: name)
    let alike = parent.children.values.filter {
      !$0.isFormer && $0.level == .county && Naming.stem(of: $0.name) == stem
    }
    return alike.count == 1 ? alike[0] : nil
  }

  private mutating func town(_ name: String) -> Unit? {
    guard let county else { return nil }
    if let known = county.children[name] { return known.successor ?? known }
    if county.level == .zone, let known = townElsewhere(name) { return known }
    let level: PlaceLevel = Self.isZone(name) ? .zone : .town
    guard county.hasListedTowns, Self.isTown(name) else {
      return tree.add(Unit(name, level, in: county))
    }
    let stem = Naming.stem(of: name)
    let heirs = county.children.values.filter {
      $0.level == .town && !$0.isFormer && Naming.stem(of: $0.name) == stem
    }
    let former = tree.add(Unit(name, .town, in: county, isFormer: true))
    if heirs.count == 1 { former.successor = heirs[0] }
    return former.successor ?? former
  }

  /// A zone's town that the ministry lists below a county of the same city.
  private func townElsewhere(_ name: String) -> Unit? {
    guard let city = county?.parent else { return nil }
    let found = city.children.values.compactMap { $0.children[name] }
      .filter { !$0.isFormer && $0.level == .town }
    return found.count == 1 ? found[0] : nil
  }

  private mutating func readVillage(_ name: String) {
    guard let parent = town ?? county, name.unicodeScalars.count <= 12 else { return }
    tree.villages.insert(Tree.Village(name: name, parent: ObjectIdentifier(parent)))
  }

  /// Drops the county's name before the town's, and 办事处 after 街道.
  private static func cleaned(_ name: String, in county: Unit?) -> String {
    var name = name
    if let county, name.hasPrefix(county.name), name.count > county.name.count + 1 {
      name = String(name.dropFirst(county.name.count))
    }
    for (ending, good) in [("街道办事处", "街道"), ("镇政府", "镇"), ("街道街道", "街道")]
    where name.hasSuffix(ending) {
      name = name.dropLast(ending.count) + good
    }
    return name
  }

  private static func isTown(_ name: String) -> Bool {
    ["街道", "镇", "乡", "苏木"].contains { name.hasSuffix($0) }
  }

  private static func isZone(_ name: String) -> Bool {
    let endings = [
      "开发区", "园区", "工业区", "新区", "示范区", "产业园", "工业园", "科技园", "物流园", "试验区",
      "实验区", "保税区", "度假区", "风景区", "管理区", "管委会", "新城", "合作区",
    ]
    return endings.contains { name.hasSuffix($0) }
  }
}
