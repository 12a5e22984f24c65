import Model
import Restoring
import Testing

@Suite struct MainContentTests {
  private static let prose = [
    ("东河县改造老旧小区15个", Markup(tag: "h1", headingLevel: 1)),
    ("来源：东河日报 2023-05-06", Markup(tag: "div")),
    ("今年以来，东河县投入资金3200万元，改造老旧小区15个，惠及居民2100户。", Markup(tag: "p")),
    ("社区还在院子里建了一个党群服务站，居民们办事方便多了，都说满意。", Markup(tag: "p")),
    ("责任编辑：王小明", Markup(tag: "div")),
  ]

  private func check(_ blocks: [(String, Markup)], keeps expected: [String]) {
    let result = restore(decoded(blocks))
    #expect(result.lines.map { result.text.string($0.span) } == expected)
    #expect(result.edits.allSatisfy { $0.reason == .boilerplate })
    #expect(result.edits.count == blocks.count - expected.count)
  }

  @Test func `declared menus, footers and hidden parts are left out`() {
    let blocks =
      [("首页新闻专题", Markup(tag: "li", region: .navigation))] + Self.prose + [
        ("隐藏的一段话，读者看不见，只给搜索引擎看，内容与本文没有任何关系。", Markup(tag: "div", region: .hidden)),
        ("地址：东河县人民路1号", Markup(tag: "p", region: .footer)),
      ]
    check(blocks, keeps: Self.prose.map(\.0))
  }

  @Test func `lists of links are left out`() {
    let links = ["县医院搬新址", "农博会周末开幕"].map { ($0, Markup(tag: "a", linkLength: $0.count)) }
    check(links + Self.prose + links, keeps: Self.prose.map(\.0))
  }

  @Test func `an article inside a part declared as banner stays`() {
    let blocks = Self.prose.map { words, markup in
      var markup = markup
      markup.region = .banner
      return (words, markup)
    }
    check(blocks, keeps: blocks.map(\.0))
  }

  @Test func `a page of several articles keeps them all`() {
    check(Self.prose + Self.prose, keeps: (Self.prose + Self.prose).map(\.0))
  }

  @Test func `the headline stays in a part declared as banner, far above the text`() {
    let headline = ("东河县改造老旧小区15个", Markup(tag: "div", region: .banner))
    let shares = (1...20).map { ("分享按钮第\($0)个", Markup(tag: "li", container: 7)) }
    let text = (
      "今年以来，东河县投入资金3200万元，改造老旧小区15个，惠及居民2100户，县里的干部群众都说好，明年还要接着改造剩下的小区。", Markup(tag: "p")
    )
    let result = restore(decoded([headline] + shares + [text], title: "东河县改造老旧小区15个_东河新闻网"))
    #expect(result.text.string.hasPrefix(headline.0))
    #expect(result.lines.first?.markup?.headingLevel == 1)
  }

  @Test func `a title over two lines is marked whole`() {
    let text = (
      "今年以来，东河县投入资金3200万元，改造老旧小区15个，惠及居民2100户，县里的干部群众都说好，明年还要接着改造剩下的小区。", Markup(tag: "p")
    )
    let lines = [("东河县人民政府", Markup(tag: "p")), ("关于改造老旧小区的通知", Markup(tag: "p"))]
    let result = restore(decoded(lines + [text], title: "东河县人民政府关于改造老旧小区的通知"))
    #expect(result.lines.map(\.markup?.headingLevel) == [1, 1, nil])
  }

  @Test func `rows of buttons inside a text go`() {
    let buttons = ["T + -", "字号", "收藏 | 打印 | 关闭", "微博", "A+ A-"].map { ($0, Markup(tag: "div")) }
    let blocks = Self.prose[..<3] + buttons + Self.prose[3...]
    check(Array(blocks), keeps: Self.prose.map(\.0))
  }

  @Test func `words of buttons that head a section stay`() {
    let heading = [("关注", Markup(tag: "p")), ("昨天", Markup(tag: "p"))]
    let blocks = Array(Self.prose[..<3] + heading + Self.prose[3...])
    check(blocks, keeps: blocks.map(\.0))
  }
}
