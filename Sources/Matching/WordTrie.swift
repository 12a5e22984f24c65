/// The words of a lexicon, each with the number of its value.
///
/// Apart from `Lexicon` so that the hot loop is no generic code: asking for the layout of a
/// generic type at every character took a quarter of an import's time. The edges of all nodes live
/// in one open-addressing table: a step costs a hash and one cache line. Most characters begin no
/// word; a few bits, kept apart, say so without looking there.
public struct WordTrie: Sendable {
  /// A word found in a text.
  public struct Match: Sendable {
    /// The number of code points.
    public let length: Int
    /// The number of its value.
    public let value: Int
  }

  /// A step from a node along a character; `scalar` is 0 in a free slot.
  private struct Edge {
    var node: Int32 = 0
    var scalar: UInt32 = 0
    var target: Int32 = 0
    /// The number of the value of the word that ends at the target, -1 for none.
    var value: Int32 = -1
  }

  private var edges = [Edge](repeating: Edge(), count: 64)
  private var count = 0
  /// A bit for each character a word may begin with, by its last bits; at least eight times as
  /// many bits as such characters, so that few others share one.
  @usableFromInline var starts = [UInt64](repeating: 0, count: 4)
  private var startCount = 0

  /// No words.
  package init() {}

  /// Adds a word with the number `value`, unless it has one already.
  ///
  /// - Returns: the number it has now; nil for an empty word.
  package mutating func insert(_ word: String, _ value: Int) -> Int? {
    var slot: Int?
    for scalar in word.unicodeScalars {
      slot = child(of: slot.map { edges[$0].target } ?? 0, along: scalar)
    }
    guard let slot else { return nil }
    if edges[slot].value < 0 { edges[slot].value = Int32(value) }
    return Int(edges[slot].value)
  }

  /// Whether a word may begin with a character; wrong for some that begin none.
  @inlinable @inline(__always)
  public func mayStart(_ scalar: Unicode.Scalar) -> Bool {
    let bit = Int(scalar.value) & (starts.count &* 64 &- 1)
    return starts[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1
  }

  /// The longest word that starts at `index` and does not reach beyond `end`.
  public func longestMatch(in text: [Unicode.Scalar], at index: Int, end: Int) -> Match? {
    var best: Match?
    var node: Int32 = 0
    var at = index
    while at < end, let edge = step(from: node, along: text[at]) {
      node = edge.target
      at += 1
      if edge.value >= 0 { best = Match(length: at - index, value: Int(edge.value)) }
    }
    return best
  }

  /// Every word that starts at `index`, shortest first.
  public func matches(in text: [Unicode.Scalar], at index: Int, end: Int) -> [Match] {
    var found: [Match] = []
    var node: Int32 = 0
    var at = index
    while at < end, let edge = step(from: node, along: text[at]) {
      node = edge.target
      at += 1
      if edge.value >= 0 { found.append(Match(length: at - index, value: Int(edge.value))) }
    }
    return found
  }

  /// The number of the word that fills `range` exactly.
  public func value(of text: [Unicode.Scalar], in range: Range<Int>) -> Int? {
    var node: Int32 = 0
    var value: Int32 = -1
    for index in range {
      guard let edge = step(from: node, along: text[index]) else { return nil }
      node = edge.target
      value = edge.value
    }
    return value < 0 ? nil : Int(value)
  }

  /// The slot of an edge, or the free one where it would stand.
  @inline(__always)
  private func slot(from node: Int32, along scalar: UInt32) -> Int {
    let mask = edges.count &- 1
    let key = UInt64(UInt32(bitPattern: node)) &<< 21 | UInt64(scalar)
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
    while edges[slot].scalar != 0, edges[slot].scalar != scalar || edges[slot].node != node {
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  @inline(__always)
  private func step(from node: Int32, along scalar: Unicode.Scalar) -> Edge? {
    let edge = edges[slot(from: node, along: scalar.value)]
    return edge.scalar == 0 ? nil : edge
  }

  /// The slot of the edge from a node, added if there was none; a NUL is no part of a word.
  private mutating func child(of node: Int32, along scalar: Unicode.Scalar) -> Int {
    if (count + 1) * 2 > edges.count { grow() }
    let slot = slot(from: node, along: scalar.value)
    guard edges[slot].scalar == 0 else { return slot }
    count += 1
    edges[slot] = Edge(node: node, scalar: max(1, scalar.value), target: Int32(count))
    if node == 0 { noteStart(scalar.value) }
    return slot
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: Edge(), count: old.count * 2)
    for edge in old where edge.scalar != 0 {
      edges[slot(from: edge.node, along: edge.scalar)] = edge
    }
  }

  private mutating func noteStart(_ scalar: UInt32) {
    startCount += 1
    guard starts.count * 64 < startCount * 8 else { return setStart(scalar) }
    starts = [UInt64](repeating: 0, count: starts.count * 2)
    for edge in edges where edge.scalar != 0 && edge.node == 0 { setStart(edge.scalar) }
  }

  private mutating func setStart(_ scalar: UInt32) {
    let bit = Int(scalar) & (starts.count * 64 - 1)
    starts[bit >> 6] |= 1 << UInt64(bit & 63)
  }
}
