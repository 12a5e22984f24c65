import Model
import Restoring
import Testing

/// What a site prints around its texts goes; what only looks like it stays.
@Suite struct FurnitureTests {
  private static let first =
    "近日，东河县西坪镇4.5公里长的产业路建成通车，沿线三个村的群众出行方便了，橘子也卖得出去了。"
  private static let second = "据了解，今年以来东河县投入资金3200万元，新建产业路12条共48公里，惠及15个村2100户群众。"
  private static let text = "东河县产业路通车\n\(first)\n\(second)"

  private func words(_ page: String) -> String { restore(decoded(page)).text.string }

  private func check(_ page: String, _ expected: String = text) {
    #expect(words(page) == expected)
  }

  @Test func `a disclaimer and all its points go`() {
    check(
      """
      \(Self.text)
      声明：
      1、凡本网注明来源的稿件，版权均属本网所有，转载须经授权。
      2、部分作品转自其他媒体，不代表本网赞同其观点，也不对其真实性负责。
      3、如有版权问题，请在30日内同本网联系。
      东河在线是本县第一家综合网站，每天发布新闻50条。
      """)
  }

  @Test func `a disclaimer that names sources goes`() {
    check(
      """
      \(Self.text)
      免责声明：客户端未标有“来源：东河新闻”的稿件均为转载稿，版权归原作者，如有问题请联系本网。
      """)
  }

  @Test func `a notice that declares something stays`() {
    let notice = "郑重声明\n我公司从未委托他人收取定金。\n声明：王小强遗失身份证一张，自登报之日起声明作废。"
    check(notice, notice)
    check("\(Self.text)\n\(notice)", "\(Self.text)\n\(notice)")
  }

  @Test func `a text on one line is not lost for a notice in it`() {
    for notice in ["转载请注明出处。", "如有侵权，请联系删除。", "东河网 川ICP备05001号 公网安备。"] {
      let text = String(repeating: Self.first, count: 12)
      let page = "东河县产业路通车\n\(text)\(notice)\(text)\(text)"
      #expect(words(page).contains(text), "\(notice)")
    }
  }

  @Test func `the slogan of a site goes`() {
    check("欢迎访问东河在线！本县综合门户网站，关注民生动态，传播家乡文化！\n\(Self.text)")
  }

  @Test func `a sentence about a site stays`() {
    let text = "\(Self.text)\n县里还办起了门户网站，村民在网上就能预约货车，全年接单2100次。"
    check(text, text)
  }

  @Test func `a control with an arrow divides no headline from its text`() {
    check("东河县产业路通车\n选择乡镇：>>\n\(Self.first)\n\(Self.second)")
  }

  @Test func `the remains of a tag are no breadcrumb`() {
    check("东河县产业路通车\n\" />\n\(Self.first)\n\(Self.second)")
  }

  @Test func `links behind a mark go`() {
    check("\(Self.text)\n- 上一篇：无\n- 下一篇：城关镇召开会议")
  }

  @Test func `a lone closing bracket goes`() {
    check("\(Self.text)\n】")
  }

  @Test func `what stands behind a text on its own line goes`() {
    let line = Self.first + Self.second + Self.first + Self.second
    check("\(line)（东河在线，转载请注明出处。）", line)
  }

  @Test func `the reading of words in square brackets goes`() {
    check(
      "西坪镇的牧民[MuMin]有2100户，牧民[Mu Min]定居[DingJu]后生活好了。", "西坪镇的牧民有2100户，牧民定居后生活好了。")
  }

  @Test func `a bracket that holds no reading stays`() {
    let text = "东河县文件[DongFa]和附件[A]、附件[B]、附件[List]各一份。"
    check(text, text)
    let one = "西坪镇的牧民[MuMin]有2100户。"
    check(one, one)
  }

  @Test func `ragged lines that break between words are joined`() {
    check(
      """
      东河县产业路通车

      3月5日，东河县西坪镇和平村的三十多位村民正在田间管

      理油用牡丹。村里从6年前开始种植油用牡丹，还成立了专业合作

      社。目前，合作社已带动两个乡镇的农户发展油用牡丹两万多

      亩，成了农民增收的主导产业，群

      众都说好。

      东河县有了老饭桌

      西坪镇辖区内的老人占常住人口的三成以上，老年人

      就餐难的问题较为突出。县里引进企业，建设了4家餐厅。
      """,
      """
      东河县产业路通车
      3月5日，东河县西坪镇和平村的三十多位村民正在田间管理油用牡丹。村里从6年前开始种植油用牡丹，还成立了专业合作社。目前，合作社已带动两个乡镇的农户发展油用牡丹两万多亩，成了农民增收的主导产业，群众都说好。
      东河县有了老饭桌
      西坪镇辖区内的老人占常住人口的三成以上，老年人就餐难的问题较为突出。县里引进企业，建设了4家餐厅。
      """)
  }

  @Test func `a headline that ends with a year stays apart from its text`() {
    let page = "东河县统计公报 2022\n\n2022年，全县生产总值95.1亿元，比上年增长4.1%。"
    check(page, "东河县统计公报 2022\n2022年，全县生产总值95.1亿元，比上年增长4.1%。")
  }

  @Test func `a way from the home page with one step goes, and all before it`() {
    check("好范文，好帮手，生活中的好朋友！\n范文网 > 东河县：产业路通车\n\(Self.text)")
    check("东河网 正文\n\(Self.text)")
  }

