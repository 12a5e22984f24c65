import Model

/// The records of an article while they are found.
struct PlaceBook {
  private(set) var records: [PlaceRecord] = []
  private var firstMention: [Int] = []
  private var recordOfMention: [Int: Int] = [:]
  private var byKey: [String: Int] = [:]
  private var byName: [String: [Int]] = [:]
  /// The settled places that others may lie in, which are few beside the villages and estates.
  private var holders: [Int] = []

  /// Notes a mention of the place at a path.
  mutating func note(_ mention: Int, path: [PlaceRecord.Step]) {
    note(mention, PlaceRecord(path: path, mentions: 0), key: "")
  }

  /// Notes a mention of a record; records of one path and kind are one.
  mutating func note(_ mention: Int, _ record: PlaceRecord, key: String) {
    let key = key + record.pathText + record.own.level.rawValue
    if let known = byKey[key] {
      note(mention, known)
    } else {
      byKey[key] = records.count
      byName[record.name, default: []].append(records.count)
      let isSmall = record.own.level == .estate || record.own.level == .community
      if record.candidates.isEmpty, !isSmall { holders.append(records.count) }
      records.append(record)
      firstMention.append(mention)
      note(mention, records.count - 1)
    }
  }

  /// Notes a mention of a record known by its index.
  mutating func note(_ mention: Int, _ record: Int) {
    recordOfMention[mention] = record
    records[record].mentions += 1
    firstMention[record] = min(firstMention[record], mention)
  }

  /// The settled places above a level.
  func holders(above level: PlaceLevel) -> [PlaceRecord] {
    holders.filter { records[$0].own.level.depth < level.depth }.map { records[$0] }
  }

  /// The record of a mention.
  func record(of mention: Int) -> Int? { recordOfMention[mention] }

  /// The one record that a shorter name means: 利民家园小区 for 利民小区.
  func alias(of name: String, level: PlaceLevel) -> Int? {
    guard level == .estate, name.hasSuffix("小区") else { return nil }
    let endings = ["家园", "花园", "嘉园", "佳园", "苑", "公寓", "新村"]
    let full = endings.flatMap { byName[name.dropLast(2) + $0 + "小区"] ?? [] }
    return full.count == 1 ? full[0] : nil
  }

  /// The records in the order of first mention.
  func resolved(of mentions: [PlaceMention]) -> Resolved<PlaceRecord> {
    let order = records.indices.sorted { firstMention[$0] < firstMention[$1] }
    var place = [Int](repeating: 0, count: records.count)
    for (new, old) in order.enumerated() { place[old] = new }
    return Resolved(
      records: order.map { records[$0] },
      recordOfMention: mentions.indices.map { recordOfMention[$0].map { place[$0] } })
  }
}
