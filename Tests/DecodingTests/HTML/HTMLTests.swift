import Decoding
import Model
import TestSupport
import Testing

@Suite struct HTMLTests {
  /// Expects the lines that a page is read as; a region other than content goes before `|`.
  private func check(
    _ page: String, _ expected: [String], name: String = "a.html",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let document = decode(SourceFile(name: name, bytes: Array(page.utf8)))
    let lines = document.lines.map { line in
      let region = line.markup?.region ?? .content
      return (region == .content ? "" : "\(region)|") + document.text.string(line.span)
    }
    #expect(document.mediaType == "text/html", sourceLocation: sourceLocation)
    #expect(lines == expected, sourceLocation: sourceLocation)
    expectOrder(document, in: Array(page.utf8), sourceLocation: sourceLocation)
  }

  @Test func `each block is a line and inline markup is none`() {
    check(
      "<p>绵竹市<b>改造</b><span>小区</span></p><div>第二<p>第三</p>第四</div>",
      [
        "绵竹市改造小区", "第二", "第三", "第四",
      ])
    check(
      "<ul><li>甲<li>乙</ul><table><tr><td>丙</td><td>丁</td></tr></table>",
      [
        "甲", "乙", "丙", "丁",
      ])
    check("<div>前<p></p>后</div>", ["前", "后"])
  }

  @Test func `a br breaks the line inside its container`() {
    let page = "<div><p>一<br>二<br/><br>三</p></div>"
    check(page, ["一", "二", "三"])
    let lines = decode(SourceFile(name: "a.html", bytes: Array(page.utf8))).lines
    #expect(lines.map(\.blankBefore) == [0, 0, 1])
    #expect(Set(lines.map(\.markup?.container)).count == 1)
  }

  @Test func `white space is one space with all its bytes`() throws {
    let page = "<p>\n  全市  \r\n\t共 <b> 三</b> 个 </p>"
    check(page, ["全市 共 三 个"])
    let text = decode(SourceFile(name: "a.html", bytes: Array(page.utf8))).text
    #expect(text.origins[2] == Origin(byteOffset: 12, byteLength: 5))
  }

