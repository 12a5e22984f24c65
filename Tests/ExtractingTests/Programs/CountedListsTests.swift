import Model
import Testing

@testable import Extracting

@Suite struct CountedListsTests {
  private func check(_ body: String, _ expected: [String]) {
    let passage = Passage(Array(body.unicodeScalars), field: .body, places: [])
    let found = CountedLists(passage).candidates()
    #expect(found.map(\.name) == expected, "\(body)")
    for candidate in found { #expect(candidate.range.upperBound <= passage.text.count) }
  }

  @Test func `a count in marks gives its head noun to each item`() {
    check(
      "通过实施渠道升级、旱田改造和村企结对帮扶“三大工程”,全县面貌一新。",
      ["渠道升级工程", "旱田改造工程", "村企结对帮扶工程"])
  }

  @Test func `a count needs no marks`() {
    check(
      "该镇大力推进基层强基行动、产业提质、环境美化三大行动。", ["基层强基行动", "产业提质行动", "环境美化行动"])
    check("实施了和谐家园与平安村寨“两项工程”。", ["和谐家园工程", "平安村寨工程"])
  }

  @Test func `a count that is not that of the list sums up nothing`() {
    check("实施渠道升级、旱田改造“四大工程”。", [])
    check("实施水、电、路三大工程。", [])
    check("抓好招商引资、项目建设两大任务。", [])
    check("三大工程", [])
  }

  @Test func `campaigns may be named by two characters each`() {
    check("统筹推进碧海、清风、绿野三大保卫战。", ["碧海保卫战", "清风保卫战", "绿野保卫战"])
    check("统筹推进教育、养老、就业三大行动。", [])
  }

  @Test func `等 before the count is no part of the last item`() {
    check("实施村道升级、安全保障、河道管护等三大工程。", ["村道升级工程", "安全保障工程", "河道管护工程"])
  }
}
