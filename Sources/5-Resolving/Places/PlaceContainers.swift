import Divisions
import Model

/// Finds what a place below the gazetteer lies in.
struct PlaceContainers {
  private let mentions: [PlaceMention]
  private let article: Article
  private let senses: DivisionSenses
  private let gazetteer: Gazetteer

  init(_ extracted: ExtractedArticle, senses: DivisionSenses, gazetteer: Gazetteer) {
    mentions = extracted.places
    article = extracted.article
    self.senses = senses
    self.gazetteer = gazetteer
  }

  /// The path of the place that the words next to a mention put it in.
  func stated(of index: Int, _ book: PlaceBook) -> [PlaceRecord.Step]? {
    guard let parent = mentions[index].parent, let record = book.record(of: parent) else {
      return nil
    }
    return byRoad(index, book) ?? book.records[record].path
  }

  /// The paths that do not merely say less than another.
  static func distinct(_ paths: [[PlaceRecord.Step]]) -> [[PlaceRecord.Step]] {
    var distinct: [[PlaceRecord.Step]] = []
    for path in paths.sorted(by: { $0.count > $1.count })
    where !distinct.contains(where: { fits(path, $0) }) {
      distinct.append(path)
    }
    return distinct
  }

  /// Whether a path says nothing that the other does not.
  static func fits(_ path: [PlaceRecord.Step], _ other: [PlaceRecord.Step]) -> Bool {
    path.allSatisfy { step in other.contains { $0.name == step.name } }
  }

  /// The path down to, but not including, a mention: what the text states, or what the gazetteer
  /// leaves open no more, or the only place it can lie in.
  func path(
    of index: Int, level: PlaceLevel, stated: [PlaceRecord.Step]?, _ book: PlaceBook
  ) -> [PlaceRecord.Step] {
    let village = level == .community ? village(index, in: stated, book) : nil
    return village ?? stated ?? namedFor(index, book) ?? only(above: level, before: index, book)
  }

  /// 河北村工业园区 lies in 河北村, 柳河镇工业园区 where a village of the article would.
  private func namedFor(_ index: Int, _ book: PlaceBook) -> [PlaceRecord.Step]? {
    let name = mentions[index].name
    guard mentions[index].level == .zone else { return nil }
    guard let end = ["村", "社区", "镇", "乡", "街道"].first(where: { name.contains($0) }) else {
      return bearer(of: name)
    }
    let places = book.records.filter { name.hasPrefix($0.name) && $0.name.hasSuffix(end) }
    return places.count == 1 ? places[0].path : only(above: .community, before: index, book)
  }

  /// 常熟东南经济开发区 lies in 常熟市, whose short form it bears.
  private func bearer(of name: String) -> [PlaceRecord.Step]? {
    let scalars = Array(name.unicodeScalars)
    guard let match = gazetteer.longestMatch(in: scalars, at: 0), match.length < scalars.count - 2,
      !"湾港河江湖海山".unicodeScalars.contains(scalars[match.length])
        || scalars[match.length + 1] == "区"
    else { return nil }
    let ids = match.meanings.map(\.id).filter {
      [.city, .county].contains(gazetteer.level(of: $0)) && !gazetteer.isAbolished($0)
    }
    let cities = ids.filter { gazetteer.level(of: $0) == .city }
    let one = cities.count == 1 ? cities : ids
    return one.count == 1 ? gazetteer.steps(to: one[0], former: senses.formerNames) : nil
  }

  /// 正兴街美邻苑小区: the road's community, where the article names one.
  private func byRoad(_ index: Int, _ book: PlaceBook) -> [PlaceRecord.Step]? {
    guard let parent = mentions[index].parent, mentions[parent].field == mentions[index].field,
      mentions[parent].span.end < mentions[index].span.start, let text = text(of: mentions[index])
    else { return nil }
    let words = text.string(mentions[parent].span.end..<mentions[index].span.start)
    return book.records.first { $0.own.level == .community && $0.name == words + "社区" }?.path
  }

  private func text(of mention: PlaceMention) -> SourcedText? {
    switch mention.field {
    case .title: article.title
    case .subtitle: article.subtitle
    case .body: article.body
    }
  }

  /// The one village of the name in the places the article speaks of.
  private func village(
    _ index: Int, in stated: [PlaceRecord.Step]?, _ book: PlaceBook
  ) -> [PlaceRecord.Step]? {
    let paths = mentions[index].candidates
      .filter { gazetteer.level(of: $0) == .community }
      .map { Array(gazetteer.steps(to: $0, former: senses.formerNames).dropLast()) }
    let wanted = stated ?? only(above: .community, before: index, book)
    let fitting = paths.filter { path in
      wanted.allSatisfy { step in path.contains { $0.name == step.name } }
    }
    guard fitting.count == 1 else { return nil }
    return fitting[0]
  }

  /// The only wider place of the article, or the one it is about; else what all have in common.
  private func only(
    above level: PlaceLevel, before index: Int, _ book: PlaceBook
  ) -> [PlaceRecord.Step] {
    let leaves = leaves(of: book.holders(above: level))
    // A paper that reports only places far from its home may mean its home by the bare name.
    if !leaves.isEmpty, !leaves.contains(where: isAtHome) { return [] }
    if let main = main(of: leaves) { return main.path }
    let shared = shared(leaves.map(\.path))
    return shared.isEmpty ? home() : shared
  }

  /// Whether a place lies in the province the paper is at home in, where that is known.
  private func isAtHome(_ place: PlaceRecord) -> Bool {
    guard let home = senses.home else { return true }
    return gazetteer.name(of: gazetteer.path(of: home)[0]) == place.path[0].name
  }

  /// The place that is named three times as often as any other; a headline's counts for more.
  private func main(of places: [PlaceRecord]) -> PlaceRecord? {
    let title = [article.title, article.subtitle].compactMap { $0?.string }.joined()
    let weighted = places.map { place in
      (place, place.mentions + (title.contains(place.name) ? 3 : 0))
    }.sorted { $0.1 > $1.1 }
    guard let first = weighted.first else { return nil }
    return weighted.count == 1 || first.1 >= 3 * weighted[1].1 ? first.0 : nil
  }

  /// Paths that are not the beginning of another.
  private func leaves(of records: [PlaceRecord]) -> [PlaceRecord] {
    records.filter { place in
      !records.contains {
        $0.path.count > place.path.count
          && $0.path.starts(with: place.path, by: { $0.name == $1.name })
      }
    }
  }

  private func shared(_ paths: [[PlaceRecord.Step]]) -> [PlaceRecord.Step] {
    guard var common = paths.first else { return [] }
    for path in paths.dropFirst() {
      common = zip(common, path).prefix { $0.name == $1.name }.map(\.0)
    }
    return common
  }

  /// The place that dateline or source point to.
  private func home() -> [PlaceRecord.Step] {
    senses.hints.first.map { gazetteer.steps(to: $0) } ?? []
  }
}
