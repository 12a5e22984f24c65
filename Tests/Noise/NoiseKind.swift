import TestSupport

/// A way in which scans, copies and sites spoil a page, or one in which a clean page looks spoiled.
package enum NoiseKind: String, CaseIterable, Sendable {
  /// Nothing: a clean page must stay.
  case clean
  /// A clean page that quotes its headline in its text.
  case quotedHeadline = "quoted headline"
  /// Lines of one width, inside words and sentences; paragraphs begin with two blanks.
  case column
  /// The same with a blank line after every line, and paragraphs told by nothing.
  case looseColumn = "loose column"
  /// Every other sentence is broken by a blank line.
  case blankLines = "blank lines"
  /// A character stands on both sides of a break.
  case doubled
  /// A blank on both sides of every number.
  case spacedDigits = "spaced digits"
  case fullWidth = "full width"
  /// Squares and bullets inside words.
  case ornaments
  case invisible
  case pinyin
  case entities
  /// Pairs of quotation marks of other kinds among those of the text.
  case mixedQuotes = "mixed quotes"
  case spamAbove = "spam above"
  case spamInside = "spam inside"
  case spamBelow = "spam below"
  /// Menus, breadcrumbs, buttons and the imprint of a site.
  case portal
  /// A paragraph stands twice.
  case repeated
  /// Two pieces in two columns, read line by line across both.
  case interleaved
  /// Two pieces without a blank line between them.
  case joined
}

/// A spoiled page and what should be read on it.
package struct SpoiledPage: Sendable {
  /// The page.
  package let text: String
  /// The pieces on it.
  package let wanted: [CleanText]

  init(_ text: String, _ wanted: CleanText...) {
    self.text = text
    self.wanted = wanted
  }
}

extension NoiseKind {
  /// A page of one piece, of two where the kind needs them, spoiled as a seed decides.
  package func spoil(
    _ text: CleanText, beside other: CleanText, seed: UInt64
  ) -> SpoiledPage {
    var random = SeededGenerator(seed: seed)
    switch self {
    case .clean: return SpoiledPage(text.page, text)
    case .quotedHeadline:
      var quoting = text
      quoting.paragraphs[quoting.paragraphs.count / 2] += "这就是“\(text.title)”的由来。"
      return SpoiledPage(quoting.page, quoting)
    case .column, .looseColumn, .blankLines, .doubled:
      return SpoiledPage(text.page(broken: self, &random), text)
    case .spacedDigits, .fullWidth, .ornaments, .invisible, .pinyin, .entities, .mixedQuotes:
      return SpoiledPage(text.page(signed: self, &random), text)
    case .spamAbove, .spamInside, .spamBelow:
      return SpoiledPage(text.page(spammed: self, &random), text)
    case .portal: return SpoiledPage(text.portalPage(&random), text)
    case .repeated:
      var twice = text
      let at = text.paragraphs.count / 2
      twice.paragraphs.insert(text.paragraphs[at], at: at + 1)
      return SpoiledPage(twice.page, text)
    case .interleaved: return SpoiledPage(text.page(interleavedWith: other), text, other)
    case .joined: return SpoiledPage("\(text.lines)\n\(other.lines)\n", text, other)
    }
  }
}
