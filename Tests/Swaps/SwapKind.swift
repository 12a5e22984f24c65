import Foundation
import Model
import Reading
import TestSupport

/// What is exchanged on a page for something else of its sort; the reading has to move with it.
package enum SwapKind: String, CaseIterable, Sendable {
  /// Given names.
  case names
  /// Villages and communities, by others of the gazetteer.
  case villages
  /// Verbs that say what happened to what is counted.
  case verbs
  /// The digits of numbers.
  case numbers
  /// Units of things that are counted.
  case units
}

/// What is read of one thing, as far as a swap may touch it.
struct Thing: Hashable, CustomStringConvertible {
  let parts: [String]

  init(_ parts: String?...) { self.parts = parts.map { $0 ?? "" } }

  var description: String { parts.joined(separator: " ") }
}

/// A page before and after a swap.
struct SwappedPage {
  /// The text after it.
  var text: String
  /// What must be read on it then, and what was read before.
  var wanted: [(before: Thing, after: Thing)] = []

  /// Puts one word in the place of another wherever it stands.
  mutating func replace(_ old: String, by new: String) {
    text = text.replacingOccurrences(of: old, with: new)
  }

  /// Puts one word in the place of another inside a sentence; false where the page does not print
  /// the sentence exactly once.
  mutating func replace(_ old: String, by new: String, inside sentence: String) -> Bool {
    let parts = text.components(separatedBy: sentence)
    guard parts.count == 2, sentence.components(separatedBy: old).count == 2 else { return false }
    text = parts.joined(separator: sentence.replacingOccurrences(of: old, with: new))
    return true
  }
}

extension SwapKind {
  /// Swaps what there is of this kind on a page.
  func swap(on page: String, read articles: [ArticleRecord], seed: UInt64) -> SwappedPage {
    var random = SeededGenerator(seed: seed)
    var swapped = SwappedPage(text: page)
    switch self {
    case .names: swapped.swapNames(articles, &random)
    case .villages: swapped.swapVillages(articles, &random)
    case .verbs, .numbers, .units:
      for fact in articles.flatMap(\.facts) { swapped.swap(self, fact, &random) }
    }
    return swapped
  }

  /// Everything of this kind that is read in articles.
  func readings(_ articles: [ArticleRecord]) -> [Thing] {
    switch self {
    case .names: articles.flatMap(\.people).map { Thing($0.name, $0.role) }
    case .villages: articles.flatMap(\.places).map(Thing.init(place:))
    case .verbs, .numbers, .units: articles.flatMap(\.facts).map { Thing(fact: $0) }
    }
  }
}

extension Thing {
  init(place: PlaceRecord) { self.init(place.own.level.rawValue, place.pathText) }

  /// A number; `quote` and what follows stand for what a swap changes.
  init(
    fact: FactRecord, quote: String? = nil, value: Double? = nil, unit: String? = nil,
    action: String? = nil
  ) {
    self.init(
      quote ?? fact.quote, String(format: "%.9g", value ?? fact.value), unit ?? fact.unit,
      action ?? fact.action, fact.subject, fact.kind.rawValue)
  }
}
