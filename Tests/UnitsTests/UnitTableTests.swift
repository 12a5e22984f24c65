import Matching
import Testing

@testable import Units

@Suite struct UnitTableTests {
  private let units = UnitTable.standard

  private func check(_ value: Double, _ unit: String, is other: Double?, _ otherUnit: String) {
    let converted = units.convert(value, from: unit, to: otherUnit)
    guard let other, let converted else {
      #expect(other == nil && converted == nil, "\(unit) to \(otherUnit)")
      return
    }
    #expect(abs(converted - other) <= 1e-9 * abs(other), "\(unit) to \(otherUnit)")
  }

  @Test func `units of one dimension convert`() {
    check(15, "亩", is: 1, "公顷")
    check(1, "公顷", is: 10_000, "平方米")
    check(2, "平方公里", is: 200, "公顷")
    check(3, "公里", is: 3000, "米")
    check(1, "吨", is: 2000, "斤")
    check(2, "小时", is: 120, "分钟")
    check(6, "成", is: 60, "%")
  }

  @Test func `units of different dimensions do not`() {
    check(1, "亩", is: nil, "公里")
    check(1, "元", is: nil, "美元")
    check(1, "个", is: nil, "条")
    check(1, "个工作日", is: nil, "天")
    check(1, "人", is: nil, "户")
  }

  @Test func `forms of one unit have one normal form`() {
    #expect(units.normalForm(of: "平米") == "平方米")
    #expect(units.normalForm(of: "㎡") == "平方米")
    #expect(units.normalForm(of: "千米") == "公里")
    #expect(units.normalForm(of: "公斤") == units.normalForm(of: "千克"))
    #expect(units.normalForm(of: "摞") == "摞")
  }

  @Test func `the longest unit is read`() {
    let text = Array("个工作日内".unicodeScalars)
    #expect(units.longestMatch(in: text, at: 0)?.value.printed == "个工作日")
  }

  @Test func `a line of another shape is passed over`() {
    let table = UnitTable(LexiconFile(Array("# own\n竿\t竿\tcount\t1\n竿\n尺\t尺\tlength\tx\n".utf8)))
    #expect(table["竿"]?.factor == 1)
    #expect(table["尺"] == nil)
  }
}
