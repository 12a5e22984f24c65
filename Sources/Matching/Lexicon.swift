/// A set of words with a value each, matched against code points in one pass.
///
/// The words form a trie whose edges live in one open-addressing table, so that a step costs a
/// hash and no allocation. Built once, then immutable and shared.
package struct Lexicon<Value: Sendable>: Sendable {
  private var keys: [UInt64] = [UInt64](repeating: Self.free, count: 64)
  private var targets: [Int32] = [Int32](repeating: 0, count: 64)
  private var valueOfNode: [Int32] = [-1]
  private var values: [Value] = []
  private var edges = 0

  private static var free: UInt64 { .max }

  /// A word found in a text.
  package struct Match {
    /// The number of code points.
    package let length: Int
    /// The word's value.
    package let value: Value
  }

  /// An empty lexicon.
  package init() {}

  /// A lexicon of words with their values; of a word given twice the last value counts.
  package init(_ entries: some Sequence<(String, Value)>) {
    for (word, value) in entries { insert(word, value) }
  }

  /// The number of different words.
  package var count: Int { values.count }

  /// Adds a word; an empty one is passed over.
  package mutating func insert(_ word: String, _ value: Value) {
    var node: Int32 = 0
    for scalar in word.unicodeScalars { node = child(of: node, along: scalar) }
    guard node != 0 else { return }
    if valueOfNode[Int(node)] >= 0 {
      values[Int(valueOfNode[Int(node)])] = value
    } else {
      valueOfNode[Int(node)] = Int32(values.count)
      values.append(value)
    }
  }

  /// The longest word that starts at `index`, nil for none.
  package func longestMatch(in text: [Unicode.Scalar], at index: Int, end: Int? = nil) -> Match? {
    var best: Match?
    forEachMatch(in: text, at: index, end: end) { best = $0 }
    return best
  }

  /// Every word that starts at `index`, shortest first.
  package func forEachMatch(
    in text: [Unicode.Scalar], at index: Int, end: Int? = nil, _ body: (Match) -> Void
  ) {
    let stop = min(end ?? text.count, text.count)
    var node: Int32 = 0
    var at = index
    while at < stop {
      guard let next = step(from: node, along: text[at]) else { return }
      node = next
      at += 1
      let value = valueOfNode[Int(node)]
      if value >= 0 { body(Match(length: at - index, value: values[Int(value)])) }
    }
  }

  /// The value of the word that fills `range` exactly, nil for no such word.
  package func value(of text: [Unicode.Scalar], in range: Range<Int>) -> Value? {
    var node: Int32 = 0
    for index in range {
      guard let next = step(from: node, along: text[index]) else { return nil }
      node = next
    }
    let value = valueOfNode[Int(node)]
    return value < 0 ? nil : values[Int(value)]
  }

  /// The value of a word, nil for no such word.
  package subscript(_ word: String) -> Value? {
    let scalars = Array(word.unicodeScalars)
    return value(of: scalars, in: 0..<scalars.count)
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & mask }
    return slot
  }

  private func step(from node: Int32, along scalar: Unicode.Scalar) -> Int32? {
    let key = UInt64(node) << 21 | UInt64(scalar.value)
    let slot = slot(of: key)
    return keys[slot] == key ? targets[slot] : nil
  }

  private mutating func child(of node: Int32, along scalar: Unicode.Scalar) -> Int32 {
    if let known = step(from: node, along: scalar) { return known }
    if (edges + 1) * 2 > keys.count { grow() }
    let key = UInt64(node) << 21 | UInt64(scalar.value)
    let slot = slot(of: key)
    let target = Int32(valueOfNode.count)
    keys[slot] = key
    targets[slot] = target
    valueOfNode.append(-1)
    edges += 1
    return target
  }

  private mutating func grow() {
    let old = zip(keys, targets).filter { $0.0 != Self.free }
    keys = [UInt64](repeating: Self.free, count: keys.count * 2)
    targets = [Int32](repeating: 0, count: targets.count * 2)
    for (key, target) in old {
      let slot = slot(of: key)
      keys[slot] = key
      targets[slot] = target
    }
  }
}

/// A lexicon that only says whether a word belongs to it.
package typealias WordSet = Lexicon<Bool>

extension Lexicon where Value == Bool {
  /// A set of words.
  package init(words: some Sequence<String>) {
    self.init(words.lazy.map { ($0, true) })
  }
}
