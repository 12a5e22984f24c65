package import Matching

/// The topics an initiative can serve, each with the words that signal it.
///
/// The vocabulary is data: one line a word, `topic<TAB>word`, `#` for comments. A third field `weak`
/// marks a word that is said about many things (社区, 企业): it counts half. A word of the topic `-`
/// signals none and hides the shorter words in it (宣传教育). A user's own file of the same form adds
/// topics, or words to the topics that are built in.
package struct TopicVocabulary: Sendable {
  private struct Signal {
    let topic: Int
    let weight: Double
  }

  /// The topics, in the order of their first line.
  package private(set) var topics: [String] = []
  private var signals = Lexicon<[Signal]>()

  /// The vocabulary that is built into the program.
  package static let builtIn = TopicVocabulary(builtInWords)

  /// Its lines.
  package static let builtInWords = LexiconFile(PackageResources.topics_txt)

  /// Reads a vocabulary; a line without a word makes the topic's own name its word.
  package init(_ file: LexiconFile) { add(file) }

  /// Reads a vocabulary of a user's: UTF-8, perhaps with a byte order mark.
  package init(words bytes: [UInt8]) {
    self.init(LexiconFile(userFile: bytes))
  }

  /// This vocabulary with the lines of a user's file added.
  package func adding(_ file: LexiconFile) -> TopicVocabulary {
    var wider = self
    wider.add(file)
    return wider
  }

  /// How strongly each topic is signalled in a run of text, by its place in `topics`: 1 for each
  /// word, ½ for a weak one.
  ///
  /// Quotation marks are passed over, so “三无”小区 signals what 三无小区 does.
  /// - Complexity: O(n) in code points.
  package func counts(in text: ArraySlice<Unicode.Scalar>) -> [Double] {
    let plain = text.filter { !$0.opensQuotation && !$0.closesQuotation && !$0.isSpace }
    var counts = [Double](repeating: 0, count: topics.count)
    var at = 0
    while at < plain.count {
      guard let match = signals.longestMatch(in: plain, at: at) else {
        at += 1
        continue
      }
      for signal in match.value { counts[signal.topic] += signal.weight }
      at += match.length
    }
    return counts
  }

  /// The topics that a short text signals, most often signalled first.
  package func topics(of text: String) -> [String] {
    let counts = counts(in: Array(text.unicodeScalars)[...])
    return counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }
      .map { topics[$0] }
  }

  private mutating func add(_ file: LexiconFile) {
    for fields in file.entries where !fields[0].isEmpty {
      let word = fields.count > 1 ? fields[1] : fields[0]
      guard fields[0] != "-" else {
        signals.insert(word, [])
        continue
      }
      let weight = fields.count > 2 && fields[2] == "weak" ? 0.5 : 1
      let signal = Signal(topic: place(of: fields[0]), weight: weight)
      signals.insert(word, (signals[word] ?? []) + [signal])
    }
  }

  private mutating func place(of topic: String) -> Int {
    if let place = topics.firstIndex(of: topic) { return place }
    topics.append(topic)
    return topics.count - 1
  }
}
