import Matching
import Model
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

  /// A document whose initiatives have these topics too.
  func added(to record: DocumentRecord) -> DocumentRecord {
    var wider = record
    for index in wider.articles.indices { add(to: &wider.articles[index]) }
    return wider
  }

  private func add(to article: inout ArticleRecord) {
    guard !article.programs.isEmpty else { return }
    let text = Array(article.text.unicodeScalars)
    let sentences = Sentences(text)
    let mentions = Dictionary(grouping: article.mentions.filter { $0.kind == .program }) {
      Initiative(article.programs[$0.entity])
    }
    for index in article.programs.indices {
      let program = article.programs[index]
      let spoken = (mentions[Initiative(program)] ?? [])
        .map { text[sentences.sentence(around: $0.span.start)] }
      article.programs[index].topics += topics(
        names: [program.name] + program.printed, sentences: spoken
      ).filter { !program.topics.contains($0) }
    }
  }

  /// An initiative, at whatever place it runs.
  private struct Initiative: Hashable {
    let name: String
    let kind: ProgramKind

    init(_ program: ProgramRecord) { (name, kind) = (program.name, program.kind) }
  }
}
