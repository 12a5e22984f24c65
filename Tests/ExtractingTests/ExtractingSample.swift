import Model
import Testing

@testable import Extracting

/// Articles for the tests of this module.
enum ExtractingSample {
  /// A mention wherever a body prints one of the places, with the level its last character shows.
  static func mentions(of places: [String], in body: String) -> [PlaceMention] {
    let text = Array(body.unicodeScalars)
    return places.flatMap { place in
      let name = Array(place.unicodeScalars)
      return text.indices.filter { text[$0...].starts(with: name) }.map { start in
        PlaceMention(
          field: .body, span: Span(start: start, end: start + name.count), name: place,
          level: level(of: place))
      }
    }.sorted { $0.span < $1.span }
  }

  private static func level(of place: String) -> PlaceLevel? {
    let levels: [(String, PlaceLevel)] = [
      ("省", .province), ("小区", .estate), ("社区", .community), ("村", .community), ("街道", .town),
      ("镇", .town), ("县", .county), ("区", .county), ("市", .city),
    ]
    return levels.first { place.hasSuffix($0.0) }?.1
  }
}

/// The initiatives of a body without places or names found before.
func programs(in body: String) -> [ProgramMention] {
  extractPrograms(from: ExtractedArticle(article: Article(body: SourcedText(body))))
}

/// Checks the names, each with its kind, that a body yields, in reading order.
func checkPrograms(_ body: String, _ expected: [(String, ProgramKind)]) {
  let found = programs(in: body)
  #expect(found.map(\.name) == expected.map(\.0), "\(body)")
  #expect(found.map(\.kind) == expected.map(\.1), "\(body)")
}
