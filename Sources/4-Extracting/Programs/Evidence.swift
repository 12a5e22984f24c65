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
  /// Its form.
  let form: LabelForm
  /// How often the article puts it in quotation marks.
  let repeats: Int
  /// Whether it stands in a list of labels.
  let isListed: Bool

  /// Whether the head noun behind the label belongs to the name.
  var takesTail: Bool {
    guard let head = tail.head, let own = ownHead else {
      return tail.head != nil && !(tail.isConstruction && lead.cue == .name && !form.isNumeral)
    }
    switch own.headClass {
    case .weak, .event: return true
    case .soft, .label:
      return head.headClass == .strong || tail.followsParticle || isOther(head, than: own)
    default: return tail.followsParticle
    }
  }

  /// Whether the head noun behind a label makes it an event or a platform of what the label names:
  /// “局长进大厅”活动, “社区服务”窗口.
  private func isOther(_ head: ProgramLexicon.Head, than own: ProgramLexicon.Head) -> Bool {
    tail.isBeside && head.kind != own.kind && (head.kind == .campaign || head.kind == .platform)
  }

  /// What sort of initiative the label names, nil if nothing says that it names one.
  var kind: ProgramKind? {
    if form.isManner, !takesTail { return nil }
    if takesTail, let head = tail.head,
      head.headClass == .strong || (tail.isActivity || ownHead != nil) && admits(head)
    {
      return head.kind
    }
    if let head = ownHead, admitsOwn(head) { return head.kind }
    if let head = tail.head, takesTail || ownHead != nil, admits(head) { return head.kind }
    if let head = lead.head, head.headClass == .strong { return head.kind }
    if form.isChange { return .target }
    if form.isSum || form.isRefrain { return .mechanism }
    guard form.length <= 20 || form.isSeries else { return nil }
    switch lead.cue {
    case .name: return lead.isEvent ? .campaign : .mechanism
    case .soft where form.isNumeral: return .mechanism
    default: return form.isNumeral && form.length > 2 && repeats > 1 ? .mechanism : nil
    }
  }

  /// A label that is nothing but a head noun names nothing.
  private var ownHead: ProgramLexicon.Head? {
    own.flatMap {
      $0.length + (lead.cue == nil && !form.isNumeral ? 1 : 0) < form.length ? $0.value : nil
    }
  }

  private func admitsOwn(_ head: ProgramLexicon.Head) -> Bool {
    if tail.head?.kind == head.kind { return true }
    switch head.headClass {
    case .soft where head.kind == .campaign: return form.length <= 6 || admits(head)
    case .soft where head.kind == .platform: return form.length >= 6 || admits(head)
    case .weak where form.isNumeral: return true
    default: return admits(head)
    }
  }

  private func admits(_ head: ProgramLexicon.Head) -> Bool {
    switch head.headClass {
    case .strong, .label: true
    case .soft where tail.followsParticle: lead.cue != nil
    case .soft:
      lead.cue != nil || form.isDistinctive || repeats > 1 || isListed
        || tail.isActivity && form.length > 2
    case .weak: lead.cue != nil || repeats > 1 || (form.isNumeral && lead.modifier != nil)
    case .document: lead.cue == .name
    case .event, .works: lead.cue != nil
    }
  }
}
