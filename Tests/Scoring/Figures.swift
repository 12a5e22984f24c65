/// What is found or missed as a whole: precision, recall and F1.
package enum Layer: String, CaseIterable, Sendable {
  case articles
  /// Not a character more or less.
  case articlesExact = "articles_exact"
  case titles, bylines, places, programs, organizations, people, facts
  /// A fact with its subject, place and kind right.
  case factsComplete = "facts_complete"
}

/// What is right or wrong about something found; `…None` is the share of those without one that
/// were given none.
package enum Attribute: String, CaseIterable, Sendable {
  case articleKind = "article_kind"
  case articleSource = "article_source"
  case articlePublished = "article_published"
  case placePath = "place_path"
  case placeAdcode = "place_adcode"
  case programKind = "program_kind"
  case programPlace = "program_place"
  case programTopics = "program_topics"
  case factValue = "fact_value"
  case factSubject = "fact_subject"
  case factAction = "fact_action"
  case factKind = "fact_kind"
  case factApprox = "fact_approx"
  case factPlace = "fact_place"
  case factTime = "fact_time"
  case factProgram = "fact_program"
  case factProgramNone = "fact_program_none"
  case factOwner = "fact_owner"
  case factOwnerNone = "fact_owner_none"
  case factTotal = "fact_total"
  case factTotalNone = "fact_total_none"
  case factDates = "fact_dates"
  case personRole = "person_role"
}

/// Counts of one layer.
package struct Tally: Hashable, Sendable {
  /// Right ones.
  package var hit = 0
  /// All that the archive has.
  package var predicted = 0
  /// All that gold has.
  package var gold = 0

  /// The share of the archive's that are right.
  package var precision: Double { predicted == 0 ? 0 : Double(hit) / Double(predicted) }
  /// The share of gold's that were found.
  package var recall: Double { gold == 0 ? 0 : Double(hit) / Double(gold) }
  /// The harmonic mean of both.
  package var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}

/// How often an attribute of a matched item is right.
package struct Share: Hashable, Sendable {
  /// Right ones.
  package var right = 0
  /// All that were judged.
  package var of = 0

  /// The share of right ones.
  package var accuracy: Double { of == 0 ? 0 : Double(right) / Double(of) }
}

/// Something that was missed, made up or read wrongly.
package struct Miss: Sendable {
  /// The layer and what went wrong.
  package let fault: String
  /// The page and the article.
  package let place: String
  /// The item in words.
  package let item: String
}

/// All figures of a group of pages.
package struct Figures: Sendable {
  /// The counts of each layer.
  package private(set) var layers: [Layer: Tally] = [:]
  /// The counts of each attribute.
  package private(set) var attributes: [Attribute: Share] = [:]
  /// What went wrong, in the order of the pages.
  package private(set) var misses: [Miss] = []

  /// The figure of a measure by its printed name; nil where gold has nothing to count.
  package func figure(_ measure: String) -> Double? {
    if let tally = Layer(rawValue: measure).flatMap({ layers[$0] }), tally.gold > 0 {
      return tally.f1
    }
    return Attribute(rawValue: measure).flatMap { attributes[$0] }.map(\.accuracy)
  }

  /// The printed names of all measures, layers first.
  package static let measures =
    Layer.allCases.map(\.rawValue) + Attribute.allCases.map(\.rawValue)

  mutating func count(_ layer: Layer, hit: Int, predicted: Int, gold: Int) {
    layers[layer, default: Tally()].hit += hit
    layers[layer, default: Tally()].predicted += predicted
    layers[layer, default: Tally()].gold += gold
  }

  mutating func judge(_ attribute: Attribute, _ isRight: Bool) {
    attributes[attribute, default: Share()].right += isRight ? 1 : 0
    attributes[attribute, default: Share()].of += 1
  }

  mutating func miss(_ fault: String, _ place: String, _ item: String) {
    misses.append(Miss(fault: fault, place: place, item: item))
  }
}
