import Scripts

/// The names a person may have meant.
enum Nearest {
  /// Up to three names near to `word`, the nearest first.
  ///
  /// Near is: at most half of the characters differ, and the two share one.
  static func names(to word: String, in names: some Sequence<String>) -> [String] {
    self.names(to: word, in: names) { ($0, [$0]) }
  }

  /// The same for names that may be spelled in several ways.
  static func names<Candidate>(
    to word: String, in candidates: some Sequence<Candidate>,
    spelled: (Candidate) -> (name: String, spellings: [String])
  ) -> [String] {
    let wanted = FoldedText.fold(word.unicodeScalars)
    var found: [String: Int] = [:]
    for candidate in candidates {
      let (name, spellings) = spelled(candidate)
      for spelling in spellings {
        guard let distance = distance(from: wanted, to: FoldedText.fold(spelling.unicodeScalars))
        else { continue }
        found[name] = min(found[name] ?? .max, distance)
      }
    }
    return found.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map(\.key)
  }

  /// `; did you mean …?`, or nothing.
  static func suggestion(for word: String, in candidates: some Sequence<String>) -> String {
    suggestion(names(to: word, in: candidates))
  }

  /// The same for names found near.
  static func suggestion(_ near: [String]) -> String {
    near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
  }

  /// The changes that lead from one to the other; nil where they are too many to be near.
  ///
  /// A name that begins with the word is near whatever follows.
  private static func distance(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int? {
    guard !a.isEmpty, a.contains(where: b.contains) else { return nil }
    if a.count > 1, b.starts(with: a) { return 0 }
    let allowed = max(1, a.count / 2)
    guard abs(a.count - b.count) <= allowed else { return nil }
    let distance = changes(a, b)
    return distance <= allowed ? distance : nil
  }

  private static func changes(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let changed = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, diagonal + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
