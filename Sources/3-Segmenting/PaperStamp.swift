import Matching
import Model

/// The paper, day and page that a reprint names at its end: 《东河日报》（2020年5月8日 15版）.
struct PaperStamp {
  /// Where the stamp starts, brackets and the words before the name included.
  var start: Int
  /// Paper and day.
  var credits: Credits

  /// Reads the stamp that ends a run; nil where none does.
  init?(_ text: [Unicode.Scalar], _ range: Range<Int>) {
    guard let last = range.last(where: { !text[$0].isSpace }) else { return nil }
    let end = Self.isClosing(text[last]) ? last : last + 1
    let from = max(range.lowerBound, last - 48)
    guard let page = text[from..<end].lastIndex(where: { !$0.isSpace }), text[page] == "版",
      let open = text[from..<page].lastIndex(of: "《"),
      let close = text[open..<page].firstIndex(of: "》"),
      let found = CalendarReading.first(in: text, close + 1..<page),
      Self.isBare(text[close + 1..<found.range.lowerBound]),
      Self.isPage(text[found.range.upperBound..<page]),
      let name = Credits.trimmed(text, open + 1..<close)
    else { return nil }
    credits = Credits()
    credits.source = name
    credits.published = found.date
    credits.standing = .mentioned
    credits.isCertain = true
    start = Self.start(text, open, range.lowerBound)
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ")" || scalar == "）"
  }

  /// Whether nothing but spaces, marks and brackets stands between name and day.
  private static func isBare(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.allSatisfy { $0.isSpace || $0.isClauseMark || $0.opensPair }
  }

  /// Whether the words tell the number of a page: 第 15, A3.
  private static func isPage(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.contains { $0.isASCIIDigit || "一二三四五六七八九十".unicodeScalars.contains($0) }
      && words.allSatisfy {
        $0.isASCIIDigit || $0.isASCIILetter || $0.isSpace || $0.isClauseMark || $0.opensPair
          || $0.closesPair || "第一二三四五六七八九十".unicodeScalars.contains($0)
      }
  }

  /// Before the bracket and the words that lead to the name: （原载《….
  private static func start(_ text: [Unicode.Scalar], _ open: Int, _ floor: Int) -> Int {
    var at = open
    while at > floor, text[at - 1].isSpace || ":：".unicodeScalars.contains(text[at - 1]) { at -= 1 }
    let leads = ["原载于", "原载", "来源", "转自", "摘自", "据", "载于", "本文来源"]
    if let lead = leads.first(where: { lead in
      let scalars = Array(lead.unicodeScalars)
      return at - floor >= scalars.count && text[(at - scalars.count)..<at].elementsEqual(scalars)
    }) {
      at -= lead.unicodeScalars.count
    }
    while at > floor, text[at - 1].isSpace { at -= 1 }
    return at > floor && "（(【".unicodeScalars.contains(text[at - 1]) ? at - 1 : at
  }
}
