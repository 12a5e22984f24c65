import Testing

@testable import Resolving

@Suite struct OrganizationFormsTests {
  private func check(_ a: String, _ b: String, _ same: Bool) {
    #expect(OrganizationForms.areSame(a, b) == same, "\(a), \(b)")
    #expect(OrganizationForms.areSame(b, a) == same, "\(b), \(a)")
  }

  @Test func `a place more or a legal form more is the same body`() {
    check("柳林县税务局", "江南市柳林县税务局", true)
    check("虹桥物业", "虹桥物业公司", true)
    check("柳林县政府", "柳林县人民政府", true)
    check("金禾合作社", "金禾蔬菜合作社", true)
  }

  @Test func `other names are other bodies`() {
    check("柳林县税务局", "柳林县水务局", false)
    check("柳林县水务局", "柳林县水务局服务中心", false)
    check("医院", "柳林县医院", false)
  }
}
