import Model
import Reading
import TestSupport
import Testing

/// The same page in every encoding gives the same articles, each character from its own bytes.
@Suite struct TwinTests {
  /// A scanned page of two pieces and a page of a mirror site: the kinds of noise there are.
  static let simplified = """
    东河日报 2023年5月6日 星期六 第3版 综合新闻

    老院落换了新模样
    ——东河县改造老旧小区纪实

    本报讯（记者 王强 通讯员 赵兰）今年以来，东河县投入资金３２００万元，改造老旧小
    区 15 个，惠及居民2100户。县住建局负责人告诉

    记者，改造内容包括雨污管\u{3000}网、屋面防水■和公共照明。

    “现在路平了，，灯亮了。”居民陈秀英说。

    西坪镇产业路通车

    &nbsp;&nbsp;3月2日，西坪镇4.5公里长的产业路通车，沿线&ldquo;三村&rdquo;群众出行方便了。（李晓）
    """
  static let traditional = """
    當前位置：首頁 > 縣區動態 > 正文
    東河縣：老院落換了新模樣
    時間：2023-05-06 10:22:31  來源：東河新聞網  作者：王強
    今年以來，，東河縣投入資金3200萬元，改造老舊小區15個，建(jian)設(she)公共照明。
    「現在路平了，燈亮了。」居民陳秀英說，社區還在院子里建了一個黨群服務站。
    責任編輯：李曉
    版權所有：東河新聞網
    """

  @Test(arguments: [
    ("GB18030", "gb18030"), ("UTF-16LE", "utf-16le"), ("UTF-16BE", "utf-16be"),
  ])
  func `a Simplified page`(encoding: String, charset: String) throws {
    let twin = try checkTwin(of: Self.simplified, in: encoding)
    #expect(twin.charset == charset)
  }

  @Test(arguments: [
    ("BIG5", "big5"), ("GB18030", "gb18030"), ("UTF-16LE", "utf-16le"), ("UTF-16BE", "utf-16be"),
  ])
  func `a Traditional page`(encoding: String, charset: String) throws {
    let twin = try checkTwin(of: Self.traditional, in: encoding)
    #expect(twin.charset == charset)
  }

  @Test func `both pages hold what their readers would call articles`() {
    let pages = [Self.simplified, Self.traditional].map {
      read(SourceFile(name: "page.txt", bytes: Array($0.utf8)))
    }
    #expect(pages[0].articles.map(\.title) == ["老院落换了新模样", "西坪镇产业路通车"])
    #expect(pages[1].articles.map(\.title) == ["东河县：老院落换了新模样"])
    #expect(pages[1].articles.first?.source == "东河新闻网")
  }
}
