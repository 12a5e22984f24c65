import Model
import Testing

@testable import Extracting

@Suite struct QuantityTests {
  private func check(
    _ text: String, _ value: Double, _ unit: String, _ kind: FactKind, to upper: Double? = nil,
    _ approx: Approximation? = nil, per: String? = nil
  ) {
    guard let fact = facts(text).first else {
      Issue.record("\(text) holds no fact")
      return
    }
    #expect(fact.value == value, "\(text)")
    #expect(fact.valueMax == upper, "\(text)")
    #expect(fact.unit == unit, "\(text)")
    #expect(fact.kind == kind, "\(text)")
    #expect(fact.approx == approx, "\(text)")
    #expect(fact.per == per, "\(text)")
  }

  @Test func `a quote runs from the numeral to the end of the unit`() {
    checkQuotes("新增⟦1400余个⟧网格，配置⟦3-5名⟧网格员，惠及⟦7.73万户⟧。")
    checkQuotes("面积⟦80亩到100亩⟧，占比⟦68%以上⟧，共⟦10名左右⟧。")
    checkQuotes("全部⟦32.8万台（套）⟧农机完成检修。")
    checkQuotes("隔着⟦两米余⟧宽的村道。")
  }

  @Test func `a unit is read before words that share its sign`() {
    checkQuotes("⟦20余名⟧医护人员参加，党员代表⟦80余人⟧参会。")
    checkQuotes("改造线路⟦3条⟧，引进⟦5家⟧用人单位。")
  }

  @Test func `numbers that share a unit are two facts`() {
    checkQuotes("比重分别回落⟦2.16⟧和⟦1.66个百分点⟧。")
    checkQuotes("比例分别达到⟦75%⟧和⟦70%⟧。")
  }

  @Test func `the unit decides the kind`() {
    check("投入资金200余万元。", 2_000_000, "元", .amount, .over)
    check("铺设管网216公里。", 216, "公里", .length)
    check("占地面积约45万平方米。", 450_000, "平方米", .area, .about)
    check("历时半年。", 0.5, "年", .duration)
    check("用时18个工作日。", 18, "个工作日", .duration)
    check("装机容量300千瓦。", 300, "千瓦", .measure)
    check("覆盖16个社区。", 16, "个", .count)
    check("接待游客3万人次。", 30_000, "人次", .count)
    check("增长到原来的2倍。", 2, "倍", .measure)
  }

  private func check(
    _ text: String, _ value: Double, _ unit: String, _ kind: FactKind, _ approx: Approximation
  ) {
    check(text, value, unit, kind, to: nil, approx)
  }

  @Test func `growth and shares are told apart`() {
    check("同比增长11.04%。", 11.04, "%", .growth)
    check("增速高于同期，提高0.8个百分点。", 0.8, "个百分点", .growth)
    check("占年度计划的100.12%。", 100.12, "%", .share)
    check("到位率达92％。", 92, "%", .share)
    check("三分之二的居民同意。", 200.0 / 3, "%", .share)
  }

  @Test func `a rate says for each what`() {
    check("每小时10元。", 10, "元", .rate, per: "小时")
    check("每人每月补助300元。", 300, "元", .rate, per: "人/月")
    check("售价每平方米约2000元。", 2000, "元", .rate, .about, per: "平方米")
    check("停车费5元/小时。", 5, "元", .rate, per: "小时")
    check("工人每天工作8小时。", 8, "小时", .rate, per: "天")
    check("人均增收1200元。", 1200, "元", .rate, per: "人")
    check("草莓卖到40元一斤。", 40, "元", .rate, per: "斤")
    check("每个批次不超过650亩。", 650, "亩", .rate, .under, per: "批次")
  }

  @Test func `one of what opens the clause`() {
    check("现在一亩地能种苗500株。", 500, "株", .rate, per: "亩")
    check("种苗500株。", 500, "株", .count)
  }

  @Test func `a list shares what its numbers hold for`() {
    let found = facts("城乡居民人均收入分别达900元、600元。")
    #expect(found.map(\.per) == ["人", "人"])
  }

  private func check(
    _ text: String, _ value: Double, _ unit: String, _ kind: FactKind,
    _ approx: Approximation? = nil, per: String
  ) {
    check(text, value, unit, kind, to: nil, approx, per: per)
  }

  @Test func `words on either side say how exact a number is`() {
    check("近1000户居民。", 1000, "户", .count, .nearly)
    check("逾96家企业。", 96, "家", .count, .over)
    check("不到10分钟。", 10, "分钟", .duration, .under)
    check("收集意见300条以上。", 300, "条", .count, .over)
    check("上百件作品。", 100, "件", .count, .over)
    check("附近3个小区。", 3, "个", .count)
    check("约占总人口的46%。", 46, "%", .share, .about)
  }

  @Test func `halves, bare hundreds and unitless money count`() {
    check("大约需要四到五个月。", 4, "个月", .duration, to: 5, .about)
    check("持续两年半。", 2.5, "年", .duration)
    check("百名党员参加。", 100, "名", .count)
    check("完成近50万销售额。", 500_000, "", .amount, .nearly)
    check("灾区总人口约120万。", 1_200_000, "", .count, .about)
  }
}
