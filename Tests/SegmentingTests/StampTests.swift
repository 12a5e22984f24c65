import Model
import Segmenting
import Testing

/// Source, day and people as systems stamp them and as papers set them without labels.
@Suite struct StampTests {
  private static let body = "近日，东河县完成老旧小区改造15个，惠及居民2100户，县城面貌焕然一新。"

  private func article(under stamp: String, body: String = body) -> Article? {
    segment(restored("东河县改造老旧小区\n\(stamp)\n\(body)")).articles.first
  }

  private func check(
    _ stamp: String, source: String? = nil, published: String? = nil, _ bylines: [Byline] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let article = article(under: stamp)
    #expect(article?.source == source, sourceLocation: sourceLocation)
    #expect(
      article?.published == published.flatMap { CalendarDate(iso: $0) },
      sourceLocation: sourceLocation)
    #expect(article?.bylines == bylines, sourceLocation: sourceLocation)
    #expect(article?.body.string == Self.body, sourceLocation: sourceLocation)
    #expect(article?.title?.string == "东河县改造老旧小区", sourceLocation: sourceLocation)
  }

  @Test func `an address, a day and a site`() {
    check(
      "www.donghe.com.cn  2006年06月23日 08:42:36  东河在线新闻网站", source: "东河在线新闻网站",
      published: "2006-06-23")
  }

  @Test func `a day without its year`() { check("02-14 15:29") }

  @Test func `the day first`() { check("16.11.2015 12:35", published: "2015-11-16") }

  @Test func `numbers with dots are no day`() {
    #expect(article(under: "12.10.2015是文件的编号，县里按此发放补助。")?.published == nil)
  }

  @Test func `a paper and its reporter without a space`() {
    check("东河新闻王小强2018-10-08 14:41", source: "东河新闻", published: "2018-10-08", [Byline(name: "王小强")])
  }

  @Test func `people behind the label of a source`() {
    check(
      "来源 | 通讯员 王小强  李晓  赵小兰",
      [
        Byline(name: "王小强", role: "通讯员"), Byline(name: "李晓", role: "通讯员"),
        Byline(name: "赵小兰", role: "通讯员"),
      ])
    check("来源：王小强 2024-01-09 12:45:41", published: "2024-01-09", [Byline(name: "王小强")])
  }

  @Test func `a source of three characters that is no person`() {
    check("来源：江山网", source: "江山网")
    check("来源：方志馆", source: "方志馆")
  }

  @Test func `a paper in book marks with its day and page`() {
    check("来源：《东河日报》8月21日4版", source: "东河日报")
  }

  @Test func `a name behind the place of its bearer`() {
    check("作者：东河县 王小强", [Byline(name: "王小强", role: "作者")])
  }

  @Test func `buttons for reading aloud name nobody`() {
    check("发布日期：2023-09-06 阅读次数： 作者：  语音阅读：", published: "2023-09-06")
  }

  @Test func `writers behind a mark`() {
    check("□王小强 赵兰", [Byline(name: "王小强"), Byline(name: "赵兰")])
  }

  @Test func `roles behind names without spaces`() {
    check(
      "记者王小强文通讯员李晓萍图",
      [Byline(name: "王小强", role: "记者 文"), Byline(name: "李晓萍", role: "通讯员 图")])
  }

  @Test func `a photographer of four characters`() {
    check("王秀鱼春 摄", [Byline(name: "王秀鱼春", role: "摄")])
  }

  @Test func `a place and a colon open a headline and name nobody`() {
    let article = segment(restored("周鹿镇：夯实基础改善乡村\n2024-01-09\n\(Self.body)")).articles.first
    #expect(article?.title?.string == "周鹿镇：夯实基础改善乡村")
    #expect(article?.bylines == [])
  }

  @Test func `a report that names place and day only`() {
    let article = article(under: "2006-06-23", body: "河口6月22日电 " + Self.body)
    #expect(article?.dateline == "河口")
    #expect(article?.body.string == Self.body)
  }

  @Test func `a site's name and a count of remarks above the text`() {
    check("来源：东河在线\n1\n东河在线", source: "东河在线")
  }

  @Test func `a headline in brackets`() {
    let page = "【东河县：老旧小区改造收官】\n\(Self.body)"
    #expect(segment(restored(page)).articles.first?.title?.string == "东河县：老旧小区改造收官")
    let part = "【民生】东河县老旧小区改造收官\n\(Self.body)"
    #expect(segment(restored(part)).articles.first?.title?.string == "【民生】东河县老旧小区改造收官")
  }

  @Test func `the head of a page that names its editors`() {
    let page = """
      图片新闻  责编：李敏  电话：010-84151598

      东河县的爱心食堂

      近日，东河县西坪镇爱心食堂开张，老年人齐聚一堂愉快就餐。

      本报记者 王小强 摄
      """
    let article = segment(restored(page)).articles.first
    #expect(article?.title?.string == "东河县的爱心食堂")
    #expect(article?.bylines == [Byline(name: "王小强", role: "本报记者 摄")])
  }

  @Test func `a day above the number of a page`() {
    let page = "2020年10月23日\n第A03版：视觉\n\n东河县改造老旧小区\n\n\(Self.body)"
    let article = segment(restored(page)).articles.first
    #expect(article?.title?.string == "东河县改造老旧小区")
    #expect(article?.published == CalendarDate(iso: "2020-10-23"))
  }

  @Test func `an address and a site without the clock time`() {
    check("www.donghe.com.cn  2005年04月28日  东河在线", source: "东河在线", published: "2005-04-28")
    check(
      "http://www.donghe.com.cn 2006年11月17日21:34 东河网-东河日报", source: "东河日报",
      published: "2006-11-17")
  }

  @Test func `the paper of a site and its paper`() {
    check("来源：东河报业网-东河日报", source: "东河日报")
    check("来源：东河晚报-河口新闻", source: "东河晚报-河口新闻")
  }

  @Test func `a source with a remark in brackets`() {
    check("来源：东河在线(本站编辑)", source: "东河在线")
  }

  @Test func `questions that spaces have become`() {
    check(
      "www.donghe.com?2010-08-23 09:28? 王小强?来源：东河网", source: "东河网", published: "2010-08-23")
  }

  @Test func `a source behind the last full stop`() {
    let article = article(under: "2010-08-23", body: Self.body + "来源：东河在线")
    #expect(article?.source == "东河在线")
    #expect(article?.body.string == Self.body)
  }

  @Test func `a site with its other name in a dateline`() {
    let article = article(under: "2010-08-23", body: "东河网(东河日报网)讯(通讯员 王小强)" + Self.body)
    #expect(article?.source == "东河网")
    #expect(article?.bylines == [Byline(name: "王小强", role: "通讯员")])
    #expect(article?.body.string == Self.body)
  }

  @Test func `a page number is no source`() {
    let page = "第4版：东河新闻 2022-09-07\n\n东河县改造老旧小区\n\n\(Self.body)"
    let article = segment(restored(page)).articles.first
    #expect(article?.source == nil)
    #expect(article?.published == CalendarDate(iso: "2022-09-07"))
    #expect(article?.title?.string == "东河县改造老旧小区")
  }

  @Test func `a page number alone is no headline`() {
    let article = segment(restored("第02版：要闻\n\n\(Self.body)")).articles.first
    #expect(article?.title == nil)
    #expect(article?.body.string == Self.body)
  }

  @Test func `a label above what it introduces`() {
    check("来源：\n东河在线-东河日报\n2009年11月17日07:30", source: "东河日报", published: "2009-11-17")
  }

  @Test func `a label above a line that is no source`() {
    let page = "东河县改造老旧小区\n来源：\n城关镇的老院落换新颜\n\(Self.body)"
    #expect(segment(restored(page)).articles.first?.source == nil)
  }

  @Test func `the card of a government's page names nobody`() {
    check(
      """
      号: 003087762/202401-00007 信息分类: 会议
      发布机构: 东河县政府办公室 生成日期: 2024-01-24
      """, source: "东河县政府办公室", published: "2024-01-24")
  }

  @Test func `a name set wide behind a label`() {
    check(
      "一审：张  松\n二审：吕文汇",
      [Byline(name: "张松", role: "一审"), Byline(name: "吕文汇", role: "二审")])
  }

  @Test func `the paper that a site's report was taken from`() {
    let article = article(
      under: "24.07.2014  10:53", body: "东河网7月24日讯 据东河晨报报道(记者 王小强) " + Self.body)
    #expect(article?.source == "东河网")
    #expect(article?.bylines == [Byline(name: "王小强", role: "记者")])
    #expect(article?.body.string == Self.body)
  }

  @Test func `the card of a paper's page`() {
    let page = """
      2026-03-22
      星期日
      当前报纸名称：东河日报

      东河县改造老旧小区

      版面：03版：要闻       上一篇    下一篇

      \(Self.body)
      """
    let article = segment(restored(page)).articles.first
    #expect(article?.source == "东河日报")
    #expect(article?.title?.string == "东河县改造老旧小区")
    #expect(article?.body.string == Self.body)
  }

  @Test func `a day behind the source without a space`() {
    check("来源：东河日报2022-05-18 13:21", source: "东河日报", published: "2022-05-18")
    check("来源：上河新闻2023.1.30", source: "上河新闻", published: "2023-01-30")
  }

  @Test func `a year of two figures with the clock time`() {
    check(
      "17-05-25 08:22 来源：东河网-东河晚报 编辑：王小强", source: "东河晚报", published: "2017-05-25",
      [
        Byline(name: "王小强", role: "编辑")
      ])
  }

  @Test func `the stamp of a paper at the end`() {
    for stamp in ["《 东河日报 》（ 2020年05月08日 15版）", "（原载《东河日报》2020年5月8日第3版）"] {
      let page = "东河县改造老旧小区\n\(Self.body)\n\(stamp)"
      let article = segment(restored(page)).articles.first
      #expect(article?.source == "东河日报")
      #expect(article?.published == CalendarDate(iso: "2020-05-08"))
      #expect(article?.body.string == Self.body)
    }
    let inline = segment(restored("东河县改造老旧小区\n\(Self.body)《东河日报》（2020年5月8日 15版）")).articles
    #expect(inline.first?.source == "东河日报")
    #expect(inline.first?.body.string == Self.body)
  }

  @Test func `a paper that a sentence speaks of is no stamp`() {
    let body = "他家收着一张《东河日报》，那是2020年5月8日的第3版，上面印着村里通车的消息。"
    let article = segment(restored("东河县通车\n\(body)")).articles.first
    #expect(article?.source == nil)
    #expect(article?.body.string == body)
  }

  @Test func `a paper in book marks before its reporter`() {
    let article = segment(restored("东河县改造老旧小区\n\(Self.body)（《东河早报》记者 王小强）")).articles.first
    #expect(article?.source == "东河早报")
    #expect(article?.bylines == [Byline(name: "王小强", role: "记者")])
    #expect(article?.body.string == Self.body)
  }

  @Test func `a reporter and his report without a space`() {
    let article = segment(restored("东河县供暖\n本报讯 记者王小强报道10月30日晚上8点，东河县的锅炉房里灯火通明。")).articles
      .first
    #expect(article?.bylines.map(\.name) == ["王小强"])
    #expect(article?.body.string == "10月30日晚上8点，东河县的锅炉房里灯火通明。")
  }

  @Test func `a place behind names is no name`() {
    let article = article(under: "东河新闻记者 王小强 青山报道")
    #expect(article?.source == "东河新闻")
    #expect(article?.bylines.map(\.name) == ["王小强"])
  }

  @Test func `a center for news is a source as a whole`() {
    let article = segment(restored("学生下乡\n东河大学新闻中心讯（记者 王小强）3月3日，学生来到西坪镇。")).articles.first
    #expect(article?.source == "东河大学新闻中心")
    #expect(article?.dateline == nil)
  }

  @Test func `reporters behind the paper under the label of a source`() {
    check(
      "2019-08-21 07:11:28 来源：东河日报 记者 王小强 通讯员 李晓 赵小兰", source: "东河日报", published: "2019-08-21",
      [
        Byline(name: "王小强", role: "记者"), Byline(name: "李晓", role: "通讯员"),
        Byline(name: "赵小兰", role: "通讯员"),
      ])
    check(
      "2025-06-24 来源：东河科技新闻网通讯员 王小强 李晓747", source: "东河科技新闻网", published: "2025-06-24",
      [Byline(name: "王小强", role: "通讯员"), Byline(name: "李晓", role: "通讯员")])
  }

  @Test func `a mark of files is no source`() {
    check("发布时间：2024-12-07 16:02:36 来源：sp20241207", published: "2024-12-07")
    check("来源：Donghe在线", source: "Donghe在线")
  }

  @Test func `the editors of a site are nobody`() {
    check("责任编辑：东河新闻网编辑")
  }

  @Test func `a series is no name`() {
    let article = article(under: "系列报道·根源篇")
    #expect(article?.bylines.isEmpty == true)
  }

  @Test func `an account of a county before its report`() {
    let article = segment(restored("社区停车不难了\n云上东河报道 为方便居民出行，东河县增设停车位42个，居民都说好。")).articles.first
    #expect(article?.source == "云上东河")
    #expect(article?.body.string == "为方便居民出行，东河县增设停车位42个，居民都说好。")
  }

  @Test func `the table in which a government discloses a piece`() {
    let page = """
      东河县人民政府
      索引号 01525943-7-30/2016-0405004 发布机构 东河县西坪镇
      公开目录 其他 发布日期 2014-04-28
      文号 浏览量 10
      西坪镇解决群众饮水难题
      \(Self.body)
      """
    let article = segment(restored(page)).articles.first
    #expect(article?.title?.string == "西坪镇解决群众饮水难题")
    #expect(article?.source == "东河县西坪镇")
    #expect(article?.published == CalendarDate(iso: "2014-04-28"))
    #expect(article?.body.string == Self.body)
  }

  @Test func `a paper behind the day of the week`() {
    check("2021年07月06日 星期二 东河晚报", source: "东河晚报", published: "2021-07-06")
    check("2021年07月06日 星期二", published: "2021-07-06")
  }

  @Test func `the stamp of a forum's portal`() {
    check(
      "2022-4-27| 发布者: 东河| 查看: 4374| 评论: 0|原作者: 王小强|来自: 东河新闻网", source: "东河新闻网",
      published: "2022-04-27",
      [Byline(name: "东河", role: "发布者"), Byline(name: "王小强", role: "原作者")])
  }

  @Test func `reports as they are signed in Taiwan`() {
    let simple = "社区长者共餐\n〔记者王小强/东河报导〕今日东河社区举办共餐活动，长者们吃得开心，都说菜好吃。"
    let article = segment(restored(simple)).articles.first
    #expect(article?.bylines.map(\.name) == ["王小强"])
    #expect(article?.body.string.hasPrefix("今日东河社区") == true)
  }

  @Test func `a column with a bar before the headline is no label`() {
    for title in ["视频丨东河县改造老旧小区惠及居民", "图片 | 东河县产业路今天通车"] {
      let article = segment(restored("\(title)\n2018-10-26 09:02 来源：东河网\n\(Self.body)")).articles
        .first
      #expect(article?.title?.string == title)
      #expect(article?.bylines.isEmpty == true)
    }
    check("摄影 | 王小强 李晓", [Byline(name: "王小强", role: "摄影"), Byline(name: "李晓", role: "摄影")])
  }
}
