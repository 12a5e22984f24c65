import Model
import Units

/// Says what a number measures.
struct KindReader {
  private let passage: FencedText

  /// Reads a passage.
  init(_ passage: FencedText) { self.passage = passage }

  /// The kind of a number with its unit, its subject and verb, and its “for each”.
  func kind(of candidate: NumberCandidate, _ finding: SubjectFinding, per: String?) -> FactKind {
    guard let dimension = candidate.numeral.unit == nil ? candidate.measure?.dimension : .share
    else { return per != nil ? .rate : unitless(finding) }
    if dimension == .share { return tellsChange(candidate, finding) ? .growth : .share }
    if dimension == .multiple { return finding.isChange ? .growth : .measure }
    if per != nil { return .rate }
    return plain(dimension)
  }

  private func plain(_ dimension: Dimension) -> FactKind {
    if dimension.isMoney { return .amount }
    switch dimension {
    case .length: return .length
    case .area: return .area
    case .time, .workday: return .duration
    case .age: return .age
    case .count, .people, .households, .visits: return .count
    default: return .measure
    }
  }

  private func tellsChange(_ candidate: NumberCandidate, _ finding: SubjectFinding) -> Bool {
    if finding.isChange || candidate.measure.map({ $0.unit.hasSuffix("分点") }) == true {
      return true
    }
    let marks = [finding.subject, finding.action].compactMap { $0 }.map { passage.string($0) }
    return marks.contains { words in
      ["增速", "增幅", "降幅", "涨幅", "增长率", "跌幅"].contains { words.hasSuffix($0) }
    }
  }

  /// 50万销售额 is money by what it counts.
  private func unitless(_ finding: SubjectFinding) -> FactKind {
    guard let subject = finding.subject.map({ passage.string($0) }) else { return .count }
    let money: [Unicode.Scalar] = ["额", "款", "资", "价", "薪", "费", "金", "偿", "税", "债"]
    return subject.unicodeScalars.last.map { money.contains($0) } == true ? .amount : .count
  }
}
