import Divisions
import Matching
import Model

/// Finds for each mention the wider place that stands right before it.
struct PlaceParents {
  let text: PlaceText
  let drafts: [PlaceDraft]
  let gazetteer: Gazetteer

  /// For each draft the index of its parent.
  func find() -> [Int?] {
    var parents: [Int?] = []
    for index in drafts.indices {
      parents.append(parent(of: index, known: parents))
    }
    return parents
  }

  private func parent(of index: Int, known: [Int?]) -> Int? {
    if let named = anaphor(before: index) ?? location(after: index) { return named }
    guard index > 0 else { return nil }
    let gap = drafts[index - 1].range.upperBound..<drafts[index].range.lowerBound
    let isNext = isTight(gap)
    if isNext, canHold(index - 1, index) { return index - 1 }
    guard isNext || isListMark(gap) else { return nil }
    var outer = known[index - 1]
    while let at = outer, !canHold(at, index) { outer = known[at] }
    return outer
  }

  /// Whether nothing, 的 or a road's name stands between two places.
  private func isTight(_ gap: Range<Int>) -> Bool {
    if gap.isEmpty { return true }
    guard gap.count <= 7 else { return false }
    if Self.joints.holds(text.scalars, gap) { return true }
    let last = text[gap.upperBound - 1]
    return gap.allSatisfy { text[$0]?.isHan == true || text[$0]?.isASCIIDigit == true }
      && (last == "路" || last == "街" || last == "巷" || last == "号")
  }

  private func isListMark(_ gap: Range<Int>) -> Bool {
    gap.count <= 2 && !gap.isEmpty && Self.listMarks.holds(text.scalars, gap)
  }

  private static let joints = WordSet(words: [
    "的", "下辖", "辖区", "·", "所辖", "辖区的", "辖区内的", "首批", ":", "：",
  ])
  private static let listMarks = WordSet(words: ["、", "和", "与", "及", "以及"])

  /// Whether one place may contain the other by their levels and candidates.
  private func canHold(_ outer: Int, _ inner: Int) -> Bool {
    let wide = levels(of: drafts[outer])
    let narrow = levels(of: drafts[inner])
    if isNestedVillage(outer, inner) { return true }
    guard let low = wide.min(), let high = narrow.max(), low < high else { return false }
    let outerIDs = drafts[outer].candidates
    let innerIDs = drafts[inner].candidates
    guard !outerIDs.isEmpty, !innerIDs.isEmpty, drafts[inner].form == nil else { return true }
    return innerIDs.contains { id in outerIDs.contains { $0 != id && gazetteer.isWithin(id, $0) } }
  }

  /// 通儒村委会李屋村: a village of its own people inside an administrative one.
  private func isNestedVillage(_ outer: Int, _ inner: Int) -> Bool {
    drafts[outer].level == .community && drafts[inner].level == .community
      && drafts[outer].range.upperBound == drafts[inner].range.lowerBound
  }

  /// How far down the levels are, province first; a zone may stand where a county does.
  private func levels(of draft: PlaceDraft) -> [Int] {
    let levels = draft.level.map { [$0] } ?? draft.candidates.map(gazetteer.level(of:))
    return levels.map(\.depth)
  }

  /// X位于盐湖区某社区: the narrowest place of the chain that tells where it lies.
  private func location(after index: Int) -> Int? {
    guard let level = drafts[index].level, level == .estate || level == .community,
      index + 1 < drafts.count
    else { return nil }
    let gap = drafts[index].range.upperBound..<drafts[index + 1].range.lowerBound
    let verbs = ["位于", "地处", "坐落于", "坐落在", "座落于", "隶属于", "隶属", "属于"]
    guard gap.count <= 8, gap.allSatisfy({ text[$0]?.isHan == true }),
      verbs.contains(where: { text.string(gap).hasSuffix($0) })
    else { return nil }
    var last = index + 1
    while last + 1 < drafts.count,
      isTight(drafts[last].range.upperBound..<drafts[last + 1].range.lowerBound),
      canHold(last, last + 1), canHold(last + 1, index)
    { last += 1 }
    return canHold(last, index) ? last : nil
  }

  private static let anaphors = Lexicon<PlaceLevel>([
    ("该镇", .town), ("该乡", .town), ("该街道", .town), ("该县", .county), ("该区", .county),
    ("该社区", .community), ("该村", .community), ("该市", .city),
  ])

  /// 该镇石羊村: the last place of that level named before.
  private func anaphor(before index: Int) -> Int? {
    let start = drafts[index].range.lowerBound
    if index > 0,
      ["其管辖的", "其所辖的", "其下辖的", "其辖区内的"].contains(where: {
        text.hasPrefix($0, at: start - $0.unicodeScalars.count)
      }), canHold(index - 1, index)
    {
      return index - 1
    }
    let words = (2...3).compactMap { length in
      start < length ? nil : Self.anaphors.value(of: text.scalars, in: start - length..<start)
    }
    guard let level = words.first else { return nil }
    return (0..<index).last { earlier in
      drafts[earlier].level == level
        || drafts[earlier].candidates.contains { gazetteer.level(of: $0) == level }
    }
  }
}
