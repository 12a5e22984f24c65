import Divisions
import Model

/// Decides for every mention that the gazetteer knows which division it means.
///
/// Stated parents come first, then the full names of the article, its dateline and the paper's
/// home, then the other places of the article. What they leave open stays open.
struct DivisionSenses {
  /// What a mention turns out to be.
  enum Outcome {
    /// This division.
    case settled(DivisionID)
    /// One of these, and nothing tells which.
    case undecided([DivisionID])
    /// No division of the gazetteer: a place known by its form and context only.
    case formOnly
  }

  /// One outcome for each mention.
  private(set) var outcomes: [Outcome]
  /// The divisions that dateline and source point to.
  let hints: [DivisionID]
  /// The division that the paper's name points to.
  let home: DivisionID?

  /// Former units that the article names, by the unit in their place today.
  private(set) var formerNames: [DivisionID: DivisionID] = [:]

  private let mentions: [PlaceMention]
  private let gazetteer: Gazetteer
  private var options: [[DivisionID]]
  /// For each community that the article names the known ones of that name.
  private var villages: [[DivisionID]] = []
  /// How often each settled division is named.
  private var evidence: [DivisionID: Int] = [:]

  init(_ extracted: ExtractedArticle, gazetteer: Gazetteer) {
    mentions = extracted.places
    self.gazetteer = gazetteer
    options = mentions.map(\.candidates)
    outcomes = mentions.map { _ in .formOnly }
    let article = extracted.article
    home = Self.hint(in: article.source, gazetteer)
    hints = [Self.hint(in: article.dateline, gazetteer), home].compactMap { $0 }
    let communities = mentions.filter { $0.level == .community && !$0.candidates.isEmpty }
    villages = Dictionary(grouping: communities, by: \.name).values.map { $0[0].candidates }
    narrowByParents()
    narrowByNames()
    settle()
    decide()
    formerNames = findFormerNames()
  }

  private func findFormerNames() -> [DivisionID: DivisionID] {
    let settled = Set(mentions.indices.compactMap(id(of:)))
    let former = mentions.indices.compactMap(id(of:)).filter {
      gazetteer.isAbolished($0) && gazetteer.level(of: $0) != .town
    }
    let pairs = former.compactMap { id in gazetteer.current(id).map { ($0, id) } }
    return Dictionary(pairs) { first, _ in first }.filter { !settled.contains($0.key) }
  }

  /// The settled division of a mention.
  func id(of mention: Int) -> DivisionID? {
    if case .settled(let id) = outcomes[mention] { return id }
    return nil
  }

  // MARK: Parents

  /// A stated parent leaves only what lies in it, and is itself only what holds its child.
  private mutating func narrowByParents() {
    for _ in 0..<2 {
      for index in mentions.indices {
        guard let parent = mentions[index].parent, !options[parent].isEmpty,
          !options[index].isEmpty
        else { continue }
        let inside = options[index].filter { id in
          options[parent].contains { $0 != id && gazetteer.isWithin(id, $0) }
        }
        // A name that its stated parent does not hold is one the gazetteer does not know.
        options[index] = inside
        guard !inside.isEmpty else { continue }
        options[parent] = options[parent].filter { outer in
          inside.contains { gazetteer.isWithin($0, outer) }
        }
      }
    }
  }

  // MARK: Names

  /// One name has one meaning in an article; former units give way to their successors.
  private mutating func narrowByNames() {
    let groups = Dictionary(grouping: mentions.indices) { mentions[$0].name }
    let printed = Set(
      groups.flatMap { name, group in
        mentions[group[0]].candidates.filter { gazetteer.name(of: $0) == name }
      })
    for group in groups.values {
      let stated = group.filter { mentions[$0].parent != nil && !mentions[$0].candidates.isEmpty }
      var shared = Set(group.flatMap { options[$0] })
      for index in stated { shared.formIntersection(options[index]) }
      for index in group {
        let rest = options[index].filter(shared.contains)
        options[index] = today(
          stated.isEmpty || rest.isEmpty ? options[index] : rest, printed: printed)
        if !stated.isEmpty, shared.isEmpty, mentions[index].parent == nil { options[index] = [] }
      }
    }
  }

  /// Leaves out a former unit whose successor has the same name, and units of former cities,
  /// unless the article names them in full.
  private func today(_ ids: [DivisionID], printed stated: Set<DivisionID>) -> [DivisionID] {
    guard ids.count > 1 else { return ids }
    var rest = ids.filter { id in
      guard gazetteer.isAbolished(id), let heir = gazetteer.current(id), ids.contains(heir) else {
        return true
      }
      return stated.contains(id) && !stated.contains(heir)
    }
    if rest.contains(where: { stated.contains($0) && gazetteer.isAbolished($0) }) {
      let heirs = Set(rest.filter(gazetteer.isAbolished).compactMap(gazetteer.current))
      rest.removeAll { heirs.contains($0) && !stated.contains($0) }
    }
    rest = withoutMoved(rest)
    let lasting = rest.filter { id in
      gazetteer.parent(of: id).map { !gazetteer.isAbolished($0) } ?? true
    }
    return lasting.isEmpty ? rest : lasting
  }