  @Test func `an entity has the bytes it is written in`() {
    let page = "<p>&ldquo;三&#26080;&#x5C0F;&rdquo;&nbsp2024&amp;lt;&copy&unknown;A&B</p>"
    let text = decode(SourceFile(name: "a.html", bytes: Array(page.utf8))).text
    #expect(text.string == "“三无小”\u{A0}2024&lt;©&unknown;A&B")
    let printed = zip(text.scalars, text.origins).map { scalar, origin in
      let bytes = Array(page.utf8)[Int(origin.byteOffset)..<Int(origin.byteEnd)]
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(
      printed.prefix(11) == [
        "&ldquo;", "三", "&#26080;", "&#x5C0F;", "&rdquo;", "&nbsp", "2", "0", "2", "4", "&amp;",
      ])
    #expect(printed.joined() + "</p>" == page.dropFirst(3))
  }

  @Test func `scripts, styles, comments and templates are no text`() {
    check(
      "<p>甲<!-- 乙 -->丙</p><script>var a='<p>丁</p>'</script><style>p{}</style>"
        + "<template><p>戊</p></template><svg><text>己</text></svg><p><img alt=\"庚\">辛</p>",
      ["甲丙", "辛"])
  }

  @Test func `hidden blocks are marked and hidden words left out`() {
    let page =
      "<div style='display: none'><p>甲</p></div><p hidden>乙</p>"
      + "<p>丙<span style=\"DISPLAY:none\">丁</span>戊</p>"
      + "<div style=\"position:absolute;left:-1999px\">己</div><p style=\"text-indent:2em\">庚</p>"
    check(page, ["hidden|甲", "hidden|乙", "丙戊", "hidden|己", "庚"])
    let diagnostics = decode(SourceFile(name: "a.html", bytes: Array(page.utf8))).diagnostics
    #expect(diagnostics.map(\.message) == ["1 hidden words inside lines left out"])
  }

  @Test func `elements and their names declare regions`() {
    check(
      "<body class='nav-fixed'><header><div class=logo>报</div></header><nav>首页</nav>"
        + "<article><header><h1>标题</h1></header><p>正文</p><footer>编辑</footer></article>"
        + "<div id='bdsharebuttonbox'>分享</div><div class='news_share'>微博</div>"
        + "<div class='article-header'>来源</div><ul class='relatedNews'><li>相关</ul>"
        + "<div class='pageFooter'>版权</div><div role=navigation>菜单</div>",
      [
        "banner|报", "navigation|首页", "标题", "正文", "编辑", "banner|分享", "banner|微博", "来源",
        "aside|相关", "footer|版权", "navigation|菜单",
      ])
  }

  @Test func `a name around most of the page declares nothing`() {
    let text = String(repeating: "小区有人管，居民很满意。", count: 12)
    check(
      "<div class=sidebar><p>\(text)</p><ul class=share><li>微博</ul></div><div class=related>其他，新闻。</div>",
      [text, "banner|微博", "aside|其他，新闻。"])
  }

  @Test func `the markup tells headings, links, bold and centred lines`() {
    let page =
      "<body><h2>标题</h2><p align=center><a href=x>链接</a>三字文</p><hr><p><b>粗</b><strong>体</strong></p>"
      + "<p style='text-align:center'>图说</p></body>"
    let markup = decode(SourceFile(name: "a.html", bytes: Array(page.utf8))).lines
      .compactMap(\.markup)
    #expect(markup.map(\.tag) == ["h2", "p", "p", "p"])
    #expect(markup.map(\.headingLevel) == [2, nil, nil, nil])
    #expect(markup.map(\.linkLength) == [0, 2, 0, 0])
    #expect(markup.map(\.isStrong) == [false, false, true, false])
    #expect(markup.map(\.isCentred) == [false, true, false, true])
    #expect(markup.map(\.startsSection) == [false, false, true, false])
  }

  @Test func `text misplaced in a table stays where it is printed`() {
    check("<table>甲<tr><td>乙</td></tr>丙</table>", ["甲", "乙", "丙"])
    check("<div>甲<td>乙</td><td>丙</div>", ["甲", "乙", "丙"])
    check("<p>甲</b>乙<b>丙</p>丁</b>戊", ["甲乙丙", "丁戊"])
  }

  @Test func `preformatted lines stay lines`() {
    check("<pre>第一行\n  第二行\n\n第四行</pre>", ["第一行", "  第二行", "第四行"])
  }

  @Test func `lines are divided by their own newline if they have one`() {
    let page = "<p>甲</p>\n<p>乙</p><p>丙</p>"
    let text = decode(SourceFile(name: "a.html", bytes: Array(page.utf8))).text
    #expect(text.string == "甲\n乙\n丙")
    #expect(text.origins[1] == Origin(byteOffset: 10, byteLength: 1))
    #expect(text.origins[3] == Origin(byteOffset: 17, byteLength: 0))
  }

  @Test(arguments: ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<font color=1>", "<li><dd>"])
  func `markup nested without end is read all the same`(tag: String) {
    let page = "<html><p>甲</p>" + String(repeating: tag, count: 100_000) + "乙&nbsp;丙<br>丁"
    let document = decode(SourceFile(name: "a.html", bytes: Array(page.utf8)))
    #expect(document.text.string.hasSuffix("丁"))
    #expect(document.text.string.hasPrefix("甲\n乙\u{A0}丙"))
  }

  @Test func `a page of nothing has no line`() {
    check("<html></html>", [])
    check("<html><body><p>&nbsp;</p><br></body></html>", [])
    check("<html>\u{0}<body>甲\u{0}乙", ["\u{FFFD}", "甲\u{FFFD}乙"])
  }

  @Test func `pages are told from text with remains of markup`() {
    func mediaType(_ name: String, _ text: String) -> String {
      decode(SourceFile(name: name, bytes: Array(text.utf8))).mediaType
    }
    let debris = "<cite id=\"x\"></cite>\n每日新闻\n\n小区“有人管”\n<tt></tt>\n正文一。\n正文二。\n"
    #expect(mediaType("a.txt", debris) == "text/plain")
    #expect(mediaType("a.html", debris) == "text/plain")
    let empty = "<center id=\"x\"><dd></dd></center>\n<dl><dt></dt></dl>\n每日新闻\n正文一。\n正文二。\n"
    #expect(mediaType("a.txt", empty) == "text/plain")
    #expect(mediaType("a.html", "没有标记的正文") == "text/plain")
    #expect(mediaType("a.txt", "<!DOCTYPE html>\n<p>甲\n乙\n丙\n丁") == "text/html")
    #expect(mediaType("a", "<?xml version='1.0'?>\n<html><p>甲") == "text/html")
    #expect(mediaType("a", "<p>甲</p>\n<p>乙</p>\n<p>丙</p>") == "text/html")
    #expect(mediaType("a.HTM", "甲<br>乙") == "text/html")
    #expect(mediaType("a.txt", "若a<b则c>d，\n如<p>所示") == "text/plain")
    #expect(mediaType("a.txt", "") == "text/plain")
    #expect(mediaType("a.html", "") == "text/plain")
  }

  @Test func `a wrong declaration yields to the bytes`() {
    let text = "朱镕基视察绵竹市城镇老旧小区，堃、喆等人在场"
    for (encoding, expected) in [("UTF-8", "utf-8"), ("GB18030", "gb18030"), ("BIG5", "big5")] {
      for declared in ["gb2312", "utf-8", "big5", "iso-8859-1"] {
        let printed = encoding == "BIG5" ? "遂寧市推動老舊小區基層治理，居民滿意" : text
        let page = "<html><meta charset=\"\(declared)\"><p>\(printed)</p>"
        let document = decode(SourceFile(name: "a.html", bytes: bytes(of: page, in: encoding)))
        #expect(document.charset == expected)
        #expect(document.text.string == printed)
      }
    }
  }

  @Test func `a page in another encoding has the bytes of that encoding`() {
    let page = "<html><p>镕&ldquo;三</p>\n<p>无</p>"
    for encoding in ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"] {
      let encoded = bytes(of: page, in: encoding)
      let text = decode(SourceFile(name: "a.html", bytes: encoded)).text
      let printed = text.origins.map { encoded[Int($0.byteOffset)..<Int($0.byteEnd)] }
      let expected = ["镕", "&ldquo;", "三", "\n", "无"].map { bytes(of: $0, in: encoding) }
      #expect(printed.map(Array.init) == expected)
    }
  }
}
