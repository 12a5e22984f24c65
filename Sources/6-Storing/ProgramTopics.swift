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
    for index in article.programs.indices {
      let program = article.programs[index]
      let sentences = Self.mentions(of: program, in: article)
        .map { Self.sentence(around: $0.span.start, in: text) }
      article.programs[index].topics += topics(
        names: [program.name] + program.printed, sentences: sentences
      ).filter { !program.topics.contains($0) }
    }
  }

  /// The mentions of an initiative, at whatever place it runs.
  private static func mentions(
    of program: ProgramRecord, in article: ArticleRecord
  ) -> [MentionRecord] {
    article.mentions.filter { mention in
      guard mention.kind == .program else { return false }
      let named = article.programs[mention.entity]
      return named.name == program.name && named.kind == program.kind
    }
  }

  /// The sentence of a text in which a position lies, of its first or last where it lies outside.
  static func sentence(
    around index: Int, in text: [Unicode.Scalar]
  ) -> ArraySlice<Unicode.Scalar> {
    let index = max(0, min(index, text.count))
    let start = text[..<index].lastIndex { $0.endsSentence || $0 == "\n" }.map { $0 + 1 } ?? 0
    let end = text[index...].firstIndex { $0.endsSentence || $0 == "\n" } ?? text.count
    return text[start..<end]
  }
}
