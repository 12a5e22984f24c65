import Decoding
import Model
import Testing

/// Where a page says that it was saved from.
@Suite struct AddressTests {
  private static let page = "https://www.donghe.cn/news/2024/a.html"

  private func url(_ head: String, body: String = "<p>正文</p>") -> String? {
    let page = "<html><head>\(head)</head><body>\(body)</body></html>"
    return decode(SourceFile(name: "a.html", bytes: Array(page.utf8))).metadata.url
  }

  @Test(arguments: [
    "<link rel=canonical href='https://www.donghe.cn/news/2024/a.html'>",
    "<link rel=' Canonical ' href=' HTTPS://www.donghe.cn/news/2024/a.html\n'>",
    "<meta property='og:url' content='https://www.donghe.cn/news/2024/a.html'>",
    "<meta name='savepage-url' content='https://www.donghe.cn/news/2024/a.html'>",
    "<base href='https://www.donghe.cn/news/2024/a.html'>",
    "<link rel=canonical href='/news/2024/a.html'><base href='https://www.donghe.cn/x/'>",
    "<link rel=canonical href='//www.donghe.cn/news/2024/a.html'><base href='https://cdn.cn'>",
    "<link rel=canonical href='/news/2024/a.html'><meta property=og:url content='https://www.donghe.cn'>",
    "<script type='application/ld+json'>{\"headline\":\"新路\",\"url\":\"https://www.donghe.cn/news/2024/a.html\"}</script>",
  ])
  func `a page tells its address`(head: String) {
    #expect(url(head) == Self.page)
  }

  @Test func `of several addresses the most exact one is the page's`() {
    var head = "<base href='https://www.donghe.cn/5.html'>"
    let statements = [
      (
        "https://www.donghe.cn/4.html",
        linked(#"{"headline":"新路","url":"https://www.donghe.cn/4.html"}"#)
      ),
      (
        "https://www.donghe.cn/3.html",
        "<meta property=og:url content='https://www.donghe.cn/3.html'>"
      ),
      ("https://www.donghe.cn/2.html", "<link rel=canonical href='https://www.donghe.cn/2.html'>"),
      (
        "https://www.donghe.cn/1.html",
        "<meta name=savepage-url content='https://www.donghe.cn/1.html'>"
      ),
      (
        "https://www.donghe.cn/0.html", "<!-- saved from url=(0028)https://www.donghe.cn/0.html -->"
      ),
    ]
    #expect(url(head) == "https://www.donghe.cn/5.html")
    for (address, statement) in statements {
      head += statement
      #expect(url(head) == address)
    }
  }

  @Test func `the first of two canonical addresses that is one counts`() {
    let wrong = "<link rel=canonical href='javascript:alert(1)'>"
    let first = "<link rel=canonical href='\(Self.page)'>"
    let second = "<link rel=canonical href='https://www.xihe.cn/b.html'>"
    #expect(url(wrong + first + second) == Self.page)
    #expect(url(second + first) == "https://www.xihe.cn/b.html")
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///C:/a.html", "about:blank", "ftp://www.donghe.cn/a", "a.html",
    "../a.html", "/news/a.html", "//www.donghe.cn/a.html", "https://", "https:///a", "http://:80/",
    "https://www.donghe.cn/a b", "https://www.donghe.cn/a&#10;b", "https://www.donghe.cn/&#1;a",
    "https://www.donghe.cn/&#x202E;a", "https://www.donghe.cn/&#x3000;a", "httpx://www.donghe.cn/",
    "https\\://www.donghe.cn", "https://www.donghe.cn/a\\b", "https&#58;//",
    "https://www.donghe.cn/&lt;script>",
  ])
  func `what is no address on the web is none`(address: String) {
    #expect(url("<link rel=canonical href=\"\(address)\">") == nil)
    #expect(url("<meta property=og:url content=\"\(address)\">") == nil)
    #expect(url("<base href=\"\(address)\">") == nil)
    #expect(url("<!-- saved from url=(0099)\(address) -->").map { !$0.contains(" ") } ?? true)
  }

