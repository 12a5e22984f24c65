import Model
import Segmenting
import Testing

/// One page for each way that papers and portals lay out their articles.
@Suite struct LayoutTests {
  /// An article as `title / subtitle / first words…last words`.
  private func check(
    _ page: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      segment(restored(page)).articles.map(Self.digest) == expected,
      sourceLocation: sourceLocation)
  }

  private static func digest(_ article: Article) -> String {
    let heads = [article.title, article.subtitle].compactMap { $0?.string }
    let copy = article.duplicateOf.map { " = \($0)" } ?? ""
    return heads.joined(separator: " / ") + " [" + article.body.string.prefix(4) + "…"
      + article.body.string.suffix(4) + "]" + copy
  }

  private static let first = """
    东河县改造老旧小区15个

    东河日报讯（记者 王强）今年以来，东河县投入资金3200万元，改造老旧小区15个。

    “现在路平了，灯亮了。”居民陈秀英说，院子里还建了党群服务站。
    """

  @Test func `two articles with datelines`() {
    check(
      Self.first + """


        西坪镇：产业路修到家门口

        东河日报讯 3月2日，记者在西坪镇看到，4.5公里长的产业路已经通车。
        """,
      ["东河县改造老旧小区15个 [今年以来…服务站。]", "西坪镇：产业路修到家门口 [3月2日…经通车。]"])
  }

  @Test func `an article after a closing byline`() {
    check(
      """
      东河县改造老旧小区15个

      今年以来，东河县投入资金3200万元，改造老旧小区15个。

      (王强)

      西坪镇：产业路修到家门口

      走在西坪镇新修的产业路上，村民们脚步轻快，这条路全长4.5公里。

      (李晓)
      """,
      ["东河县改造老旧小区15个 [今年以来…15个。]", "西坪镇：产业路修到家门口 [走在西坪…5公里。]"])
  }

  @Test func `a headline over two lines is one`() {
    check(
      """
      东河县创新机制
      打通服务“最后一公里”

      东河日报讯 今年以来，东河县梳理下沉事项113项，群众办事只跑一次。
      """,
      ["东河县创新机制打通服务“最后一公里” [今年以来…跑一次。]"])
  }

  @Test func `a dash opens the subtitle`() {
    check(
      """
      小院落里的大民生

      ——东河县老旧小区改造纪实

      春日的午后，陈秀英坐在院子里晒太阳，身旁的月季开得正好。
      """,
      ["小院落里的大民生 / 东河县老旧小区改造纪实 [春日的午…得正好。]"])
  }

  @Test func `a dash inside a headline without a space belongs to it`() {
    check(
      "民生2024——老旧小区焕新颜\n\n春日的午后，陈秀英坐在院子里晒太阳，身旁的月季开得正好。",
      ["民生2024——老旧小区焕新颜 [春日的午…得正好。]"])
  }

  @Test func `headings inside an article start no new one`() {
    let page = """
      小院落里的大民生

      春日的午后，陈秀英坐在小院里晒太阳，身旁的月季开得正好。

      党建引领
      小院有了主心骨

      小院党支部把民生放在心上，院里的大小事情有人管，居民们都说好。

      共建共享
      小院有了新模样

      小院里新修了花坛和凉亭，民生工程让老人孩子都有了好去处。
      """
    let articles = segment(restored(page)).articles
    #expect(articles.count == 1)
    #expect(articles.first?.kind == .feature)
    #expect(articles.first?.asides.count == 4)
  }

  @Test func `captions start no new article`() {
    let page = """
      东河县改造老旧小区15个

      今年以来，东河县投入资金3200万元，改造老旧小区15个，受益居民2100户。



      县住建局负责人（左）向居民介绍改造方案

      老旧小区改造涉及雨污管网、屋面防水，东河县把好事办到居民心坎上。
      """
    check(page, ["东河县改造老旧小区15个 [今年以来…心坎上。]"])
  }

  @Test func `a notice ends before its signature and takes its date`() {
    let page = """
      关于青河大桥封闭施工的通告

      因青河大桥维修加固施工需要，决定自2020年3月10日起实行全封闭施工。

      特此通告。

      东河县交通运输局

      2020年3月3日
      """
    let article = segment(restored(page)).articles.first
    #expect(article?.kind == .notice)
    #expect(article?.published == CalendarDate(iso: "2020-03-03"))
    #expect(article?.body.string.hasSuffix("特此通告。") == true)
  }

  @Test func `a notice printed twice is stored once`() {
    let notice = """
      关于青河大桥封闭施工的通告

      因青河大桥维修加固施工需要，决定自2020年3月10日起实行全封闭施工。

      东河县交通运输局

      2020年3月3日
      """
    let result = segment(restored(notice + "\n\n" + notice + "\n\n封闭施工。\n\n东河县交通运输局"))
    #expect(result.articles.map(\.duplicateOf) == [nil, 0])
    #expect(result.edits.map(\.reason) == [.repeated, .repeated])
  }

  @Test func `the banner of a newspaper page gives paper and day`() {
    let page = "东河日报 2020年3月4日 星期三 第02版 要闻\n\n" + Self.first
    let result = segment(restored(page))
    #expect(result.articles.map(Self.digest) == ["东河县改造老旧小区15个 [今年以来…服务站。]"])
    #expect(result.articles.first?.published == CalendarDate(iso: "2020-03-04"))
    #expect(result.edits.map(\.reason) == [.boilerplate])
  }

  @Test func `news in brief under short headlines`() {
    check(
      """
      省里来人调研

      本报讯（记者 王强）9月6日，省文明办一行来我县调研新时代文明实践中心建设。

      我县举行消防演练

      9月5日，县消防大队联合县医院开展演练，疏散群众120余人，历时25分钟。（李文）

      遗失声明

      王大力遗失身份证一张，声明作废。
      """,
      [
        "省里来人调研 [9月6日…心建设。]", "我县举行消防演练 [9月5日…5分钟。]", "遗失声明 [王大力遗…明作废。]",
      ])
  }

  @Test func `a page printed twice has each article and its copy`() {
    let page = Self.first + "\n\n西坪镇修路\n\n东河日报讯 3月2日，4.5公里长的产业路在西坪镇通车了。"
    let articles = segment(restored(page + "\n\n" + page)).articles
    #expect(articles.map(\.duplicateOf) == [nil, nil, 0, 1])
  }

  @Test func `reports with a date line each`() {
    check(
      """
      东河县发生4.1级地震
      2019-03-05 10:20
      记者从县应急局获悉，3月5日9时东河县发生4.1级地震，暂无人员伤亡。


      西坪镇扑灭一起山火
      2019-03-08
      昨日下午，西坪镇端溪村发生山火，过火面积12亩，当晚被扑灭。
      """,
      ["东河县发生4.1级地震 [记者从县…员伤亡。]", "西坪镇扑灭一起山火 [昨日下午…被扑灭。]"])
  }

  @Test func `a headline that is printed again before the dateline counts once`() {
    check(
      """
      东河日报|东河县改造老旧小区15个
      发布时间:2020-12-09 10:19 来源:东河日报
      东河县改造老旧小区15个
      东河日报12月8日讯（记者 王强）12月8日，记者走进东门社区，新铺的柏油路平坦干净。
      """,
      ["东河日报|东河县改造老旧小区15个 [12月8…坦干净。]"])
  }

  @Test func `a bulletin with numbered sections and tables is one article`() {
    let page = """
      东河县2021年国民经济和社会发展统计公报
      东河县统计局
      （2022年4月2日）
      2021年，全县上下坚持稳中求进工作总基调，经济稳定恢复。
      一、综合
      全年全县地区生产总值245.61亿元，比上年增长8.7%。
      表1 2021年末户籍人口
      指标 | 年末数（人） | 比重（%） |
      全县户籍人口 | 832955 | 100 |
      二、农业
      全年粮食产量49.9万吨，同比增长1.4%。
      """
    let articles = segment(restored(page)).articles
    #expect(articles.count == 1)
    #expect(articles.first?.kind == .feature)
    #expect(articles.first?.published == CalendarDate(iso: "2022-04-02"))
    #expect(articles.first?.bylines == [Byline(name: "东河县统计局")])
  }

  @Test func `a picture with its caption is a photo`() {
    let page = """
      抢栽越冬蔬菜

      眼下正是越冬蔬菜栽种时节，东河县村民正忙着在田间抢栽莴笋。

      王强 李晓 摄影报道
      """
    #expect(segment(restored(page)).articles.map(\.kind) == [.photo])
  }

  @Test func `short pieces without blank lines between`() {
    check(
      """
      东河日报 2014年5月6日 星期二 第3版 综合新闻
      西坪镇新建农家书屋12个
      本报讯（记者 王强）今年以来，西坪镇投入资金36万元，新建农家书屋12个。
      河口镇千亩荷塘
      引来八方游客
      连日来，河口镇千亩荷塘里的荷花竞相开放，每天接待游客3000余人次。（李晓）
      东山村种桑养蚕富了口袋
      近日，在东山村蚕桑基地，52户村民正忙着采摘桑叶，户均增收2.3万元。
      """,
      [
        "西坪镇新建农家书屋12个 [今年以来…12个。]", "河口镇千亩荷塘引来八方游客 [连日来，…余人次。]",
        "东山村种桑养蚕富了口袋 [近日，在…3万元。]",
      ])
  }

  @Test func `reporters named twice tell two pieces apart`() {
    check(
      """
      东河县新建幼儿园12所

      本报讯（记者 王强）今年以来，东河县在农村新建幼儿园12所，新增学位2100个。

      旧校舍换新颜
      孩子就近入园

      全县盘活闲置的小学校舍，改建幼儿园38个，增设附属幼儿园29个。

      （李晓 赵兰）
      """,
      ["东河县新建幼儿园12所 [今年以来…00个。]", "旧校舍换新颜孩子就近入园 [全县盘活…29个。]"])
  }

  @Test func `a byline at the end of a long piece starts none at its last heading`() {
    let page = """
      小村庄的大变化

      初夏时节，走进双桥村，青山叠翠，一栋栋农家小院错落有致，村民笑声不断。

      强组织 聚合力

      双桥村党支部把党小组建在产业链上，全村成立产业党小组12个。

      美环境 换新颜

      去年以来，双桥村投入资金80万元，改造户厕120座，村容村貌焕然一新。

      （王强 李晓）
      """
    #expect(segment(restored(page)).articles.count == 1)
  }

  @Test func `parallel headings with other places are sections`() {
    let page = """
      人勤春来早 田间耕作忙
      东河县各地掀起春耕生产热潮
      本报讯（记者 王强）一年之计在于春。连日来，东河县各地抢抓农时，春耕生产热潮涌动。
      西坪镇
      机械轰鸣春耕忙
      3月5日，在西坪镇双桥村，3台旋耕机来回穿梭，全镇已翻耕1.2万亩。
      河口镇
      育秧工厂育新苗
      3月6日，走进河口镇育秧工厂，工人们正忙着播种，可满足3200亩大田用秧。
      """
    #expect(segment(restored(page)).articles.count == 1)
  }

  @Test func `notices in a row with their signatures`() {
    check(
      """
      停水公告
      各位用户：
      因供水管道检修，定于2021年5月25日对青河路沿线停水，请做好储水准备。
      2021年5月24日
      东河市自来水有限公司
      拍卖公告
      受委托，定于2021年6月3日上午10时公开拍卖旧车12辆，请持有效证件报名。
      东河市正信拍卖有限公司
      2021年5月24日
      """,
      ["停水公告 [各位用户…水准备。]", "拍卖公告 [受委托，…件报名。]"])
  }

  @Test func `pictures with captions make a page of photos`() {
    let page = """
      04版 影像

      茶山春早

      ▲3月5日，西坪镇茶农在茶园里采摘春茶，一派繁忙景象。通讯员 王强摄

      荷塘新绿

      3月6日，河口镇村民在荷塘里栽种莲藕，全镇种植莲藕1200亩。

      特约通讯员 李晓摄

      羊肥牛壮产业兴

      3月7日，东山村养殖户在喂羊，全村年出栏肉羊3200只。（记者 赵兰）
      """
    let articles = segment(restored(page)).articles
    #expect(articles.map(\.title?.string) == ["茶山春早", "荷塘新绿", "羊肥牛壮产业兴"])
    #expect(articles.allSatisfy { $0.kind == .photo })
  }

  @Test func `a column's name in letters heads the page`() {
    check(
      "教育 JIAOYU\n\n\n" + Self.first, ["东河县改造老旧小区15个 [今年以来…服务站。]"])
  }

  @Test func `a dash between two headlines opens the subtitle`() {
    check(
      "招聘会开到了家门口——东河县春风行动见闻②\n\n春日的午后，陈秀英在招聘会上找到了满意的工作。",
      ["招聘会开到了家门口 / 东河县春风行动见闻② [春日的午…的工作。]"])
  }

  @Test func `a page without a headline is one article`() {
    check("今年以来，东河县投入资金3200万元，改造老旧小区15个。", [" [今年以来…15个。]"])
  }

  @Test func `an empty page has no article`() {
    check("", [])
  }

  @Test func `briefs without credits under headlines over two lines`() {
    check(
      """
      西坪镇石榴园
      迎来采摘高峰

      金秋九月，西坪镇2.3万亩石榴陆续成熟，每天有50多吨石榴发往外地。

      河口镇新修
      水泥路42公里

      河口镇今年整合资金1860万元，新修水泥路42公里，方便了9个村的群众。

      南山镇开办
      农民夜校

      南山镇在12个村开办农民夜校，讲授蔬菜种植技术，已有800多人次参加。
      """,
      [
        "西坪镇石榴园迎来采摘高峰 [金秋九月…往外地。]", "河口镇新修水泥路42公里 [河口镇今…的群众。]",
        "南山镇开办农民夜校 [南山镇在…次参加。]",
      ])
  }

  @Test func `the name of a column of pictures is no headline`() {
    let articles = segment(
      restored(Self.first + "\n\n（王强）\n\n图片新闻\n\n3月2日，河口镇的村民在采摘草莓，该村有大棚草莓120亩。\n（李晓 摄）")
    ).articles
    #expect(articles.map { $0.title?.string } == ["东河县改造老旧小区15个", nil])
    #expect(articles.last?.kind == .photo)
  }

  @Test func `a headline that exclaims`() {
    check(
      "好消息！东河县通火车了……\n原创 东河融媒 掌上东河\n3月2日上午10时，首趟列车开进东河县，全程120公里。",
      ["好消息！东河县通火车了…… [3月2日…0公里。]"])
  }

  @Test func `a town's report under its own name`() {
    let article = segment(restored("县公安局破案7起\n河口讯 3月18日，派出所民警抓获嫌疑人2名，破案7起。")).articles.first
    #expect(article?.dateline == "河口")
    #expect(article?.body.string.hasPrefix("3月18日") == true)
  }

  @Test func `a long banner with the editors of the page`() {
    let articles = segment(
      restored(
        "新闻热线：0800-123456　　　2009年11月3日 星期二　　　责任编辑：王强　　　综合 A06\n\n" + Self.first)
    ).articles
    #expect(articles.map { $0.title?.string } == ["东河县改造老旧小区15个"])
    #expect(articles.first?.published == CalendarDate(iso: "2009-11-03"))
  }

  @Test func `a summary above the headline is no piece of its own`() {
    check(
      "核心提示：东河县投入资金3200万元改造老旧小区。\n\n" + Self.first,
      ["东河县改造老旧小区15个 [今年以来…服务站。]"])
  }

  @Test func `a report without a headline starts at its dateline`() {
    check(
      Self.first + """


        新华社东河3月2日电（记者李晓）东河县近日新开工公路项目12个，总投资3.8亿元。

        其中，投资最大的是东河至西坪公路。
        """,
      ["东河县改造老旧小区15个 [今年以来…服务站。]", " [东河县近…坪公路。]"])
    check(
      Self.first + """


        据新华社东河3月2日电（记者李晓）东河县近日新开工公路项目12个，总投资3.8亿元。
        """,
      ["东河县改造老旧小区15个 [今年以来…8亿元。]"])
  }
}
