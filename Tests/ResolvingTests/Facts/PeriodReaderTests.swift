import Model
import Testing

@testable import Resolving

@Suite struct PeriodReaderTests {
  private func check(_ words: [String], published: String? = nil, _ expected: String?) {
    var reader = PeriodReader(published: published.flatMap { CalendarDate(iso: $0) })
    var period: Period?
    for phrase in words { period = reader.period(of: phrase) }
    let text = period.map { "\($0.start?.description ?? "")/\($0.end?.description ?? "")" }
    #expect(text == expected, "\(words)")
  }

  @Test func `a stated year needs no date of the article`() {
    check(["2024年"], "2024-01-01/2024-12-31")
    check(["2023年10月"], "2023-10-01/2023-10-31")
    check(["2018年10月14日"], "2018-10-14/2018-10-14")
    check(["二〇二三年二月"], "2023-02-01/2023-02-28")
    check(["从2004年到2007年"], "2004-01-01/2007-12-31")
    check(["2016-2020年"], "2016-01-01/2020-12-31")
    check(["十三五期间"], "2016-01-01/2020-12-31")
  }

  @Test func `months and quarters take the year of the article`() {
    check(["今年1-11月"], published: "2016-12-20", "2016-01-01/2016-11-30")
    check(["去年底"], published: "2024-03-01", "2023-12-01/2023-12-31")
    check(["一季度"], published: "2017-04-28", "2017-01-01/2017-03-31")
    check(["上半年"], published: "2017-08-01", "2017-01-01/2017-06-30")
    check(["12月上旬"], published: "2017-01-15", "2016-12-01/2016-12-10")
    check(["4月6日-7日"], published: "2017-04-10", "2017-04-06/2017-04-07")
  }

  @Test func `an open end stays open`() {
    check(["截至2023年底"], "/2023-12-31")
    check(["2017年底前"], "/2017-12-31")
    check(["2016年以来"], "2016-01-01/")
    check(["自2015年9月成立以来"], "2015-09-01/")
    check(["从1998年开始"], "1998-01-01/")
    check(["截至9月3日8时"], published: "2008-09-03", "/2008-09-03")
  }

  @Test func `a year once stated holds for what follows`() {
    check(["2023年9月", "10月18日上午"], "2023-10-18/2023-10-18")
    check(["2023年", "当年6月"], "2023-06-01/2023-06-30")
    check(["2015年", "全年"], published: "2016-03-01", "2015-01-01/2015-12-31")
  }

  @Test func `what cannot be known has no days`() {
    check(["今年以来"], nil)
    check(["1-10月"], nil)
    check(["全年"], published: "2024-01-31", nil)
    check(["项目库建立以来"], nil)
    check(["2023年2月30日"], nil)
  }
}
