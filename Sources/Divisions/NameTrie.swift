import Model

/// The trie over the names of provinces to towns, walked in place.
struct NameTrie: Sendable {
  private let units: Column<UInt16>
  private let children: Column<UInt32>
  private let firstMeanings: Column<UInt32>
  private let meanings: Column<UInt32>
  /// A bit for each UTF-16 unit that a name starts with: most characters of a text start none.
  private let starts: [UInt64]
  /// For each word of `starts` the root's child that its first bit stands for.
  private let firstStarts: [Int]

  init(_ bytes: GazetteerBytes) {
    units = bytes.column(.nodeUnits)
    children = bytes.column(.nodeChildren)
    firstMeanings = bytes.column(.nodeMeanings)
    meanings = bytes.column(.meanings)
    var starts = [UInt64](repeating: 0, count: 1 << 10)
    for child in Int(children[0])..<Int(children[1]) {
      starts[Int(units[child] >> 6)] |= 1 << UInt64(units[child] & 63)
    }
    self.starts = starts
    var next = Int(children[0])
    firstStarts = starts.map { word in
      defer { next += word.nonzeroBitCount }
      return next
    }
  }

  /// Whether a name may start with a code point.
  func mayStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFFFF || starts[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 == 1
  }

  /// The node one scalar further on, nil for none.
  func step(from node: Int, along scalar: Unicode.Scalar) -> Int? {
    guard scalar.value > 0xFFFF else { return step(from: node, unit: UInt16(scalar.value)) }
    let high = UInt16(0xD800 + ((scalar.value - 0x10000) >> 10))
    let low = UInt16(0xDC00 + ((scalar.value - 0x10000) & 0x3FF))
    return step(from: node, unit: high).flatMap { step(from: $0, unit: low) }
  }

  /// The root's children are found by counting bits, those of other nodes by halving.
  private func step(from node: Int, unit: UInt16) -> Int? {
    guard node != 0 else { return start(unit) }
    let range = Int(children[node])..<Int(children[node + 1])
    let found = units.lowerBound(range) { $0 < unit }
    return found < range.upperBound && units[found] == unit ? found : nil
  }

  private func start(_ unit: UInt16) -> Int? {
    let word = Int(unit >> 6)
    let bit: UInt64 = 1 << UInt64(unit & 63)
    guard starts[word] & bit != 0 else { return nil }
    return firstStarts[word] + (starts[word] & (bit - 1)).nonzeroBitCount
  }

  /// Whether a name ends at the node.
  func isName(_ node: Int) -> Bool { firstMeanings[node] < firstMeanings[node + 1] }

  /// What the name that ends at the node may mean.
  func meanings(at node: Int) -> [DivisionMeaning] {
    (Int(firstMeanings[node])..<Int(firstMeanings[node + 1])).map { index in
      let meaning = meanings[index]
      return DivisionMeaning(
        id: DivisionID(rawValue: meaning >> 2), form: NameForm(rawValue: meaning & 3) ?? .full)
    }
  }
}

extension Gazetteer {
  /// Every name of a province, city, county or town that starts at `index` and ends by `end`.
  ///
  /// The longest comes first.
  package func matches(
    in text: [Unicode.Scalar], at index: Int, end: Int? = nil
  ) -> [DivisionMatch] {
    let stop = min(end ?? text.count, text.count)
    guard index < stop, trie.mayStart(text[index]) else { return [] }
    var found: [DivisionMatch] = []
    var node = 0
    var at = index
    while at < stop, let next = trie.step(from: node, along: text[at]) {
      node = next
      at += 1
      if trie.isName(node) {
        found.append(DivisionMatch(length: at - index, meanings: trie.meanings(at: node)))
      }
    }
    return found.reversed()
  }

  /// The longest name of a province, city, county or town that starts at `index`.
  package func longestMatch(
    in text: [Unicode.Scalar], at index: Int, end: Int? = nil
  ) -> DivisionMatch? {
    matches(in: text, at: index, end: end).first
  }

  /// What a whole name may mean: divisions in full, everyday and short form, then villages.
  package func named(_ name: String) -> [DivisionMeaning] {
    let scalars = Array(name.unicodeScalars)
    let match = longestMatch(in: scalars, at: 0)
    let units = match?.length == scalars.count ? match?.meanings ?? [] : []
    let villages = villages(named: scalars[...])
    return units + villages.map { DivisionMeaning(id: $0, form: .full) }
  }
}
