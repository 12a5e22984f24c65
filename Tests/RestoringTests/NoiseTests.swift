import Model
import Restoring
import Testing

/// A clean text, broken in one known way each time, must come back.
@Suite struct NoiseTests {
  static let clean = """
    东河县：老院落换了新模样

    今年以来，东河县投入资金3200万元，改造老旧小区15个。县住建局负责人告诉记者，改造内容包括雨污管网、屋面防水和公共照明。

    “现在路平了，灯亮了。”居民陈秀英说，社区还在院子里建了一个党群服务站。
    """

  private func check(
    _ broken: String, _ expected: String, _ reasons: Set<EditReason>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let result = restore(decoded(broken))
    let words = result.lines.map { result.text.string($0.span) }
    let wanted = expected.split(separator: "\n").map(String.init)
    #expect(words == wanted, sourceLocation: sourceLocation)
    #expect(Set(result.edits.map(\.reason)) == reasons, sourceLocation: sourceLocation)
  }

  private func check(
    _ broken: String, _ reasons: Set<EditReason>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    check(broken, Self.clean, reasons, sourceLocation: sourceLocation)
  }

  private func replaced(_ pairs: (String, String)...) -> String {
    pairs.reduce(Self.clean) { text, pair in
      precondition(text.contains(pair.0), "“\(pair.0)” is in the clean text")
      return text.split(separator: pair.0, omittingEmptySubsequences: false)
        .joined(separator: pair.1)
    }
  }

  @Test func `a clean text passes unchanged`() {
    check(Self.clean, [])
  }

  @Test func `a line end inside a word is joined`() {
    check(replaced(("雨污管网", "雨污管\n\n网")), [.lineBreak])
  }

  @Test func `a line end after a comma is joined`() {
    check(replaced(("路平了，灯亮了", "路平了，\n灯亮了")), [.lineBreak])
  }

  @Test func `phrases on lines of their own become a sentence`() {
    check(
      "清晨的阳光洒进小院，\n72岁的陈秀英坐在长椅上，\n和邻居拉着家常。", "清晨的阳光洒进小院，72岁的陈秀英坐在长椅上，和邻居拉着家常。",
      [.lineBreak])
  }

  @Test func `a text wrapped at a column is unwrapped, its paragraphs stay`() {
    check(
      """
      今年以来东河县坚持把老旧小区改造作为重要民
      生工程来抓投入资金三千二百万元改造小区十五
      个受到群众的欢迎。
      县住建局相关负责同志表示接下来还将继续加大
      投入力度争取到年底前把剩下的二十个老旧小区
      全部改造完成。
      """,
      """
      今年以来东河县坚持把老旧小区改造作为重要民生工程来抓投入资金三千二百万元改造小区十五个受到群众的欢迎。
      县住建局相关负责同志表示接下来还将继续加大投入力度争取到年底前把剩下的二十个老旧小区全部改造完成。
      """, [.lineBreak])
  }

  @Test func `a line that ends with a clock time stays`() {
    let page = "东河网 2021-11-25 10:36\n11月24日，记者从县住建局获悉，今年改造老旧小区15个。"
    check(page, page, [])
  }

  @Test func `what follows a heading of links goes`() {
    check(
      Self.clean + "\n\n相关推荐：\n河口镇：荷花开了，八方游客来，一天接待游客3000余人次，好不热闹。",
      Self.clean, [.boilerplate])
  }

  @Test func `a link that ran into the text goes`() {
    check(Self.clean + "返回首页，查看更多", [.boilerplate])
  }

  @Test func `what a site asks of authors and correspondents goes`() {
    check(
      Self.clean + "\n\n如果本页用了您的图片，请作者与本站联系。", Self.clean, [.boilerplate])
    check(
      "新闻投稿邮箱：news@example.com 东河网记者群：10000000\n" + Self.clean, Self.clean, [.boilerplate])
  }

  @Test func `the last word of a sentence on a line of its own is joined`() {
    check("聘请律师6名，受教育群众1.2万人\n次。", "聘请律师6名，受教育群众1.2万人次。", [.lineBreak])
  }

  @Test func `a line end after a word that promises more is joined`() {
    check(replaced(("告诉记者", "告诉\n\n记者")), [.lineBreak])
  }

  @Test func `a character doubled at a break goes`() {
    check(replaced(("投入资金", "投入资\n\n资金")), [.lineBreak, .doubled])
  }

  @Test func `a caption inside a broken sentence moves behind it`() {
    let broken = replaced(("雨污管网", "雨污管\n\n\n\n施工人员在铺设管道\n\n网"))
    let expected = replaced(("公共照明。", "公共照明。\n施工人员在铺设管道"))
    check(broken, expected, [.lineBreak])
  }

