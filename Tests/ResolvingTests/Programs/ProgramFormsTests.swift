import Testing

@testable import Resolving

@Suite struct ProgramFormsTests {
  private func check(_ a: String, _ b: String, _ same: Bool) {
    #expect(ProgramForms.areSame(a, b) == same, "\(a), \(b)")
    #expect(ProgramForms.areSame(b, a) == same, "\(b), \(a)")
  }

  @Test func `a label joins its full name`() {
    check("五员联动", "五员联动机制", true)
    check("三好", "三好小区", true)
    check("蓝马甲", "蓝马甲", true)
  }

  @Test func `a place before the name makes no other program`() {
    check("老旧小区改造工程", "柳林区老旧小区改造工程", true)
  }

  @Test func `head nouns of one sense are one`() {
    check("旧改新升项目", "旧改新升老旧小区改造工程", true)
  }

  @Test func `a joined part or another head noun makes another program`() {
    check("互联网+社区之家", "互联网+社区之家——物业——公安三级联动", false)
    check("蓝马甲就业窗口", "蓝马甲创业培训厅", false)
    check("平台", "便民服务平台", false)
  }

  @Test func `labels of their own are two, a head noun aside`() {
    #expect(ProgramForms.areOwnLabels("“睦邻节”", "“睦邻节故事会”"))
    #expect(!ProgramForms.areOwnLabels("“1+5”", "“1+5”院落治理体系"))
    #expect(!ProgramForms.areOwnLabels("“云岭家书”", "“云岭家书活动”"))
    #expect(!ProgramForms.areOwnLabels("睦邻节", "“睦邻节故事会”"))
  }
}
