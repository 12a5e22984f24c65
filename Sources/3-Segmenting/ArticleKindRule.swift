import Matching
import Model

/// Tells what sort of piece an article is.
struct ArticleKindRule {
  private let article: ArticleDraft

  /// Looks at the lines of an article.
  init(_ article: ArticleDraft) {
    self.article = article
  }

  /// The sort of piece.
  var kind: ArticleKind {
    if isNotice { return .notice }
    if isPhoto { return .photo }
    return headings >= 2 || isLongForm ? .feature : .news
  }

  private var isNotice: Bool {
    guard let title = article.title?.scalars else { return opensAndClosesAsNotice }
    return Self.endsAsNotice(title)
  }

  /// Whether a headline ends as a notice's, a number in brackets behind it allowed:
  /// 征收土地预公告（东政征〔2024〕5号）.
  static func endsAsNotice(_ title: [Unicode.Scalar]) -> Bool {
    var end = title.count
    if let last = title.last, last == ")" || last == "）",
      let open = title.lastIndex(where: { "（(".unicodeScalars.contains($0) }), open > 0,
      title[open...].contains(where: \.isASCIIDigit) || title.count - open <= 8
    {
      end = open
    }
    return Words.noticeEndings.longestEnding(in: title, at: end, notBefore: 0) != nil
  }

  /// Whether a text without headline greets those it is for and says at its end what it is.
  private var opensAndClosesAsNotice: Bool {
    let page = article.page
    guard let first = article.bodyLines.first, page.lines[first.index].isSalutation else {
      return false
    }
    return article.closesAsNotice
      || article.bodyLines.suffix(3).contains { line in
        Words.noticeClosings.longestMatch(in: page.scalars, at: line.range.lowerBound) != nil
      }
  }

  private var length: Int { article.bodyLines.reduce(0) { $0 + $1.range.count } }

  private var isPhoto: Bool {
    guard length < 400, headings == 0 else { return false }
    let bylines = article.credits.bylines
    if bylines.contains(where: { $0.role?.hasSuffix("摄影报道") == true }) { return true }
    let isShot = bylines.contains { $0.role?.hasSuffix("摄") == true }
    return length < 120 && isShot || length < 260 && isCaptionAlone && (isShot || opensWithMark)
  }

  /// Whether a paragraph or two and the photographers are all there is.
  private var isCaptionAlone: Bool {
    article.bodyLines.count { !$0.isAside } <= 2
      && !article.bodyLines.contains { article.page.lines[$0.index].dateline != nil }
      && article.credits.bylines.allSatisfy { $0.role?.hasSuffix("摄") == true }
  }

  private var opensWithMark: Bool {
    guard let first = article.bodyLines.first?.range.first else { return false }
    return "▲△▼↑↓←→".unicodeScalars.contains(article.page.scalars[first])
  }

  private var isLongForm: Bool {
    guard let words = (article.subtitle ?? article.title)?.scalars else { return false }
    if length >= 400, isFeatureColumn { return true }
    return Words.features.longestEnding(in: words, at: words.count, notBefore: 0) != nil
  }

  /// Whether the headline opens with the column of a paper's long pieces: 深度观察 | ….
  private var isFeatureColumn: Bool {
    guard let title = article.title?.scalars,
      let bar = title.prefix(10).firstIndex(where: { "|｜丨".unicodeScalars.contains($0) }),
      let last = title[..<bar].lastIndex(where: { !$0.isSpace })
    else { return false }
    return Words.features.longestEnding(in: title, at: last + 1, notBefore: 0) != nil
  }

  /// Whether a short line is marked as a picture's, as by a star or triangle.
  private func isCaption(_ line: ArticleDraft.BodyLine) -> Bool {
    let scalars = article.page.scalars
    guard let first = line.range.first else { return true }
    return "*▲△▼↑↓←→※图".unicodeScalars.contains(scalars[first])
      || article.page.lines[line.index].isPictureLine(in: scalars)
  }

  /// The lines that head a section: short, with running text right under them.
  private var headings: Int {
    let body = article.bodyLines
    guard body.count(where: { !$0.isAside }) > 1 else { return 0 }
    var count = 0
    for (offset, line) in body.enumerated() where line.isAside {
      guard offset + 1 < body.count, !body[offset + 1].isAside, !isCaption(line) else { continue }
      let run = body[..<offset].reversed().prefix { $0.isAside }.count
      if run < 3 || article.page.lines[line.index].form == .item { count += 1 }
    }
    return count
  }
}
