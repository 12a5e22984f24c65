import Matching
import Topics

/// Which topics of the user's own an initiative serves.
///
/// Those whose words its name, one of its printed forms or the sentences that mention it signal as
/// strongly as one full word does.
struct ProgramTopics {
  let vocabulary: TopicVocabulary

  /// The topics that names or sentences signal, in the order of the vocabulary.
  func topics(names: [String], sentences: [ArraySlice<Unicode.Scalar>]) -> [String] {
    var strongest = [Double](repeating: 0, count: vocabulary.topics.count)
    for run in names.map({ Array($0.unicodeScalars)[...] }) + sentences {
      for (topic, strength) in vocabulary.counts(in: run).enumerated() {
        strongest[topic] = max(strongest[topic], strength)
      }
    }
    return strongest.indices.filter { strongest[$0] >= 1 }.map { vocabulary.topics[$0] }
  }
}
