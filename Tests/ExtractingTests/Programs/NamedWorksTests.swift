import Model
import Testing

@testable import Extracting

@Suite struct NamedWorksTests {
  @Test func `a plain type of work is no name`() {
    checkPrograms("去年续建通村水泥路项目25条，完成投资8000万元。", [])
    checkPrograms("在各村实施小型集中供水工程，", [])
    checkPrograms("全乡实施人畜饮水工程、沼气工程和村道硬化工程。", [])
    checkPrograms("探索数字化社区治理模式，", [])
    checkPrograms("实施白石滩灌区节水工程，", [("白石滩灌区节水工程", .project)])
  }

  @Test func `的 before a bare head is no part of a name`() {
    checkPrograms("采取“政府补一点+村里出一点”的模式办食堂。", [("政府补一点+村里出一点模式", .mechanism)])
    checkPrograms("按照“1+3+N”的发展模式，", [("1+3+N发展模式", .mechanism)])
    checkPrograms("探索“以物易物”的志愿者服务方式，", [("以物易物的志愿者服务方式", .mechanism)])
  }

  @Test func `names of the whole country need no marks`() {
    checkPrograms("2019年中国农民丰收节主会场设在柳林村。", [("中国农民丰收节", .campaign)])
    checkPrograms("全县行政村实现了“村村通”。", [("村村通", .project)])
  }

  @Test func `what a known name pays for or equips is no other name`() {
    checkPrograms("镇里申报一事一议项目。", [("一事一议", .mechanism)])
    checkPrograms("争取一事一议财政奖补项目5个。", [("一事一议", .mechanism)])
    checkPrograms("建好农家书屋，交纳新农合。", [("农家书屋", .project), ("新农合", .mechanism)])
  }

  @Test func `a list of known projects may go on`() {
    checkPrograms(
      "依托雪亮工程、天网工程、明眸工程“三网合一”，",
      [("雪亮工程", .project), ("天网工程", .project), ("明眸工程", .project)])
    checkPrograms("依托道路工程、明眸工程，", [])
    checkPrograms("道路、明眸工程", [])
  }

  @Test func `a project's name ends before any word that is none of its parts`() {
    checkPrograms("青石路老街改造工程一直受人关注。", [("青石路老街改造工程", .project)])
    checkPrograms("青石路老街改造工程质量过硬,青石路老街改造项目部成立。", [])
  }

  @Test func `what is done for a region needs no more`() {
    checkPrograms("柳林县陕南移民搬迁提速。", [("陕南移民搬迁", .project)])
    checkPrograms("该镇移民搬迁提速。", [])
  }

  @Test func `an edition makes an event of a series`() {
    checkPrograms("柳林镇第三届板栗采摘节在河湾村举行。", [("板栗采摘节", .campaign)])
    checkPrograms("首届红高粱节开幕。", [("红高粱节", .campaign)])
    checkPrograms("今年春节热闹,三八节慰问老人。", [])
  }

  @Test func `abbreviations are models`() {
    checkPrograms("采取BT模式修路。", [("BT模式", .mechanism)])
    checkPrograms("打开WiFi模式,用静音模式。", [])
  }

  @Test func `a phase is a project of its own, in brackets it is none of the name`() {
    checkPrograms("柳林水库二期项目进展顺利。", [("柳林水库二期项目", .project)])
    checkPrograms("柳湖湿地公园（一期）工程正式开工。", [("柳湖湿地公园", .project)])
  }

  @Test func `a name may join two things`() {
    checkPrograms("柳湖与青龙河连通工程通过评审。", [("柳湖与青龙河连通工程", .project)])
    checkPrograms("村民与青龙河整治工程指挥部签约。", [])
  }

  @Test func `我市 is no part of a name`() {
    checkPrograms("在我市联虹大桥项目现场,", [("联虹大桥项目", .project)])
  }
}
