import Decoding
import Model
import Testing

/// What the program that saved a page wrote into it.
@Suite struct SavingNoteTests {
  private static let address = "https://www.donghe.cn/news/2024/a.html"

  private func metadata(_ page: String) -> PageMetadata {
    decode(SourceFile(name: "a.html", bytes: Array(page.utf8))).metadata
  }

  private func page(_ note: String, head: String = "") -> String {
    "<!DOCTYPE html>\n\(note)\n<html><head>\(head)</head><body><p>正文</p></body></html>"
  }

  @Test(arguments: [42, 38, 0, 99_999_999])
  func `browsers note the address, whatever length they tell`(length: Int) {
    for end in [" -->", "-->", "--!>", "\n-->"] {
      let found = metadata(page("<!-- saved from url=(\(length))\(Self.address)\(end)"))
      #expect(found.url == Self.address)
      #expect(found.savedAt == nil)
    }
  }

  @Test func `SingleFile notes address and time inside the html element`() {
    for opening in ["Page saved with SingleFile", "Archive processed by SingleFile"] {
      let note = """
        <!--
         \(opening)
         url: \(Self.address)
         saved date: Tue Mar 05 2024 10:00:00 GMT+0800 (中国标准时间)
        -->
        """
      let found = metadata("<!DOCTYPE html> <html lang=zh>\(note)<meta charset=utf-8><body>正文")
      #expect(found.url == Self.address)
      #expect(found.savedAt == "2024-03-05T02:00:00Z")
    }
  }

  @Test func `HTTrack notes address and time, the scheme as the page tells it`() {
    let note = """
      <!-- Mirrored from www.donghe.cn/a.html by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 05 Mar \
      2024 02:00:00 GMT -->
      """
    let plain = metadata(page(note))
    #expect(plain.url == "http://www.donghe.cn/a.html")
    #expect(plain.savedAt == "2024-03-05T02:00:00Z")
    let secure = "<meta property=og:url content='https://www.donghe.cn/'>"
    #expect(metadata(page(note, head: secure)).url == "https://www.donghe.cn/a.html")
    let other = "<meta property=og:url content='https://www.xihe.cn/'>"
    #expect(metadata(page(note, head: other)).url == "http://www.donghe.cn/a.html")
    #expect(metadata(page("<!-- Mirrored from www.donghe.cn/a.html -->")).url == nil)
    #expect(metadata(page("<!-- Mirrored from 本站 -->")).url == nil)
  }

  @Test func `Save Page WE and WebScrapBook note address and time in elements`() {
    let savePage = metadata(
      """
      <html><head><meta name="savepage-url" content="\(Self.address)">
      <meta name="savepage-pubdate" content="Unknown">
      <meta name="savepage-date" content="Tue Mar 05 2024 10:00:00 GMT+0800 (GMT+08:00)"></head>正文
      """)
    #expect(savePage.url == Self.address)
    #expect(savePage.savedAt == "2024-03-05T02:00:00Z")
    #expect(savePage.published == nil)
    let scrapBook = metadata(
      """
      <!DOCTYPE html><html data-scrapbook-source="\(Self.address)" title="书" \
      data-scrapbook-create="20240305020000123"><head></head><body>正文
      """)
    #expect(scrapBook.url == Self.address)
    #expect(scrapBook.savedAt == "2024-03-05T02:00:00Z")
    #expect(scrapBook.title == nil)
  }

