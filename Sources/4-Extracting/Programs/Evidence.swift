import Matching
import Model

/// What speaks for a label being an initiative.
struct Evidence {
  /// The words before it.
  let lead: LabelLead
  /// The words behind it.
  let tail: LabelTail
  /// The head noun the label itself ends with.
  let own: (length: Int, value: ProgramLexicon.Head)?
  /// Whether its form is that of a label: numeral, sum or series.
  let isDistinctive: Bool
  /// Whether it is a sum.
  let isSum: Bool
  /// Whether it is a change of one numeral label into another.
  let isChange: Bool
  /// Whether the article repeats it.
  let isRepeated: Bool
  /// Whether it stands in a list of labels.
  let isListed: Bool
  /// Its length in code points.
  let length: Int

  /// Whether the head noun behind the label belongs to the name.
  var takesTail: Bool {
    guard tail.head != nil else { return false }
    return own.map { $0.value.headClass == .weak || $0.value.headClass == .event } ?? true
  }

  /// What sort of initiative the label names, nil if nothing says that it names one.
  var kind: ProgramKind? {
    if let head = ownHead, admits(head) { return head.kind }
    if let head = tail.head, admits(head) { return head.kind }
    if let head = lead.head, head.headClass == .strong { return head.kind }
    if isChange { return .target }
    if isSum { return .mechanism }
    guard length <= 14 else { return nil }
    switch lead.cue {
    case .name: return lead.isEvent ? .campaign : .mechanism
    case .soft where isDistinctive: return .mechanism
    default: return nil
    }
  }

  /// A label that is nothing but a head noun names nothing.
  private var ownHead: ProgramLexicon.Head? {
    own.flatMap { $0.length < length ? $0.value : nil }
  }

  private func admits(_ head: ProgramLexicon.Head) -> Bool {
    switch head.headClass {
    case .strong: true
    case .soft: lead.cue != nil || isDistinctive || isRepeated || isListed
    case .weak: lead.cue != nil || isRepeated
    case .event, .works, .document: lead.cue != nil
    }
  }
}
