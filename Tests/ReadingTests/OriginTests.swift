import Foundation
import Model
import Reading
import Testing

/// What a page says of its address and its saving, up to the record.
@Suite struct OriginTests {
  private static let address = "https://www.donghe.cn/news/a.html"

  private func page(_ paragraphs: String, stamp: String = "") -> DocumentRecord {
    let page = """
      <!DOCTYPE html>
      <!--
       Page saved with SingleFile
       url: \(Self.address)
       saved date: Tue Mar 05 2024 10:00:00 GMT+0800 (中国标准时间)
      --><html><head><meta name=PubDate content="2024-03-04"></head>
      <body><h1>绵竹市多措并举推进供水工程</h1><p>\(stamp)</p>\(paragraphs)</body></html>
      """
    return read(SourceFile(name: "a.html", bytes: Array(page.utf8)))
  }

  private let paragraph = Self.paragraph(35)

  private static func paragraph(_ number: Int) -> String {
    "<p>2023年，绵竹市推进“放心水龙头”工程，新建管道\(number)公里，完成投资\(number * 7)万元。</p>"
  }

  @Test func `a record tells address, time of saving and origin of the day`() throws {
    let record = page(paragraph)
    #expect(record.url == Self.address)
    #expect(record.savedAt == "2024-03-05T02:00:00Z")
    let article = try #require(record.articles.first)
    #expect(article.url == Self.address)
    #expect(article.published == CalendarDate(iso: "2024-03-04"))
    #expect(article.publishedFrom == .page)
    let printed = page(paragraph, stamp: "来源：德阳日报 2024-03-03 08:00").articles.first
    #expect(printed?.published == CalendarDate(iso: "2024-03-03"))
    #expect(printed?.publishedFrom == .text)
  }

  @Test func `an article read in chapters tells them, too`() throws {
    let paragraphs = (1...1_200).map(Self.paragraph).joined()
    let article = try #require(page(paragraphs).articles.first)
    #expect(article.text.unicodeScalars.count > 40_000, "longer than what is read in one piece")
    #expect(article.url == Self.address)
    #expect(article.publishedFrom == .page)
  }

  @Test func `a failed record tells address and time of saving`() {
    let record = page("<p>" + String(repeating: "<br>县", count: 1_000_001))
    #expect(record.status == .failed)
    #expect(record.url == Self.address)
    #expect(record.savedAt == "2024-03-05T02:00:00Z")
  }

  @Test func `the keys of a record are there in its JSON and only where something is told`() throws
  {
    let told = try keys(page(paragraph))
    #expect(told.document.isSuperset(of: ["url", "savedAt"]))
    #expect(told.article.isSuperset(of: ["url", "published", "publishedFrom"]))
    let silent = try keys(read(SourceFile(name: "a.txt", bytes: Array("绵竹市新建管道35公里。".utf8))))
    #expect(silent.document.isDisjoint(with: ["url", "savedAt"]))
    #expect(silent.article.isDisjoint(with: ["url", "published", "publishedFrom"]))
  }

  private func keys(
    _ record: DocumentRecord
  ) throws -> (document: Set<String>, article: Set<String>) {
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(record))
    let document = try #require(json as? [String: Any])
    let article = try #require((document["articles"] as? [[String: Any]])?.first)
    return (Set(document.keys), Set(article.keys))
  }
}
