/// The entities that the mentions of one kind stand for.
struct Resolved<Record: Sendable>: Sendable {
  /// Each entity once, in the order of first mention.
  var records: [Record] = []
  /// For each mention the index of its record; nil for one that names nothing after all.
  var recordOfMention: [Int?] = []
}
