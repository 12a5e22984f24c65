/// The words of a lexicon, each with the number of its value.
///
/// Apart from `Lexicon` so that the hot loop is no generic code: asking for the layout of a
/// generic type at every character took a quarter of an import's time. The edges of all nodes live
/// in one open-addressing table: a step costs a hash and no allocation.
package struct WordTrie: Sendable {
  /// A word found in a text.
  package struct Match: Sendable {
    /// The number of code points.
    package let length: Int
    /// The number of its value.
    package let value: Int
  }

  private var keys: [UInt64] = [UInt64](repeating: Self.free, count: 64)
  private var targets: [Int32] = [Int32](repeating: 0, count: 64)
  private var valueOfNode: [Int32] = [-1]
  private var edges = 0

  private static var free: UInt64 { .max }

  /// No words.
  package init() {}

  /// Adds a word with the number `value`, unless it has one already.
  ///
  /// - Returns: the number it has now; nil for an empty word.
  package mutating func insert(_ word: String, _ value: Int) -> Int? {
    var node: Int32 = 0
    for scalar in word.unicodeScalars { node = child(of: node, along: scalar) }
    guard node != 0 else { return nil }
    if valueOfNode[Int(node)] < 0 { valueOfNode[Int(node)] = Int32(value) }
    return Int(valueOfNode[Int(node)])
  }

  /// The longest word that starts at `index` and does not reach beyond `end`.
  package func longestMatch(in text: [Unicode.Scalar], at index: Int, end: Int?) -> Match? {
    var best: Match?
    forEachMatch(in: text, at: index, end: end) { best = $0 }
    return best
  }

  /// Every word that starts at `index`, shortest first.
  package func forEachMatch(
    in text: [Unicode.Scalar], at index: Int, end: Int?, _ body: (Match) -> Void
  ) {
    let stop = min(end ?? text.count, text.count)
    var node: Int32 = 0
    var at = index
    while at < stop {
      guard let next = step(from: node, along: text[at]) else { return }
      node = next
      at += 1
      let value = valueOfNode[Int(node)]
      if value >= 0 { body(Match(length: at - index, value: Int(value))) }
    }
  }

  /// The number of the word that fills `range` exactly.
  package func value(of text: [Unicode.Scalar], in range: Range<Int>) -> Int? {
    var node: Int32 = 0
    for index in range {
      guard let next = step(from: node, along: text[index]) else { return nil }
      node = next
    }
    return valueOfNode[Int(node)] < 0 ? nil : Int(valueOfNode[Int(node)])
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