  @Test func `zero-width characters and soft hyphens go`() {
    check(replaced(("改造", "改\u{200B}造"), ("社区", "社\u{AD}区")), [.invisible])
  }

  @Test func `full-width digits and letters become narrow`() {
    check(replaced(("3200", "３２００"), ("15", "１５")), [.fullWidth])
  }

  @Test func `full-width punctuation stays`() {
    check("地处（东经）１０３．５度，海拔约５００米。", "地处（东经）103.5度，海拔约500米。", [.fullWidth])
  }

  @Test func `spaces between digits and Han are closed`() {
    check(replaced(("资金3200万元", "资金 3200 万元"), ("小区15个", "小区 15 个")), [.spacing])
  }

  @Test func `a space inside a number is closed`() {
    check("每亩收入2 .7万元，比上年多0. 3万元。", "每亩收入2.7万元，比上年多0.3万元。", [.spacing])
  }

  @Test func `characters set apart are closed up`() {
    check(replaced(("居民陈秀英说", "居 民 陈 秀 英 说")), [.spacing])
  }

  @Test func `spaces that divide a headline stay`() {
    check("东河县 老院落换了新模样 12个小区受益", "东河县 老院落换了新模样 12个小区受益", [])
  }

  @Test func `pinyin after characters goes`() {
    check(replaced(("改造老", "改(gǎi)造老"), ("社区", "社(she)区(qu)")), [.pinyin])
  }

  @Test func `honest brackets stay`() {
    let text = "全县86个村（社区）开通了手机APP(小程序)，圆周率(pi)除外。"
    check(text, text, [])
  }

  @Test func `ornaments between words go`() {
    check(replaced(("雨污管网", "雨污◆★管网"), ("公共照明", "公共■照明")), [.ornament])
  }

  @Test func `marks that open a line or a credit stay`() {
    let text = "■ 本报记者 王小明\n▲改造后的院落。\n●一是抓管网，●二是抓照明。"
    check(text, text, [])
  }

  @Test func `a spam line goes`() {
    check(Self.clean + "\n\n国产精品一区二区三区_欧美日韩在线观看_久久中文字幕无码", [.spam])
  }

  @Test func `spam hidden in the body goes`() {
    check(replaced(("公共照明。", "公共照明。亚洲欧美国产精品久久久无码在线观看")), [.spam])
  }

  @Test func `numbered districts are no spam`() {
    let text = "园区分为一区、二区、三区，国产设备占九成，欧美客户占一成。"
    check(text, text, [])
  }

  @Test func `tags with random names go`() {
    let tags = "<cite id=\"xkqzj\"></cite>\n  1. <dfn id=\"xkqzj\"><rp></rp></dfn>\n\n"
    check(tags + Self.clean + "\n\n</", [.markup])
  }

  @Test func `named spaces left in plain text go`() {
    check(replaced(("“现在", "&nbsp;&nbsp;“现在")), [.markup])
  }

  @Test func `commas put before other marks go`() {
    check(replaced(("改造老旧小区15个。", "改造老旧小区15个,。"), ("，改造内容", "，，改造内容")), [.doubled])
  }

  @Test func `a menu, a breadcrumb and a footer go`() {
    let page = """
      首页 | 新闻 | 专题 | 视频 | 图片
      当前位置：首页 > 县区新闻 > 正文

      \(Self.clean)

      上一篇：没有了
      版权所有：东河新闻网 | 关于我们 | 联系我们
      川ICP备05000000号
      """
    check(page, [.boilerplate])
  }

  @Test func `lines of source and editor stay`() {
    let page = Self.clean + "\n\n责任编辑：王小明\n免责声明：转载自其他媒体。"
    check(page, Self.clean + "\n责任编辑：王小明", [.boilerplate])
  }

  @Test func `a table inside a text stays`() {
    let text =
      "全县户籍人口83.3万人，其中城镇人口21.7万人。\n指标 | 人数 | 比重 |\n城镇 | 217319 | 26.1 |\n832955\n乡村人口61.6万人，比上年末减少0.4万人，降幅0.6%。"
    check(text, text, [])
  }

  @Test func `a word that a break divides inside a number is joined`() {
    check(replaced(("3200万元", "32\n00万元")), [.lineBreak])
  }

