import Model
import Segmenting
import Testing

/// Who wrote an article, where it was printed and when, as the lines around it say.
@Suite struct CreditsTests {
  private static let body = "近日，东河县完成老旧小区改造15个，惠及居民2100户，县城面貌焕然一新。"

  private func article(_ page: String) -> Article? { segment(restored(page)).articles.first }

  private func check(
    _ page: String, _ bylines: [Byline], source: String? = nil, published: String? = nil,
    dateline: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let article = article(page)
    #expect(article?.bylines == bylines, sourceLocation: sourceLocation)
    #expect(article?.source == source, sourceLocation: sourceLocation)
    #expect(
      article?.published == published.flatMap { CalendarDate(iso: $0) },
      sourceLocation: sourceLocation)
    #expect(article?.dateline == dateline, sourceLocation: sourceLocation)
    #expect(article?.body.string == Self.body, sourceLocation: sourceLocation)
    #expect(article?.title?.string == "东河县改造老旧小区", sourceLocation: sourceLocation)
  }

  private func page(before: String = "", in body: String = body, after: String = "") -> String {
    "东河县改造老旧小区\n\(before)\n\(body)\n\(after)"
  }

  @Test func `names in a bracket after a dateline`() {
    check(
      page(in: "东河日报河口讯 (陈大明 记者 李晓) " + Self.body),
      [Byline(name: "陈大明"), Byline(name: "李晓", role: "记者")], source: "东河日报",
      dateline: "河口")
  }

  @Test func `the paper's own report`() {
    check(
      page(in: "本报讯（记者 王强 通讯员 赵兰）" + Self.body),
      [
        Byline(name: "王强", role: "记者"), Byline(name: "赵兰", role: "通讯员"),
      ])
  }

  @Test func `an agency with place and day`() {
    check(
      page(in: "新华社成都3月5日电（记者王强、李晓）" + Self.body),
      [Byline(name: "王强", role: "记者"), Byline(name: "李晓", role: "记者")], source: "新华社",
      dateline: "成都")
  }

  @Test func `a name in a bracket at the end`() {
    check(page(in: Self.body + "（王强）"), [Byline(name: "王强")])
    check(page(after: "(王强)"), [Byline(name: "王强")])
  }

  @Test func `a bare name after the last full stop`() {
    check(page(in: Self.body + "王强"), [Byline(name: "王强")])
  }

  @Test func `a name that ends like a role`() {
    check(page(in: Self.body + "（李文）"), [Byline(name: "李文")])
    check(
      page(after: "记者 李建文 王强摄"),
      [
        Byline(name: "李建文", role: "记者 摄"), Byline(name: "王强", role: "记者 摄"),
      ])
  }

  @Test func `an office in a bracket at the end`() {
    check(page(in: Self.body + "（东河县住建局）"), [Byline(name: "东河县住建局")])
  }

  @Test func `names under the headline`() {
    check(
      page(before: "王强 本报记者 李晓明"),
      [
        Byline(name: "王强"), Byline(name: "李晓明", role: "本报记者"),
      ])
  }

  @Test func `a role after the names holds for all of them`() {
    check(
      page(after: "王强 李晓 摄影报道"),
      [
        Byline(name: "王强", role: "摄影报道"), Byline(name: "李晓", role: "摄影报道"),
      ])
  }

  @Test func `a name set wide is one name`() {
    check(page(before: "本报记者 王 强"), [Byline(name: "王强", role: "本报记者")])
  }

  @Test func `names without a space between are told apart by their surnames`() {
    check(
      page(before: "通讯员 王晓强李大明"),
      [
        Byline(name: "王晓强", role: "通讯员"), Byline(name: "李大明", role: "通讯员"),
      ])
  }

  @Test func `labels on one line`() {
    check(
      page(before: "发布时间：2023-05-06 10:20  来源：东河日报  作者：王强  浏览次数：12"),
      [Byline(name: "王强", role: "作者")], source: "东河日报", published: "2023-05-06")
  }

  @Test func `a site and a time without labels`() {
    check(page(before: "东河观察 2023年5月6日 10:20"), [], source: "东河观察", published: "2023-05-06")
  }

  @Test func `labels in brackets at the end`() {
    check(page(after: "【来源：东河日报】\n[责任编辑：王强]"), [Byline(name: "王强", role: "责任编辑")], source: "东河日报")
    check(page(in: Self.body + "(本文来源：东河网 作者：王强)"), [Byline(name: "王强", role: "作者")], source: "东河网")
  }

  @Test func `labels with a bar for a colon`() {
    check(
      page(after: "来源丨东河日报\n记者丨王强 李晓\n编辑丨赵兰"),
      [
        Byline(name: "王强", role: "记者"), Byline(name: "李晓", role: "记者"),
        Byline(name: "赵兰", role: "编辑"),
      ], source: "东河日报")
  }

  @Test func `an office before a name in brackets is no person`() {
    check(page(after: "（县农业农村局 王强）"), [Byline(name: "王强")])
  }

  @Test func `the source of a picture is not the article's`() {
    let article = article(page(after: "（图片来源：东河日报）"))
    #expect(article?.source == nil)
  }

  @Test func `a place name at the end is no byline`() {
    let article = article(page(in: Self.body + "项目分布在三个镇（河口镇、东山镇、西坪镇）"))
    #expect(article?.bylines.isEmpty == true)
  }

  @Test func `a caption's photographer is credited and the caption stays`() {
    let article = article(page(after: "改造后的院落。记者 王强 摄\n今年还将改造20个小区，预计年底前全部完工。"))
    #expect(article?.bylines == [Byline(name: "王强", role: "记者 摄")])
    #expect(article?.body.string.contains("改造后的院落。记者 王强 摄") == true)
  }

  @Test func `what sounds like a dateline in a sentence is none`() {
    let body = "通讯不便曾是山里人的心病。去年，东河县新建基站35个，通讯条件大为改善。"
    let article = article(page(in: body))
    #expect(article?.body.string == body)
    #expect(article?.source == nil)
  }

  @Test func `a paper that no lexicon knows stands before its reporters`() {
    check(
      page(in: "北岸讯（记者 王强 通讯员 李晓）" + Self.body),
      [Byline(name: "王强", role: "记者"), Byline(name: "李晓", role: "通讯员")], source: "北岸")
    let body = "移动通讯（含宽带）覆盖全县，去年新建基站35个，山区信号大为改善。"
    #expect(article(page(in: body))?.body.string == body)
  }

  @Test func `of several papers in a dateline the first is the source`() {
    check(
      page(in: "东河晚报、东河在线 (www.example.com)、掌中东河讯(王强 李晓)" + Self.body),
      [Byline(name: "王强"), Byline(name: "李晓")], source: "东河晚报")
    check(
      page(in: "东河晚报·东河在线讯（记者 王强）" + Self.body), [Byline(name: "王强", role: "记者")],
      source: "东河晚报·东河在线")
  }

  @Test func `a pen name counts beside a name`() {
    check(
      page(in: "本报讯（通讯员海舟、红帆记者王建英）" + Self.body),
      [
        Byline(name: "海舟", role: "通讯员"), Byline(name: "红帆", role: "通讯员"),
        Byline(name: "王建英", role: "记者"),
      ])
  }

  @Test func `reporters of another paper`() {
    check(
      page(in: "平安东河网河口讯（东河法治报记者王强 通讯员李晓）" + Self.body),
      [Byline(name: "王强", role: "记者"), Byline(name: "李晓", role: "通讯员")],
      source: "平安东河网", dateline: "河口")
  }

  @Test(arguments: ["（记者王强报道）", "本报记者 王强 报道：", "■ 记者 王强  ", "东河日报·东河在线记者 王强 报道："])
  func `reporters before the first word without 讯`(lead: String) {
    let article = article(page(in: lead + Self.body))
    #expect(article?.bylines.map(\.name) == ["王强"])
    #expect(article?.body.string == Self.body)
  }

  @Test(arguments: ["记者从县里获悉，今年全县改造小区15个。", "（一）记者在改造现场看到，15个小区已经完工。"])
  func `a report of what a reporter saw is no credit`(body: String) {
    let article = article(page(in: body))
    #expect(article?.bylines.isEmpty == true)
    #expect(article?.body.string == body)
  }

  @Test(arguments: ["据《东河日报》", "（据东河日报报道）", "（东河日报）"])
  func `the paper a report was taken from`(line: String) {
    check(page(after: line), [], source: "东河日报")
  }

  @Test func `a web address is no part of the source`() {
    check(
      page(before: "来源：东河日报 2017-09-13 15:20  https://www.example.com/a"), [],
      source: "东河日报", published: "2017-09-13")
    check(
      page(before: "东河新闻网 www.example.com 2017-09-13 15:20 来源：东河日报 字号：大 中 小"), [],
      source: "东河日报", published: "2017-09-13")
  }

  @Test func `a site that marks its own pieces`() {
    check(page(before: "来源：东河网-东河日报原创"), [], source: "东河网-东河日报")
  }

  @Test func `empty labels say nothing`() {
    check(
      page(before: "发布时间：2023-05-06  信息来源：  浏览次数：  字体大小：大 中 小"), [],
      published: "2023-05-06")
  }

  @Test func `a label outweighs the paper of a reporter`() {
    check(
      page(before: "东河日报记者 王强", after: "来源：河口日报"), [Byline(name: "王强", role: "记者")],
      source: "河口日报")
  }

  @Test func `the head of a WeChat piece`() {
    check(
      page(before: "原创 王强 掌上东河 2023-11-06 18:30 发表于四川"), [], source: "掌上东河",
      published: "2023-11-06")
  }

  @Test func `what a site asks of its readers follows the last label`() {
    check(page(after: "来源：东河日报\n分享给身边的人\n让更多人看到"), [], source: "东河日报")
  }

  @Test func `the name of a column is no text`() {
    check(page(before: "来源：东河日报\n【民生】"), [], source: "东河日报")
  }

  @Test func `editors with bars`() {
    check(
      page(after: "责编/王强 审核/李晓 监制/赵兰"),
      [
        Byline(name: "王强", role: "责编"), Byline(name: "李晓", role: "审核"),
        Byline(name: "赵兰", role: "监制"),
      ])
  }

  @Test(arguments: [
    "东河消息 2023-05-06 18:57", "2023年5月6日 18:57 东河新闻网", "原创 东河消息 2023-05-06 18:57:20",
  ])
  func `a line that a system stamped`(line: String) {
    let article = article(page(before: line))
    #expect(article?.published == CalendarDate(iso: "2023-05-06"))
    #expect(["东河消息", "东河新闻网"].contains(article?.source))
    #expect(article?.body.string == Self.body)
  }

  @Test func `a day and an hour in a sentence are no stamp`() {
    let line = "2023年5月6日 9:30，县体育馆开门迎客，市民可免费入场。"
    #expect(article(page(before: line))?.body.string.hasPrefix(line) == true)
  }

  @Test func `a writer and a paper with a bar between`() {
    check(page(before: "王强/东河日报"), [Byline(name: "王强")], source: "东河日报")
  }

  @Test func `a button is no part of the source`() {
    check(
      page(before: "2023-05-06 15:20　来源：东河日报 举报"), [], source: "东河日报",
      published: "2023-05-06")
  }

  @Test func `words that stand for a name are none`() {
    check(page(before: "来源：东河日报 作者：佚名", after: "责任编辑：管理员"), [], source: "东河日报")
  }

  @Test func `a headline with a colon after a name is no label`() {
    let words = "王文：县城要有县城的样子\n来源：东河日报\n\(Self.body)"
    #expect(article(words)?.title?.string == "王文：县城要有县城的样子")
    #expect(article(words)?.bylines == [])
  }

  @Test func `the headline printed again above the text is left out`() {
    check(page(before: "来源：东河日报\n东河县改造老旧小区"), [], source: "东河日报")
  }

  @Test func `a telephone number behind the editors is no name`() {
    check(
      page(after: "责任编辑 王强 校对 李晓 电话：86991234"),
      [Byline(name: "王强", role: "责任编辑"), Byline(name: "李晓", role: "校对")])
  }
}
