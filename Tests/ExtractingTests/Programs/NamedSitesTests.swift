import Model
import Testing

@testable import Extracting

@Suite struct NamedSitesTests {
  /// Checks the names that a body yields, in reading order.
  private func check(_ body: String, _ expected: [String]) {
    #expect(programs(in: body).map(\.name) == expected, "\(body)")
  }

  @Test func `what is built makes a project's name behind a name of its own`() {
    check("青石口灌区二期工程建设正抓紧进行。", ["青石口灌区二期工程"])
    check("红岩嘴水闸重建工程于去年开工,云岭职业技术学院迁建工程竣工。", ["红岩嘴水闸重建工程", "云岭职业技术学院迁建工程"])
    check("实施小型灌区改造工程、老旧泵站改造工程。", [])
    check("全国重点公路建设项目之一,两个灌区改造项目获批。", [])
  }

  @Test func `what a project costs does not hide its name`() {
    check("青石口灌区改造工程总工期两年,飞鸿路西延工程总投资3亿元。", ["青石口灌区改造工程", "飞鸿路西延工程"])
    check("云岭建筑工程有限公司中标,青石口灌区改造工程指挥部成立。", [])
  }

  @Test func `a dash sets a class before a name`() {
    check("国家重点水利工程——青石口灌区工程通水。", ["青石口灌区工程"])
    check("首个控制性工程青石口水库首个控制性工程完工。", [])
  }

  @Test func `two deeds may be done to one thing`() {
    check("青石口灌区续建配套与节水改造项目获批。", ["青石口灌区续建配套与节水改造项目"])
    check("干部与节水改造项目代表座谈。", [])
  }

  @Test func `a deed inside a name does not end it`() {
    check("飞鸿路拓宽改造北段工程,总投资1.5亿元。", ["飞鸿路拓宽改造北段工程"])
    check("大力推进飞鸿路北段工程。", ["飞鸿路北段工程"])
  }

  @Test func `two works may be opened together`() {
    check("云岭大桥与青石隧道也正式通车。", ["云岭大桥", "青石隧道"])
    check("云岭大桥与青石隧道风景好。", [])
  }

  @Test func `a bare class behind a list names only what is built`() {
    check("青石口水库、云岭中学迁建(二期)等项目进展顺利。", ["青石口水库", "云岭中学迁建"])
    check("重力坝、导流洞等工程的施工展开。", [])
  }

  @Test func `a festival needs a name, not a mark`() {
    check("镇里连续两年举办西瓜消费节。", ["西瓜消费节"])
    check("今年的消费节很热闹。", [])
  }

  @Test func `a place before a plain sort of work makes no name`() {
    let body = "走进柳林县,柳林县水利工程简况如下,柳林县老旧小区改造工程完工。"
    let place = { (start: Int) in
      PlaceMention(
        field: .body, span: Span(start: start, end: start + 3), name: "柳林县", level: .county)
    }
    var article = ExtractedArticle(article: Article(body: SourcedText(body)))
    article.places = [place(2), place(6), place(17)]
    #expect(extractPrograms(from: article).map(\.name) == ["柳林县老旧小区改造工程"])
  }

  @Test func `works that a class sums up are built too`() {
    check("青石湖水库等4个小型水库建成投用。", ["青石湖水库"])
    check("青石湖水库等4个小型水库风景好。", [])
  }

  @Test func `a campaign may hold a deed in its middle`() {
    check("深入开展云岭人居环境整治提升攻坚行动。", ["云岭人居环境整治提升攻坚行动"])
    check("全县打响攻坚行动。", [])
  }

  @Test func `a road runs from one end to the other`() {
    check("S368省道青山至柳林段改扩建工程开工。", ["S368省道青山至柳林段改扩建工程"])
    check("青山至柳林三级公路改造工程开工。", ["青山至柳林三级公路改造工程"])
    check("农村公路改造工程开工。", [])
  }
}
