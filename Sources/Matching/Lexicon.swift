/// A set of words with a value each, matched against code points in one pass.
///
/// Built once, then immutable and shared. What runs at every character is public and `@inlinable`:
/// only so do the modules that match get code for their own kind of value.
public struct Lexicon<Value: Sendable>: Sendable {
  @usableFromInline var trie = WordTrie()
  @usableFromInline var values: [Value] = []

  /// A word found in a text.
  public struct Match {
    /// The number of code points.
    public let length: Int
    /// The word's value.
    public let value: Value

    @inlinable @inline(__always)
    init(length: Int, value: Value) {
      self.length = length
      self.value = value
    }
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
    guard let number = trie.insert(word, values.count) else { return }
    if number < values.count { values[number] = value } else { values.append(value) }
  }

  /// The longest word that starts at `index`, nil for none.
  @inlinable @inline(__always)
  public func longestMatch(in text: [Unicode.Scalar], at index: Int, end: Int? = nil) -> Match? {
    let end = min(end ?? text.count, text.count)
    guard index < end, trie.mayStart(text[index]),
      let match = trie.longestMatch(in: text, at: index, end: end)
    else { return nil }
    return Match(length: match.length, value: values[match.value])
  }

  /// The longest word that ends at `end` and starts neither before `start` nor more than eight code
  /// points before, nil for none.
  @inlinable
  public func longestEnding(
    in text: [Unicode.Scalar], at end: Int, notBefore start: Int
  ) -> Match? {
    for index in max(start, end - 8)..<max(end, start) {
      if let match = longestMatch(in: text, at: index, end: end), index + match.length == end {
        return match
      }
    }
    return nil
  }

  /// Every word that starts at `index`, shortest first.
  @inlinable @inline(__always)
  public func forEachMatch(
    in text: [Unicode.Scalar], at index: Int, end: Int? = nil, _ body: (Match) -> Void
  ) {
    let end = min(end ?? text.count, text.count)
    guard index < end, trie.mayStart(text[index]) else { return }
    for match in trie.matches(in: text, at: index, end: end) {
      body(Match(length: match.length, value: values[match.value]))
    }
  }

  /// The value of the word that fills `range` exactly, nil for no such word.
  @inlinable @inline(__always)
  public func value(of text: [Unicode.Scalar], in range: Range<Int>) -> Value? {
    guard let first = range.first, trie.mayStart(text[first]),
      let number = trie.value(of: text, in: range)
    else { return nil }
    return values[number]
  }

  /// The value of a word, nil for no such word.
  package subscript(_ word: String) -> Value? {
    let scalars = Array(word.unicodeScalars)
    return value(of: scalars, in: 0..<scalars.count)
  }
}

/// A lexicon that only says whether a word belongs to it.
public typealias WordSet = Lexicon<Bool>

extension [WordSet] {
  /// Whether words of these sets, one right behind the other, fill a range; the longest of the first
  /// set that has one counts.
  package func fill(_ range: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let word = lazy.compactMap { $0.longestMatch(in: text, at: at, end: range.upperBound) }.first
      guard let word else { return false }
      at += word.length
    }
    return true
  }
}

extension Lexicon where Value == Bool {
  /// A set of words.
  package init(words: some Sequence<String>) {
    self.init(words.lazy.map { ($0, true) })
  }
}
