import Model
import Testing

@testable import Extracting

@Suite struct TimeTests {
  private func check(_ text: String, _ expected: [String?]) {
    #expect(facts(text).map(\.timeText) == expected, "\(text)")
  }

  @Test func `words of time date the numbers of their sentence`() {
    check("今年1-11月，全县完成投资142亿元，同比增长11%。", ["今年1-11月", "今年1-11月"])
    check("截至2023年底，共建成小区12个。", ["截至2023年底"])
    check("从2004年到2007年，共征地2100亩。", ["从2004年到2007年"])
    check("该局自2015年9月成立以来，查处案件143件。", ["自2015年9月成立以来"])
    check("平台建立以来，受理诉求90件。", ["平台建立以来"])
    check("十三五期间，新建公路300公里。", ["十三五期间"])
    check("一季度末，生猪出栏8万头。", ["一季度末"])
  }

  @Test func `a sentence that carries straight on keeps the date`() {
    check("一季度，工业增加值3亿元。其中，建材业增加值1亿元。", ["一季度", "一季度"])
    check("一季度，工业增加值3亿元。\n蔬菜大棚132个。", ["一季度", nil])
    check("一季度，工业增加值3亿元。如今，企业有5家。", ["一季度", nil])
    check("去年，承租土地700亩。李明说，工人有30名。", ["去年", nil])
  }

  @Test func `a length from the beginning dates`() {
    check("今年前11个月，完成投资3亿元。", ["今年前11个月"])
    check("春运前4天，发送旅客18万人。", ["前4天"])
    check("提前4天完工。", [nil])
  }

  @Test func `what a multiple is of dates nothing`() {
    check("总产值9亿元，是“十一五”末的2倍，税收3亿元。", [nil, nil, nil])
    check("从正月初六开始，发送旅客9万人。", [nil])
  }

  @Test func `a counted year opens no word of time`() {
    check("计划4年内完工，新增灌面3万亩。", [nil, nil])
    check("预计到2020年，3年内新增学校12所。", ["2020年", "2020年"])
  }

  @Test func `ages, labels and yardsticks date nothing else`() {
    check("李明今年35岁，每月工资6000元。", ["今年", nil])
    check("“十四五”灌区改造整治渠道43公里。", [nil])
    check("“十四五”期间，整治渠道43公里。", ["十四五"])
    check("收入按2018年汇率折合200美元。", [nil])
    check("2017年，新增学生99人。现有学校12所。", ["2017年", nil])
  }

  @Test func `what began at some time is not dated by it`() {
    check("小区于2008年底投入使用，占地80余亩。", [nil])
    check("街道成立于2019年2月，辖区面积10平方公里。", [nil])
    check("增速比2016年高0.3个百分点。", [nil])
  }

  @Test func `the day of the report dates nothing that it tells`() {
    check("3月4日，记者从县交通局获悉，全县建成公路12公里。", [nil])
    check("3月4日，全县建成公路12公里。", ["3月4日"])
  }

  @Test func `a preposition inside a clause belongs to the verb`() {
    check("硬化率从2011年41%提高到今年的84%。", ["2011年", "今年"])
    check("至2006年底，已投入资金30万元，建成水窖12眼。", ["至2006年底", "至2006年底"])
  }

  @Test func `a length of time up to now dates`() {
    check("两年来，每户创收3万元。", ["两年来"])
    check("自2008年启动新一轮改造至今，惠及居民5万户。", ["自2008年启动新一轮改造至今"])
  }

  @Test func `a sentence of purpose leaves the date behind`() {
    check("去年，建成水库12座。为实现这一目标，共有工程27项。", ["去年", nil])
  }

  @Test func `the age of an animal is no date`() {
    check("6月龄羔羊共3000只。", [nil])
    check("6月共出栏羔羊3000只。", ["6月"])
  }

  @Test func `vague words date nothing`() {
    check("近日，社区新增车位60个。", [nil])
    check("截至目前，已签约电梯24台。", [nil])
    check("完成年度计划82.3%。", [nil])
  }

  @Test func `an age has the words right before it, a length of time those of its sentence`() {
    check("今年86岁的老人走进食堂。", ["今年"])
    check("去年，80岁的老人走进食堂。", [nil])
    check("2017年1月，队员驻村三天。", ["2017年1月"])
    check("去年，产粮3万吨。其中，住了三天。", ["去年", nil])
  }
}
