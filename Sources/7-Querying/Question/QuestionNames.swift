import Matching
import SQLite
import Units

/// Finds names of the archive inside a question, looking up only what may begin there.
final class QuestionNames {
  private let file: ArchiveFile
  private let topics: [String]
  private let sources: [String]
  private let units: Set<String>

  init(_ file: ArchiveFile) throws(QueryError) {
    self.file = file
    let finder = NameFinder(file: file)
    topics = try finder.allTopics()
    sources = try finder.distinct("source", of: "articles")
    units = Set(try finder.distinct("unit", of: "facts"))
  }

  /// The longest name at `start`; of two as long the one a question more likely means.
  func longest(
    in text: [Unicode.Scalar], at start: Int
  ) throws(QueryError) -> (name: QuestionName, length: Int)? {
    guard start + 1 < text.count, !text[start].isSpace else { return nil }
    var best: (name: QuestionName, length: Int)?
    func offer(_ name: QuestionName, _ length: Int) {
      if length > (best?.length ?? 0) { best = (name, length) }
    }
    for topic in topics {
      if let length = Self.length(of: topic, in: text, at: start) { offer(.topic(topic), length) }
    }
    if let (roots, length) = try place(in: text, at: start) {
      offer(.place(roots, Self.string(text[start..<(start + length)])), length)
    }
    let stem = Self.string(text[start..<(start + 2)])
    for name in try names("programs", beginning: stem) {
      if let length = Self.programLength(of: name, in: text, at: start) {
        offer(.program(Self.string(text[start..<(start + length)])), length)
      }
    }
    for source in sources {
      if let length = Self.length(of: source, in: text, at: start) {
        offer(.source(source), length)
      }
    }
    for name in try names("organizations", beginning: stem) {
      if let length = Self.length(of: name, in: text, at: start) {
        offer(.organization(name), length)
      }
    }
    for name in try names("people", beginning: stem) + names("bylines", beginning: stem) {
      if let length = Self.length(of: name, in: text, at: start) { offer(.person(name), length) }
    }
    return best
  }

  /// The longest unit at `start`: one of the archive, or one everybody knows.
  func unit(in text: [Unicode.Scalar], at start: Int) -> (unit: String, length: Int)? {
    for length in (1...8).reversed() where start + length <= text.count {
      let word = Self.string(text[start..<(start + length)])
      if units.contains(word) { return (word, length) }
    }
    guard let match = UnitTable.standard.longestMatch(in: text, at: start) else { return nil }
    // 停 measures something, but not in 多少停车位.
    let isClear =
      match.length > 1 || start + 1 == text.count || text[start + 1].isSpace
      || Self.classifiers.contains(text[start])
    return isClear ? (match.value.normal, match.length) : nil
  }

  /// Units of one character that a question may ask for though the archive has no such fact.
  private static let classifiers = Set(
    "元个户人名位件项次处家篇条起场栋米吨亩辆套台座岁天年所间份棵株头只匹盏张艘架根支口眼".unicodeScalars)

  /// Short forms count for provinces, cities and counties only: a question that says 团结 means
  /// no village.
  private func place(
    in text: [Unicode.Scalar], at start: Int
  ) throws(QueryError) -> (roots: [PlaceRoot], length: Int)? {
    let stem = Self.string(text[start..<(start + 2)])
    let roots = try PlaceFinder(file: file).beginning(with: stem)
    guard !roots.isEmpty else { return nil }
    let longest = roots.map(\.name.unicodeScalars.count).max() ?? 0
    for length in (2...max(2, longest)).reversed() where start + length <= text.count {
      let word = Self.string(text[start..<(start + length)])
      let exact = roots.filter { $0.name == word }
      if !exact.isEmpty { return (exact, length) }
      let short = roots.filter {
        ["province", "city", "county"].contains($0.level)
          && PlaceForm.matches(word, name: $0.name, level: $0.level)
      }
      if !short.isEmpty { return (short, length) }
    }
    return nil
  }

  private func names(_ table: String, beginning stem: String) throws(QueryError) -> [String] {
    try file.rows(
      "SELECT name FROM \(table) WHERE name >= :stem AND name < :stem || char(1114111)",
      ["stem": .text(stem)]
    ) { $0.text(0) ?? "" }
  }

  private static func length(
    of name: String, in text: [Unicode.Scalar], at start: Int
  ) -> Int? {
    let scalars = name.unicodeScalars
    let end = start + scalars.count
    guard !scalars.isEmpty, end <= text.count, scalars.elementsEqual(text[start..<end]) else {
      return nil
    }
    return scalars.count
  }

  /// The whole name, or three characters of it and more before a head noun.
  private static func programLength(
    of name: String, in text: [Unicode.Scalar], at start: Int
  ) -> Int? {
    if let length = length(of: name, in: text, at: start) { return length }
    let scalars = Array(name.unicodeScalars)
    for ending in QuestionLexicon.programEndings where name.hasSuffix(ending) {
      let short = scalars.count - ending.unicodeScalars.count
      if short > 2, start + short <= text.count,
        text[start..<(start + short)].elementsEqual(scalars[..<short])
      {
        return short
      }
    }
    return nil
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
