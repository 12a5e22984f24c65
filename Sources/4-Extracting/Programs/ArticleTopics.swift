import Matching
import Model
import Topics

/// The topics that an article's initiatives serve, told by their names, sentences and headline.
struct ArticleTopics {
  private let vocabulary: TopicVocabulary
  private let background: [Double]

  /// Weighs the topics of a whole article.
  init(_ passages: [Passage], vocabulary: TopicVocabulary = .builtIn) {
    self.vocabulary = vocabulary
    var background = [Double](repeating: 0, count: vocabulary.topics.count)
    for passage in passages {
      let counts = vocabulary.counts(in: passage.text[...])
      let total = Double(max(1, counts.reduce(0, +)))
      for (topic, count) in counts.enumerated() {
        background[topic] += passage.field == .body ? 4 * Double(count) / total : Double(2 * count)
      }
    }
    self.background = background
  }

  /// At most three topics of an initiative, the best first; the third only if its name says so.
  func topics(of candidate: ProgramCandidate, in passage: Passage) -> [String] {
    let name = vocabulary.counts(in: Array(candidate.name.unicodeScalars)[...])
    let sentence = vocabulary.counts(
      in: passage.text[passage.sentence(around: candidate.range.lowerBound)])
    let weights = background.indices.map { topic in
      Double(6 * name[topic] + min(2, sentence[topic])) + background[topic]
    }
    let ranked = weights.indices.filter { weights[$0] >= 2 }
      .sorted { (weights[$1], $0) < (weights[$0], $1) }
    return ranked.prefix(3).enumerated()
      .filter { $0.offset < 2 || name[$0.element] > 0 }
      .map { vocabulary.topics[$0.element] }
  }
}
