import Model
import Testing

@testable import Resolving

@Suite struct OrganizationResolverTests {
  private func names(_ found: [String], signed: [String]) -> [String] {
    var extracted = ExtractedArticle(
      article: Article(body: SourcedText("停水"), signatories: signed))
    extracted.organizations = found.map {
      OrganizationMention(field: .body, span: Span(start: 0, end: 2), name: $0)
    }
    return resolveOrganizations(extracted).records.map { "\($0.name) \($0.mentions)" }
  }

  @Test func `those who sign a notice count`() {
    #expect(names([], signed: ["江南清源水务有限公司"]) == ["江南清源水务有限公司 1"])
    #expect(names(["柳林县水务局"], signed: ["柳林县水务局"]) == ["柳林县水务局 2"])
  }

  @Test func `a signature that needs the reader to know the place does not`() {
    #expect(names([], signed: ["县水务局", "水务局", "王芳 李敏"]).isEmpty)
  }
}
