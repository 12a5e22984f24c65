import Matching
import Model

/// Finds the people named in an article, bylines left aside.
///
/// A name counts where the words beside it show that it is one: an office, a calling, a verb of
/// speech, a list. A name found once is then found wherever the article prints it.
func extractPeople(from extracted: ExtractedArticle) -> [PersonMention] {
  let passages = Passage.all(of: extracted)
  let scans = passages.map { PersonScan($0, organizations: extracted.organizations) }
  let press = scans.reduce(into: Set(extracted.article.bylines.map(\.name))) {
    $0.formUnion($1.press)
  }
  let people = scans.flatMap(\.found).filter { !press.contains($0.name) }
  let whole = withoutParts(people)
  return passages.flatMap { mentions(of: whole, in: $0) }
}

/// The people without those whose name is only the end of another's, 建国 beside 王建国, or its first
/// part, 艾山 beside 艾山·买买提.
private func withoutParts(_ people: [PersonMention]) -> [PersonMention] {
  let ends = people.reduce(into: Set<String>()) { ends, person in
    if person.name.unicodeScalars.count > 2 { ends.insert(String(person.name.dropFirst())) }
    let scalars = person.name.unicodeScalars
    if let dot = scalars.firstIndex(of: "·") { ends.insert(String(scalars[..<dot])) }
  }
  return people.filter { !ends.contains($0.name) }
}

/// Every place where a passage prints the name of one of the people.
private func mentions(of people: [PersonMention], in passage: Passage) -> [PersonMention] {
  let names = WordSet(words: people.map(\.name))
  let known = Dictionary(
    people.filter { $0.field == passage.field }.map { ($0.span, $0) },
    uniquingKeysWith: { a, _ in a })
  var found: [PersonMention] = []
  var at = 0
  while at < passage.text.count {
    guard let match = names.longestMatch(in: passage.text, at: at) else {
      at += 1
      continue
    }
    let span = Span(start: at, end: at + match.length)
    found.append(
      known[span]
        ?? PersonMention(
          field: passage.field, span: span, name: passage.string(span.range), role: nil))
    at = span.end
  }
  return found
}
