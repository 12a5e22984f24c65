import Divisions
import Model

/// A place mention while the article is read.
struct PlaceDraft {
  /// Where the words stand in their field.
  var range: Range<Int>
  /// The name with its head noun.
  var name: String
  /// The level that the form shows.
  var level: PlaceLevel?
  /// Every division the words may mean.
  var candidates: [DivisionID]
  /// What is known of the form, for a place below the gazetteer.
  var form: Form?

  /// How a place was found by its form.
  struct Form {
    /// The head noun as printed.
    let head: String
    /// The words before it.
    var stem: String
    /// How much the head noun alone says.
    let strength: PlaceLexicons.Strength
    /// Whether the left end is sure.
    let isBounded: Bool
    /// Whether a wider place stands right before.
    let hasParent: Bool
  }

  /// A division's name; 工人 before 办事处 is 工人街道.
  init(_ found: DivisionFinder.Found, in text: PlaceText) {
    range = found.range
    let isOffice =
      !found.isFull && ["办事处", "街办"].contains { text.hasPrefix($0, at: found.range.upperBound) }
    name = isOffice ? text.string(found.range) + "街道" : ""
    candidates = found.ids
  }

  /// A place found by its head noun.
  init(_ found: LocalityFinder.Found, in text: PlaceText) {
    range = found.range
    let stem = text.string(found.stem)
    let tail = text.string(found.range.upperBound - found.tail..<found.range.upperBound)
    name = stem + Self.nameEnding(of: found.head.word) + tail
    level = found.head.level
    candidates = found.villages
    form = Form(
      head: found.head.word, stem: stem, strength: found.head.strength,
      isBounded: found.isBounded, hasParent: found.hasParent)
  }

  /// A member of a list that shares its head noun.
  init(listed range: Range<Int>, _ head: PlaceLexicons.HeadNoun, in text: PlaceText) {
    self.range = range
    let stem = text.string(range)
    name = stem + Self.nameEnding(of: head.word)
    level = head.level
    candidates = []
    form = Form(head: head.word, stem: stem, strength: .strong, isBounded: true, hasParent: false)
  }

  /// A town in short form in a list of towns.
  init(town range: Range<Int>, _ candidates: [DivisionID]) {
    self.range = range
    name = ""
    level = nil
    self.candidates = candidates
    form = nil
  }

  /// A short form of a place named elsewhere in the article.
  init(short range: Range<Int>, of draft: PlaceDraft) {
    self = draft
    self.range = range
  }

  /// The mention, its parent given by index.
  func mention(in text: PlaceText, parent: Int?) -> PlaceMention {
    PlaceMention(
      field: text.field, span: Span(range), name: name.isEmpty ? text.string(range) : name,
      level: level, candidates: candidates, parent: parent)
  }

  /// The ending a committee's village or community bears: 通儒村 for 通儒村委会.
  private static func nameEnding(of head: String) -> String {
    switch head {
    case "社区居委会", "社区居民委员会": "社区"
    case "村委会", "村民委员会": "村"
    case "居委会", "居民委员会": "社区"
    default: head
    }
  }
}

extension [PlaceDraft] {
  /// The drafts in reading order; of two that overlap the first, or the longer, stays.
  func inReadingOrder() -> [PlaceDraft] {
    let sorted = sorted { Span($0.range) < Span($1.range) }
    var kept: [PlaceDraft] = []
    for draft in sorted where draft.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(draft)
    }
    return kept
  }
}

extension PlaceDraft {
  /// 铜陵 of 铜陵经济技术开发区: a zone that bears the short form of the division right before it.
  fileprivate func shortLead(_ before: PlaceDraft, in text: PlaceText) -> String? {
    guard let form, form.strength == .bare, form.stem.isEmpty, form.head.count > 2,
      before.form == nil, before.range.upperBound == range.lowerBound
    else { return nil }
    let words = text.string(before.range)
    return words.unicodeScalars.last.map { "省市区县旗州盟".unicodeScalars.contains($0) } == true
      ? nil : words
  }
}

extension [PlaceDraft] {
  /// 柳河镇工业园区: a zone that only bears the name of the town or village before it.
  func joiningZones(in text: PlaceText) -> [PlaceDraft] {
    var joined: [PlaceDraft] = []
    for var draft in self {
      if let lead = joined.last.flatMap({ draft.shortLead($0, in: text) }) {
        draft.name = lead + draft.name
      }
      guard let form = draft.form, form.strength == .bare, form.stem.isEmpty,
        let before = joined.last, before.range.upperBound == draft.range.lowerBound,
        ["村", "社区", "镇", "乡", "街道"].contains(where: { text.string(before.range).hasSuffix($0) })
      else {
        joined.append(draft)
        continue
      }
      joined[joined.count - 1] = draft
      joined[joined.count - 1].range = before.range.lowerBound..<draft.range.upperBound
      joined[joined.count - 1].name = text.string(before.range) + form.head
    }
    return joined
  }
}
