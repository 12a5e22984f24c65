import Model
import Testing

@testable import Extracting

@Suite struct ListedLinesTests {
  private func check(_ body: String, _ expected: [String]) {
    let passage = Passage(Array(body.unicodeScalars), field: .body, places: [])
    let found = ListedLines(passage).candidates()
    #expect(found.map(\.name) == expected, "\(body)")
    for candidate in found { #expect(candidate.range.upperBound <= passage.text.count) }
  }

  @Test func `headings of a list of works are names`() {
    check(
      "一、2025年村内道路硬化工程\n硬化道路10万平方米。\n二、县城供水管网改造工程\n铺设管网3公里。\n（三）云岭小学扩建项目（二期）\n增加学位300个。",
      ["村内道路硬化工程", "县城供水管网改造工程", "云岭小学扩建项目"])
  }

  @Test func `items of a list leave their verb out`() {
    check(
      "完成老旧院落改造项目(三期);\n启动青石渠更新项目;\n实施乡镇污水管网提升工程建设。",
      ["老旧院落改造项目", "青石渠更新项目", "乡镇污水管网提升工程"])
  }

  @Test func `headings of a report and single lines are none`() {
    check("一、加快推进重点项目\n好。\n二、实施民生实事工程\n好。\n三、抓好在建交通工程\n好。", [])
    check("青石渠更新改造项目\n好。", [])
    check("一是青石渠改造,二是云岭渠改造工程\n青石渠、云岭渠改造项目\n他说:云岭渠改造工程\n", [])
  }
}
