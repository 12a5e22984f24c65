import Model
import Segmenting
import Testing

@Suite struct MarkupTests {
  private static let headline = Markup(tag: "h1", headingLevel: 1)
  private static let block = Markup(tag: "p")

  @Test func `each headline of the markup starts an article`() {
    let page = [
      ("小院落里的大民生", Self.headline), ("近年来，", Self.block),
      ("东河县改造老旧小区15个，惠及居民2100户。", Self.block),
      ("西坪镇修路", Self.headline), ("3月2日，4.5公里长的产业路通车了。", Self.block),
    ]
    #expect(
      segment(restored(page)).articles.map { $0.title?.string } == ["小院落里的大民生", "西坪镇修路"])
  }

  @Test func `headings of one level above their days start articles`() {
    func heading(_ words: String, _ level: Int) -> (String, Markup) {
      (words, Markup(tag: "h\(level)", headingLevel: level))
    }
    let day = ("2024-03-02", Markup(tag: "span"))
    let text = ("东河县投入资金3200万元，改造老旧小区15个，惠及居民2100户。", Markup(tag: "p"))
    let page = restored([
      heading("东河县改造老旧小区", 4), day, text, heading("施工现场", 5), text,
      heading("西坪镇修路", 4), day, text,
    ])
    #expect(
      segment(page).articles.map { $0.title?.string } == ["东河县改造老旧小区", "西坪镇修路"])
    let single = restored([heading("东河县改造老旧小区", 4), day, text, heading("后记", 4), text])
    #expect(segment(single).articles.count == 1)
  }

  @Test func `short lines without heading marks start no article`() {
    let page = [
      ("小院落里的大民生", Self.headline), ("东河县改造老旧小区15个，惠及居民2100户。", Self.block),
      ("西坪镇阳光小区的喷水池", Self.block), ("近日，喷水池改成了休闲广场，居民们都来散步。", Self.block),
    ]
    #expect(segment(restored(page)).articles.count == 1)
  }

  @Test func `a line that the page's title begins with is the headline`() {
    let page = [
      ("东河县改造老旧小区", Markup(tag: "div", isCentred: true)),
      ("来源：东河日报 2023-05-06", Self.block), ("东河县改造老旧小区15个，惠及居民2100户。", Self.block),
    ]
    let article = segment(restored(page, title: "东河县改造老旧小区_东河新闻网")).articles.first
    #expect(article?.title?.string == "东河县改造老旧小区")
    #expect(article?.source == "东河日报")
    #expect(article?.published == CalendarDate(iso: "2023-05-06"))
  }

  @Test func `headings that print the declared title together are one headline`() {
    let page = [
      ("东河县人民政府", Self.headline), ("关于改造老旧小区的通知", Self.headline),
      ("各乡镇人民政府：", Self.block), ("现将改造老旧小区的有关事项通知如下。", Self.block),
    ]
    let articles = segment(restored(page, title: "东河县人民政府关于改造老旧小区的通知")).articles
    #expect(articles.map { $0.title?.string } == ["东河县人民政府关于改造老旧小区的通知"])
  }
}
