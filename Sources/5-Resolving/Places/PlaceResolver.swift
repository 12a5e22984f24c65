import Divisions
import Model

/// Settles which place each mention means, with its path and code.
///
/// - Parameter extracted: the article with its place mentions.
/// - Returns: each place once, in the order of first mention. A name that the text does not
///   settle keeps its candidates and gets no code.
func resolvePlaces(_ extracted: ExtractedArticle) -> Resolved<PlaceRecord> {
  var resolver = PlaceResolver(extracted)
  return resolver.resolve()
}

/// Resolves the places of one article: divisions first, then what lies in them.
struct PlaceResolver {
  private let mentions: [PlaceMention]
  private let gazetteer = Gazetteer.shared
  private let senses: DivisionSenses
  private var containers: PlaceContainers
  private let former: [DivisionID: DivisionID]
  private var book = PlaceBook()
  private var pathTexts: [DivisionID: String] = [:]

  init(_ extracted: ExtractedArticle) {
    mentions = extracted.places
    senses = DivisionSenses(extracted, gazetteer: gazetteer)
    former = senses.formerNames
    containers = PlaceContainers(extracted, senses: senses, gazetteer: gazetteer)
  }

  /// The records, and for each mention the index of its record.
  mutating func resolve() -> Resolved<PlaceRecord> {
    for index in mentions.indices {
      switch senses.outcomes[index] {
      case .settled(let id): book.note(index, record(of: id, mentions[index]), key: "")
      case .undecided(let ids): book.note(index, undecided(mentions[index], ids), key: "?")
      case .formOnly: break
      }
    }
    for group in formGroups() { resolve(group) }
    return book.resolved(of: mentions)
  }

  /// Mentions below the gazetteer by name, wider levels first, so that containers are there.
  private func formGroups() -> [[Int]] {
    let forms = mentions.indices.filter {
      if case .formOnly = senses.outcomes[$0] { return true }
      return false
    }
    let groups = Dictionary(grouping: forms) { "\(order(of: $0))\(mentions[$0].name)" }
    return groups.values.sorted {
      (order(of: $0[0]), $0[0]) < (order(of: $1[0]), $1[0])
    }
  }

  /// The depth of a mention's level; a zone named for a village comes after the villages.
  private func order(of mention: Int) -> Int {
    let level = formLevel(mention)
    let name = mentions[mention].name
    let isVillagers = level == .zone && ["村", "社区", "镇", "乡", "街道"].contains { name.contains($0) }
    return isVillagers ? PlaceLevel.estate.depth : level.depth
  }

  private func formLevel(_ mention: Int) -> PlaceLevel { mentions[mention].level ?? .town }

  /// Mentions of one name are one place, unless the text puts them in different ones.
  private mutating func resolve(_ group: [Int]) {
    let name = mentions[group[0]].name
    let level = formLevel(group[0])
    if let known = book.alias(of: name, level: level) {
      for index in group { book.note(index, known) }
      return
    }
    let stated = group.map { containers.stated(of: $0, book) }
    let places = PlaceContainers.distinct(stated.compactMap { $0 })
    for (index, own) in zip(group, stated) {
      let place =
        own.flatMap { own in places.first { PlaceContainers.fits(own, $0) } } ?? places.first
      let container = containers.path(of: index, level: level, stated: place, book)
      let step = PlaceRecord.Step(name: name, level: level)
      book.note(index, path: container.filter { $0.name != name } + [step])
    }
  }

  private func steps(to id: DivisionID, printed mention: PlaceMention) -> [PlaceRecord.Step] {
    var steps = gazetteer.steps(to: id, former: former)
    // Below the county a name stays as printed, unless a short form was printed.
    if let own = steps.last, own.level == .town, mention.name.hasSuffix(own.name.suffix(1)) {
      steps[steps.count - 1] = PlaceRecord.Step(name: mention.name, level: .town)
    }
    return steps
  }

  private func record(of id: DivisionID, _ mention: PlaceMention) -> PlaceRecord {
    let seat = gazetteer.seat(of: id)
    return PlaceRecord(
      path: steps(to: id, printed: mention), longitude: seat?.longitude,
      latitude: seat?.latitude, mentions: 0)
  }

  private mutating func pathText(of id: DivisionID) -> String {
    if let known = pathTexts[id] { return known }
    let text = gazetteer.pathText(of: id)
    pathTexts[id] = text
    return text
  }

  private mutating func undecided(_ mention: PlaceMention, _ ids: [DivisionID]) -> PlaceRecord {
    let level =
      mention.level ?? ids.map(gazetteer.level(of:)).min { $0.depth < $1.depth } ?? .county
    return PlaceRecord(
      path: [PlaceRecord.Step(name: mention.name, level: level)],
      candidates: ids.map { pathText(of: $0) }, mentions: 0)
  }
}

extension Gazetteer {
  /// The way down to a division as steps with today's codes.
  ///
  /// A town that no longer exists is left out above others: where they lie today is not known.
  /// Units in `former` are printed in the place of those of today.
  func steps(to id: DivisionID, former: [DivisionID: DivisionID] = [:]) -> [PlaceRecord.Step] {
    path(of: id).filter { $0 == id || level(of: $0) != .town || !isAbolished($0) }.map {
      let shown = former[$0] ?? $0
      return PlaceRecord.Step(
        name: name(of: shown), level: level(of: shown), adcode: adcode(of: $0))
    }
  }
}
