import Matching
import Model

/// One field of an article, prepared for the rules that look for names.
struct Passage {
  /// The field.
  let field: Field
  /// Its code points, straight quotation marks made curly.
  let text: [Unicode.Scalar]
  /// Its quotations, in the order of their opening marks.
  let quotations: [Quotation]
  /// Its sentences.
  let sentences: Sentences
  /// The place mentions of the field, in reading order.
  let places: [PlaceMention]
  /// For each position the earliest one a name that holds it could start at.
  let runStart: [Int]
  /// For each position the next one, itself too, that no name goes on over.
  private let nextBoundary: [Int]

  /// The fields of an article in the order of mentions: title, subtitle, body.
  static func all(of extracted: ExtractedArticle) -> [Passage] {
    let article = extracted.article
    let texts = [
      (Field.title, article.title), (.subtitle, article.subtitle), (.body, article.body),
    ]
    return texts.compactMap { field, text in
      text.map { Passage($0.scalars, field: field, places: extracted.places) }
    }
  }

  /// Prepares a text.
  init(_ text: [Unicode.Scalar], field: Field, places: [PlaceMention]) {
    let text = Quotation.curled(text)
    self.field = field
    self.text = text
    sentences = Sentences(text)
    self.places = places.filter { $0.field == field }.sorted { $0.span < $1.span }
    quotations = Quotation.all(in: text)
    runStart = Boundaries.runStarts(in: text, places: self.places.map(\.span))
    nextBoundary = Self.nextBoundaries(runStart)
  }

  /// For each position the next one with a boundary; the end of the text behind the last.
  private static func nextBoundaries(_ runStart: [Int]) -> [Int] {
    var next = [Int](repeating: runStart.count, count: runStart.count)
    var boundary = runStart.count
    for index in runStart.indices.reversed() {
      if runStart[index] > index { boundary = index }
      next[index] = boundary
    }
    return next
  }

  /// The words of a range.
  func string(_ range: Range<Int>) -> String {
    String(scalars: text[range])
  }

  /// The end of the run of name characters that starts at `index`.
  func runEnd(from index: Int) -> Int {
    index < text.count ? nextBoundary[index] : index
  }

  /// The place mention that ends at `index`, the longest of them.
  func place(endingAt index: Int) -> PlaceMention? {
    places(in: index - 1..<index).filter { $0.span.end == index }
      .max { $0.span.length < $1.span.length }
  }

  /// The place mentions that share a position with a range, found by bisection.
  func places(in range: Range<Int>) -> ArraySlice<PlaceMention> {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].span.end <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return places[low...].prefix { $0.span.start < range.upperBound }
  }

  /// Whether the words at `index` are those of `word`.
  func has(_ word: String, at index: Int) -> Bool {
    var at = index
    for scalar in word.unicodeScalars {
      guard at >= 0, at < text.count, text[at] == scalar else { return false }
      at += 1
    }
    return true
  }
}
