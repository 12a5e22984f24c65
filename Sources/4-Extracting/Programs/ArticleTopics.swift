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
      let total = max(1, counts.reduce(0, +))
      for (topic, count) in counts.enumerated() {
        background[topic] += passage.field == .body ? 4 * count / total : count
      }
    }
    self.background = background
  }

  /// At most three topics of an initiative, the best first; the second where it is signalled a
  /// quarter as much as the first, the third only if a word of the name says so.
  func topics(of candidate: ProgramCandidate, in passage: Passage) -> [String] {
    let name = vocabulary.counts(in: Array(candidate.name.unicodeScalars)[...])
    let sentence = vocabulary.counts(
      in: passage.text[passage.sentences.sentence(around: candidate.range.lowerBound)])
    let weights = background.indices.map { topic in
      6 * name[topic] + 1.5 * min(2, sentence[topic]) + background[topic]
    }
    let least = max(Self.least, Self.share * (weights.max() ?? 0))
    return weights.indices.filter { weights[$0] >= least }
      .sorted { (weights[$1], $0) < (weights[$0], $1) }
      .prefix(3).enumerated()
      .filter { $0.offset < 2 || name[$0.element] >= 1 }
      .map { vocabulary.topics[$0.element] }
  }

  /// Weaker signals than this are chance.
  private static let least = 1.6
  /// The part of the best topic's signals that another topic needs.
  private static let share = 0.25
}