  @Test func `a count of readers goes`() {
    check("东河县产业路通车\n• 33阅读\n  • 0回复\n0 收藏 打印 增大字体\n\(Self.first)\n\(Self.second)")
  }

  @Test func `a button behind a headline goes`() {
    check("东河县产业路通车 [复制链接]\n\(Self.first)\n\(Self.second)")
    let text = "东河县产业路通车 [图]\n\(Self.first)"
    check(text, text)
  }

  @Test func `a menu whose words look like labels goes`() {
    check("新闻首页|演员新闻|今日更新|新闻月榜\n\(Self.text)")
  }

  @Test func `the names of picture files go`() {
    check("\(Self.first)\n微信图片_20221027223844.jpg\n\(Self.second)", "\(Self.first)\n\(Self.second)")
  }

  @Test func `spaces around marks are closed`() {
    check(
      "全县公路达到9.7万公里 , 新增34个乡镇 、 53个村通路 ， 通车率为82.5% 。",
      "全县公路达到9.7万公里,新增34个乡镇、53个村通路，通车率为82.5%。")
  }

  @Test func `a space behind a mark stays where none is before it`() {
    let text = "全县公路达到9.7万公里， 新增34个乡镇。"
    check(text, text)
  }

  @Test func `a headline that trails off is not joined to the text`() {
    let page = "好消息！东河县产业路通车，沿线三个村出行方便了...\n\(Self.first)"
    check(page, page)
  }

  @Test func `a page on one line is divided where its lines were`() {
    let page =
      "东河县产业路通车 来源：东河网 作者：王强 发布时间：2021-05-06 10:22 \(Self.first)　　\(Self.second) 责任编辑：李晓"
    check(
      page,
      """
      东河县产业路通车
      来源：东河网 作者：王强 发布时间：2021-05-06 10:22
      \(Self.first)
      \(Self.second)
      责任编辑：李晓
      """)
    #expect(restore(decoded(page)).edits == [])
  }

  @Test func `a long line with single spaces stays whole`() {
    let text = "\(Self.first) \(Self.second) \(Self.first)"
    check(text, text)
  }

  @Test func `pictures that could not be kept go`() {
    check("![东河](1129027053.jpg)\n<image>data:image/s3,\"s3://x\" alt=\"\"</image>\n\(Self.text)")
  }

  @Test func `a line of labels is not joined to the text`() {
    let page = "东河县产业路通车\n来源：东河网 作者：王强 收藏成功\n\(Self.first)\n\(Self.second)"
    check(page, page)
  }

  @Test func `a telephone number above the headline goes`() {
    check("热线直播0719-8110110\n\(Self.text)")
    let text = "\(Self.text)\n咨询电话：0719-8110110"
    check(text, Self.text)
  }

  @Test func `a headline that asks is not joined to the dateline`() {
    let page = "谁来种好黑土地？——东河粮食生产调研\n新华社东河5月10日电 农民是粮食生产的主体，村里有2100户种粮。"
    check(page, page)
  }

  @Test func `what a paper says of its last issue goes`() {
    check("这已经是最后一期了哦！\n我知道了\n\(Self.text)")
  }

  @Test func `the list of an electronic paper goes, its day stays`() {
    check(
      """
      第05版：东河
      西坪镇植树造林
      东河县产业路通车
      3上一篇  下一篇4 2019年12月19日 放大 缩小 默认
      \(Self.text)
      3上一篇  下一篇4
      """, "2019年12月19日\n\(Self.text)")
  }

  @Test func `a teaser above the breadcrumb goes`() {
    let long = (1...4).map { "\(Self.second)工程的第\($0)段已经完工，沿线群众都说好。" }.joined(separator: "\n")
    check("\(Self.first)\n您当前的位置：东河网>新闻>\n东河县产业路通车\n\(long)", "东河县产业路通车\n\(long)")
  }

  @Test func `menus of a table, attachments and page codes go`() {
    check("看东河 |\n头条新闻 |\n文苑 |\n\(Self.text)")
    check("\(Self.text)\n4.png\n(389.42 KB, 下载次数: 45)\nA03")
    check("\(Self.text)\n相关热词搜索：产业路")
    check("\\\n\(Self.text)")
  }

  @Test func `a rights statement above the text goes`() {
    check(
      "凡东河日报记者署名文字、图片，版权均属东河日报所有。任何媒体在转载使用时必须注明出处，违者本单位将依法追究法律责任。\n\(Self.text)")
  }

  @Test func `a summary under an exclaimed headline is a line of its own`() {
    let page = "产业路重大进展！东河县新建道路四十八公里\n导读：\(Self.first)\n\(Self.second)"
    check(page, page)
  }

  @Test func `what a site tells those who share goes`() {
    check("打开微信，点击“发现”，使用“扫一扫”即可将网页分享至朋友圈。\n\(Self.text)\n如果觉得有帮助，请打赏支持一下！")
  }

  @Test func `a row of bars that opens with the day stays`() {
    let page =
      "东河县产业路通车\n2022-4-27| 发布者: 东河| 查看: 4374| 评论: 0|原作者: 王强|来自: 东河新闻网\n\(Self.first)\n\(Self.second)"
    check(page, page)
  }
}
