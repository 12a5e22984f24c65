import Model
import Segmenting
import Testing

/// What an article's day is known from, and which article has the address of its page.
@Suite struct OriginTests {
  private static let address = "https://www.donghe.cn/news/a.html"
  private static let piece = """
    河口镇修通新路

    %
    5日，河口镇的新路通车，沿线三个村的群众出行更加方便，镇上的集市也热闹起来，村民说日子越过越好
    """

  private func article(_ line: String, declared: String? = nil) -> Article? {
    var document = restored(Self.piece.replacing("%", with: line))
    document.metadata.published = declared.flatMap { CalendarDate(iso: $0) }
    return segment(document).articles.first
  }

  private func day(_ iso: String, _ from: PublishedFrom) -> PublicationDay? {
    CalendarDate(iso: iso).map { PublicationDay($0, from: from) }
  }

  @Test func `a day that is printed is known from the text, whatever the page declares`() {
    let line = "来源：东河日报 2024-03-05 10:00"
    #expect(article(line)?.publication == day("2024-03-05", .text))
    #expect(article(line, declared: "2024-03-06")?.publication == day("2024-03-05", .text))
  }

  @Test func `a day that only the page declares is known from the page`() {
    #expect(article("", declared: "2024-03-06")?.publication == day("2024-03-06", .page))
  }

  @Test func `a day nobody tells is known from nothing`() {
    #expect(article("") != nil)
    #expect(article("")?.publication == nil)
  }

  @Test func `the day in a paper's banner is known from the text`() {
    var document = restored("东河日报 2024年3月5日 第2版\n\n" + Self.piece.replacing("%\n", with: ""))
    document.metadata.published = CalendarDate(iso: "2024-03-06")
    #expect(segment(document).articles.first?.publication == day("2024-03-05", .text))
  }

  private func urls(_ pieces: [String]) -> [String?] {
    var document = restored(pieces.joined(separator: "\n\n\n"))
    document.metadata.url = Self.address
    return segment(document).articles.map(\.url)
  }

  @Test func `the only article of a page has its address, also beside its own copy`() {
    let report = Self.report("河口镇修通新路", "新路通车")
    #expect(urls([report]) == [Self.address])
    #expect(urls([report, report]) == [Self.address, nil])
  }

  @Test func `none of several articles has the address of their page`() {
    let found = urls([Self.report("河口镇修通新路", "新路通车"), Self.report("上河镇建成学校", "学校开学")])
    #expect(found == [nil, nil])
  }

  private static func report(_ title: String, _ event: String) -> String {
    """
    \(title)

    本报讯（记者 王强）3月5日，\(event)，镇上的群众都来观看，场面热闹，附近几个村的人也赶来了。

    \(event)之后，镇长说，今年还要做好几件实事，让\(title)这样的好事多起来，群众的日子越过越好。
    """
  }
}
