import Model
import Segmenting
import Testing

/// Pages of portals and of electronic papers: one piece under its stamp, or a list above it.
@Suite struct PortalTests {
  private static let body = "近日，东河县完成老旧小区改造15个，惠及居民2100户，县城面貌焕然一新。"
  private static let more = "居民王小强说，家门口的路平了，灯也亮了，晚上散步的人多了起来。"

  private func articles(_ page: String) -> [Article] { segment(restored(page)).articles }

  @Test func `sections under a stamp start no article`() {
    let page = """
      社区小舞台演出大文明

      2019-06-02 10:02:41  来源：东河日报


      \(Self.body)


      便民窗口展示新形象

      近日，记者走进西坪镇便民大厅，前来办事的居民络绎不绝。
      """
    #expect(articles(page).count == 1)
  }

  @Test func `pieces with a stamp each are articles`() {
    let page = """
      东河县改造老旧小区
      2019-06-02 10:02  来源：东河日报
      \(Self.body)

      西坪镇产业路通车
      2019-06-03 09:10  来源：西坪融媒
      近日，西坪镇4.5公里长的产业路建成通车，橘子卖得出去了。
      """
    #expect(articles(page).map { $0.title?.string } == ["东河县改造老旧小区", "西坪镇产业路通车"])
  }

  @Test func `what stands in heavy brackets is no headline`() {
    let page = "【开栏语】\n\(Self.body)\n\(Self.more)"
    #expect(articles(page).map { $0.title?.string } == [nil])
    let column = articles("【新春走基层】\n东河县改造老旧小区\n\(Self.body)")
    #expect(column.first?.title?.string == "东河县改造老旧小区")
  }

  @Test func `a line without words is no headline`() {
    #expect(articles("-04-:31\n东河县改造老旧小区\n\(Self.body)").first?.title?.string == "东河县改造老旧小区")
  }

  @Test func `a paper on a line of its own is the source`() {
    let article = articles("东河县改造老旧小区\n\n东河日报\n\n\(Self.body)").first
    #expect(article?.source == "东河日报")
    #expect(article?.body.string == Self.body)
    let heading = articles("东河县改造老旧小区\n\n织密服务网\n\n\(Self.body)").first
    #expect(heading?.source == nil)
  }

  @Test func `a summary under the headline is no part of the text`() {
    let article = articles("东河县改造老旧小区\n\n核心提示：改造惠及居民2100户，这是今年最大的民生工程。\n\n\(Self.body)").first
    #expect(article?.body.string == Self.body)
    let alone = articles("东河县改造老旧小区\n\n核心提示：改造惠及居民2100户，这是今年最大的民生工程。").first
    #expect(alone?.body.string.hasPrefix("核心提示") == true)
  }

  @Test func `the headline of a notice stands below the site's names`() {
    let page = """
      东河市基层政务公开
      东河市自然资源和规划局 县级
      2023-02-24 2023-02-24
      东河市人民政府关于拟征收西坪镇河口村石桥村集体土地的预公告

      东政征预告字〔2023〕第5号

      为实施年度土地利用计划，东河市人民政府拟征收西坪镇集体土地2.8593公顷。

      特此公告。
      """
    let notice = articles(page).first
    #expect(notice?.title?.string == "东河市人民政府关于拟征收西坪镇河口村石桥村集体土地的预公告")
    #expect(notice?.kind == .notice)
    #expect(notice?.body.string.hasPrefix("为实施年度") == true)
  }

  @Test func `a number in brackets ends the headline of a notice`() {
    let page = "征收土地预公告（东政征〔2024〕5号）\n\(Self.body)\n\(Self.more)"
    #expect(articles(page).first?.kind == .notice)
    #expect(articles("东河县通车（图）\n\(Self.body)").first?.kind == .news)
  }

  @Test func `a place with a colon opens the headline below the column`() {
    let page = """
      攻坚克难看水利
      青山县：
      “小水库”管出“大效益”

      东河日报讯（记者 王强）今年以来，青山县聘请巡查员123名。

      白河县：
      “明白卡”写明“防汛账”

      东河日报讯（记者 李晓）连日来，白河县发放明白卡1.2万张。
      """
    #expect(
      articles(page).map { $0.title?.string } == ["青山县：“小水库”管出“大效益”", "白河县：“明白卡”写明“防汛账”"])
  }

  @Test func `headings that speak of people start no article`() {
    let page = """
      东河县村庄变美了

      \(Self.body)
      村子变好了
      外出的村民回来了
      走在西坪镇的路上，青草树木装饰道旁，花香沁人心脾，游客越来越多。
      """
    #expect(articles(page).count == 1)
  }

  @Test func `scenes are sections`() {
    let page = """
      \(Self.body)
      场景一：送水进村
      听说送水车要来，村民们都把家里的桶拿了出来，在村口路边翘首以待。
      场景二：打井找水
      还没进村，村里的机器轰鸣声就远远地传来，井已经打到了109米深。
      """
    #expect(articles(page).count == 1)
  }

  @Test func `words that head an introduction are no headline`() {
    #expect(articles("编者按\n\(Self.body)\n\(Self.more)").first?.title == nil)
  }

  @Test func `the headline printed again without its column is no text`() {
    let page = "时讯：东河县改造老旧小区十五个\n\n本文转自：东河日报\n\n东河县改造老旧小区十五个\n\n\(Self.body)"
    #expect(articles(page).first?.body.string == Self.body)
  }

  @Test func `a heading about housing areas starts no article`() {
    let page = """
      东河县小区变美了

      \(Self.body)

      △改造后的东河小区（受访者供图）

      为老旧小区增添“文艺范”

      △焕然一新的领事巷（受访者供图）

      \(Self.more)
      """
    #expect(articles(page).count == 1)
    #expect(articles(page).first?.subtitle == nil)
  }

  @Test func `the site and its column are no headline`() {
    let page = "手机东河网 美丽乡村\n\n采金菊 增收益\n\n2020-11-23 08:52 东河日报\n\n\(Self.body)"
    #expect(articles(page).first?.title?.string == "采金菊 增收益")
    let headline = articles("东河织密 服务网\n\n\(Self.body)\n\(Self.more)").first
    #expect(headline?.title?.string == "东河织密 服务网")
  }

  @Test func `days are no headline`() {
    #expect(articles("4月22日至23日\n东河县改造老旧小区\n\(Self.body)").first?.title?.string == "东河县改造老旧小区")
  }

  @Test func `a slogan stands far above the headline and its stamp`() {
    let page = "看家乡事，品故乡情\n\n\n集中供暖今天在东河县正式开始\n\n东河晚报 2016-11-15 00:00 大字\n\n\(Self.body)"
    #expect(articles(page).first?.title?.string == "集中供暖今天在东河县正式开始")
    let near = "东河县今天暖起来\n集中供暖今天在东河县正式开始\n东河晚报 2016-11-15 00:00 大字\n\(Self.body)"
    #expect(articles(near).first?.title?.string.hasPrefix("东河县今天暖起来") == true)
  }

  @Test func `a long headline that calls out above its stamp`() {
    let page =
      "【美丽东河·生态行】视频 | 东河县祁村全力推进煤改气工作 污染少了环境美了村民都笑了！\n\n发稿时间：2018-10-26 09:02:00 来源：东河网 东河网\n\n\(Self.body)"
    let article = articles(page).first
    #expect(article?.title?.string.hasSuffix("村民都笑了！") == true)
    #expect(article?.source == "东河网")
  }
}
