import Model
import Testing

@testable import Extracting

@Suite struct OrganizationExtractorTests {
  /// Checks the names a body yields; `places` are marked where they are printed.
  private func check(_ body: String, places: [String] = [], _ expected: [String]) {
    var extracted = ExtractedArticle(article: Article(body: SourcedText(body)))
    extracted.places = ExtractingSample.mentions(of: places, in: body)
    #expect(extractOrganizations(from: extracted).map(\.name) == expected, "\(body)")
  }

  @Test func `an office goes with the place before it`() {
    check("记者从柳林县水务局获悉", places: ["柳林县"], ["柳林县水务局"])
    check("江南市柳林县住房和城乡建设局介绍", places: ["江南市", "柳林县"], ["江南市柳林县住房和城乡建设局"])
    check("柳林县行政审批局政务服务中心主任", places: ["柳林县"], ["柳林县行政审批局政务服务中心"])
  }

  @Test func `without a known place its form is enough`() {
    check("记者从柳林县水务局获悉", ["柳林县水务局"])
  }

  @Test func `one that needs the reader to supply the place is left out`() {
    check("据市水务局介绍，区局和相关部门到场。", [])
    check("居委会和业委会、物业公司一起商量。", [])
    check("市委、市政府高度重视。", [])
  }

  @Test func `a committee and a government share their place`() {
    check("柳林县委、县政府召开会议", places: ["柳林县"], ["柳林县委", "柳林县政府"])
    check("石桥镇党委政府召开会议", places: ["石桥镇"], ["石桥镇党委", "石桥镇政府"])
    check("江南省省委书记", ["江南省省委"])
    check("全市委员会", [])
  }

  @Test func `a list of offices shares its place`() {
    check(
      "柳林县文明办、综治办、卫健委等部门", places: ["柳林县"], ["柳林县文明办", "柳林县综治办", "柳林县卫健委"])
  }

  @Test func `a business needs a name of its own`() {
    check("金禾蔬菜专业合作社与绿源食品有限公司签约", ["金禾蔬菜专业合作社", "绿源食品有限公司"])
    check("引进物业公司和农业企业，多家建筑公司参与", [])
  }

  @Test func `another word that starts like an ending is none`() {
    check("柳林县公安局长到场", places: ["柳林县"], [])
    check("柳林县大学生返乡", places: ["柳林县"], [])
  }

  @Test func `offices of the state and known names stand alone`() {
    check("国家统计局和教育部公布", ["国家统计局", "教育部"])
  }
}