  @Test(arguments: [
    ("Tue Mar 05 2024 23:59:59 GMT-0500 (EST)", "2024-03-06T04:59:59Z"),
    ("Mon Jan 01 2024 07:30:00 GMT+0800", "2023-12-31T23:30:00Z"),
    ("Fri, 01 Mar 2024 00:00:00 +0100", "2024-02-29T23:00:00Z"),
    ("2024-03-05T10:00:00+08:00", "2024-03-05T02:00:00Z"),
    ("2024-03-05T02:00:00.123Z", "2024-03-05T02:00:00Z"),
    ("2024-03-05 10:00:00 +0800", "2024-03-05T02:00:00Z"),
    ("2024-03-05T10:00:00 (UTC +08:00)", "2024-03-05T02:00:00Z"),
    ("2024-03-05T10:00:00", "2024-03-05T10:00:00"), ("2024/3/5 9:05", "2024-03-05T09:05:00"),
    ("2024-03-05", "2024-03-05"), ("20240305", "2024-03-05"), ("2024年3月5日", "2024-03-05"),
    ("2024-13-05", nil), ("Tue Foo 05 2024 10:00:00", nil), ("Thu Feb 30 2024 10:00:00", nil),
    ("2024-03-05T24:00:00", nil), ("2024-03-05T10:60:00", nil), ("10:00:00", nil),
    ("2024-03-05T10:00:00+99:00", nil), ("1024-03-05", nil), ("Unknown", nil), ("Mar", nil),
    ("99999999999999999", nil), ("昨天", nil), ("", nil),
  ])
  func `a stamp is told by ISO 8601, in UTC where it tells a zone`(stamp: String, time: String?) {
    let note =
      "<!--\n Page saved with SingleFile \n url: \(Self.address) \n saved date: \(stamp)\n-->"
    #expect(metadata(page(note)).savedAt == time)
    #expect(metadata(page(note)).url == Self.address)
    #expect(
      metadata(page("", head: "<meta name=savepage-date content='\(stamp)'>")).savedAt == time)
  }

  @Test func `a page saved a second time from disk keeps where it came from`() {
    let again = "<!-- saved from url=(0020)file:///C:/news/a.html -->\n"
    #expect(
      metadata(page(again + "<!-- saved from url=(38)\(Self.address) -->")).url == Self.address)
    #expect(metadata(page("<!-- saved from url=(0014)about:internet -->")).url == nil)
    let canonical = "<link rel=canonical href='\(Self.address)'>"
    #expect(metadata(page(again, head: canonical)).url == Self.address)
  }

  @Test(arguments: [
    "<html><body><!-- NOTE --><p>正文</p></body></html>",
    "<html><head><title>新路</title></head><p>正文</p><!-- NOTE --></html>",
    "<html><head></head><body><p>正文</p></body></html><!-- NOTE -->",
    "<html><head></head>正文<!-- NOTE --><p>正文</p></html>",
    "<html><head><title>新路<!-- NOTE --></title></head><body><p>正文</p></body></html>",
    "<html><head><script>// <!-- NOTE --></script></head><body><p>正文</p></body></html>",
    "<html><head><meta name=description content='<!-- NOTE -->'></head><body><p>正文</p></body></html>",
    "<html><head></head><body><p>&lt;!-- NOTE --&gt;</p></body></html>",
    "<html><head><!-- see: NOTE --></head><body><p>正文</p></body></html>",
  ])
  func `a note is one only in a comment at the head of the page`(page: String) {
    let note = page.replacing("NOTE", with: "saved from url=(0038)\(Self.address)")
    #expect(metadata(note).url == nil)
  }

  @Test func `a note stands after a doctype, a licence or a style of any length`() {
    let note = "<!-- saved from url=(0038)\(Self.address) -->"
    let long = String(repeating: "a", count: 1 << 16)
    for before in [
      "<?xml version='1.0'?>", "<!-- \(long) -->", "<html><head><style>\(long)</style>",
    ] {
      #expect(metadata("\(before)\n\(note)<html><body><p>正文</p></body></html>").url == Self.address)
    }
  }

  @Test func `a note is read in any encoding, and where markup is too deep to parse`() {
    let note = page("<!-- saved from url=(0038)\(Self.address) -->")
    let wide: [UInt8] =
      [0xFF, 0xFE]
      + note.utf16.flatMap { unit -> [UInt8] in
        [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
    #expect(decode(SourceFile(name: "a.html", bytes: wide)).metadata.url == Self.address)
    let deep = note + String(repeating: "<div>", count: 100_000)
    #expect(metadata(deep).url == Self.address)
    #expect(metadata(deep).title == nil)
  }

  @Test func `endless notes are read in good time`() {
    for unit in [
      "<!-- saved from url=(", "Mirrored from ", "url: ", "<!-- Page saved with SingleFile",
    ] {
      let endless = String(repeating: unit, count: 50_000)
      #expect(metadata("<html>" + endless).url == nil)
      #expect(metadata("<html><!-- Page saved with SingleFile" + endless).url == nil)
    }
  }
}