  @Test func `Traditional script becomes Simplified`() {
    let traditional = """
      東河縣：老院落換了新模樣

      今年以來，東河縣投入資金3200萬元，改造老舊小區15個。縣住建局負責人告訴記者，改造內容包括雨污管網、屋面防水和公共照明。

      “現在路平了，燈亮了。”居民陳秀英說，社區還在院子裡建了一個黨群服務站。
      """
    check(traditional, [])
  }

  @Test func `a rule of signs between two pieces goes`() {
    check(replaced(("\n\n今年", "\n\n※※※★★★\n\n今年")), [.ornament])
  }

  @Test func `a page turn at the end of a paragraph goes`() {
    check(replaced(("公共照明。", "公共照明。（下转第三版）")), [.boilerplate])
  }

  @Test func `a page turn on a line of its own goes`() {
    check(replaced(("\n\n“现在", "\n\n（上接第一版）\n\n“现在")), [.boilerplate])
  }

  @Test func `what stands in brackets and speaks of pages stays`() {
    let text = "这本书讲的是东河县的历史（第三版），县图书馆有20册。"
    check(text, text, [])
  }

  @Test func `the rest of a paragraph behind another column's text moves back`() {
    check(
      """
      今年以来，东河县投入资金3200万元，改造老旧小区15个，县住建局的负责同志介绍说，改造的内

      西坪镇：产业路通车

      3月2日，西坪镇4.5公里长的产业路通车。

      容包括雨污管网、屋面防水和公共照明，惠及居民2100户。
      """,
      """
      今年以来，东河县投入资金3200万元，改造老旧小区15个，县住建局的负责同志介绍说，改造的内容包括雨污管网、屋面防水和公共照明，惠及居民2100户。
      西坪镇：产业路通车
      3月2日，西坪镇4.5公里长的产业路通车。
      """, [.lineBreak])
  }

  @Test func `a word that goes on in the next line looks for no rest elsewhere`() {
    check(
      """
      今年以来，东河县投入资金3200万元，改造老旧小区15个，县住建局的负责同志带人到院子里清

      理多年的杂物，惠及居民2100户。

      新开工的公路项目共有12个，总投资3.8亿元。
      """,
      """
      今年以来，东河县投入资金3200万元，改造老旧小区15个，县住建局的负责同志带人到院子里清理多年的杂物，惠及居民2100户。
      新开工的公路项目共有12个，总投资3.8亿元。
      """, [.lineBreak])
  }

  @Test func `the address of a page goes, the day beside it stays`() {
    let address = "http://news.donghe.gov.cn/2024/0302/c1001-318.html"
    check(replaced(("\n\n“现在", "\n\n\(address)\n\n“现在")), [.boilerplate])
    check(replaced(("\n\n“现在", "\n\n\(address) \n\n“现在")), [.boilerplate])
  }

  @Test func `a paragraph that the scan cut off stays where no rest is printed`() {
    let page = """
      今年以来，东河县投入资金3200万元，改造老旧小区15个，县住建局的负责同志介绍说，改造的内
      西坪镇：产业路通车
      3月2日，西坪镇4.5公里长的产业路通车。
      村民们说，路修好了，出门方便多了。
      """
    check(page, page, [])
  }

  @Test func `a line of share buttons inside a text goes`() {
    check(replaced(("\n\n“现在", "\n\n微信好友 朋友圈 QQ空间 复制链接\n\n“现在")), [.boilerplate])
  }

  @Test func `columns of two widths are unwrapped each at its own`() {
    check(
      """
      西坪镇新修水泥路42公里

      本报讯西坪镇今年整
      合资金1860万元，新修水
      泥路42公里，方便了9个
      村的群众出行。

      河口镇石榴进入采摘高峰

      金秋九月，河口镇2.3万亩石榴陆续成熟。全
      镇18个村的果农忙着采摘、分拣、装箱，每天有
      50多吨石榴发往外地，收入比上年增加一成，果
      农们都说，今年的石榴又大又甜。
      """,
      """
      西坪镇新修水泥路42公里
      本报讯西坪镇今年整合资金1860万元，新修水泥路42公里，方便了9个村的群众出行。
      河口镇石榴进入采摘高峰
      金秋九月，河口镇2.3万亩石榴陆续成熟。全镇18个村的果农忙着采摘、分拣、装箱，每天有50多吨石榴发往外地，收入比上年增加一成，果农们都说，今年的石榴又大又甜。
      """, [.lineBreak])
  }

  @Test func `lines of one width that end sentences stay`() {
    let page = "一要抓好春耕生产和田间管理。\n二要抓好农田水利和道路建设。\n三要抓好农民增收和社会治安。\n四要抓好干部作风和队伍建设。"
    check(page, page, [])
  }
}
