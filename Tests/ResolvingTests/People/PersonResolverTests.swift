import Model
import Testing

@testable import Resolving

@Suite struct PersonResolverTests {
  private func records(_ mentions: [(String, String?)]) -> [PersonRecord] {
    var extracted = ExtractedArticle(article: Article(body: SourcedText("")))
    extracted.people = mentions.map {
      PersonMention(field: .body, span: Span(start: 0, end: 0), name: $0.0, role: $0.1)
    }
    return resolvePeople(extracted).records
  }

  @Test func `mentions of one name are one person with all roles`() {
    let people = records([("王芳", "副会长"), ("李敏", nil), ("王芳", nil), ("王芳", "秘书长")])
    #expect(people.map(\.name) == ["王芳", "李敏"])
    #expect(people.map(\.role) == ["副会长、秘书长", nil])
    #expect(people.map(\.mentions) == [3, 1])
  }

  @Test func `a fuller role takes the place of a shorter`() {
    #expect(records([("王芳", "局长"), ("王芳", "县水务局局长")]).map(\.role) == ["县水务局局长"])
  }
}
