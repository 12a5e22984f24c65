import Model
import Testing

@testable import Resolving

@Suite struct ProgramResolverTests {
  private let body =
    "柳林县建立“五员联动”机制。石桥镇负责人介绍，“五员联动”好。\n康乐社区推行“板凳会”制度。该社区还开展“邻居节”。"

  private func resolved() -> Resolved<ProgramRecord> {
    let text = SourcedText(body)
    var extracted = ExtractedArticle(article: Article(body: text))
    extracted.places = ["柳林县", "石桥镇", "康乐社区"].map { name in
      PlaceMention(field: .body, span: span(of: name, in: text), name: name)
    }
    var places = Resolved<PlaceRecord>()
    let levels: [PlaceLevel] = [.county, .town, .community]
    for (place, level) in zip(extracted.places, levels) {
      places.recordOfMention.append(places.records.count)
      places.records.append(
        PlaceRecord(path: [.init(name: place.name, level: level)], mentions: 1))
    }
    for (words, name) in [
      ("“五员联动”机制", "五员联动机制"), ("“五员联动”好", "五员联动"), ("“板凳会”制度", "板凳会制度"),
      ("“邻居节”", "邻居节"),
    ] {
      extracted.programs.append(
        ProgramMention(
          field: .body, span: span(of: words, in: text), name: name, kind: .mechanism, rule: "test")
      )
    }
    return resolvePrograms(extracted, places: places)
  }

  private func span(of words: String, in text: SourcedText) -> Span {
    let words = Array(words.unicodeScalars)
    let start = text.scalars.indices.first { text.scalars[$0...].starts(with: words) } ?? 0
    return Span(start: start, end: start + words.count)
  }

  @Test func `forms are joined and stay visible`() {
    let programs = resolved()
    #expect(programs.records.map(\.name) == ["五员联动机制", "板凳会制度", "邻居节"])
    #expect(programs.records.first?.printed == ["“五员联动”机制", "“五员联动”好"])
    #expect(programs.recordOfMention == [0, 0, 1, 2])
  }

  @Test func `a program runs at the place of its sentence`() {
    let programs = resolved()
    #expect(programs.records.map(\.place) == [0, 2, 2])
  }
}
