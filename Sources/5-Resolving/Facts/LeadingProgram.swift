import Model

/// Finds the initiative a whole article is about, to which its numbers belong where no other is
/// nearer: the only one that the headline names or shares its own words with, else the only one of
/// the article if its beginning names it and it comes up again.
struct LeadingProgram {
  private let extracted: ExtractedArticle
  private let programs: Resolved<ProgramRecord>

  /// Prepares an article.
  init(_ extracted: ExtractedArticle, _ programs: Resolved<ProgramRecord>) {
    self.extracted = extracted
    self.programs = programs
  }

  /// The index of the program, nil where the article is about none, about several or about a way of
  /// doing things (a method, a mechanism, a target), which owns no numbers but those beside it.
  var record: Int? {
    single.flatMap { programs.records[$0].kind.isConcrete ? $0 : nil }
  }

  private var single: Int? {
    let named = Set(mentioned { $0.field != .body })
    if !named.isEmpty { return named.count == 1 ? named.first : nil }
    let alike = programs.records.indices.filter { sharesHeadline(programs.records[$0].name) }
    if !alike.isEmpty { return alike.count == 1 ? alike[0] : nil }
    guard programs.records.count == 1, programs.records[0].mentions > 1 else { return nil }
    return mentioned { $0.field == .body && $0.span.start < Self.beginning }.first
  }

  /// The length of an article's beginning in code points: a paragraph or two.
  private static let beginning = 240

  private func mentioned(where meets: (ProgramMention) -> Bool) -> [Int] {
    zip(extracted.programs, programs.recordOfMention).compactMap { meets($0) ? $1 : nil }
  }

  /// Whether a run of four characters or more that is half of the name stands in the headline.
  private func sharesHeadline(_ name: String) -> Bool {
    guard let title = extracted.article.title?.scalars else { return false }
    let name = Array(name.unicodeScalars)
    let length = max(4, (name.count + 1) / 2)
    guard name.count >= length else { return false }
    return (0...name.count - length).contains { start in
      let part = name[start..<start + length]
      return title.indices.contains { title[$0...].starts(with: part) }
    }
  }
}

extension ProgramKind {
  /// Whether initiatives of this kind are something one can count and pay for.
  var isConcrete: Bool { self == .project || self == .campaign || self == .platform }
}