  /// 湟中县 of 海东 and of 西宁: of former units with one successor the one that lay where it lies.
  private func withoutMoved(_ ids: [DivisionID]) -> [DivisionID] {
    ids.filter { id in
      guard let heir = former(id), let home = gazetteer.parent(of: heir),
        gazetteer.parent(of: id) != home
      else { return true }
      return !ids.contains { former($0) == heir && gazetteer.parent(of: $0) == home }
    }
  }

  /// The unit of today in the place of a former one, nil for one that stands.
  private func former(_ id: DivisionID) -> DivisionID? {
    gazetteer.isAbolished(id) ? gazetteer.current(id) : nil
  }

  // MARK: Context

  private mutating func settle() {
    for index in mentions.indices where options[index].count > 1 {
      options[index] = widest(options[index])
    }
    for _ in 0..<4 {
      evidence = [:]
      for index in mentions.indices where options[index].count == 1 {
        evidence[options[index][0], default: 0] += 1
      }
      for hint in hints { evidence[hint, default: 0] += 1 }
      // Mentions of one name share their options: they are weighed once.
      var weighed: [[DivisionID]: DivisionID?] = [:]
      for index in mentions.indices where options[index].count > 1 {
        let ids = options[index]
        let best = weighed[ids] ?? best(of: ids)
        weighed[ids] = .some(best)
        if let best { options[index] = [best] }
      }
    }
  }

  /// A short form of a city and of a county inside it means the city.
  private func widest(_ ids: [DivisionID]) -> [DivisionID] {
    let cities = ids.filter { gazetteer.level(of: $0) == .city }
    return cities.isEmpty
      ? ids
      : ids.filter { id in cities.allSatisfy { $0 == id || !gazetteer.isWithin(id, $0) } }
  }

  /// The option clearly nearest to what is settled; nil where another comes near.
  private func best(of ids: [DivisionID]) -> DivisionID? {
    let scored = zip(ids, ids.map(score)).sorted { $0.1 > $1.1 }
    guard scored.count > 1, scored[0].1 > 0, scored[0].1 >= 2 * scored[1].1 else { return nil }
    return scored[0].0
  }

  private func score(_ id: DivisionID) -> Int {
    let path = gazetteer.path(of: id)
    let known = villages.reduce(0) { sum, options in
      sum + (options.contains { gazetteer.isWithin($0, id) } ? 16 : 0)
    }
    return evidence.reduce(known) { sum, item in
      guard !path.contains(item.key) || item.key != id else { return sum + 64 * item.value }
      let shared = zip(path, gazetteer.path(of: item.key)).prefix { $0 == $1 }.count
      // Nearness counts more than number: one place of the same county outweighs many of the
      // same province.
      return sum + [0, 1, 8, 32, 32, 32][min(shared, 5)] * item.value
    }
  }

  // MARK: Decision

  private mutating func decide() {
    for index in mentions.indices {
      let ids = options[index]
      if mentions[index].candidates.isEmpty || ids.isEmpty || isCommunity(ids) {
        outcomes[index] = .formOnly
      } else if ids.count > 1 {
        outcomes[index] = .undecided(ids)
      } else if isFarTown(ids[0]) {
        outcomes[index] = .formOnly
      } else {
        outcomes[index] = .settled(ids[0])
      }
    }
  }

  private func isCommunity(_ ids: [DivisionID]) -> Bool {
    ids.contains { gazetteer.level(of: $0) == .community }
  }

  /// A town outside every city, or else province, of the article: a namesake of an unknown one.
  private func isFarTown(_ id: DivisionID) -> Bool {
    guard gazetteer.level(of: id) == .town else { return false }
    let wider = evidence.keys.filter { $0 != id && gazetteer.level(of: $0) != .town }
    let cities = wider.filter { gazetteer.level(of: $0) != .province }
      .map { Array(gazetteer.path(of: $0).prefix(2)) }
    guard cities.isEmpty else { return !cities.contains(Array(gazetteer.path(of: id).prefix(2))) }
    let province = gazetteer.path(of: id)[0]
    return !wider.isEmpty && !wider.contains(province)
  }

  /// The narrowest division that a dateline or a paper's name opens with.
  private static func hint(in hint: String?, _ gazetteer: Gazetteer) -> DivisionID? {
    var options: [DivisionID] = []
    let scalars = Array((hint ?? "").unicodeScalars)
    var index = 0
    while index < scalars.count, let match = gazetteer.longestMatch(in: scalars, at: index) {
      let ids = match.meanings.map(\.id)
        .filter { gazetteer.level(of: $0) != .town && !gazetteer.isAbolished($0) }
      let inside = ids.filter { id in options.contains { gazetteer.isWithin(id, $0) } }
      options = inside.isEmpty ? (options.isEmpty ? ids : options) : inside
      index += match.length
    }
    let cities = options.filter { gazetteer.level(of: $0) == .city }
    return options.count == 1 ? options[0] : cities.count == 1 ? cities[0] : nil
  }
}
