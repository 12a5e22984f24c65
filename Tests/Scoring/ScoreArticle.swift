/// Compares all that an article holds; nil stands for an article that gold or the archive lacks.
func compare(
  _ gold: GoldArticle?, _ found: StoredArticle?, _ place: String, _ figures: inout Figures
) {
  compareTitle(gold, found, place, &figures)
  if let gold, let found { compareHead(gold, found, &figures) }
  _ = pair(
    .bylines, gold?.byline.map(\.name) ?? [], found?.bylines ?? [], place, &figures,
    names: (\.self, \.self), areSameName)
  comparePlaces(gold, found, place, &figures)
  comparePrograms(gold, found, place, &figures)
  _ = pair(
    .organizations, gold?.organizations ?? [], found?.organizations ?? [], place, &figures,
    names: (\.self, \.self), areSameName)
  comparePeople(gold, found, place, &figures)
  compareFacts(gold?.facts ?? [], found?.facts ?? [], place, &figures)
}

private func compareTitle(
  _ gold: GoldArticle?, _ found: StoredArticle?, _ place: String, _ figures: inout Figures
) {
  let wanted = gold?.title.flatMap { $0.isEmpty ? nil : $0 }
  let isRight = wanted != nil && found?.title != nil && areSameName(wanted, found?.title)
  if gold != nil, let found, !isRight, wanted != nil || found.title != nil {
    figures.miss("title", place, found.title ?? "none")
  }
  figures.count(
    .titles, hit: isRight ? 1 : 0, predicted: found?.title == nil ? 0 : 1,
    gold: wanted == nil ? 0 : 1)
}

private func compareHead(
  _ gold: GoldArticle, _ found: StoredArticle, _ figures: inout Figures
) {
  figures.judge(.articleKind, gold.kind == found.kind)
  if let source = gold.source, !source.isEmpty {
    figures.judge(.articleSource, areSameName(source, found.source))
  }
  figures.judge(.articlePublished, gold.published == found.published)
}

private func comparePlaces(
  _ gold: GoldArticle?, _ found: StoredArticle?, _ place: String, _ figures: inout Figures
) {
  let pairs = pair(
    .places, gold?.places ?? [], found?.places ?? [], place, &figures, names: (\.name, \.name)
  ) { areSameName($0.name, $1.name) && $0.level == $1.level }
  for (wanted, found) in pairs {
    if !wanted.path.isEmpty {
      figures.judge(.placePath, isPath(wanted.path, within: found.path))
    }
    if let code = wanted.code { figures.judge(.placeAdcode, found.adcode == code) }
  }
}

/// Whether a path leads to the same place; levels that only a gazetteer can know may stand between.
private func isPath(_ wanted: [String], within found: [String]) -> Bool {
  var rest = found[...]
  for step in wanted {
    guard let at = rest.firstIndex(of: step) else { return false }
    rest = rest[(at + 1)...]
  }
  return wanted.last == found.last
}

private func comparePrograms(
  _ gold: GoldArticle?, _ found: StoredArticle?, _ place: String, _ figures: inout Figures
) {
  let pairs = pair(
    .programs, gold?.programs ?? [], found?.programs ?? [], place, &figures,
    names: (\.name, \.name)
  ) { areAlike($0.name, $1.name, least: 1) || areSameName($0.name, $1.name) }
  for (wanted, found) in pairs {
    figures.judge(.programKind, wanted.kind == found.kind)
    figures.judge(.programPlace, wanted.place == found.place)
    // One topic too many may be a matter of taste.
    let topics = Set(wanted.topics)
    figures.judge(
      .programTopics,
      topics.isSubset(of: found.topics) && found.topics.subtracting(topics).count <= 1)
  }
}

private func comparePeople(
  _ gold: GoldArticle?, _ found: StoredArticle?, _ place: String, _ figures: inout Figures
) {
  let pairs = pair(
    .people, gold?.people ?? [], found?.people ?? [], place, &figures, names: (\.name, \.name)
  ) { areSameName($0.name, $1.name) }
  for (wanted, found) in pairs {
    guard let role = wanted.role, !role.isEmpty else { continue }
    figures.judge(.personRole, areAlike(role, found.role))
  }
}

/// Pairs two lists one to one, each of gold with the first of the archive that is the same.
private func pair<Wanted, Found>(
  _ layer: Layer, _ wanted: [Wanted], _ found: [Found], _ place: String,
  _ figures: inout Figures, names: ((Wanted) -> String, (Found) -> String),
  _ areSame: (Wanted, Found) -> Bool
) -> [(Wanted, Found)] {
  var left = found
  var pairs: [(Wanted, Found)] = []
  for item in wanted {
    if let index = left.firstIndex(where: { areSame(item, $0) }) {
      pairs.append((item, left.remove(at: index)))
    } else {
      figures.miss("\(layer.rawValue) missed", place, names.0(item))
    }
  }
  for item in left { figures.miss("\(layer.rawValue) made up", place, names.1(item)) }
  figures.count(layer, hit: pairs.count, predicted: found.count, gold: wanted.count)
  return pairs
}
