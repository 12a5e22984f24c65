import Matching
import Model
import Topics

/// Finds the words that name initiatives.
///
/// A label in quotation marks, a phrase with a distinctive head noun, a document that is issued, or
/// a name known all over the country; a slogan or a metaphor is none.
func extractPrograms(from extracted: ExtractedArticle) -> [ProgramMention] {
  let passages = Passage.all(of: extracted)
  let repeats = labelCounts(in: passages)
  let topics = ArticleTopics(passages)
  return passages.flatMap { passage in
    candidates(in: passage, repeats: repeats).map { candidate in
      ProgramMention(
        field: passage.field, span: Span(candidate.range), name: candidate.name,
        kind: candidate.kind, topics: topics.topics(of: candidate, in: passage),
        rule: candidate.rule)
    }
  }
}

/// The candidates of all rules; what a rule further up has taken is closed to those below.
private func candidates(in passage: Passage, repeats: [String: Int]) -> [ProgramCandidate] {
  disjoint(
    IssuedDocuments(passage).candidates()
      + ListedLines(passage).candidates()
      + CountedLists(passage).candidates()
      + QuotedPrograms(passage, repeats: repeats).candidates()
      + ListedProjects(passage).candidates()
      + NamedPhrases(passage).candidates())
}

/// How often the article puts each label in quotation marks.
private func labelCounts(in passages: [Passage]) -> [String: Int] {
  var counts: [String: Int] = [:]
  for passage in passages {
    for label in Label.all(in: passage) { counts[label.name(in: passage), default: 0] += 1 }
  }
  return counts
}

/// Candidates in reading order, of overlapping ones the first given.
private func disjoint(_ candidates: [ProgramCandidate]) -> [ProgramCandidate] {
  var kept: [ProgramCandidate] = []
  for candidate in candidates where !kept.contains(where: { $0.range.overlaps(candidate.range) }) {
    kept.append(candidate)
  }
  return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
}
