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
    return village ?? stated ?? only(above: level, before: index, book)
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

  /// The only wider place of the article, the narrowest level that has just one.
  private func only(
    above level: PlaceLevel, before index: Int, _ book: PlaceBook
  ) -> [PlaceRecord.Step] {
    let wider = book.records.filter { $0.own.level.depth < level.depth && $0.candidates.isEmpty }
    let chains = leaves(of: wider.filter { $0.own.level != .estate && $0.own.level != .community })
    if chains.count == 1 { return chains[0] }
    let shared = shared(chains)
    return shared.isEmpty ? home() : shared
  }

  /// Paths that are not the beginning of another.
  private func leaves(of records: [PlaceRecord]) -> [[PlaceRecord.Step]] {
    let paths = records.map(\.path)
    return paths.filter { path in
      !paths.contains { $0.count > path.count && $0.starts(with: path, by: { $0.name == $1.name }) }
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
