import Decoding
import Model
import Testing

@Suite struct MetadataTests {
  private func metadata(_ head: String) -> PageMetadata {
    let page = "<html><head>\(head)</head><body><p>正文</p></body></html>"
    return decode(SourceFile(name: "a.html", bytes: Array(page.utf8))).metadata
  }

  @Test func `the title element is the title if nothing better is said`() throws {
    let head = "<title>\n 小区“有人管”&mdash;德阳网 </title>"
    let title = try #require(metadata(head).title)
    #expect(title.string == "小区“有人管”—德阳网")
    #expect(title.origins.first == Origin(byteOffset: 21, byteLength: 3))
    #expect(title.origins[7] == Origin(byteOffset: 42, byteLength: 7))
    #expect(
      metadata(head + "<meta name=ArticleTitle content='小区&amp;街道'>").title?.string == "小区&街道")
    #expect(metadata(head + "<meta name=ArticleTitle content=''>").title?.string.first == "小")
  }

  @Test func `government pages name source, author and date`() {
    let found = metadata(
      """
      <meta name="ContentSource" content="省发改委"><meta name="Author" content="李 明">
      <META NAME="PubDate" CONTENT="2016-11-22 09:53"><meta name="maketime" content="2019-03-22">
      """)
    #expect(found.source == "省发改委")
    #expect(found.author == "李 明")
    #expect(found.published == CalendarDate(iso: "2016-11-22"))
  }

  @Test func `news pages say it in their own ways`() {
    let found = metadata(
      """
      <meta property="og: title" content="新路"><meta name="source" content="来源：人民网">
      <meta property="article:published_time" content="2020-12-31T16:05:00Z">
      <meta name="author" content="104363"><meta property="article:author" content="https://example.com/u/1">
      """)
    #expect(found.title?.string == "新路")
    #expect(found.source == "人民网")
    #expect(found.author == nil)
    #expect(found.published == CalendarDate(iso: "2021-01-01"))
  }

  @Test func `linked data is read, however sloppy`() {
    let found = metadata(
      #"""
      <script type="application/ld+json">{"@graph": [{"@type": "BreadcrumbList", "name": "首页"},
      {"headline": "\u5c0f区“变”\"样\"", "datePublished":"2024年9月2日", "author": [{"name":"王芳"}],
      "image": {"name": "图"}, "publisher": {"logo": {"name": "标"}, "name": "德阳日报"},}]</script>
      """#)
    #expect(found.title?.string == "小区“变”\"样\"")
    #expect(found.author == "王芳")
    #expect(found.source == "德阳日报")
    #expect(found.published == CalendarDate(iso: "2024-09-02"))
  }

  @Test(arguments: [
    ("2020年09月11日 18:05", "2020-09-11"), ("20240920", "2024-09-20"),
    ("20240920100818", "2024-09-20"), ("2024/9/2", "2024-09-02"),
    ("2024-09-20T20:00:00+08:00", "2024-09-20"), ("2024-13-20", nil), ("09-20", nil), ("昨天", nil),
    ("1726798098", nil), ("2024", nil),
  ])
  func `dates are read as printed`(stamp: String, expected: String?) {
    let found = metadata("<meta name=publishdate content=\"\(stamp)\">").published
    #expect(found?.description == expected)
  }

  @Test func `a page that says nothing has no metadata`() {
    #expect(metadata("<meta charset=utf-8><script>{\"headline\":\"甲\"}</script>") == PageMetadata())
    #expect(
      metadata("<script type='application/ld+json'>{\"headline\":\"\\u\\ud83") == PageMetadata())
  }
}