  @Test func `an address has at most 2,000 characters`() {
    let start = "https://www.donghe.cn/"
    let longest = start + String(repeating: "号", count: 2_000 - start.utf8.count)
    #expect(url("<link rel=canonical href='\(longest)'>") == longest)
    #expect(url("<!-- saved from url=(2000)\(longest) -->") == longest)
    for long in [longest + "a", start + String(repeating: "a", count: 1 << 20)] {
      #expect(url("<link rel=canonical href='\(long)'>") == nil)
      #expect(url("<!-- saved from url=(2001)\(long) -->") == nil)
      #expect(url(linked("{\"headline\":\"新路\",\"url\":\"\(long)\"}")) == nil)
      #expect(url("<html data-scrapbook-source='\(long)'><base href='\(long)'>") == nil)
    }
  }

  @Test func `only a base that names a page is one`() {
    #expect(url("<base href='https://www.donghe.cn/news/'>") == nil)
    #expect(url("<base href='https://www.donghe.cn'>") == nil)
    #expect(url("<base href='https://www.donghe.cn/?id=a'>") == nil)
    #expect(url("<base href='https://www.donghe.cn/news/a.html?id=/'>") != nil)
  }

  @Test func `links to others tell nothing`() {
    #expect(url("<link rel=amphtml href='\(Self.page)'><link rel=author href='/about'>") == nil)
    #expect(url("<link href='\(Self.page)'><meta name=source content='\(Self.page)'>") == nil)
    let author = decode(
      SourceFile(name: "a.html", bytes: Array("<html><link rel=author href=/王芳>正文".utf8)))
    #expect(author.metadata == PageMetadata())
  }

  // MARK: Linked data

  private func linked(_ json: String) -> String {
    "<script type='application/ld+json'>\(json)</script>"
  }

  @Test(arguments: [
    #"{"@id":"https://www.donghe.cn/news/2024/a.html","title":"新路","pubDate":"2024-03-05T10:00:00"}"#,
    #"{"headline":"新路","mainEntityOfPage":"https:\/\/www.donghe.cn\/news\/2024\/a.html","@id":"https://x.cn"}"#,
    #"{"mainEntityOfPage":{"@type":"WebPage","@id":"https://www.donghe.cn/news/2024/a.html"},"headline":"新路"}"#,
    #"{"headline":"新路","author":{"url":"https://x.cn/u"},"url":"https://www.donghe.cn/news/2024/a.html"}"#,
    #"{"@graph":[{"@type":"WebSite","url":"https://x.cn"},{"datePublished":"2024-03-05","url":"https://www.donghe.cn/news/2024/a.html"}]}"#,
    #"{"comment":[{"datePublished":"2024-03-06","url":"https://x.cn/1"}],"headline":"新路","@id":"https://www.donghe.cn/news/2024/a.html"}"#,
  ])
  func `linked data tells the address of the piece`(json: String) {
    #expect(url(linked(json)) == Self.page)
  }

  @Test func `linked data that lists pieces tells no address`() {
    let pieces = (1...3).map { #"{"item":{"headline":"路","url":"https://www.donghe.cn/\#($0)"}}"# }
    let list = #"{"itemListElement":[\#(pieces.joined(separator: ","))]}"#
    #expect(url(linked(list)) == nil)
    #expect(url(linked(list) + linked(#"{"headline":"新路","url":"\#(Self.page)"}"#)) == Self.page)
    #expect(url(linked(#"{"@type":"WebSite","url":"https://www.donghe.cn/"}"#)) == nil)
    #expect(url(linked(#"{"headline":"新路","url":"https://www.donghe.cn/"#)) == nil)
    #expect(url(linked(#"}]}{"mainEntityOfPage":{"url":"\#(Self.page)"}"#)) == nil)
  }
}
