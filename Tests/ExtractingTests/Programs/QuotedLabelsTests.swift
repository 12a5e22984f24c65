import Model
import Testing

@testable import Extracting

@Suite struct QuotedLabelsTests {
  @Test func `what something turned into is none`() {
    checkPrograms("小区从“治乱楼院”到“幸福家园”,从“一门受理”到“三级网络”。", [])
    checkPrograms("由“三不管”变成“三有楼”。", [])
    checkPrograms("推进“四无”变“四有”工作。", [("四无变四有", .target)])
  }

  @Test func `what something is likened to is none`() {
    checkPrograms("走进大厅,仿佛看到一个“云岭治理超市”。", [])
    checkPrograms("街道开办“云岭治理超市”。", [("云岭治理超市", .platform)])
  }

  @Test func `a head noun beside a label outweighs its ending`() {
    checkPrograms("推行“五格合一”工作模式。", [("五格合一工作模式", .mechanism)])
    checkPrograms("做到“五格合一”。", [])
  }

  @Test func `a level of government is no part of a name`() {
    checkPrograms(
      "依托该区“151”机制,落实村级党组织“四个在前”决策机制。", [("151机制", .mechanism), ("四个在前决策机制", .mechanism)])
  }

  @Test func `a verb before 的 introduces a label`() {
    checkPrograms("街道推行的“红色云管家”成了榜样。", [("红色云管家", .mechanism)])
    checkPrograms("街道宽敞的“红色云管家”成了榜样。", [])
  }

  @Test func `the noun behind a label makes an event or a platform of it`() {
    checkPrograms("县里开展“局长坐大厅”活动。", [("局长坐大厅活动", .campaign)])
    checkPrograms("设立“云岭服务”特色窗口。", [("云岭服务特色窗口", .platform)])
    checkPrograms("开展“云岭窗口”创建活动。", [("云岭窗口创建活动", .campaign)])
  }

  @Test func `a date of an accident and a brand of goods are none`() {
    checkPrograms("批复“6·18”一般事故调查报告。", [])
    checkPrograms("打造“柳林甜瓜”“云岭蜜桃”特色品牌。", [])
  }

  @Test func `a meeting in marks may hold a campaign's name`() {
    checkPrograms("镇里召开“云岭镇党建提升三年行动计划推进会”。", [("云岭镇党建提升三年行动计划", .campaign)])
  }

  @Test func `a known name may be part of a wider one`() {
    checkPrograms("推行党员积分制管理模式。", [("党员积分制管理模式", .mechanism)])
    checkPrograms("推行积分制,村民点赞。", [("积分制", .mechanism)])
  }

  @Test func `a document that is put to use is a mechanism`() {
    checkPrograms("根据《云岭县旧楼加装电梯实施细则》,补贴15万元。", [("云岭县旧楼加装电梯实施细则", .mechanism)])
    checkPrograms(
      "印发《云岭县河道保护实施方案》和《云岭县河道巡查办法》。",
      [("云岭县河道保护实施方案", .mechanism), ("云岭县河道巡查办法", .mechanism)])
    checkPrograms("学习《云岭县旧楼加装电梯实施细则》。", [])
  }

  @Test func `a document's kind that fills half of a label names none`() {
    checkPrograms("村里推行“土办法”，用好“财务清单”，提供“柳林方案”。", [])
    checkPrograms("探索基层治理的“柳林”方案。", [])
    checkPrograms("推行“民情直报”清单。", [("民情直报清单", .mechanism)])
  }

  @Test func `a plan for what a label names does not take its name`() {
    checkPrograms("县里制定“净水行动”方案。", [("净水行动", .campaign)])
  }

  @Test func `a home behind a label is a platform`() {
    checkPrograms("街道建成“新就业群体”之家。", [("新就业群体之家", .platform)])
    checkPrograms("街道是他们的“家”。", [])
  }

  @Test func `a metaphor in a label or behind it is none`() {
    checkPrograms("培育“大支部”组织细胞，治理“道路拉链”。", [])
  }

  @Test func `a project outweighs a label that says little`() {
    checkPrograms("投入500万元实施“一老一小”居家环境提升项目。", [("一老一小居家环境提升项目", .project)])
    checkPrograms("争取“十四五”重点项目,抓好“一老一小”工作。", [])
  }

  @Test func `an activity may stand behind a word or two`() {
    checkPrograms("师生参与“青松聚力”校园宣讲活动。", [("青松聚力校园宣讲活动", .campaign)])
    checkPrograms("商场推出“六一”促销活动。", [])
  }

  @Test func `建设 behind a label that a verb introduces is no part of it`() {
    checkPrograms("街道推行“红色云管家”建设。", [("红色云管家", .mechanism)])
    checkPrograms("推进便民服务“五化”建设。", [("便民服务五化建设", .target)])
  }

  @Test func `half a sum needs its head noun`() {
    checkPrograms("引进“互联网+”智慧养老平台。", [("互联网+智慧养老平台", .platform)])
    checkPrograms("发挥“互联网+”优势。", [])
  }

  @Test func `a list may be summed up as measures`() {
    checkPrograms(
      "结合“首见制”“快办快结”等创新举措,", [("首见制", .mechanism), ("快办快结", .mechanism)])
    checkPrograms("面对“看病难”“上学难”等现象,", [])
  }
}
