import Model

/// Words that a rule takes for an initiative.
struct ProgramCandidate {
  /// Where they stand, quotation marks included.
  let range: Range<Int>
  /// The name without marks.
  let name: String
  /// What sort of initiative.
  let kind: ProgramKind
  /// The rule.
  let rule: String
}
