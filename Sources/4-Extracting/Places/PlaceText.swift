import Divisions
import Matching
import Model

/// One field of an article while it is searched for places.
struct PlaceText {
  /// Which field.
  let field: Field
  /// Its code points.
  let scalars: [Unicode.Scalar]
  /// For each position where names of divisions start the number of their list, else -1.
  private let listAt: [Int32]
  private let lists: [[DivisionMatch]]

  /// A text with the names of divisions in it looked up once.
  init(field: Field, scalars: [Unicode.Scalar], gazetteer: Gazetteer = .shared) {
    self.field = field
    self.scalars = scalars
    var listAt = [Int32](repeating: -1, count: scalars.count)
    var lists: [[DivisionMatch]] = []
    for index in scalars.indices {
      let matches = gazetteer.matches(in: scalars, at: index)
      guard !matches.isEmpty else { continue }
      listAt[index] = Int32(lists.count)
      lists.append(matches)
    }
    self.listAt = listAt
    self.lists = lists
  }

  /// Every name of a province, city, county or town that starts at `index`, the longest first;
  /// none outside the text.
  func divisions(at index: Int) -> [DivisionMatch] {
    guard listAt.indices.contains(index), listAt[index] >= 0 else { return [] }
    return lists[Int(listAt[index])]
  }

  /// The fields of an article in reading order.
  static func fields(of article: Article) -> [PlaceText] {
    let fields: [(Field, SourcedText?)] = [
      (.title, article.title), (.subtitle, article.subtitle), (.body, article.body),
    ]
    return fields.compactMap { field, text in
      text.map { PlaceText(field: field, scalars: $0.scalars) }
    }
  }

  /// The words of a range.
  func string(_ range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  /// Whether the words at `index` are these.
  func hasPrefix(_ word: String, at index: Int) -> Bool {
    index >= 0 && scalars[min(index, scalars.count)...].starts(with: word.unicodeScalars)
  }

  /// The code point at `index`, nil outside the text.
  subscript(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// The end of the run of Han characters that starts at `index`, at most `limit` further on.
  func endOfHan(from index: Int, limit: Int) -> Int {
    var end = index
    while end < scalars.count, end - index < limit, scalars[end].isHan { end += 1 }
    return end
  }

  /// The bounds of the clause around `index`: between commas, stops and line ends, at most 120
  /// code points to each side, since a text without any such sign is one clause without end.
  func clause(around index: Int) -> Range<Int> {
    var start = index
    var end = index
    while start > 0, index - start < 120, !Self.endsClause(scalars[start - 1]) { start -= 1 }
    while end < scalars.count, end - index < 120, !Self.endsClause(scalars[end]) { end += 1 }
    return start..<end
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    scalar.endsSentence || scalar == "，" || scalar == "," || scalar == "；" || scalar == ";"
      || scalar == "\n"
  }

  /// Whether any of the words stands in the range.
  func contains(anyOf words: [String], in range: Range<Int>) -> Bool {
    words.contains { word in
      let starts =
        range
        .lowerBound..<max(
          range.lowerBound, range.upperBound - word.unicodeScalars.count + 1)
      return starts.contains { hasPrefix(word, at: $0) }
    }
  }
}
