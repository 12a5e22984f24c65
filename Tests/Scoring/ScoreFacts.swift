/// Pairs the numbers of an article by their words, value and unit, and judges what they tell.
func compareFacts(
  _ gold: [GoldFact], _ found: [StoredFact], _ place: String, _ figures: inout Figures
) {
  var left = found.map { (fact: $0, quote: NormalForm($0.quote)) }
  var (hit, complete) = (0, 0)
  for wanted in gold {
    let quote = NormalForm(wanted.quote)
    let printed = left.indices.filter {
      left[$0].quote.contains(quote) || quote.contains(left[$0].quote)
    }
    let candidates = printed.filter { isSameQuantity(wanted, left[$0].fact) }
    if !printed.isEmpty { figures.judge(.factValue, !candidates.isEmpty) }
    guard let best = best(of: candidates, for: wanted, in: left.map(\.fact)) else {
      figures.miss("fact missed", place, "\(wanted.quote) (\(wanted.subject ?? "none"))")
      continue
    }
    hit += 1
    complete += judge(wanted, left.remove(at: best).fact, place, &figures) ? 1 : 0
  }
  for (fact, _) in left {
    figures.miss("fact made up", place, "\(fact.quote) (\(fact.subject ?? "none"))")
  }
  figures.count(.facts, hit: hit, predicted: found.count, gold: gold.count)
  figures.count(.factsComplete, hit: complete, predicted: found.count, gold: gold.count)
}

private func isSameQuantity(_ wanted: GoldFact, _ found: StoredFact) -> Bool {
  areSameNumber(wanted.value, found.value) && areSameNumber(wanted.valueMax, found.valueMax)
    && areSameUnit(wanted.unit, found.unit)
}

/// The first with the same subject, else the first.
private func best(of candidates: [Int], for wanted: GoldFact, in facts: [StoredFact]) -> Int? {
  candidates.min { a, b in
    let (isA, isB) = (hasSubject(wanted, facts[a]), hasSubject(wanted, facts[b]))
    return isA == isB ? facts[a].start < facts[b].start : isA
  }
}

private func hasSubject(_ wanted: GoldFact, _ found: StoredFact) -> Bool {
  areAlike(wanted.subject, found.subject)
}

/// Judges the attributes of a pair.
///
/// - Returns: whether subject, place and kind are right.
private func judge(
  _ wanted: GoldFact, _ found: StoredFact, _ place: String, _ figures: inout Figures
) -> Bool {
  // 0.5: subjects and actions are printed longer or shorter by careful readers, too.
  let hasSubject = areAlike(wanted.subject, found.subject, least: 0.5)
  let hasPlace = wanted.place == found.place
  figures.judge(.factSubject, hasSubject)
  figures.judge(.factPlace, hasPlace)
  for (name, isRight, pair) in [
    ("subject", hasSubject, (wanted.subject, found.subject)),
    ("place", hasPlace, (wanted.place, found.place)),
  ] where !isRight {
    let words = "\(pair.0 ?? "none") ≠ \(pair.1 ?? "none")"
    figures.miss("fact \(name)", place, "\(wanted.quote): \(words)")
  }
  if let action = wanted.action, !action.isEmpty {
    figures.judge(.factAction, areAlike(action, found.action, least: 0.5))
  }
  figures.judge(.factKind, wanted.kind == found.kind)
  figures.judge(.factApprox, wanted.approx == found.approx)
  judgeLinks(wanted, found, &figures)
  judgeTimes(wanted, found, &figures)
  return hasSubject && hasPlace && wanted.kind == found.kind
}

private func judgeLinks(_ wanted: GoldFact, _ found: StoredFact, _ figures: inout Figures) {
  if let program = wanted.program, !program.isEmpty {
    figures.judge(.factProgram, areAlike(program, found.program))
  } else {
    figures.judge(.factProgramNone, found.program == nil)
  }
  switch wanted.owner {
  case .unread: break
  case .none: figures.judge(.factOwnerNone, found.owner == nil)
  case .some(let owner): figures.judge(.factOwner, areAlike(owner, found.owner))
  }
  switch wanted.total {
  case .unread: break
  case .none: figures.judge(.factTotalNone, found.total == nil)
  case .some(let total): figures.judge(.factTotal, isSameTotal(total, found.total))
  }
}

private func isSameTotal(_ wanted: String, _ found: String?) -> Bool {
  let (wanted, total) = (NormalForm(wanted), NormalForm(found))
  return !total.isEmpty && (wanted.contains(total) || total.contains(wanted))
}

private func judgeTimes(_ wanted: GoldFact, _ found: StoredFact, _ figures: inout Figures) {
  if wanted.timeText != nil || found.timeText != nil {
    figures.judge(.factTime, areAlike(wanted.timeText, found.timeText))
  }
  if wanted.timeStart != .unread || wanted.timeEnd != .unread {
    figures.judge(
      .factDates,
      wanted.timeStart.words == found.timeStart && wanted.timeEnd.words == found.timeEnd)
  }
}
