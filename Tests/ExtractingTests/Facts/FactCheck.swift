import Model
import TestSupport
import Testing

@testable import Extracting

/// The facts of a text without names found before.
func facts(_ text: String, places: [String] = [], programs: [String] = []) -> [Quantity] {
  var extracted = ExtractedArticle(article: Article(body: SourcedText(text)))
  for name in places {
    for span in occurrences(of: name, in: text) {
      extracted.places.append(PlaceMention(field: .body, span: span, name: name))
    }
  }
  for name in programs {
    for span in occurrences(of: name, in: text) {
      extracted.programs.append(
        ProgramMention(field: .body, span: span, name: name, kind: .project, rule: "test"))
    }
  }
  return extractQuantities(from: extracted)
}

private func occurrences(of name: String, in text: String) -> [Span] {
  let scalars = Array(text.unicodeScalars)
  let word = Array(name.unicodeScalars)
  return scalars.indices.filter { scalars[$0...].starts(with: word) }
    .map { Span(start: $0, end: $0 + word.count) }
}

/// Checks that exactly the marked runs are quoted as facts.
func checkQuotes(_ marked: String, places: [String] = [], programs: [String] = []) {
  let text = MarkedText(marked)
  let found = facts(text.text, places: places, programs: programs).map(\.span)
  #expect(found == text.spans, "\(marked)")
}

/// Checks that a text holds no fact.
func checkNoFact(_ text: String, programs: [String] = []) {
  let found = facts(text, programs: programs).map { "\($0.value)\($0.unit)" }
  #expect(found.isEmpty, "\(text)")
}

/// Checks value, subject and action of each fact in turn.
func check(
  _ text: String, places: [String] = [], _ expected: [(Double, String?, String?)]
) {
  let found = facts(text, places: places)
  #expect(found.count == expected.count, "\(text)")
  for (fact, (value, subject, action)) in zip(found, expected) {
    #expect(fact.value == value, "\(text)")
    #expect(fact.subject == subject, "\(text) \(value)")
    #expect(fact.action == action, "\(text) \(value)")
  }
}
